import { type CallRecord } from '../../sandbox/control/calls.ts';
import { type Figure } from '../figure.ts';

/** One copy of `dist/`, as it ended. */
export interface Run {
  readonly service: string;
  readonly succeeded: boolean;
  readonly output: string;
}

export interface Seen {
  readonly runs: readonly Run[];
  /** Of the deployments only, not of what puts the stacks up. */
  readonly calls: readonly Pick<CallRecord, 'operation' | 'fault' | 'ms'>[];
  readonly rssMiB: number;
  /** From the first run's start to the last one's end. */
  readonly seconds: number;
}

/** Of each run that failed the end of what it said is printed: this many lines of it. */
const LINES_TOLD = 40;

export function figuresOf({ runs, calls, rssMiB, seconds }: Seen): readonly Figure[] {
  const failed = runs.filter(({ succeeded }) => !succeeded);
  for (const { service, output } of failed) console.error(`${service} failed:\n${lastLines(output)}\n`);
  const throttled = calls.filter(({ fault }) => fault === 'rate-limit').map(({ operation }) => operation);
  const times = calls.map(({ ms }) => ms);
  const of = `of ${calls.length} calls`;
  const which = `${of}: ${counted(throttled)}`;
  const names = failed.map(({ service }) => service).join(', ');
  const note = `of ${runs.length}, within ${seconds.toFixed(0)} s${names && `: ${names}`}`;
  return [
    { name: 'deployments that failed', value: failed.length, unit: '', limit: 0, note },
    { name: 'calls that were throttled', value: throttled.length, unit: '', limit: 1, atLeast: true, note: which },
    { name: 'the sandbox: memory at most', value: rssMiB, unit: 'MiB', limit: 300, note: 'its tasks are in it' },
    { name: 'an API call: p99, in the sandbox', value: p99(times), unit: 'ms', limit: 50, timing: true, note: of },
  ];
}

/** NaN of no values. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

/** `RegisterTaskDefinition 90, DescribeRules 12` */
function counted(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }));
  return counts
    .toSorted((one, other) => other.count - one.count)
    .map(({ name, count }) => `${name} ${count}`)
    .join(', ');
}

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-LINES_TOLD).join('\n');
