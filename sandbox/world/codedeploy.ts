import { type TriggerConfig } from '@aws-sdk/client-codedeploy';
import { type ReadyWaitAfter } from '../open-points.ts';

export interface CodeDeployWorld {
  /** By application name. */
  readonly applications: Map<string, Application>;
  /** By name, those that CreateDeploymentConfig made; `findConfig` knows the predefined ones too. */
  readonly configs: Map<string, DeploymentConfig>;
  /** By deployment id. */
  readonly deployments: Map<string, Deployment>;
}

/** Where a deployment stands: the states of the lifecycle's table. */
export type Phase =
  | 'Created'
  | 'BeforeInstall'
  | 'Install'
  | 'AfterInstall'
  | 'AllowTestTraffic'
  | 'AfterAllowTestTraffic'
  | 'ReadyWait'
  | 'BeforeAllowTraffic'
  | 'AllowTraffic'
  | 'AfterAllowTraffic'
  | 'TerminationWait'
  | 'RemoveBlue'
  /** A rollback deployment's only work: traffic and task set return to the original. */
  | 'Return'
  | 'Succeeded'
  | 'Failed'
  | 'Stopped';

export interface Application {
  readonly id: string;
  name: string;
  /** Key to value. */
  tags?: Map<string, string>;
  readonly createdAt: number;
  /** By group name. */
  readonly groups: Map<string, DeploymentGroup>;
  /** AppSpec contents by their sha256, as GetApplicationRevision finds them. */
  readonly revisions: Map<string, string>;
  /** What RegisterApplicationRevision said of them, and when, by the same. */
  readonly registered?: Map<string, { readonly at: number; readonly description: string | undefined }>;
}

export interface DeploymentGroup {
  readonly id: string;
  name: string;
  application: string;
  /** Key to value. */
  tags?: Map<string, string>;
  configName: string;
  serviceRoleArn: string;
  cluster: string;
  service: string;
  targetGroups: readonly [string, string];
  prodListenerArn: string;
  testListenerArn: string | null;
  ready: { readonly action: 'CONTINUE_DEPLOYMENT' | 'STOP_DEPLOYMENT'; readonly waitMinutes: number };
  terminationWaitMinutes: number;
  /** The original task set stays after a deployment that succeeds. */
  keepBlue: boolean;
  rollbackEvents: readonly RollbackEvent[];
  alarms: readonly string[];
  alarmsEnabled: boolean;
  /** Shown only: no notification is sent. */
  triggers?: readonly TriggerConfig[];
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
  diagnostics: Diagnostics | null;
}

export interface Diagnostics {
  readonly errorCode: string;
  readonly message: string;
  readonly scriptName?: string;
  /** The end of what a hook's command wrote, at most 4 KB. */
  readonly logTail?: string;
}

/** What GetDeploymentTarget tells of a task set; kept after the task set is gone. */
export interface TargetTaskSet {
  readonly id: string;
  readonly label: 'Blue' | 'Green';
  /** ARN, with its revision. */
  readonly taskDefinition: string;
  readonly targetGroup: string;
  readonly status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  readonly desired: number;
  readonly pending: number;
  readonly running: number;
  /** 0 to 100, by the production listener. */
  readonly weight: number;
}

export interface Deployment {
  readonly id: string;
  application: string;
  group: string;
  readonly configName: string;
  readonly description: string | null;
  readonly creator: 'user' | 'codeDeployRollback';
  readonly createdAt: number;
  readonly revision: { readonly content: string; readonly sha256: string };
  readonly events: LifecycleEvent[];
  /** The group as it was at CreateDeployment, with what that call overrode. */
  options: Readonly<DeploymentGroup>;
  phase: Phase;
  /** Grows with every change of phase: what was planned in an earlier turn does not happen. */
  turn: number;
  /** Where its wait for ContinueDeployment stands. */
  readonly readyWaitAfter: ReadyWaitAfter;
  /** StopDeployment was called and answered Pending; `rollback` as it asked for. */
  stopping: { readonly rollback: boolean | null } | null;
  /** The service's desired count as last seen, and since when it has not been steady after a change of it. */
  scaling: { readonly desired: number; readonly since: number | null } | null;
  /** The hook that is waited for. */
  hook: { readonly executionId: string; readonly event: string } | null;
  /** ARNs of the original's and the replacement's target group; null until they are chosen. */
  blueGroup: string | null;
  greenGroup: string | null;
  /** As last seen. */
  taskSets: readonly TargetTaskSet[];
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
