import { type Resource, resourceOf } from '../spec/database.ts';
import { type Json, type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { memberOf } from '../template/shape.ts';
import { type Made } from '../template/template.ts';
import { type ResourceContext, type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { arnOf } from './recorded-arn.ts';
import { attributeOf, type Recorded, specialValue } from './recorded-attributes.ts';
import { nameFor, relatedId, serviceId } from './recorded-ids.ts';

/**
 * For every type that does not become live: its properties are kept, Ref and GetAtt have values in the shapes that the
 * service gives them, and nothing comes of it. What Ref is, and which attributes there are, is the specification's word.
 */
export function recordedHandler(type: string): ResourceHandler {
  const spec = resourceOf(type);
  return {
    create: (properties, context) => recorded(type, properties, context),
    update: (made, properties) => (spec ? { ...made, attributes: renewed(spec, made, properties) } : made),
  };
}

/** What Ref and GetAtt yield of a resource that is made on paper, at once. */
export function recorded(type: string, properties: JsonObject, context: ResourceContext): Made {
  const spec = resourceOf(type);
  return spec ? record(spec, properties, context) : nameless(type, context);
}

/** A type that the specification does not have, a custom one for example. */
function nameless(type: string, context: ResourceContext): Made {
  const physicalId = nameFor(type, context);
  return { physicalId, ref: physicalId, attributes: {} };
}

/** Attributes that show a property follow it. */
function renewed(spec: Resource, { attributes }: Made, properties: JsonObject): Record<string, Json> {
  const shown = Object.keys(spec.attributes).flatMap((name): [string, Json][] => {
    const value = memberOf(properties, name);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...attributes, ...Object.fromEntries(shown) };
}

function record(spec: Resource, properties: JsonObject, context: ResourceContext): Made {
  const { sandbox } = context;
  const name = nameOf(spec, properties, context);
  const id = serviceId(spec.cloudFormationType, sandbox.random) ?? name;
  const refers = spec.cfnRefIdentifier ?? spec.primaryIdentifier ?? [];
  const members = [...new Set([...refers, ...(spec.primaryIdentifier ?? [])])];
  const unreferred = { spec, name, id, physicalId: id, identity: {}, properties };
  const identity = Object.fromEntries(
    members.flatMap((member): [string, string][] => {
      const value = partOf(unreferred, member, sandbox);
      return value === undefined ? [] : [[member, value]];
    }),
  );
  const ref = refers.flatMap((member) => identity[member] ?? []).join('|') || id;
  const whole = { ...unreferred, physicalId: ref, identity };
  const attributes = Object.entries(spec.attributes).map(
    ([attribute, { type }]) => [attribute, attributeOf(whole, attribute, type, sandbox)] as const,
  );
  return { physicalId: ref, ref, attributes: Object.fromEntries(attributes) };
}

/** The name that it was given, or one that CloudFormation makes up. */
function nameOf(spec: Resource, properties: JsonObject, context: ResourceContext): string {
  const candidates = [`${spec.name}Name`, 'Name', 'PolicyName', ...(spec.primaryIdentifier ?? [])];
  const named = candidates.find((member) => stringOf(properties, member) !== undefined);
  return (named === undefined ? undefined : stringOf(properties, named)) ?? nameFor(spec.cloudFormationType, context);
}

/** One part of what identifies it; undefined: a property that it does without, as a rule on the default event bus. */
function partOf(of: Recorded, member: string, sandbox: Sandbox): string | undefined {
  const { spec, name, id, properties } = of;
  const given = stringOf(properties, member) ?? specialValue(of, member, sandbox);
  if (typeof given === 'string') return given;
  if (member.endsWith('Arn')) return arnOf(spec, of, properties, sandbox);
  const related = id === name ? relatedId(member, sandbox.random) : undefined;
  if (related !== undefined) return related;
  const isOptional = Object.hasOwn(spec.properties, member) && member !== 'Name' && member !== `${spec.name}Name`;
  return isOptional ? undefined : id;
}
