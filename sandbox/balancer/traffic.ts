/** Counts of what the listeners passed on: for the page, and for CloudWatch's metrics of load balancers. */

/** One request as the load balancer ended it. */
export interface PassedRequest {
  readonly listenerArn: string;
  /** null where no target was asked: a fixed response, a redirect, 503. */
  readonly targetGroupArn: string | null;
  /** `web:3`, of the task that answered or was to answer. */
  readonly revision: string | null;
  /** What the client got. */
  readonly status: number;
  /** The status is the load balancer's own (502, 503, 504, 460, fixed response), not a target's. */
  readonly fromBalancer: boolean;
  /** Real milliseconds until the target's headers arrived; null where none did. */
  readonly targetMs: number | null;
}

export interface Counts {
  requests: number;
  target2xx: number;
  target3xx: number;
  target4xx: number;
  target5xx: number;
  balancer4xx: number;
  balancer5xx: number;
  /** Those for which a target was chosen. */
  targeted: number;
  /** Sum, count, least and greatest of `targetMs`; the least is infinite where there is none. */
  targetMs: number;
  timed: number;
  targetMinMs: number;
  targetMaxMs: number;
}

/** Requests of one real second. */
export interface SecondOfTraffic {
  /** Real epoch seconds. */
  readonly second: number;
  /** By listener, then by revision (or `''` where no target was asked). */
  readonly listeners: ReadonlyMap<string, ReadonlyMap<string, Readonly<Counts>>>;
}

export interface Traffic {
  record(request: PassedRequest): void;
  /** The newest seconds that had traffic, oldest first: at most five minutes of them. */
  seconds(): readonly SecondOfTraffic[];
  /** Of one emulated minute (epoch milliseconds / 60000, rounded down) in a target group; null where there was none. */
  minute(targetGroupArn: string, minute: number): Readonly<Counts> | null;
  /** The same of each listener that had some, whatever became of it: also what reached no target group. */
  listenersIn(minute: number): ReadonlyMap<string, Readonly<Counts>>;
  /** Since the start, by listener and revision. */
  totals(): ReadonlyMap<string, ReadonlyMap<string, Readonly<Counts>>>;
}

const LONGEST_VIEW_SECONDS = 300;
/** Alarms look back over a day at most (CloudWatch API: PutMetricAlarm, EvaluationPeriods × Period). */
const MINUTES_KEPT = 24 * 60;

export const noCounts = (): Counts => ({
  requests: 0,
  target2xx: 0,
  target3xx: 0,
  target4xx: 0,
  target5xx: 0,
  balancer4xx: 0,
  balancer5xx: 0,
  targeted: 0,
  targetMs: 0,
  timed: 0,
  targetMinMs: Infinity,
  targetMaxMs: 0,
});

const classes = ['target2xx', 'target3xx', 'target4xx', 'target5xx'] as const;

function count(counts: Counts, { status, fromBalancer, targetMs, revision }: PassedRequest): void {
  counts.requests += 1;
  if (revision !== null) counts.targeted += 1;
  if (targetMs !== null) {
    counts.targetMs += targetMs;
    counts.timed += 1;
    counts.targetMinMs = Math.min(counts.targetMinMs, targetMs);
    counts.targetMaxMs = Math.max(counts.targetMaxMs, targetMs);
  }
  if (fromBalancer) {
    if (status >= 500) counts.balancer5xx += 1;
    else if (status >= 400) counts.balancer4xx += 1;
    return;
  }
  const named = classes[Math.floor(status / 100) - 2];
  if (named) counts[named] += 1;
}

type ByListener = Map<string, Map<string, Counts>>;

function countsOf(all: ByListener, { listenerArn, revision }: PassedRequest): Counts {
  let revisions = all.get(listenerArn);
  if (!revisions) all.set(listenerArn, (revisions = new Map<string, Counts>()));
  return countsIn(revisions, revision ?? '');
}

/** Those of one minute, by ARN. */
interface Minute {
  readonly groups: Map<string, Counts>;
  readonly listeners: Map<string, Counts>;
}

function countsIn(all: Map<string, Counts>, key: string): Counts {
  let counts = all.get(key);
  if (!counts) all.set(key, (counts = noCounts()));
  return counts;
}

/** `emulated`: the sandbox's time, `real`: this machine's; both in epoch milliseconds. */
export function createTraffic(emulated: () => number, real: () => number): Traffic {
  const seconds: { second: number; listeners: ByListener }[] = [];
  const minutes = new Map<number, Minute>();
  const totals: ByListener = new Map();
  const secondNow = (): ByListener => {
    const second = Math.floor(real() / 1000);
    const last = seconds.at(-1);
    if (last?.second === second) return last.listeners;
    const made = { second, listeners: new Map<string, Map<string, Counts>>() };
    seconds.push(made);
    while ((seconds[0]?.second ?? second) <= second - LONGEST_VIEW_SECONDS) seconds.shift();
    return made.listeners;
  };
  const minuteNow = (): Minute => {
    const minute = Math.floor(emulated() / 60_000);
    let found = minutes.get(minute);
    if (!found) {
      minutes.set(minute, (found = { groups: new Map<string, Counts>(), listeners: new Map<string, Counts>() }));
      for (const old of minutes.keys()) if (old < minute - MINUTES_KEPT) minutes.delete(old);
    }
    return found;
  };
  return {
    record(request) {
      count(countsOf(secondNow(), request), request);
      count(countsOf(totals, request), request);
      const { groups, listeners } = minuteNow();
      count(countsIn(listeners, request.listenerArn), request);
      if (request.targetGroupArn !== null) count(countsIn(groups, request.targetGroupArn), request);
    },
    seconds: () => seconds,
    minute: (targetGroupArn, minute) => minutes.get(minute)?.groups.get(targetGroupArn) ?? null,
    listenersIn: (minute) => minutes.get(minute)?.listeners ?? none,
    totals: () => totals,
  };
}

const none: ReadonlyMap<string, Counts> = new Map();
