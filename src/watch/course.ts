import { type Observation, type Part, unseen } from '../engine/engine.ts';
import { type Waiting } from '../plan.ts';
import { freeAt, recentCalls, SHIFT_CALLS, WAIT_CALLS } from './budget.ts';
import { dueAt, type Foresight } from './due.ts';
import { isReadyNear } from './ends.ts';
import { isDue, partOf, pauseMs } from './interval.ts';
import { narrowed, type Offset, offsetMs, unknownOffset } from './offset.ts';
import { eventOf, isSuspicious, setOf, type Stage, stageOf } from './stage.ts';

/** What the watch knows: the last look, and what it needs to choose the next one. Times on our clock. */
export interface Course {
  readonly last: Observation;
  readonly looks: number;
  /** When calls were made in the last minute, oldest first. */
  readonly calls: readonly number[];
  readonly stage: Stage;
  readonly stageAt: number;
  readonly fullAt: number | null;
  readonly offset: Offset;
  /** When the last look at the target was begun. */
  readonly targetAt: number | null;
}

export interface Taken {
  readonly what: Part;
  readonly begunAt: number;
  readonly answeredAt: number;
}

export function newCourse(id: string, now: number, last: Observation = unseen(id)): Course {
  const rest = { looks: 0, calls: [], fullAt: null, offset: unknownOffset, targetAt: null };
  return { last, stage: stageOf(last), stageAt: now, ...rest };
}

/** A look that was not answered costs its calls all the same. */
export function charged(course: Course, what: Part, at: number): Course {
  const made = what === 'both' ? [at, at] : [at];
  return { ...course, calls: [...recentCalls(course.calls, at), ...made] };
}

/** The course after an answered look. */
export function afterLook(course: Course, seen: Observation, taken: Taken): Course {
  const { what, begunAt, answeredAt } = taken;
  const stage = stageOf(seen);
  const full = setOf(seen, 'green')?.weight === 100;
  return {
    last: seen,
    looks: course.looks + 1,
    calls: charged(course, what, begunAt).calls,
    stage,
    stageAt: stage === course.stage ? course.stageAt : answeredAt,
    fullAt: full ? (course.fullAt ?? answeredAt) : null,
    offset: what === 'deployment' ? course.offset : learned(course, seen, answeredAt),
    targetAt: what === 'deployment' ? course.targetAt : begunAt,
  };
}

/** Each start and end that this look shows first tells something about the two clocks. */
function learned(course: Course, seen: Observation, answeredAt: number): Offset {
  let offset = course.offset;
  for (const event of seen.events) {
    const before = eventOf(course.last, event.name);
    if (event.startedAt !== null && before?.startedAt !== event.startedAt)
      offset = narrowed(offset, event.startedAt, course.targetAt, answeredAt);
    if (event.endedAt !== null && before?.endedAt !== event.endedAt)
      offset = narrowed(offset, event.endedAt, course.targetAt, answeredAt);
  }
  return offset;
}

/** Below this a wait is not long: what can go wrong in it is noticed as fast as in a shift. */
const LONG_MS = 120_000;

/** When to look next, and at what. */
export function nextLook(
  course: Course,
  foresight: Foresight & { readonly waiting: Waiting },
  now: number,
): { readonly pauseMs: number; readonly what: Part } {
  const { last, stage, looks } = course;
  const { waiting } = foresight;
  const marks = { stageAt: course.stageAt, fullAt: course.fullAt, offsetMs: offsetMs(course.offset) };
  const due = dueAt(last, stage, foresight, marks);
  const long =
    (stage === 'ready' && waiting.readyMs >= LONG_MS) || (stage === 'terminating' && waiting.terminationMs >= LONG_MS);
  const wish = now + pauseMs({ now, dueAt: due, long });
  const endInDeployment = isReadyNear(last, waiting.until);
  const what = partOf({ stage, endInDeployment, suspicious: isSuspicious(last), due: isDue(wish, due), looks });
  const free = freeFor(course, {
    now,
    at: wish,
    cost: what === 'both' ? 2 : 1,
    waits: long && due !== null && wish < due,
  });
  return { pauseMs: Math.min(Math.max(wish, free) - now, waiting.maxDelayMs), what };
}

function freeFor(course: Course, look: { now: number; at: number; cost: number; waits: boolean }): number {
  const { calls, stageAt } = course;
  const counted = look.waits ? calls.filter((at) => at >= stageAt) : calls;
  return freeAt(counted, look.at, look.waits ? WAIT_CALLS : SHIFT_CALLS, look.cost);
}
