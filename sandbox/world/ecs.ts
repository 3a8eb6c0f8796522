import {
  type CapacityProviderStrategyItem,
  type ClusterConfiguration,
  type ClusterSetting,
  type DeploymentConfiguration,
  type LaunchType,
  type PropagateTags,
  type TaskOverride,
} from '@aws-sdk/client-ecs';
import { type JsonObject } from '../json.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface EcsWorld {
  readonly clusters: Map<string, Cluster>;
  /** By ARN, each with its revision. */
  readonly taskDefinitions: Map<string, TaskDefinition>;
  readonly services: Map<string, Service>;
  readonly tasks: Map<string, Task>;
  /** What RunTask was asked with each client token, by cluster and token. */
  readonly clientTokens: Map<string, TokenUse>;
}

/** A request that is sent again with its token gets the tasks of the first time. */
export interface TokenUse {
  readonly request: string;
  readonly tasks: readonly string[];
}

export interface Cluster {
  readonly arn: string;
  readonly name: string;
  tags: readonly Tag[];
  status: 'ACTIVE' | 'INACTIVE';
  /** As they were given, and shown so: nothing here acts on them. */
  settings?: readonly ClusterSetting[] | undefined;
  configuration?: ClusterConfiguration | undefined;
  capacityProviders?: readonly string[] | undefined;
  defaultCapacityProviderStrategy?: readonly CapacityProviderStrategyItem[] | undefined;
}

/** The body is kept as it was sent, members that no SDK knows included. */
export interface TaskDefinition {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly body: JsonObject;
  tags: readonly Tag[];
  readonly registeredAt: number;
  status: 'ACTIVE' | 'INACTIVE';
}

export interface LoadBalancerBinding {
  readonly targetGroupArn: string;
  readonly containerName: string;
  readonly containerPort: number;
}

export interface NetworkConfiguration {
  readonly awsvpcConfiguration: {
    readonly subnets: string[];
    readonly securityGroups: string[];
    readonly assignPublicIp: 'ENABLED' | 'DISABLED';
  };
}

export interface CapacityProvider {
  readonly capacityProvider: string;
  readonly weight: number;
  readonly base: number;
}

export interface TaskSet {
  /** `ecs-svc/<19 digits>` */
  readonly id: string;
  readonly arn: string;
  readonly taskDefinition: string;
  readonly loadBalancer: LoadBalancerBinding;
  readonly network: NetworkConfiguration | null;
  readonly capacityProviders: readonly CapacityProvider[];
  readonly launchType: 'FARGATE' | 'EC2' | null;
  readonly platformVersion: string | null;
  /** The id of the CodeDeploy deployment that made it; null for the one made with the service. */
  readonly externalId: string | null;
  readonly createdAt: number;
  updatedAt: number;
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  stability: 'STEADY_STATE' | 'STABILIZING';
  stabilityAt: number;
  /** Percent of the service's desired count. */
  scale: number;
  running: number;
  pending: number;
}

export interface ServiceEvent {
  readonly id: string;
  readonly createdAt: number;
  readonly message: string;
}

/** Options of a service that CreateService and UpdateService take and DescribeServices shows. */
export interface RecordedOptions {
  readonly deploymentConfiguration?: DeploymentConfiguration;
  readonly enableECSManagedTags?: boolean;
  readonly enableExecuteCommand?: boolean;
  readonly propagateTags?: PropagateTags;
}

export interface Service {
  readonly arn: string;
  readonly name: string;
  readonly clusterArn: string;
  readonly controller: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
  readonly createdAt: number;
  tags: readonly Tag[];
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  desiredCount: number;
  healthCheckGracePeriodSeconds: number;
  /** As they were given, and shown so: nothing here acts on them. */
  recorded?: RecordedOptions;
  /** As given to CreateService; then that of the PRIMARY task set, which it follows. */
  taskDefinition: string;
  taskSets: TaskSet[];
  /** Newest first, as ECS lists them. */
  events: ServiceEvent[];
}

/** ECS user guide: task lifecycle. */
export type TaskStatus =
  'PROVISIONING' | 'PENDING' | 'ACTIVATING' | 'RUNNING' | 'DEACTIVATING' | 'STOPPING' | 'DEPROVISIONING' | 'STOPPED';

/** ECS API: TaskStopCode, those that happen here or are played by a test. */
export type StopCode =
  | 'TaskFailedToStart'
  | 'EssentialContainerExited'
  | 'UserInitiated'
  | 'ServiceSchedulerInitiated'
  | 'SpotInterruption'
  | 'TerminationNotice';

export interface TaskContainer {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  status: 'PENDING' | 'RUNNING' | 'STOPPED';
  health: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';
  exitCode?: number;
  reason?: string;
}

/** Kept with the task: its task set may be gone while it is still shown. */
export interface TaskPlacement {
  readonly launchType: LaunchType | null;
  readonly capacityProvider: string | null;
  readonly platformVersion: string | null;
  /** With its place among the service's subnets; null where the service names none. */
  readonly subnet: { readonly id: string; readonly index: number } | null;
}

export interface Task {
  readonly arn: string;
  readonly clusterArn: string;
  /** null for a task that RunTask started. */
  readonly serviceArn: string | null;
  readonly taskDefinition: string;
  /** Of a service's task, the task set's id, as ECS writes it in `startedBy`; else what RunTask was told, or null. */
  readonly startedBy: string | null;
  /** `service:<name>`, `family:<family>`, or what RunTask was told. */
  readonly group: string;
  tags: readonly Tag[];
  /** null: none were given. */
  readonly overrides: TaskOverride | null;
  readonly createdAt: number;
  readonly address: string;
  readonly placement: TaskPlacement;
  readonly containers: TaskContainer[];
  /** When it became PENDING: it has a host by then. */
  connectedAt: number | null;
  status: TaskStatus;
  desiredStatus: 'RUNNING' | 'STOPPED';
  /** Its target passes the load balancer's checks, and no container fails its own. */
  healthy: boolean;
  startedAt: number | null;
  stoppingAt: number | null;
  stoppedAt: number | null;
  stoppedReason: string | null;
  stopCode: StopCode | null;
}
