/** An expression as a tree. `||` binds least, then `&&`, then `==` and `!=`, then `!`. */
import { type Json } from '../../../src/json.ts';
import { type Token, tokensOf } from './tokens.ts';

export type Expression =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: Pair; readonly left: Expression; readonly right: Expression };

type Pair = '||' | '&&' | '==' | '!=';

const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

interface Reader {
  peek(): Token | undefined;
  /** Takes the next token if it is this operator. */
  took(operator: string): boolean;
  next(): Token;
  fail(what: string): never;
}

export function parseExpression(source: string): Expression {
  const reader = readerOf(source, tokensOf(source));
  const expression = pairs(reader, [['||'], ['&&'], ['==', '!=']]);
  const rest = reader.peek();
  if (rest !== undefined) reader.fail(`"${rest.text}" stands where the expression should end`);
  return expression;
}

function readerOf(source: string, tokens: readonly Token[]): Reader {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`"${source.trim()}": ${what}`);
  };
  return {
    peek: () => tokens[at],
    took: (operator) => {
      const token = tokens[at];
      if (token?.kind !== 'operator' || token.text !== operator) return false;
      at += 1;
      return true;
    },
    next: () => {
      const token = tokens[at] ?? fail('it ends too early');
      at += 1;
      return token;
    },
    fail,
  };
}

function pairs(reader: Reader, levels: readonly (readonly Pair[])[]): Expression {
  const [operators, ...tighter] = levels;
  if (operators === undefined) return not(reader);
  let left = pairs(reader, tighter);
  for (;;) {
    const kind = operators.find((operator) => reader.took(operator));
    if (kind === undefined) return left;
    left = { kind, left, right: pairs(reader, tighter) };
  }
}

function not(reader: Reader): Expression {
  return reader.took('!') ? { kind: 'not', of: not(reader) } : members(reader, primary(reader));
}

function primary(reader: Reader): Expression {
  if (reader.took('(')) {
    const inner = pairs(reader, [['||'], ['&&'], ['==', '!=']]);
    return reader.took(')') ? inner : reader.fail('a bracket is not closed');
  }
  const token = reader.next();
  if (token.kind === 'number') return { kind: 'value', value: token.value };
  if (token.kind === 'text') return { kind: 'value', value: token.text };
  if (token.kind === 'operator') return reader.fail(`"${token.text}" stands where a value should`);
  const word = WORDS[token.text];
  if (word !== undefined) return { kind: 'value', value: word };
  return reader.took('(') ? call(reader, token.text) : { kind: 'context', name: token.text };
}

function call(reader: Reader, name: string): Expression {
  const given: Expression[] = [];
  while (!reader.took(')')) {
    if (given.length > 0 && !reader.took(',')) reader.fail(`a comma is missing in the call of ${name}`);
    given.push(pairs(reader, [['||'], ['&&'], ['==', '!=']]));
  }
  return { kind: 'call', name, given };
}

function members(reader: Reader, of: Expression): Expression {
  if (reader.took('.')) {
    const token = reader.next();
    if (token.kind !== 'name') return reader.fail(`"${token.text}" is not the name of a member`);
    return members(reader, { kind: 'member', of, name: { kind: 'value', value: token.text } });
  }
  if (!reader.took('[')) return of;
  const name = pairs(reader, [['||'], ['&&'], ['==', '!=']]);
  if (!reader.took(']')) reader.fail('a square bracket is not closed');
  return members(reader, { kind: 'member', of, name });
}
