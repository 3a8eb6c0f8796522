import { type AutoScalingWorld } from './autoscaling.ts';
import { type CloudFormationWorld, createCloudFormation } from './cloudformation.ts';
import { type CloudWatchWorld, createCloudWatch } from './cloudwatch.ts';
import { type CodeDeployWorld } from './codedeploy.ts';
import { type EcrWorld } from './ecr.ts';
import { type EcsWorld } from './ecs.ts';
import { type ElbWorld } from './elb.ts';
import { createIam, type IamWorld } from './iam.ts';
import { createLogs, type LogsWorld } from './logs.ts';

/**
 * Everything that exists in the emulated account. Plain data: operations read and change it, the protocol layer never
 * sees it. Keys of the maps are ARNs unless a comment says otherwise; times are epoch milliseconds.
 */
export interface World {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly ecs: EcsWorld;
  readonly elb: ElbWorld;
  readonly ecr: EcrWorld;
  readonly codedeploy: CodeDeployWorld;
  readonly logs: LogsWorld;
  readonly cloudwatch: CloudWatchWorld;
  readonly autoscaling: AutoScalingWorld;
  readonly cloudformation: CloudFormationWorld;
  readonly iam: IamWorld;
  /** Names of alarms that were played into ALARM over the control API; there need be no such alarm. */
  readonly alarms: Set<string>;
}

export function createWorld(options: { account: string; region: string }): World {
  return {
    ...options,
    partition: 'aws',
    ecs: {
      clusters: new Map(),
      taskDefinitions: new Map(),
      services: new Map(),
      tasks: new Map(),
      clientTokens: new Map(),
    },
    elb: {
      loadBalancers: new Map(),
      listeners: new Map(),
      rules: new Map(),
      targetGroups: new Map(),
      targets: new Map(),
      tags: new Map(),
    },
    ecr: { repositories: new Map() },
    codedeploy: { applications: new Map(), configs: new Map(), deployments: new Map() },
    logs: createLogs(),
    cloudwatch: createCloudWatch(),
    autoscaling: { targets: new Map(), activities: [] },
    cloudformation: createCloudFormation(),
    iam: createIam(),
    alarms: new Set(),
  };
}
