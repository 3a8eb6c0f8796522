import { type Json, type JsonObject } from '../../json.ts';
import { isList, isObject, memberOf, sameJson } from '../template/shape.ts';
import { definitionOf, type Property, propertyOf, type PropertyType, resourceOf } from './database.ts';

/** CloudFormation reference, "Update requires": no interruption, some interruptions / conditional, replacement. */
export type Effect = 'update' | 'conditional' | 'replace';

export interface PropertyChange {
  /** Top-level property. */
  readonly property: string;
  readonly effect: Effect;
}

/** What CloudFormation's own schemas call "conditional create-only" and the specification takes for an update. */
const conditional: ReadonlySet<string> = new Set([
  'AWS::EC2::Subnet.Ipv6CidrBlock',
  'AWS::EC2::VPC.InstanceTenancy',
  'AWS::SNS::Subscription.Region',
]);

const strength: readonly Effect[] = ['update', 'conditional', 'replace'];

export const strongest = (effects: readonly Effect[]): Effect =>
  effects.reduce((most, each) => (strength.indexOf(each) > strength.indexOf(most) ? each : most), 'update');

/**
 * What an update from one set of properties to another changes, and what each change does to the resource. A property that
 * the specification does not know counts as an update: `checkProperties` refuses it.
 */
export function changesOf(type: string, before: JsonObject, after: JsonObject): readonly PropertyChange[] {
  const resource = resourceOf(type);
  const additional = (resource?.additionalReplacementProperties ?? []).map(([name]) => name);
  return changedMembers(before, after).map((property) => {
    const known = resource ? propertyOf(resource.properties, property) : undefined;
    const own = effectOf(known, memberOf(before, property), memberOf(after, property));
    // Of the latter a path within the property replaces; which one is not looked at.
    const perhaps = conditional.has(`${type}.${property}`) || additional.includes(property);
    return { property, effect: perhaps ? strongest([own, 'conditional']) : own };
  });
}

/** In the order in which they stand, those that are gone last. */
export function changedMembers(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.filter((name) => !sameJson(memberOf(before, name), memberOf(after, name)));
}

function effectOf(property: Property | undefined, before: Json | undefined, after: Json | undefined): Effect {
  if (!property) return 'update';
  if (property.causesReplacement === 'yes') return 'replace';
  const own = property.causesReplacement === 'maybe' ? 'conditional' : 'update';
  return strongest([own, within(property.type, before, after)]);
}

/** The strongest effect of what differs inside a value. */
function within(type: PropertyType, before: Json | undefined, after: Json | undefined): Effect {
  if (sameJson(before, after)) return 'update';
  if (type.type === 'union') return strongest(type.types.map((each) => within(each, before, after)));
  if (type.type === 'array') {
    const [old, now] = [isList(before) ? before : [], isList(after) ? after : []];
    const length = Math.max(old.length, now.length);
    return strongest(Array.from({ length }, (_, index) => within(type.element, old[index], now[index])));
  }
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = changedMembers(old, now);
  if (type.type === 'map')
    return strongest(names.map((name) => within(type.element, memberOf(old, name), memberOf(now, name))));
  if (type.type !== 'ref') return 'update';
  const { properties } = definitionOf(type);
  return strongest(
    names.map((name) => effectOf(propertyOf(properties, name), memberOf(old, name), memberOf(now, name))),
  );
}
