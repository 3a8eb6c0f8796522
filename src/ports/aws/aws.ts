/** What the project asks of AWS: one narrow port per service. Types of answers are the SDK's own. */
import {
  type CreateDeploymentCommandInput,
  type DeploymentConfigInfo,
  type DeploymentGroupInfo,
  type DeploymentInfo,
  type ECSTarget,
} from '@aws-sdk/client-codedeploy';
import { type ImageDetail, type Repository } from '@aws-sdk/client-ecr';
import { type Service, type Tag, type Task } from '@aws-sdk/client-ecs';
import { type Listener, type Rule, type TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type JsonObject } from '../../json.ts';
import { type LogsPort, type TaskPort } from './task-port.ts';

/** Every method throws an `AwsCallError`. */
export interface Aws {
  readonly region: string;
  readonly ecs: EcsPort;
  readonly codedeploy: CodeDeployPort;
  readonly elb: ElbPort;
  readonly ecr: EcrPort;
  readonly logs: LogsPort;
  readonly alarms: AlarmPort;
  readonly scaling: ScalingPort;
  /** When the credentials end, epoch milliseconds; null where they do not, or do not tell. */
  credentialsEnd(): Promise<number | null>;
}

export interface AlarmPort {
  /** Alarms of CloudWatch by name, metric alarms and composite ones; those that are not there are left out. */
  states(names: readonly string[]): Promise<readonly AlarmState[]>;
}

export interface AlarmState {
  readonly name: string;
  /** CloudWatch API: StateValue, as `OK`, `ALARM`, `INSUFFICIENT_DATA`. */
  readonly state: string;
  /** Why, in CloudWatch's words; empty where it has none. */
  readonly reason: string;
}

export interface ScalingPort {
  /** Latest scaling activities of a service's desired count, newest first, at most 10. Empty where it does not scale. */
  activities(cluster: string, service: string): Promise<readonly ScalingActivity[]>;
}

export interface ScalingActivity {
  /** Application Auto Scaling API: ScalingActivityStatusCode, as `InProgress`, `Successful`. */
  readonly status: string;
  readonly description: string;
  /** Epoch milliseconds. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

export interface EcsPort extends TaskPort {
  /** null when ECS answers that there is no such service in the cluster. Throws for a missing cluster. */
  describeService(cluster: string, service: string): Promise<Service | null>;
  /** `reference`: family, family:revision or ARN. The definition is the raw answer: nothing the SDK ignores is lost. */
  describeTaskDefinition(reference: string): Promise<DescribedTaskDefinition>;
  /** Sends `body` as it is, members that this SDK does not know included. */
  registerTaskDefinition(body: JsonObject): Promise<{ readonly arn: string }>;
  /** Tasks of a service that have stopped, newest first, at most `limit`. */
  stoppedTasks(cluster: string, service: string, limit: number): Promise<readonly Task[]>;
}

export interface DescribedTaskDefinition {
  readonly arn: string;
  readonly definition: JsonObject;
  readonly tags: readonly Tag[];
}

export interface CodeDeployPort {
  getDeploymentGroup(application: string, group: string): Promise<DeploymentGroupInfo>;
  getDeploymentConfig(name: string): Promise<DeploymentConfigInfo>;
  getDeployment(id: string, retry?: Retry): Promise<DeploymentInfo>;
  /** null while the deployment has no target yet (DeploymentNotStartedException). `target`: `<cluster>:<service>`. */
  getEcsTarget(id: string, target: string, retry?: Retry): Promise<ECSTarget | null>;
  /** Sent once, never repeated by the SDK: a lost answer may have made a deployment. */
  createDeployment(input: CreateDeploymentCommandInput): Promise<string>;
  /** Ids of the group's deployments created at `since` (epoch milliseconds) or later, in no order. null: of all times. */
  listDeployments(application: string, group: string, since: number | null): Promise<readonly string[]>;
  /** Those of the deployments that CodeDeploy still knows, in no order. */
  getDeployments(ids: readonly string[]): Promise<readonly DeploymentInfo[]>;
  /** The AppSpec that a deployment was made with, by its SHA-256; null where CodeDeploy does not keep it (any more). */
  getAppSpec(application: string, sha256: string): Promise<string | null>;
  /** Always with rollback. `over`: it had ended by itself (DeploymentAlreadyCompletedException). */
  stopDeployment(id: string): Promise<'stopping' | 'over'>;
  /** `not-waiting`: DeploymentIsNotInReadyStateException and its kin; `over`: DeploymentAlreadyCompletedException. */
  continueDeployment(
    id: string,
    wait: 'READY_WAIT' | 'TERMINATION_WAIT',
  ): Promise<'continued' | 'not-waiting' | 'over'>;
}

/** `none`: one attempt, for a caller with a loop of its own. Default: `max-retries` of the inputs, with backoff. */
export type Retry = 'none' | 'default';

export interface ElbPort {
  describeTargetGroups(names: readonly string[]): Promise<readonly TargetGroup[]>;
  describeListener(arn: string): Promise<Listener>;
  /** All rules of the listener, the default rule included. */
  describeRules(listenerArn: string): Promise<readonly Rule[]>;
  /** Where a listener is reached. */
  entrance(listenerArn: string): Promise<Entrance>;
}

export interface Entrance {
  readonly dnsName: string;
  /** `HTTP`, `HTTPS`, `TCP`, … */
  readonly protocol: string;
  readonly port: number;
}

/** ECR. Every call goes to one registry: that of the account and region of the step, or the one that `at` names. */
export interface EcrPort {
  /** The same calls in another registry: a client in its region, its account on every call that takes one. */
  at(registry: RegistryAddress): EcrPort;
  describeRepository(name: string): Promise<Repository>;
  /** null when the repository has no such image. */
  describeImage(repository: string, image: ImageId): Promise<ImageDetail | null>;
  /** All of these images in one call; null when one of them is not there (ECR then tells of none). */
  describeImages(repository: string, images: readonly ImageId[]): Promise<readonly ImageDetail[] | null>;
  /** The manifests of those that are there. ECR API: BatchGetImage, at most 100 ids. */
  manifests(repository: string, images: readonly ImageId[]): Promise<readonly ImageManifest[]>;
  /**
   * Puts a tag on an image of the repository. `taken`: another image has it, and it cannot be moved (ECR API:
   * ImageTagAlreadyExistsException). A tag that is on the image already is no fault.
   */
  tagImage(repository: string, image: ImageManifest, tag: string): Promise<'tagged' | 'taken'>;
  /** null where the image was never scanned (ScanNotFoundException). All pages. */
  scanFindings(repository: string, digest: string): Promise<ScanReport | null>;
  /** Valid for twelve hours. The password is masked by the caller before anything else is done with it. */
  authorization(): Promise<RegistryLogin>;
}

export type ImageId = { readonly tag: string } | { readonly digest: string };

/** As the host of a repository's URI tells it. */
export interface RegistryAddress {
  readonly account: string;
  readonly region: string;
  readonly fips: boolean;
  readonly dualStack: boolean;
}

/** A manifest or index, as it is stored. */
export interface ImageManifest {
  readonly digest: string;
  /** The tag it was asked for by; null where that was its digest. */
  readonly tag: string | null;
  readonly manifest: string;
  readonly mediaType: string;
}

export interface ScanReport {
  /** ECR API: ScanStatus, as `COMPLETE`, `ACTIVE`, `PENDING`. */
  readonly status: string;
  readonly description: string;
  readonly findings: readonly ScanFinding[];
}

export interface ScanFinding {
  /** `CVE-2024-1234` */
  readonly name: string;
  /** ECR API: FindingSeverity. */
  readonly severity: string;
  /** `openssl 3.0.1`; null where the scan does not tell it. */
  readonly packages: string | null;
  /** Version that repairs it; null where none is told. */
  readonly fixedIn: string | null;
}

export interface RegistryLogin {
  readonly user: string;
  readonly password: string;
  /** `https://123456789012.dkr.ecr.eu-west-1.amazonaws.com` */
  readonly endpoint: string;
}
