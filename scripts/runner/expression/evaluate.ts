/**
 * Evaluates what the workflows of this project use. GitHub gives nothing for a name that it does not know, so that a
 * misspelt one goes unseen; here it is an error.
 */
import { isObject, type Json, type JsonObject } from '../../../src/json.ts';
import { type Expression } from './parse.ts';
import { asText, equals, holds } from './values.ts';

/** `success()`, `failure()`, `cancelled()` where they may be called. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

export interface Scope {
  /** `github`, `inputs`, `needs` …: those that there are where the expression stands. */
  readonly contexts: JsonObject;
  /** null where no function of the status may be called. */
  readonly status: Status | null;
}

/** Both sides of `&&` and `||` are evaluated, so that a wrong name is found on either. */
export function evaluate(expression: Expression, scope: Scope): Json {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'context':
      return memberOf(scope.contexts, expression.name, 'there is no context');
    case 'member':
      return member(evaluate(expression.of, scope), evaluate(expression.name, scope), expression);
    case 'not':
      return !holds(evaluate(expression.of, scope));
    case 'call':
      return call(expression.name, expression.given, scope);
    case '==':
    case '!=':
    case '&&':
    case '||': {
      const left = evaluate(expression.left, scope);
      const right = evaluate(expression.right, scope);
      if (expression.kind === '==') return equals(left, right);
      if (expression.kind === '!=') return !equals(left, right);
      return holds(left) === (expression.kind === '&&') ? right : left;
    }
  }
}

function member(of: Json, name: Json, { of: whole }: Expression & { readonly kind: 'member' }): Json {
  const path = pathOf(whole);
  if (!isObject(of)) throw new Error(`${path} is no object, so it has no "${asText(name)}"`);
  return memberOf(of, asText(name), `${path} has no`);
}

function memberOf(object: JsonObject, name: string, none: string): Json {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  if (value === undefined) throw new Error(`${none} "${name}"; there are: ${Object.keys(object).join(', ') || 'none'}`);
  return value;
}

function pathOf(expression: Expression): string {
  if (expression.kind === 'context') return expression.name;
  if (expression.kind !== 'member') return 'the value';
  const name = expression.name.kind === 'value' ? expression.name.value : null;
  return typeof name === 'string' ? `${pathOf(expression.of)}.${name}` : `${pathOf(expression.of)}[…]`;
}

function call(name: string, given: readonly Expression[], { status }: Scope): Json {
  if (name !== 'always' && name !== 'success' && name !== 'failure' && name !== 'cancelled')
    throw new Error(`the function ${name} is not known here`);
  if (given.length > 0) throw new Error(`${name}() takes nothing`);
  if (status === null) throw new Error(`${name}() can only be called in a condition`);
  return name === 'always' ? true : status[name];
}
