/** Metric math (CloudWatch user guide, "Use metric math"), as far as alarms on ratios need it. Pure. */

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** Another query's id. */
  | { readonly kind: 'id'; readonly name: string }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] };

/** An expression that this sandbox does not read, or that nobody could. */
export class ExpressionFault extends Error {}

/** Loosest first. */
const levels: readonly (readonly string[])[] = [
  ['||', 'OR'],
  ['&&', 'AND'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/'],
];

const LONGEST = 2048;

/** Throws `ExpressionFault`. */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST) throw new ExpressionFault(`An expression has at most ${LONGEST} characters.`);
  const parser = new Parser(tokens(text));
  const expression = parser.level(0);
  parser.end();
  return expression;
}

function tokens(text: string): string[] {
  const found: string[] = [];
  const next = /\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z_]\w*|"[^"]*"|\|\||&&|[=!<>]=|[-+*/()[\],<>])/y;
  while (text.slice(next.lastIndex).trim() !== '') {
    const at = next.lastIndex;
    const [, token] = next.exec(text) ?? [];
    if (token === undefined) {
      throw new ExpressionFault(`Unexpected ${JSON.stringify(text.slice(at).trim().slice(0, 20))} in the expression.`);
    }
    found.push(token);
  }
  return found;
}

class Parser {
  private at = 0;
  private readonly tokens: readonly string[];

  constructor(all: readonly string[]) {
    this.tokens = all;
  }

  level(depth: number): Expression {
    const operators = levels[depth];
    if (!operators) return this.unary();
    let left = this.level(depth + 1);
    for (let operator = this.takeOne(operators); operator !== null; operator = this.takeOne(operators)) {
      left = { kind: 'operation', operator: words.get(operator) ?? operator, left, right: this.level(depth + 1) };
    }
    return left;
  }

  end(): void {
    if (this.at < this.tokens.length) throw this.unexpected();
  }

  private unary(): Expression {
    if (!this.take('-')) return this.primary();
    return { kind: 'operation', operator: '*', left: { kind: 'number', value: -1 }, right: this.unary() };
  }

  private primary(): Expression {
    if (this.take('(')) {
      const inner = this.level(0);
      this.expect(')');
      return inner;
    }
    if (this.take('[')) return { kind: 'list', items: this.items(']') };
    const token = this.tokens[this.at] ?? '';
    if (!/^[\w."]/.test(token)) throw this.unexpected();
    this.at += 1;
    if (token.startsWith('"')) return { kind: 'text', value: token.slice(1, -1) };
    if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) };
    return this.take('(') ? { kind: 'call', name: token, args: this.items(')') } : { kind: 'id', name: token };
  }

  private items(closing: string): Expression[] {
    const items: Expression[] = [];
    if (this.take(closing)) return items;
    do items.push(this.level(0));
    while (this.take(','));
    this.expect(closing);
    return items;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private takeOne(operators: readonly string[]): string | null {
    return operators.find((operator) => this.take(operator)) ?? null;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw this.unexpected(token);
  }

  private unexpected(wanted?: string): ExpressionFault {
    const found = this.tokens[this.at];
    const text =
      found === undefined ? 'The expression ends too early' : `Unexpected ${JSON.stringify(found)} in the expression`;
    return new ExpressionFault(`${text}${wanted === undefined ? '' : `; ${wanted} is missing`}.`);
  }
}

const words = new Map([
  ['OR', '||'],
  ['AND', '&&'],
]);
