/** Computes metric math over series of datapoints. Pure. */
import { type Expression, ExpressionFault } from './parse-expression.ts';

/** Time of a window's start, epoch milliseconds, to its value; windows without a datapoint are absent. */
export type Series = ReadonlyMap<number, number>;

export type Value = number | Series | readonly Series[];

export interface Scope {
  /** The value of another query. Throws `ExpressionFault` where there is none. */
  byId(id: string): Value;
  /** Of every metric whose id holds that text. */
  metrics(part: string): readonly Series[];
  /** Starts of all windows that were asked for. */
  readonly times: readonly number[];
}

export function compute(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'id':
      return scope.byId(expression.name);
    case 'operation':
      return combine(
        operatorOf(expression.operator),
        compute(expression.left, scope),
        compute(expression.right, scope),
      );
    case 'list':
      return expression.items.map((item) => asSeries(compute(item, scope), 'A list holds time series'));
    case 'call':
      return call(expression.name, expression.args, scope);
    case 'text':
      throw new ExpressionFault(`${JSON.stringify(expression.value)} stands where a number or a metric is wanted.`);
  }
}

type Operator = (a: number, b: number) => number;

const operators = new Map<string, Operator>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['<', (a, b) => Number(a < b)],
  ['>', (a, b) => Number(a > b)],
  ['<=', (a, b) => Number(a <= b)],
  ['>=', (a, b) => Number(a >= b)],
  ['==', (a, b) => Number(a === b)],
  ['!=', (a, b) => Number(a !== b)],
  ['&&', (a, b) => Number(a !== 0 && b !== 0)],
  ['||', (a, b) => Number(a !== 0 || b !== 0)],
]);

function operatorOf(name: string): Operator {
  const operator = operators.get(name);
  if (!operator) throw new ExpressionFault(`The operator ${name} is not emulated.`);
  return operator;
}

const isList = (value: Value): value is readonly Series[] => Array.isArray(value);

/** Series meet where both have a datapoint; what is not a number (a division by zero) is no datapoint. */
function combine(operator: Operator, left: Value, right: Value): Value {
  if (isList(left)) return left.map((each) => asSeries(combine(operator, each, right), 'A list'));
  if (isList(right)) return right.map((each) => asSeries(combine(operator, left, each), 'A list'));
  if (typeof left === 'number' && typeof right === 'number') return operator(left, right);
  const times = typeof left === 'number' ? keysOf(right) : [...left.keys()];
  return collect(times, (time) => {
    const [a, b] = [at(left, time), at(right, time)];
    return a === undefined || b === undefined ? undefined : operator(a, b);
  });
}

const keysOf = (value: number | Series): number[] => (typeof value === 'number' ? [] : [...value.keys()]);

const at = (value: number | Series, time: number): number | undefined =>
  typeof value === 'number' ? value : value.get(time);

function collect(times: readonly number[], value: (time: number) => number | undefined): Series {
  const points = times.map((time): [number, number] => [time, value(time) ?? NaN]);
  return new Map(points.filter(([, point]) => Number.isFinite(point)));
}

function asSeries(value: Value, what: string): Series {
  if (typeof value === 'number' || isList(value)) throw new ExpressionFault(`${what} holds something that is none.`);
  return value;
}

function call(name: string, args: readonly Expression[], scope: Scope): Value {
  const total = totals.get(name);
  const [first, second, third] = args;
  if (name === 'METRICS') return scope.metrics(first?.kind === 'text' ? first.value : '');
  if (total && first && args.length === 1) return summarise(total, compute(first, scope));
  if (name === 'FILL' && first && second) return fill(compute(first, scope), second, scope);
  if (name === 'IF' && first && second && args.length <= 3) {
    const otherwise = third && compute(third, scope);
    return choose(compute(first, scope), compute(second, scope), otherwise, scope);
  }
  throw new ExpressionFault(
    `${name.slice(0, 50)} with ${args.length} argument${args.length === 1 ? '' : 's'} is not emulated. There are: ` +
      `FILL(series, value), IF(condition, then[, else]), METRICS(["part of the id"]), ${[...totals.keys()].join(', ')} of one argument.`,
  );
}

const totals = new Map<string, (values: readonly number[]) => number>([
  ['SUM', (values) => values.reduce((sum, value) => sum + value, 0)],
  ['AVG', (values) => values.reduce((sum, value) => sum + value, 0) / values.length],
  ['MIN', (values) => values.reduce((least, value) => Math.min(least, value), Infinity)],
  ['MAX', (values) => values.reduce((most, value) => Math.max(most, value), -Infinity)],
]);

/** Of several series, one series; of one series, one number. */
function summarise(total: (values: readonly number[]) => number, value: Value): Value {
  if (typeof value === 'number') return value;
  if (!isList(value)) return value.size === 0 ? NaN : total([...value.values()]);
  const times = [...new Set(value.flatMap((each) => [...each.keys()]))].sort((a, b) => a - b);
  return collect(times, (time) => total(value.flatMap((each) => each.get(time) ?? [])));
}

function fill(value: Value, filler: Expression, scope: Scope): Value {
  if (isList(value)) return value.map((each) => asSeries(fill(each, filler, scope), 'A list'));
  const series = asSeries(value, 'FILL takes a time series, and the argument');
  if (filler.kind === 'id' && filler.name === 'REPEAT') {
    let last: number | undefined;
    return collect(scope.times, (time) => (last = series.get(time) ?? last));
  }
  if (filler.kind === 'id' && filler.name === 'LINEAR') throw new ExpressionFault('FILL with LINEAR is not emulated.');
  const other = compute(filler, scope);
  if (isList(other)) throw new ExpressionFault('FILL takes a number or a time series to fill with.');
  return collect(scope.times, (time) => series.get(time) ?? at(other, time));
}

function choose(condition: Value, then: Value, otherwise: Value | undefined, { times }: Scope): Value {
  if (isList(condition) || isList(then) || (otherwise !== undefined && isList(otherwise))) {
    throw new ExpressionFault('IF takes numbers and time series, not lists.');
  }
  if (typeof condition === 'number') {
    if (condition !== 0) return then;
    return otherwise ?? new Map<number, number>();
  }
  return collect(times, (time) => {
    const holds = condition.get(time);
    const branch = holds === 0 ? otherwise : then;
    return holds === undefined || branch === undefined ? undefined : at(branch, time);
  });
}
