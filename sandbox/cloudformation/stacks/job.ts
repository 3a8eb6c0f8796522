import { type Progress } from '../resources/handler.ts';
import { failureReason, notStabilized } from './failure-reason.ts';
import { type Run } from './run.ts';

export type Ending =
  { readonly kind: 'done' } | { readonly kind: 'failed'; readonly reason: string } | { readonly kind: 'cancelled' };

/** What CloudFormation waits for a resource at most; an ECS service that never gets steady was seen to take three hours. */
const LONGEST_SETTLING_MS = 3 * 60 * 60_000;

const DONE: Ending = { kind: 'done' };

/** One resource on its way: calls that may take real time, then a wait until it has settled. It ends once. */
export class Job {
  private over = false;
  private calling = false;
  private cancelled = false;
  private readonly run: Run;
  private readonly type: string;
  private readonly ended: (ending: Ending) => void;

  constructor(run: Run, type: string, ended: (ending: Ending) => void) {
    this.run = run;
    this.type = type;
    this.ended = ended;
  }

  done(): void {
    this.end(DONE);
  }

  fail(reason: string): void {
    this.end({ kind: 'failed', reason });
  }

  /** Ends it as soon as no call is under way. */
  cancel(): void {
    this.cancelled = true;
    if (!this.calling) this.end({ kind: 'cancelled' });
  }

  /** Whatever `work` throws is why the job fails. */
  call<T>(work: () => T | Promise<T>, then: (value: T) => void): void {
    this.calling = true;
    const came = (value: T): void => {
      this.calling = false;
      then(value);
      if (this.cancelled) this.end({ kind: 'cancelled' });
    };
    const fault = (cause: unknown): void => {
      this.calling = false;
      this.fail(failureReason(this.run, this.type, cause));
    };
    let result: T | Promise<T>;
    try {
      result = work();
    } catch (cause) {
      fault(cause);
      return;
    }
    if (!(result instanceof Promise)) {
      came(result);
      return;
    }
    const { run } = this;
    const waited = result.then(
      (value) => {
        run.guard(() => {
          came(value);
        });
      },
      (cause: unknown) => {
        run.guard(() => {
          fault(cause);
        });
      },
    );
    void run.sandbox.clock.during(waited);
  }

  /** Asks after `stackResourceMs`, and again, until it is done. */
  settle(ask: () => Progress, then: () => void): void {
    const { sandbox } = this.run;
    const until = sandbox.clock.now() + LONGEST_SETTLING_MS;
    const look = (): void => {
      if (this.over) return;
      this.call(ask, (progress) => {
        if (progress === 'done') then();
        else if (progress !== 'waiting') this.fail(progress.failed);
        else if (sandbox.clock.now() >= until) this.fail(notStabilized(this.run));
        else this.wait(look);
      });
    };
    this.wait(look);
  }

  private wait(look: () => void): void {
    this.run.after(Math.max(1, this.run.sandbox.settings.stackResourceMs), look);
  }

  private end(ending: Ending): void {
    if (this.over) return;
    this.over = true;
    this.ended(ending);
  }
}
