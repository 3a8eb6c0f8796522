import { type Engine, type Observation, type Part } from '../engine/engine.ts';
import { type DeploymentEvent } from '../events.ts';
import { type AwsCallError } from '../ports/aws/error.ts';
import { type WatchOptions } from '../watch.ts';
import { changesOf } from './changes.ts';
import { afterLook, charged, type Course, newCourse, nextLook } from './course.ts';
import { type End, endOf, needsDeployment } from './ends.ts';
import { retryMs, throttledMs } from './interval.ts';
import { take } from './look.ts';
import { waitingEvent } from './waiting.ts';

/** A word is given when nothing has changed for this long. */
const HEARTBEAT_MS = 3 * 60_000;

export type Looked = { readonly events: readonly DeploymentEvent[] } & (
  { readonly kind: 'on' } | { readonly kind: 'interrupted' } | { readonly kind: 'end'; readonly end: End }
);

/** The course of one watch: what was seen last, when to look next. */
export class Round {
  course: Course;
  readonly startedAt: number;
  private readonly engine: Engine;
  private readonly options: WatchOptions;
  private toldAt: number;
  private failures = 0;
  private failure = '';
  private next: { readonly pauseMs: number; readonly what: Part } = { pauseMs: 0, what: 'both' };

  constructor(engine: Engine, id: string, options: WatchOptions) {
    this.engine = engine;
    this.options = options;
    this.toldAt = options.clock.now();
    this.startedAt = options.from?.startedAt ?? this.toldAt;
    this.course = newCourse(id, this.toldAt, options.from?.last);
  }

  lastSeen(): Observation | null {
    return this.isNew() ? null : this.course.last;
  }

  /** Nothing has been seen of the deployment, here or by an earlier watch. */
  private isNew(): boolean {
    return this.course.looks === 0 && this.options.from === undefined;
  }

  leftMs(): number {
    return this.startedAt + this.options.waiting.limitMs - this.options.clock.now();
  }

  async look(): Promise<Looked> {
    const { clock, signal, waiting } = this.options;
    if (signal?.aborted) return { kind: 'interrupted', events: [] };
    const begunAt = clock.now();
    const { what } = this.next;
    const answer = await take(this.engine, this.course.last, what, signal);
    if (answer.kind === 'aborted') return { kind: 'interrupted', events: [] };
    if (answer.kind === 'unanswered') return { kind: 'on', events: this.ridesOut(answer.error, begunAt) };
    const before = this.course.last;
    const events = this.takesIn(answer.seen, { what, begunAt });
    if (what === 'target' && needsDeployment(before, answer.seen, waiting.until)) return this.confirmed(events);
    const end = endOf(answer.seen, waiting.until);
    return end === null ? { kind: 'on', events } : { kind: 'end', end, events };
  }

  /** The target shows what only the deployment itself can confirm. */
  private async confirmed(events: readonly DeploymentEvent[]): Promise<Looked> {
    this.next = { pauseMs: 0, what: 'deployment' };
    const looked = await this.look();
    return { ...looked, events: [...events, ...looked.events] };
  }

  private takesIn(seen: Observation, { what, begunAt }: { what: Part; begunAt: number }): readonly DeploymentEvent[] {
    const { clock, steps, waiting } = this.options;
    const before = this.course;
    const isFirst = this.isNew();
    const now = clock.now();
    this.failures = 0;
    this.failure = '';
    this.course = afterLook(before, seen, { what, begunAt, answeredAt: now });
    this.next = nextLook(this.course, { steps, waiting }, now);
    const events = changesOf(before.last, seen, isFirst, now - this.startedAt);
    if (this.course.stage === 'ready' && before.stage !== 'ready') events.push(this.word());
    if (events.length > 0) this.toldAt = now;
    return events;
  }

  private ridesOut(error: AwsCallError, begunAt: number): readonly DeploymentEvent[] {
    const { clock, random, waiting } = this.options;
    this.failures += 1;
    // The longest pause that was asked for holds, unless AWS says that it is asked too often.
    const throttled = error.kind === 'throttled';
    const pauseMs = throttled
      ? throttledMs(this.failures, random)
      : Math.min(retryMs(this.failures, random), waiting.maxDelayMs);
    const { what } = this.next;
    this.course = charged(this.course, what, begunAt);
    // One call at a time while AWS has none to spare: of two, either can be the one too many.
    this.next = { pauseMs, what: throttled && what === 'both' ? 'target' : what };
    if (error.code === this.failure) return [];
    this.failure = error.code;
    this.toldAt = clock.now();
    return [{ kind: 'unanswered', reason: error.message, retryMs: pauseMs, elapsedMs: this.toldAt - this.startedAt }];
  }

  *heartbeat(): Generator<DeploymentEvent, void, void> {
    const now = this.options.clock.now();
    if (now - this.toldAt < HEARTBEAT_MS) return;
    this.toldAt = now;
    yield this.word();
  }

  private word(): DeploymentEvent {
    const { hasTestListener, waiting, clock } = this.options;
    const elapsedMs = clock.now() - this.startedAt;
    return waitingEvent(this.course, { waiting, hasTestListener, leftMs: this.leftMs(), elapsedMs, now: clock.now() });
  }

  async pause(): Promise<void> {
    const { clock, signal } = this.options;
    await clock.sleep(Math.max(0, Math.min(this.next.pauseMs, this.leftMs())), signal);
  }
}
