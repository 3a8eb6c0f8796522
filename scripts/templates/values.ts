/** Ways into values of a template: by path, by alternative. */
import { type Json } from '../../sandbox/json.ts';
import { isList, isObject } from '../../sandbox/cloudformation/template/shape.ts';

/** What stands at the path; undefined where there is nothing. Numbers are places in lists. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let found = value;
  for (const step of path) {
    if (typeof step === 'number') found = isList(found) ? found[step] : undefined;
    else found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}

/** The elements of a list; a single value is a list of one, and nothing is none. */
export function each(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The value under every outcome of its `Fn::If`; AWS::NoValue is undefined. */
export function alternatives(value: Json | undefined): readonly (Json | undefined)[] {
  const branches = at(value, 'Fn::If');
  if (isList(branches)) return branches.slice(1).flatMap(alternatives);
  return [at(value, 'Ref') === 'AWS::NoValue' ? undefined : value];
}

/** The elements of a list under every outcome of the `Fn::If` around and within it, without those that are left out. */
export function possible(value: Json | undefined): readonly Json[] {
  return alternatives(value)
    .flatMap((list) => each(list).flatMap(alternatives))
    .filter((element) => element !== undefined);
}

/** Every text in a value, with the path to it. */
export function* textsIn(value: Json | undefined, path = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (isList(value)) for (const [index, element] of value.entries()) yield* textsIn(element, `${path}[${index}]`);
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) yield* textsIn(member, path === '' ? name : `${path}.${name}`);
  }
}

/** The same place of the same thing: two values that are written alike. */
export const same = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
