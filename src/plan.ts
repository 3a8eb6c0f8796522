import { type AppSpecSource } from './appspec/appspec.ts';
import { type Existing } from './image/existing.ts';
import { type Destination } from './image/ports.ts';
import { type WaitFor } from './inputs/types.ts';
import { type Target } from './target/target.ts';
import { type DefinitionDraft } from './task-definition/definition.ts';

/** What will be done and why. Made only when nothing speaks against it. */
export interface Plan {
  readonly target: Target;
  /** The definition to start from, with all that the inputs change in it; images follow when they are known. */
  readonly draft: DefinitionDraft;
  /** Where the image that this run builds goes; null when it builds none. */
  readonly destination: Destination | null;
  /** What is in its repository already; null where nothing is built, or it is not known. */
  readonly existing: Existing | null;
  /** Container names that take the image that this run builds; empty when it builds none. */
  readonly builtFor: readonly string[];
  readonly appspec: AppSpecSource;
  readonly waiting: Waiting;
  /** The ARN that production runs now. */
  readonly previous: string;
  /** What does not speak against the deployment, but should be known. */
  readonly warnings: readonly string[];
}

/** As much of a plan as could be found out, also where something speaks against it; null: it could not. */
export type KnownPlan = Pick<Plan, 'destination' | 'existing' | 'builtFor' | 'warnings'> & {
  readonly [K in 'target' | 'draft' | 'appspec' | 'waiting']: Plan[K] | null;
};

/** How long each wait of this deployment can take, in milliseconds. */
export interface Waiting {
  readonly until: WaitFor;
  /** How long the group waits for ContinueDeployment before the shift; 0 where it does not wait. */
  readonly readyMs: number;
  readonly shiftMs: number;
  /** How long the original task set stays after the shift. */
  readonly terminationMs: number;
  /** From the start of the deployment to giving up on the wait. */
  readonly limitMs: number;
  readonly maxDelayMs: number;
}
