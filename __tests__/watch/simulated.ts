import { type Engine, type LifecycleEvent, type Look, type Observation, unseen } from '../../src/engine/engine.ts';
import { type FakeClock } from './fake-clock.ts';

/** When what happens, in milliseconds from the start of the deployment, as AWS has it. */
export interface Timeline {
  readonly targetMs: number;
  readonly installedMs: number;
  /** Begin of the wait for ContinueDeployment; null: it does not wait. */
  readonly readyMs: number | null;
  readonly shift: readonly { readonly atMs: number; readonly percent: number }[];
  readonly afterShiftMs: number;
  readonly completedMs: number;
  /** Ends early: nothing that is due later happens. */
  readonly failed?: { readonly atMs: number; readonly status: 'Failed' | 'Stopped'; readonly hidden?: boolean };
}

const NAMES = ['BeforeInstall', 'Install', 'AfterInstall', 'BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic'];

/** A deployment that moves by its timeline, as GetDeployment and GetDeploymentTarget show it. */
export class Simulated implements Engine {
  readonly calls: { readonly at: number; readonly part: 'deployment' | 'target' }[] = [];
  /** Thrown instead of an answer while it returns something. */
  fault: (part: 'deployment' | 'target') => Error | null = () => null;
  /** How far AWS's clock is ahead of ours. */
  skewMs = 0;
  /** Last word on what a look shows. */
  change: (seen: Observation, ms: number) => Observation = (seen) => seen;
  readonly startedAt: number;
  private readonly clock: FakeClock;
  private readonly timeline: Timeline;
  private readonly latencyMs: number;

  constructor(clock: FakeClock, timeline: Timeline, latencyMs = 120) {
    this.clock = clock;
    this.timeline = timeline;
    this.latencyMs = latencyMs;
    this.startedAt = clock.now();
  }

  start(): Promise<string> {
    throw new Error('not part of a watch');
  }

  stop(): Promise<'stopping' | 'over'> {
    throw new Error('not part of a watch');
  }

  promote(): Promise<'continued' | 'not-waiting' | 'over'> {
    throw new Error('not part of a watch');
  }

  async observe(id: string, look: Look = { what: 'both', last: null }): Promise<Observation> {
    const parts = look.what === 'both' ? (['deployment', 'target'] as const) : ([look.what] as const);
    for (const part of parts) this.calls.push({ at: this.clock.now(), part });
    await this.clock.sleep(this.latencyMs / 2);
    const ms = this.clock.now() - this.startedAt;
    for (const part of parts) {
      const fault = this.fault(part);
      if (fault !== null) throw fault;
    }
    let seen = look.last ?? unseen(id);
    if (look.what !== 'target') seen = { ...seen, ...this.deployment(ms) };
    if (look.what !== 'deployment') seen = { ...seen, ...this.target(ms) };
    seen = this.change(seen, ms);
    await this.clock.sleep(this.latencyMs / 2);
    return seen;
  }

  /** The most calls within any minute of the time from `fromMs` to `toMs`. */
  busiest(fromMs: number, toMs: number): number {
    const times = this.calls.map(({ at }) => at - this.startedAt).filter((at) => at >= fromMs && at < toMs);
    return Math.max(0, ...times.map((at) => times.filter((other) => other > at - 60_000 && other <= at).length));
  }

  private failedAt(ms: number): Timeline['failed'] | undefined {
    const { failed } = this.timeline;
    return failed !== undefined && ms >= failed.atMs ? failed : undefined;
  }

  private deployment(ms: number): Partial<Observation> {
    const { readyMs, shift, completedMs, targetMs } = this.timeline;
    const failed = this.failedAt(ms);
    const waits = readyMs !== null && ms >= readyMs && ms < (shift[0]?.atMs ?? Infinity);
    const going = waits ? 'Ready' : ms < targetMs ? 'Created' : 'InProgress';
    const status = failed?.status ?? (ms >= completedMs ? 'Succeeded' : going);
    return { status, rawStatus: status, createdAt: this.startedAt };
  }

  private target(now: number): Partial<Observation> {
    const { targetMs, installedMs, shift, afterShiftMs, readyMs } = this.timeline;
    if (now < targetMs) return {};
    const failed = this.failedAt(now);
    const ms = failed === undefined ? now : failed.atMs - 1;
    const begin = shift[0]?.atMs ?? Infinity;
    const weight = shift.findLast(({ atMs }) => ms >= atMs)?.percent ?? 0;
    const lastStep = shift.at(-1)?.atMs ?? Infinity;
    const spans = [
      [targetMs, targetMs],
      [targetMs, installedMs],
      [installedMs, installedMs],
      [begin, begin],
      [begin, lastStep + 400],
      [lastStep + 400, afterShiftMs],
    ] as const;
    const broken = failed !== undefined && failed.hidden !== true;
    const events = NAMES.map((name, index) => this.event(name, spans[index] ?? [0, 0], ms, broken));
    const up = ms >= targetMs + 2_000;
    const set = { desired: 2, running: 2, pending: 0, targetGroup: null };
    const targetStatus =
      ms >= afterShiftMs ? 'Succeeded' : readyMs !== null && ms >= readyMs && ms < begin ? 'Ready' : 'InProgress';
    return {
      targetStatus: broken ? 'Failed' : targetStatus,
      events,
      taskSets: [
        { ...set, id: 'blue', color: 'blue', status: weight === 100 ? 'ACTIVE' : 'PRIMARY', weight: 100 - weight },
        ...(up
          ? [
              {
                ...set,
                id: 'green',
                color: 'green' as const,
                status: weight === 100 ? 'PRIMARY' : 'ACTIVE',
                weight,
                running: ms >= installedMs ? 2 : 0,
                pending: ms >= installedMs ? 0 : 2,
              },
            ]
          : []),
      ],
    };
  }

  private event(name: string, [from, to]: readonly [number, number], ms: number, broken: boolean): LifecycleEvent {
    const status =
      ms >= to ? 'Succeeded' : ms >= from ? (broken ? 'Failed' : 'InProgress') : broken ? 'Skipped' : 'Pending';
    return {
      name,
      status,
      startedAt: ms >= from ? this.startedAt + this.skewMs + from : null,
      endedAt: ms >= to ? this.startedAt + this.skewMs + to : null,
      diagnostics: null,
    };
  }
}

/** A whole deployment. `shift`: steps from the shift's begin; `lagMs`: how late AWS is with each of them. */
export function timeline(options: {
  readonly installMs?: number;
  readonly readyMs?: number;
  readonly steps: readonly { readonly atMs: number; readonly percent: number }[];
  readonly lagMs?: number;
  readonly terminationMs?: number;
  readonly drainMs?: number;
  readonly checksMs?: number;
  readonly failed?: Timeline['failed'];
}): Timeline {
  const { installMs = 30_000, readyMs = 0, steps, lagMs = 0, terminationMs = 0, drainMs = 0, checksMs = 600 } = options;
  const installedMs = 1_500 + installMs;
  const begin = installedMs + 500 + readyMs;
  const shift = steps.map(({ atMs, percent }) => ({ atMs: begin + atMs + (atMs === 0 ? 0 : lagMs), percent }));
  const afterShiftMs = (shift.at(-1)?.atMs ?? begin) + 400 + checksMs;
  return {
    targetMs: 1_500,
    installedMs,
    readyMs: readyMs === 0 ? null : installedMs + 500,
    shift,
    afterShiftMs,
    completedMs: afterShiftMs + terminationMs + drainMs,
    ...(options.failed === undefined ? {} : { failed: options.failed }),
  };
}
