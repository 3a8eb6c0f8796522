import { isList, isObject, type Json } from '../json.ts';
import { complain, kindOf, nameOf, optional, type Place, placesIn, textAt } from './problems.ts';

/** CodeDeploy user guide: NetworkConfiguration is all or nothing. */
const ALL = 'Write all three of Subnets, SecurityGroups and AssignPublicIp, or leave NetworkConfiguration out.';

/** The network in AppSpec's own spelling, whatever spelling the file has; null where the file names none. */
export function checkNetwork(place: Place | null): Json | null {
  if (place === null) return null;
  const vpc = optional(place, 'AwsvpcConfiguration');
  if (vpc === null || !isObject(vpc.value)) return complain(place, 'NetworkConfiguration is incomplete', ALL);
  const given = {
    Subnets: optional(vpc, 'Subnets'),
    SecurityGroups: optional(vpc, 'SecurityGroups'),
    AssignPublicIp: optional(vpc, 'AssignPublicIp'),
  };
  const missing = Object.entries(given).flatMap(([name, found]) => (found === null ? [name] : []));
  if (missing.length > 0) return complain(vpc, `NetworkConfiguration lacks ${missing.join(' and ')}`, ALL);
  const Subnets = idsAt(given.Subnets);
  const SecurityGroups = idsAt(given.SecurityGroups);
  const AssignPublicIp = publicIpAt(given.AssignPublicIp);
  return { AwsvpcConfiguration: { Subnets, SecurityGroups, AssignPublicIp } };
}

function idsAt(place: Place | null): Json {
  if (place === null) return null;
  const ids = isList(place.value) ? place.value : [];
  if (ids.length > 0 && ids.every((id) => typeof id === 'string' && id !== '')) return ids;
  return complain(place, `${nameOf(place)} is not a list of ids`, 'Write a list of one or more ids.');
}

function publicIpAt(place: Place | null): Json {
  if (place === null || place.value === 'ENABLED' || place.value === 'DISABLED') return place?.value ?? null;
  return complain(place, `AssignPublicIp is ${kindOf(place.value)}`, 'Write ENABLED or DISABLED.');
}

/** The strategy in AppSpec's own spelling, with the defaults of Base and Weight; null where the file names none. */
export function checkCapacity(place: Place | null): Json | null {
  if (place === null) return null;
  const repair = 'Write a list of CapacityProvider with Base and Weight.';
  if (!isList(place.value)) return complain(place, `CapacityProviderStrategy is ${kindOf(place.value)}`, repair);
  if (place.value.length === 0) return null;
  return placesIn(place).map((item) => {
    const provider = optional(item, 'CapacityProvider');
    if (provider === null) complain(item, 'CapacityProvider is missing', repair);
    return {
      Base: numberAt(item, 'Base'),
      CapacityProvider: textAt(provider, repair),
      Weight: numberAt(item, 'Weight'),
    };
  });
}

/** ECS API, CapacityProviderStrategyItem: base and weight default to 0. */
function numberAt(item: Place, name: string): number {
  const found = optional(item, name);
  if (found === null) return 0;
  const { value } = found;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  complain(found, `${name} is ${kindOf(value)}`, 'Write a whole number from 0.');
  return 0;
}
