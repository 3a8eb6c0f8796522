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

/** Every method throws an `AwsCallError`. */
export interface Aws {
  readonly region: string;
  readonly ecs: EcsPort;
  readonly codedeploy: CodeDeployPort;
  readonly elb: ElbPort;
  readonly ecr: EcrPort;
}

export interface EcsPort {
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
  /** Ids of the group's deployments created at `since` (epoch milliseconds) or later, in no order. */
  listDeployments(application: string, group: string, since: number): Promise<readonly string[]>;
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

export interface EcrPort {
  describeRepository(name: string): Promise<Repository>;
  /** null when the repository has no such image. */
  describeImage(
    repository: string,
    image: { readonly tag: string } | { readonly digest: string },
  ): Promise<ImageDetail | null>;
  /** Valid for twelve hours. The password is masked by the caller before anything else is done with it. */
  authorization(): Promise<RegistryLogin>;
}

export interface RegistryLogin {
  readonly user: string;
  readonly password: string;
  /** `https://123456789012.dkr.ecr.eu-west-1.amazonaws.com` */
  readonly endpoint: string;
}
