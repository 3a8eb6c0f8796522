import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Repository } from '@aws-sdk/client-ecr';
import { type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { type TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type AppSpecFile } from '../appspec/load.ts';
import { type Existing } from '../image/existing.ts';
import { type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { type LoadedDefinition } from '../task-definition/definition.ts';
import { type Fact } from './fact.ts';
import { type FoundGroup } from './find-group.ts';
import { type ListenerRoutes } from './listener.ts';
import { type Place } from './place.ts';
import { type DeploymentConfig } from './target.ts';
import { type TestEntrance } from './test-url.ts';

/** What was read of the service and its deployment group, or why it could not be. */
export interface ServiceFacts {
  readonly place: Place;
  /** null: there is no such service. */
  readonly service: Fact<Service | null>;
  /** What the PRIMARY task set runs. */
  readonly live: Fact<DescribedTaskDefinition>;
  readonly group: Fact<FoundGroup>;
  readonly config: Fact<DeploymentConfig>;
  readonly listener: Fact<ListenerRoutes>;
  /** The group's pair. */
  readonly targetGroups: Fact<readonly TargetGroup[]>;
  /** The group's deployment that has not ended; null: there is none. */
  readonly running: Fact<DeploymentInfo | null>;
  /** Absent: not asked for, since nothing is done with it. It refuses nothing. */
  readonly test?: Fact<TestEntrance>;
  /** The deployment that made the PRIMARY task set; unknown where it cannot be read, which is no reason to refuse. */
  readonly maker: Fact<DeploymentInfo>;
}

/** All that was read for a deployment, or why it could not be: what `preflight` judges. */
export interface Facts extends ServiceFacts {
  /** What the inputs start from. */
  readonly definition: Fact<LoadedDefinition>;
  /** null: no file, the AppSpec is rendered from the live service. */
  readonly appspec: Fact<AppSpecFile | null>;
  /** null: the inputs build nothing. */
  readonly repository: Fact<Repository | null>;
  /** What the repository has already of what would be built; absent: nothing is built. */
  readonly existing?: Fact<Existing>;
}

/** True where CodeDeploy may deploy the service: the rest of the live state is worth reading. */
export function isDeployable(service: Service | null): service is Service {
  return service?.status === 'ACTIVE' && service.deploymentController?.type === 'CODE_DEPLOY';
}

/** The task set that takes the production traffic. */
export function primaryOf(service: Service | null | undefined): TaskSet | undefined {
  return service?.taskSets?.find(({ status }) => status === 'PRIMARY');
}

/** Names of the group's two target groups; in no order (CodeDeploy API: TargetGroupPairInfo). */
export function pairOf(group: Pick<FoundGroup, 'info'>): readonly string[] {
  const pair = group.info.loadBalancerInfo?.targetGroupPairInfoList?.[0];
  return (pair?.targetGroups ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
}

export function productionListener(group: Pick<FoundGroup, 'info'>): string | undefined {
  return group.info.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.prodTrafficRoute?.listenerArns?.[0];
}

export function testListener(group: Pick<FoundGroup, 'info'>): string | undefined {
  return group.info.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.testTrafficRoute?.listenerArns?.[0];
}
