/** Faults are data: what goes wrong with which calls, how often, and when. */
import { createBucket, type TokenBucket } from './bucket.ts';

export const faultKinds = [
  'throttle',
  'server-error',
  'reset',
  'slow',
  'garbage',
  'lost',
  'stalled',
  'held',
  'expired-token',
  'denied',
  'bucket',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultSpec {
  /** An operation's name, or `*` for every one. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** How many calls it hits; every one when null. */
  readonly times: number | null;
  /** How many calls it lets pass first. */
  readonly after: number;
  /** The window in which it is there, emulated milliseconds from when it was set; without an end when `forMs` is null. */
  readonly fromMs?: number;
  readonly forMs?: number | null;
  /** For `slow`: real milliseconds before the answer. */
  readonly ms: number;
  /** For `bucket`: tokens at most, and how many come back in an emulated second. */
  readonly size: number;
  readonly refillPerSecond: number;
}

export interface ListedFault extends FaultSpec {
  readonly id: string;
  /** Calls it has hit so far. */
  readonly hits: number;
}

/** A fault as a call meets it. `ended`: when it is taken back; what waits for that goes on then. */
export interface MetFault extends FaultSpec {
  readonly ended: Promise<void>;
}

interface Live {
  readonly id: string;
  readonly spec: FaultSpec;
  readonly setAt: number;
  readonly bucket: TokenBucket;
  readonly end: PromiseWithResolvers<void>;
  passed: number;
  hits: number;
}

export interface Faults {
  add(spec: FaultSpec): string;
  list(): ListedFault[];
  /** False where there is none of that id. */
  remove(id: string): boolean;
  clear(): void;
  /** The fault that this call meets, if any; counts it. */
  meet(operation: string): MetFault | null;
}

/** `now` in emulated epoch milliseconds: windows and buckets go by it. */
export function createFaults(now: () => number): Faults {
  let live: Live[] = [];
  let count = 0;
  return {
    add(spec) {
      count += 1;
      const id = `fault-${count}`;
      const bucket = createBucket(spec, now());
      live.push({ id, spec, setAt: now(), bucket, end: Promise.withResolvers(), passed: 0, hits: 0 });
      return id;
    },
    list: () => live.map(({ id, spec, hits }) => ({ id, ...spec, hits })),
    remove(id) {
      const ended = live.find((fault) => fault.id === id);
      live = live.filter((fault) => fault !== ended);
      ended?.end.resolve();
      return ended !== undefined;
    },
    clear() {
      for (const { end } of live) end.resolve();
      live = [];
    },
    meet(operation) {
      const met = live.find((fault) => concerns(fault, operation) && hits(fault, now()));
      return met ? { ...met.spec, ended: met.end.promise } : null;
    },
  };
}

const concerns = ({ spec }: Live, operation: string): boolean => spec.operation === '*' || spec.operation === operation;

function isThere({ spec, setAt }: Live, now: number): boolean {
  const { fromMs = 0, forMs = null } = spec;
  const from = setAt + fromMs;
  return now >= from && (forMs === null || now < from + forMs);
}

function hits(fault: Live, now: number): boolean {
  const { spec } = fault;
  if (!isThere(fault, now)) return false;
  if (fault.passed < spec.after) {
    fault.passed += 1;
    return false;
  }
  if (spec.times !== null && fault.hits >= spec.times) return false;
  if (spec.kind === 'bucket' && fault.bucket.take(now)) return false;
  fault.hits += 1;
  return true;
}
