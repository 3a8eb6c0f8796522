import { type AppSpec } from '../appspec/appspec.ts';

/** What a deployment engine can do. CodeDeploy is the one there is. */
export interface Engine {
  /** Starts a deployment, exactly once: after a lost answer it looks for its own before it tries again. */
  start(request: StartRequest): Promise<string>;
  /**
   * One look at a deployment, one attempt for each call. Throws an `AwsCallError`: the caller decides what is ridden out.
   * `look.what` (default: both parts) says which part is asked for; the other part stays as it was in `look.last`.
   */
  observe(id: string, look?: Look): Promise<Observation>;
  /**
   * Stops a deployment with rollback, once. `over`: it had ended by itself (CodeDeploy: DeploymentAlreadyCompletedException),
   * and nothing was stopped. Throws an `AwsCallError`.
   */
  stop(id: string): Promise<'stopping' | 'over'>;
  /**
   * Ends one of a deployment's waits. `not-waiting`: it is not in that wait (yet, or any more); `over`: it has ended.
   * Throws an `AwsCallError`.
   */
  promote(id: string, wait: Wait): Promise<'continued' | 'not-waiting' | 'over'>;
}

/** `ready`: before the shift of the production traffic; `termination`: before the original task set ends. */
export type Wait = 'ready' | 'termination';

/** `deployment`: status, error, rollback. `target`: lifecycle events and task sets. Each part costs one call. */
export type Part = 'deployment' | 'target' | 'both';

export interface Look {
  readonly what: Part;
  readonly last: Observation | null;
}

export interface StartRequest {
  readonly application: string;
  readonly group: string;
  readonly config: string;
  readonly appspec: AppSpec;
  /** Begins with `marker`. */
  readonly description: string;
  /** Tells this run's deployments from all others. */
  readonly marker: string;
  /** The alarms of the group neither stop it nor hold it up. */
  readonly ignoreAlarms?: boolean;
  /** True where the caller reads the world again after another deployment came first, even one that has ended by then. */
  readonly looksAgain?: boolean;
}

export type DeploymentStatus =
  'Created' | 'Queued' | 'InProgress' | 'Baking' | 'Succeeded' | 'Failed' | 'Stopped' | 'Ready' | 'Unknown';

/** One look at a deployment: what AWS said, in plain data. */
export interface Observation {
  readonly id: string;
  readonly status: DeploymentStatus;
  /** The word that AWS sent, where `status` is Unknown. */
  readonly rawStatus: string;
  /** Epoch milliseconds; null where AWS has not said. */
  readonly createdAt: number | null;
  readonly completedAt: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly rollback: { readonly deploymentId: string | null; readonly message: string | null } | null;
  /** CodeDeploy API: DeploymentCreator, as `user`, `codeDeployRollback`; null where AWS has not said. */
  readonly creator: string | null;
  /** The deployment that this one takes back; null for all but rollbacks by CodeDeploy. */
  readonly takesBack: string | null;
  readonly events: readonly LifecycleEvent[];
  readonly targetStatus: string | null;
  /** The task sets, original first; empty until the deployment has a target. */
  readonly taskSets: readonly ObservedTaskSet[];
}

/** What is known of a deployment before the first look at it. */
export function unseen(id: string): Observation {
  return {
    id,
    status: 'Created',
    rawStatus: 'Created',
    createdAt: null,
    completedAt: null,
    error: null,
    rollback: null,
    creator: null,
    takesBack: null,
    events: [],
    targetStatus: null,
    taskSets: [],
  };
}

export interface LifecycleEvent {
  readonly name: string;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' | 'Unknown';
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly diagnostics: string | null;
}

export interface ObservedTaskSet {
  readonly id: string;
  readonly color: 'blue' | 'green';
  readonly status: string;
  /** Percent of the production traffic. */
  readonly weight: number;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly targetGroup: string | null;
}
