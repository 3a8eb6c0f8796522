import { type DeploymentStatus, type LifecycleEvent, type Observation } from './engine/engine.ts';
import { type WaitFor } from './inputs/types.ts';

/** What the watch of a deployment tells, one for each change. `elapsedMs`: since the deployment was started. */
export type DeploymentEvent = { readonly elapsedMs: number } & (
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'lifecycle'; readonly event: LifecycleEvent }
  | { readonly kind: 'traffic'; readonly blue: number; readonly green: number }
  | { readonly kind: 'tasks'; readonly running: number; readonly pending: number; readonly desired: number }
  /** The deployment that takes the traffic back after ours has failed or was stopped. */
  | { readonly kind: 'rollback'; readonly deploymentId: string; readonly status: string }
  /** AWS could not be asked; the deployment goes on. */
  | { readonly kind: 'unanswered'; readonly reason: string; readonly retryMs: number }
  /** Nothing has changed for a while: what is waited for, and for how long at most. */
  | { readonly kind: 'waiting'; readonly stage: string; readonly leftMs: number }
);

/** How the watch of a deployment ended. `last` is the last look at it. */
export type WatchEnd =
  | { readonly kind: 'reached'; readonly end: WaitFor; readonly last: Observation }
  | { readonly kind: 'failed'; readonly last: Observation; readonly rollback: RollbackEnd | null }
  | { readonly kind: 'stopped'; readonly last: Observation; readonly rollback: RollbackEnd | null }
  | { readonly kind: 'timed-out'; readonly last: Observation | null; readonly limitMs: number }
  | { readonly kind: 'interrupted'; readonly last: Observation | null };

/** The deployment that CodeDeploy started to take ours back, as last seen: not always finished. */
export interface RollbackEnd {
  readonly id: string;
  readonly status: DeploymentStatus;
}

/** The verdict: what a run came to. Only `succeeded` and `started` end green. */
export type Outcome =
  /** The revision asked for takes the production traffic (or was deployed already). */
  | { readonly result: 'succeeded'; readonly note: string }
  /** `wait-for: none` or `test-ready`: the deployment goes on by itself. */
  | { readonly result: 'started'; readonly note: string }
  /** `unfinished`: the rollback goes on by itself. */
  | {
      readonly result: 'rolled-back';
      readonly cause: string;
      readonly rollbackId: string | null;
      readonly unfinished?: true;
    }
  | { readonly result: 'failed'; readonly cause: string }
  | { readonly result: 'stopped'; readonly cause: string }
  | { readonly result: 'timed-out'; readonly cause: string }
  /** The run was cancelled while it waited; the deployment goes on. */
  | { readonly result: 'interrupted'; readonly cause: string };

/** Green only where what was asked for has come true. */
export function isGreen({ result }: Outcome): boolean {
  return result === 'succeeded' || result === 'started';
}
