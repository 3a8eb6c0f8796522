/** Texts that hold expressions, and conditions. */
import { type Json } from '../../../src/json.ts';
import { evaluate, type Scope, type Status } from './evaluate.ts';
import { type Expression, parseExpression } from './parse.ts';
import { asText, holds } from './values.ts';

/** An expression may hold `}}` in a text. */
const EXPRESSION = /\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}/g;

/** A text with each `${{ … }}` replaced by its value. Throws where one is not closed. */
export function fill(text: string, scope: Scope): string {
  const filled = text.replaceAll(EXPRESSION, (_, source: string) => asText(evaluate(parseExpression(source), scope)));
  if (text.replaceAll(EXPRESSION, '').includes('${{')) throw new Error(`"${text}": an expression is not closed`);
  return filled;
}

export function fillAll(texts: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, scope)]));
}

/** The value of a text that is one expression; any other text as it is. */
export function fillValue(text: string, scope: Scope): Json {
  const whole = /^\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}$/.exec(text.trim())?.[1];
  return whole === undefined ? fill(text, scope) : evaluate(parseExpression(whole), scope);
}

/**
 * Whether an `if` holds: with or without `${{ }}`, and with `success()` before it where it calls no function of the
 * status itself. Without an `if`: `success()`.
 */
export function condition(text: string | null, scope: Scope & { readonly status: Status }): boolean {
  if (text === null) return scope.status.success;
  const source = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(text)?.[1] ?? text;
  if (source.includes('${{')) throw new Error(`"${text}": a condition is one expression`);
  const expression = parseExpression(source);
  const value = holds(evaluate(expression, scope));
  return value && (callsStatus(expression) || scope.status.success);
}

function callsStatus(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return true;
    case 'value':
    case 'context':
      return false;
    case 'not':
      return callsStatus(expression.of);
    case 'member':
      return callsStatus(expression.of) || callsStatus(expression.name);
    case '==':
    case '!=':
    case '&&':
    case '||':
      return callsStatus(expression.left) || callsStatus(expression.right);
  }
}
