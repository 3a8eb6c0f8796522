import { type Json } from '../../json.ts';
import { conditionReferences } from '../template/check-conditions.ts';
import { type Reference, referencesIn } from '../template/references.ts';
import { memberOf, sameJson } from '../template/shape.ts';
import { type Template } from '../template/template.ts';
import { type ChangeCause, type PlanSide } from './planned-change.ts';
import { type Fresh } from './symbolic.ts';

/** Why a property of a resource resolves to another value than before. */
export function causesOf(
  before: PlanSide,
  after: PlanSide,
  logicalId: string,
  property: string,
  fresh: (logicalId: string) => Fresh,
): readonly ChangeCause[] {
  const raw = ({ template }: PlanSide): Json | undefined =>
    memberOf(template.resources.get(logicalId)?.properties ?? {}, property);
  const [old, now] = [raw(before), raw(after)];
  const direct: readonly ChangeCause[] = sameJson(old, now) ? [] : [{ source: 'DirectModification', entity: null }];
  const references = everyReference(after.template, now ?? '');
  const parameters = [...new Set(references.map(({ name }) => name))].filter(
    (name) => after.template.parameters.has(name) && !sameJson(before.values.get(name), after.values.get(name)),
  );
  const resources = references.flatMap((each) => resourceCause(each, fresh));
  const all = [
    ...direct,
    ...parameters.map((entity) => ({ source: 'ParameterReference' as const, entity })),
    ...resources.filter((each, index) => resources.findIndex((other) => other.entity === each.entity) === index),
  ];
  // A mapping or a condition was edited.
  return all.length > 0 ? all : [{ source: 'DirectModification', entity: null }];
}

function resourceCause(reference: Reference, fresh: (logicalId: string) => Fresh): readonly ChangeCause[] {
  const { kind, name } = reference;
  if (kind === 'ref' && fresh(name).ref) return [{ source: 'ResourceReference', entity: name }];
  if (kind !== 'attribute' || !fresh(name).attributes) return [];
  return [{ source: 'ResourceAttribute', entity: `${name}.${reference.attribute ?? ''}` }];
}

/** Those in the conditions that a value relies on too. Conditions have no cycles: the template was read. */
function everyReference(template: Template, value: Json): readonly Reference[] {
  const seen = new Set<string>();
  const conditionText = (name: string): readonly Reference[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    const value = template.conditions.get(name);
    return value === undefined ? [] : conditionReferences(value, name).flatMap(follow);
  };
  const follow = (each: Reference): readonly Reference[] =>
    each.kind === 'condition' ? [each, ...conditionText(each.name)] : [each];
  return referencesIn(value).flatMap(follow);
}
