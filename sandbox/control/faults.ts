/** Faults are data: what goes wrong with which calls, and how often. */

export const faultKinds = [
  'throttle',
  'server-error',
  'reset',
  'slow',
  'garbage',
  'lost',
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

interface Live {
  readonly id: string;
  readonly spec: FaultSpec;
  passed: number;
  hits: number;
  tokens: number;
  filledAt: number;
}

export interface Faults {
  add(spec: FaultSpec): string;
  list(): ListedFault[];
  clear(): void;
  /** The fault that this call meets, if any; counts it. */
  meet(operation: string): FaultSpec | null;
}

/** `now` in emulated epoch milliseconds: buckets fill by it. */
export function createFaults(now: () => number): Faults {
  let live: Live[] = [];
  let count = 0;
  return {
    add(spec) {
      count += 1;
      const id = `fault-${count}`;
      live.push({ id, spec, passed: 0, hits: 0, tokens: spec.size, filledAt: now() });
      return id;
    },
    list: () => live.map(({ id, spec, hits }) => ({ id, ...spec, hits })),
    clear() {
      live = [];
    },
    meet: (operation) => live.find((fault) => concerns(fault, operation) && hits(fault, now()))?.spec ?? null,
  };
}

const concerns = ({ spec }: Live, operation: string): boolean => spec.operation === '*' || spec.operation === operation;

function hits(fault: Live, now: number): boolean {
  const { spec } = fault;
  if (fault.passed < spec.after) {
    fault.passed += 1;
    return false;
  }
  if (spec.times !== null && fault.hits >= spec.times) return false;
  if (spec.kind === 'bucket' && takeToken(fault, now)) return false;
  fault.hits += 1;
  return true;
}

function takeToken(bucket: Live, now: number): boolean {
  const { size, refillPerSecond } = bucket.spec;
  const refill = ((now - bucket.filledAt) / 1000) * refillPerSecond;
  bucket.tokens = Math.min(size, bucket.tokens + refill);
  bucket.filledAt = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}
