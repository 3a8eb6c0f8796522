import { type DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import { type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { type CodeDeployTarget } from '../engine/codedeploy/engine.ts';
import { type DescribedTaskDefinition } from '../ports/aws/aws.ts';

/** What is there now, read before anything is built or written. */
export interface Target {
  readonly cluster: string;
  readonly service: Service;
  /** The task set that takes the production traffic. */
  readonly primary: TaskSet;
  /** The definition that it runs: where a rollback leads. */
  readonly live: DescribedTaskDefinition;
  readonly group: DeploymentGroup;
  readonly listener: ProductionListener;
  /** Where the new tasks are reached before the shift; null where it was not asked for or is not known. */
  readonly testUrl: string | null;
}

/** How CodeDeploy names what it deploys: application, group, and `<cluster>:<service>`. */
export function engineTarget({ group, cluster, service }: Target): CodeDeployTarget {
  return { application: group.application, group: group.name, ecsTarget: `${cluster}:${service.serviceName ?? ''}` };
}

export interface DeploymentGroup {
  readonly application: string;
  readonly name: string;
  /** How it was found, for the log: `inputs`, `the deployment that made the PRIMARY task set`, `the console's names`. */
  readonly foundBy: string;
  readonly info: DeploymentGroupInfo;
  readonly config: DeploymentConfig;
}

/** The deployment configuration that this deployment will use. */
export interface DeploymentConfig {
  readonly name: string;
  /** From the first to the last step of the shift, in milliseconds; 0 for all at once. */
  readonly shiftMs: number;
  /** When each step of the shift is due, in milliseconds from its start, with green's weight in percent. */
  readonly steps: readonly { readonly atMs: number; readonly percent: number }[];
}

export interface ProductionListener {
  readonly arn: string;
  /** `http://my-alb-123.eu-west-1.elb.amazonaws.com`-like, null where it cannot be known. */
  readonly url: string | null;
  /**
   * The group's pair by name, each with the highest weight that any action gives it (relative weights, 0 to 999); 0
   * where no action names it. The PRIMARY task set has all the traffic when its sibling is at 0.
   */
  readonly weights: readonly { readonly targetGroup: string; readonly weight: number }[];
}
