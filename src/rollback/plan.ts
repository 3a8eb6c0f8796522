import { type AppSpec } from '../appspec/appspec.ts';
import { type Observation } from '../engine/engine.ts';
import { type RollbackInputs } from '../inputs/types.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { type Target } from '../target/target.ts';
import { type World } from '../world.ts';
import { type KnownCandidate } from './candidate.ts';

/** What a rollback would do, made by reads alone. */
export interface RollbackPlan {
  readonly target: Target;
  /** The group's deployment in progress; null: there is none. */
  readonly running: Observation | null;
  readonly choice: Choice;
  readonly warnings: readonly string[];
  /** Up to five revisions that production could return to, newest first. Reads what it needs. */
  readonly candidates: () => Promise<readonly KnownCandidate[]>;
}

/** A revision: its ARN, and `family:revision`. */
export interface Revision {
  readonly arn: string;
  readonly name: string;
}

/** `why` is a sentence for the reader. */
export type Choice = { readonly why: string } & (
  | /** Production is there; nothing is done. */ { readonly kind: 'there'; readonly to: Revision }
    /** StopDeployment, with rollback. `leaves`: what the deployment would have brought. */
  | { readonly kind: 'stop'; readonly id: string; readonly to: Revision; readonly leaves: Revision }
  /** A deployment that is in progress leads there: it is followed to its end. */
  | { readonly kind: 'follow'; readonly id: string; readonly to: Revision; readonly leaves: Revision }
  | Deploy
);

/** A new deployment. `first`: what becomes of the one in progress before. */
export interface Deploy {
  readonly kind: 'deploy';
  readonly to: Revision;
  readonly leaves: Revision;
  readonly candidate: KnownCandidate;
  readonly appspec: AppSpec;
  readonly first: Clearance | null;
}

/** `stop`: with rollback; `finish`: its termination wait is ended; `wait`: it ends by itself. */
export interface Clearance {
  readonly id: string;
  readonly how: 'stop' | 'finish' | 'wait';
}

/**
 * Reads what is there and decides what a rollback does; writes nothing. Throws a `RefusalError` with every reason against
 * it and the candidates that are left, an `AwsCallError` or a `StepError`.
 */
export function planRollback(_inputs: RollbackInputs, _aws: Aws, _world: World): Promise<RollbackPlan> {
  return Promise.reject(new Error('not there yet'));
}
