import { type Part } from '../engine/engine.ts';
import { type Stage } from './stage.ts';

/** How long after its due time a change is looked for first: AWS is not to the millisecond. */
const LEAD_MS = 250;
/** Between looks while something is due, so that it is noticed within two seconds. */
const QUICK_MS = 1_750;
/** For how long something that is due is looked for quickly. */
const WINDOW_MS = 8_000;
/** Between looks where something can happen at any time, so that it is noticed within five seconds. */
const GAP_MS = 4_800;
/** Between looks in a long wait, and shortly before its end: that leaves calls for the end itself. */
const WAIT_GAP_MS = 16_000;
const LAST_GAP_MS = 30_000;
/** The other part of the deployment is asked for with every eighth look. */
const OTHER_EVERY = 8;
/** Without a target, a failure shows in the deployment only. */
const STARTING_EVERY = 4;

export interface Moment {
  readonly now: number;
  readonly dueAt: number | null;
  /** A wait whose end is known and in which next to nothing else can happen. */
  readonly long: boolean;
}

/** Milliseconds to the next look, budgets aside. */
export function pauseMs({ now, dueAt, long }: Moment): number {
  if (dueAt === null) return GAP_MS;
  const left = dueAt + LEAD_MS - now;
  if (left <= -WINDOW_MS) return GAP_MS;
  if (left <= 0) return QUICK_MS;
  if (long && left > LAST_GAP_MS + LAST_GAP_MS + WAIT_GAP_MS) return WAIT_GAP_MS;
  return left / Math.ceil(left / (long ? LAST_GAP_MS : GAP_MS));
}

export interface Situation {
  readonly stage: Stage;
  /** The end that is waited for can be seen in the deployment only. */
  readonly endInDeployment: boolean;
  readonly suspicious: boolean;
  /** True where a foreseeable change is due about now. */
  readonly due: boolean;
  /** Looks made so far. */
  readonly looks: number;
}

/** Which part of the deployment to ask for: the one in which the next change shows, the other one now and then. */
export function partOf({ stage, endInDeployment, suspicious, due, looks }: Situation): Part {
  if (looks === 0) return 'both';
  const inTurn = looks % 2 === 0 ? 'target' : 'deployment';
  if (stage === 'ready' || stage === 'terminating') return 'deployment';
  if (suspicious) return inTurn;
  if (stage === 'shifting') return due ? 'target' : inTurn;
  if (stage === 'starting') return looks % STARTING_EVERY === 0 ? 'both' : 'target';
  if (looks % OTHER_EVERY === 0) return 'both';
  return endInDeployment && stage === 'installing' ? 'deployment' : 'target';
}

/** True from the due time of a change until it is no longer looked for quickly. */
export function isDue(at: number, dueAt: number | null): boolean {
  return dueAt !== null && at >= dueAt && at <= dueAt + LEAD_MS + WINDOW_MS;
}

const RETRY_MS = 2_500;
const RETRY_MOST_MS = 60_000;

/** Milliseconds to the next try after the `failures`th failure in a row: doubling, with full jitter above a second. */
export function retryMs(failures: number, random: () => number): number {
  return Math.round(1_000 + random() * (longest(failures) - 1_000));
}

/** The same after throttling: never sooner than without it, or many watchers of one account would ask more, not less. */
export function throttledMs(failures: number, random: () => number): number {
  return Math.min(RETRY_MOST_MS, Math.round(GAP_MS + random() * longest(failures)));
}

function longest(failures: number): number {
  return Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** failures);
}
