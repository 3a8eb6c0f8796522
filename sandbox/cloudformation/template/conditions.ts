import { type Json } from '../../json.ts';
import { conditionCall } from './check-conditions.ts';
import { templateError } from './fault.ts';
import { resolve, type Scope } from './resolve.ts';
import { isList, sameJson, textOf } from './shape.ts';

/** Which of the template's conditions hold; each is decided once. */
export function decider(scope: () => Scope): (name: string) => boolean {
  const decided = new Map<string, boolean>();
  const decide = (value: Json, where: string): boolean => {
    const call = conditionCall(value, where);
    if (call.name === 'Condition') return named(call.condition);
    if (call.name === 'Fn::Equals') return equal(...call.sides, scope());
    if (call.name === 'Fn::Not') return !call.inner.some((each) => decide(each, where));
    return call.name === 'Fn::And'
      ? call.inner.every((each) => decide(each, where))
      : call.inner.some((each) => decide(each, where));
  };
  const named = (name: string): boolean => {
    const known = decided.get(name);
    if (known !== undefined) return known;
    const value = scope().template.conditions.get(name);
    if (value === undefined) throw templateError(`unresolved condition dependency ${name}`);
    const holds = decide(value, name);
    decided.set(name, holds);
    return holds;
  };
  return named;
}

/** Case counts. A number equals its text. */
function equal(left: Json, right: Json, scope: Scope): boolean {
  return sameJson(comparable(resolve(left, scope)), comparable(resolve(right, scope)));
}

const comparable = (value: Json | undefined): Json | undefined =>
  isList(value) ? value.map((each) => comparable(each) ?? '') : (textOf(value) ?? value);
