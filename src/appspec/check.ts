import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { type AppSpecService } from './appspec.ts';
import { checkHooks } from './hooks.ts';
import { checkCapacity, checkNetwork } from './placement.ts';
import { child, complain, kindOf, nameOf, optional, type Place, type Problem, required, textAt } from './problems.ts';

export type Checked =
  | { readonly kind: 'ok'; readonly document: JsonObject; readonly service: AppSpecService }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const EXAMPLE = 'Write a list with one resource: "- TargetService:", and below it Type and Properties.';

/** Reads an AppSpec for ECS, keys in any case, and finds everything in it that CodeDeploy would refuse later. */
export function checkAppSpec(document: Json): Checked {
  const problems: Problem[] = [];
  const root: Place = { value: document, path: [], problems };
  if (!isObject(document)) {
    complain(root, `the file is ${kindOf(document)}`, 'Write version, Resources and, if needed, Hooks.');
    return { kind: 'problems', problems };
  }
  checkVersion(root);
  const resource = onlyResource(root);
  const properties = resource === null ? null : propertiesOf(resource);
  const service = properties === null ? null : serviceOf(properties);
  const hooks = checkHooks(optional(root, 'Hooks'));
  if (service === null || problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'ok', document, service: { ...service, hooks } };
}

function checkVersion(root: Place): void {
  const repair = 'Write version: 0.0, the only one there is.';
  const version = required(root, 'version', repair);
  if (version === null) return;
  const { value } = version;
  if (value === 0 || (typeof value === 'string' && /^0(?:\.0)?$/.test(value))) return;
  complain(version, `version is ${kindOf(value)}`, repair);
}

/** The resource below its logical name. */
function onlyResource(root: Place): Place | null {
  const resources = required(root, 'Resources', EXAMPLE);
  if (resources === null) return null;
  if (!isList(resources.value)) return complain(resources, `Resources is ${kindOf(resources.value)}`, EXAMPLE);
  const [first, second] = resources.value;
  if (first === undefined) return complain(resources, 'Resources has no resource', EXAMPLE);
  if (second !== undefined) {
    const why = `Resources has ${resources.value.length} resources, and a deployment has one service`;
    return complain(child(resources, 1, second), why, 'Keep the resource of this service.');
  }
  const entry = child(resources, 0, first);
  const members = isObject(first) ? Object.entries(first) : [];
  const [named] = members;
  if (named === undefined) return complain(entry, `the resource is ${kindOf(first)}`, EXAMPLE);
  if (members.length > 1) {
    const why = `one resource has several names: ${members.map(([name]) => name).join(', ')}`;
    return complain(entry, why, 'Indent Type and Properties below the name; keep one resource.');
  }
  const resource = child(entry, ...named);
  return isObject(resource.value) ? resource : complain(resource, `${named[0]} is ${kindOf(named[1])}`, EXAMPLE);
}

function propertiesOf(resource: Place): Place | null {
  const repair = 'Write Type: AWS::ECS::Service.';
  const type = required(resource, 'Type', repair);
  if (type !== null && type.value !== 'AWS::ECS::Service') {
    complain(type, `Type is ${kindOf(type.value)}`, repair);
  }
  const properties = required(resource, 'Properties', 'Write Properties with LoadBalancerInfo below.');
  if (properties === null || isObject(properties.value)) return properties;
  return complain(properties, `Properties is ${kindOf(properties.value)}`, 'Write LoadBalancerInfo below it.');
}

function serviceOf(properties: Place): Omit<AppSpecService, 'hooks'> | null {
  const container = loadBalancer(properties);
  checkTaskDefinition(optional(properties, 'TaskDefinition'));
  const platformVersion = textAt(
    optional(properties, 'PlatformVersion'),
    'Write it in quotes, for example "1.4.0" or "LATEST".',
  );
  const network = checkNetwork(optional(properties, 'NetworkConfiguration'));
  const capacityProviders = checkCapacity(optional(properties, 'CapacityProviderStrategy'));
  return container === null ? null : { ...container, platformVersion, network, capacityProviders };
}

/** It is replaced by the revision that is deployed; a placeholder is as good as an ARN, but a map is a mistake. */
function checkTaskDefinition(place: Place | null): void {
  if (place !== null) textAt(place, 'Write TaskDefinition: "<TASK_DEFINITION>"; it is replaced.');
}

function loadBalancer(properties: Place): Pick<AppSpecService, 'containerName' | 'containerPort'> | null {
  const info = required(properties, 'LoadBalancerInfo', 'Write it with ContainerName and ContainerPort below.');
  if (info === null) return null;
  const name = required(info, 'ContainerName', 'Name the container behind the load balancer.');
  const containerName = textAt(name, 'Name the container behind the load balancer.');
  const port = required(info, 'ContainerPort', 'Write the port that the container listens on.');
  const containerPort = port === null ? null : portAt(port);
  return containerName === null || containerPort === null ? null : { containerName, containerPort };
}

function portAt(place: Place): number | null {
  const { value } = place;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536) return value;
  const repair = typeof value === 'string' && /^\d+$/.test(value) ? `Write ${value} without quotes.` : 'Write a port.';
  return complain(place, `${nameOf(place)} is ${kindOf(value)}, which is no port number`, repair);
}
