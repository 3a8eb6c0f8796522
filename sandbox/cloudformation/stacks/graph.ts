import { type Ending, type Job } from './job.ts';
import { type Run } from './run.ts';

export interface Plan {
  readonly ids: readonly string[];
  /** What must have ended before `id` begins; ids that are not among `ids` do not count. */
  before(id: string): readonly string[];
  /** Begins it; null where it has ended at once: as it said, or well. */
  start(id: string, end: (ending: Ending) => void): Job | null;
  /** After a failure: whatever is under way is cancelled and nothing more begins, or only what depends on it does not. */
  readonly onFailure: 'cancel' | 'goOn';
  /** Called once, when nothing is under way any more; ids that failed or were cancelled, in the order in which they did. */
  finished(failed: readonly string[]): void;
}

/** Runs all, each after what must come before it, independent ones at the same time. */
export function runGraph(run: Run, plan: Plan): void {
  new Graph(run, plan).begin();
}

class Graph {
  private readonly run: Run;
  private readonly plan: Plan;
  private readonly waiting: Set<string>;
  private readonly running = new Map<string, Job | null>();
  private readonly failed: string[] = [];
  private readonly known: ReadonlySet<string>;
  private readonly done = new Set<string>();
  private stopped = false;
  private pumping = false;
  private over = false;

  constructor(run: Run, plan: Plan) {
    this.run = run;
    this.plan = plan;
    this.known = new Set(plan.ids);
    this.waiting = new Set(plan.ids);
  }

  begin(): void {
    this.run.cancel = () => {
      this.stop();
      this.pump();
    };
    this.pump();
  }

  /** Starts what may start, over and over, as what ends at once lets others begin. */
  private pump(): void {
    if (this.pumping || this.over) return;
    this.pumping = true;
    for (let next = this.next(); next !== undefined; next = this.next()) this.start(next);
    this.pumping = false;
    if (this.running.size === 0) this.finish();
  }

  private next(): string | undefined {
    if (this.stopped) return undefined;
    const free = [...this.waiting].find((id) =>
      this.plan.before(id).every((other) => this.done.has(other) || !this.known.has(other)),
    );
    if (free !== undefined || this.running.size > 0 || this.failed.length > 0) return free;
    // What two versions of a template left behind may wait for each other: nothing is ever passed over.
    const [first] = this.waiting;
    return first;
  }

  private start(id: string): void {
    this.waiting.delete(id);
    this.running.set(id, null);
    let over = false;
    const end = (ending: Ending): void => {
      if (over) return;
      over = true;
      this.ended(id, ending);
    };
    const job = this.plan.start(id, end);
    if (job === null) end({ kind: 'done' });
    else if (this.running.has(id)) this.running.set(id, job);
  }

  private ended(id: string, ending: Ending): void {
    this.running.delete(id);
    if (ending.kind === 'done') this.done.add(id);
    else this.failed.push(id);
    if (ending.kind === 'failed' && this.plan.onFailure === 'cancel') this.stop();
    this.pump();
  }

  private stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    for (const job of [...this.running.values()]) job?.cancel();
  }

  private finish(): void {
    this.over = true;
    this.run.cancel = () => undefined;
    if (this.run.instead) this.run.instead();
    else this.plan.finished(this.failed);
  }
}
