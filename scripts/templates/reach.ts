/** Which parameters decide what a resource is made with. */
import { type Json, type JsonObject } from '../../sandbox/json.ts';
import { conditionsIn, parametersOf, referencesIn } from './references.ts';
import { isReplacedBy } from './replaced.ts';
import { type Subject } from './subject.ts';

/** The way from a resource to a parameter, by property, condition and resource. */
export type Reason = readonly string[];

/**
 * Parameters whose edit changes the resource's properties or whether it is there: directly, through conditions, and through
 * the identity of other resources (what replaces those, gives them another id).
 */
export function reaching(subject: Subject, logicalId: string): ReadonlyMap<string, Reason> {
  const { condition = null, properties = {} } = subject.template.resources.get(logicalId) ?? {};
  return reachingValues(subject, condition, properties);
}

/** The same of values that are there where a condition holds; null: always. */
export function reachingValues(
  subject: Subject,
  condition: string | null,
  values: JsonObject,
): ReadonlyMap<string, Reason> {
  const found = new Map<string, Reason>();
  const seen = new Set<string>();
  const { parameters, resources } = subject.template;

  const visit = (value: Json | undefined, way: Reason): void => {
    for (const { to } of referencesIn(value)) {
      if (parameters.has(to) && !found.has(to)) found.set(to, way);
      identity(to, way);
    }
    for (const name of conditionsIn(value)) decided(name, way);
  };
  const decided = (condition: string, way: Reason): void => {
    for (const name of parametersOf(subject.template, condition)) {
      if (parameters.has(name) && !found.has(name)) found.set(name, [...way, condition]);
    }
  };
  const identity = (id: string, way: Reason): void => {
    const resource = resources.get(id);
    if (!resource || seen.has(id)) return;
    seen.add(id);
    existence(id, [...way, id]);
    for (const [name, value] of Object.entries(resource.properties)) {
      if (isReplacedBy(resource.type, name)) visit(value, [...way, `${id}.${name}`]);
    }
  };
  const existence = (id: string, way: Reason): void => {
    const condition = resources.get(id)?.condition ?? null;
    if (condition !== null) decided(condition, way);
  };
  if (condition !== null) decided(condition, ['Condition']);
  for (const [name, value] of Object.entries(values)) visit(value, [name]);
  return found;
}
