export interface CodeDeployWorld {
  /** By application name. */
  readonly applications: Map<string, Application>;
  /** By configuration name; the predefined ones are there from the start. */
  readonly configs: Map<string, DeploymentConfig>;
  /** By deployment id. */
  readonly deployments: Map<string, Deployment>;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** By group name. */
  readonly groups: Map<string, DeploymentGroup>;
  /** AppSpec contents by their sha256, as GetApplicationRevision finds them. */
  readonly revisions: Map<string, string>;
}

export interface DeploymentGroup {
  readonly id: string;
  readonly name: string;
  readonly application: string;
  configName: string;
  serviceRoleArn: string;
  cluster: string;
  service: string;
  targetGroups: readonly [string, string];
  prodListenerArn: string;
  testListenerArn: string | null;
  ready: { readonly action: 'CONTINUE_DEPLOYMENT' | 'STOP_DEPLOYMENT'; readonly waitMinutes: number };
  terminationWaitMinutes: number;
  rollbackEvents: readonly RollbackEvent[];
  alarms: readonly string[];
  alarmsEnabled: boolean;
}

export type RollbackEvent = 'DEPLOYMENT_FAILURE' | 'DEPLOYMENT_STOP_ON_ALARM' | 'DEPLOYMENT_STOP_ON_REQUEST';

export interface DeploymentConfig {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly routing: Routing;
}

export type Routing =
  | { readonly type: 'AllAtOnce' }
  | { readonly type: 'TimeBasedCanary'; readonly percentage: number; readonly interval: number }
  | { readonly type: 'TimeBasedLinear'; readonly percentage: number; readonly interval: number };

export type DeploymentStatus =
  'Created' | 'Queued' | 'InProgress' | 'Baking' | 'Succeeded' | 'Failed' | 'Stopped' | 'Ready';

export interface LifecycleEvent {
  readonly name: string;
  status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' | 'Unknown';
  startedAt: number | null;
  endedAt: number | null;
  diagnostics: { readonly errorCode: string; readonly message: string } | null;
}

export interface Deployment {
  readonly id: string;
  readonly application: string;
  readonly group: string;
  readonly configName: string;
  readonly description: string | null;
  readonly creator: 'user' | 'codeDeployRollback';
  readonly createdAt: number;
  readonly revision: { readonly content: string; readonly sha256: string };
  readonly events: LifecycleEvent[];
  /** Ids of the task sets that it moves between; null until they exist. */
  blue: string | null;
  green: string | null;
  status: DeploymentStatus;
  targetStatus: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' | 'Unknown' | 'Ready';
  startedAt: number | null;
  completedAt: number | null;
  error: { readonly code: string; readonly message: string } | null;
  rollback: { deploymentId: string | null; triggeringId: string | null; message: string } | null;
  /** True once the wait before the original task set's end has begun. */
  terminationWait: boolean;
}
