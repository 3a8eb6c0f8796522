/** What is live, read as any client would: which revision runs, and where the production traffic goes. */
import { DescribeServicesCommand, DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import {
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  type DescribeTargetGroupsCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Clients } from './clients.ts';

export interface Live {
  /** `web:2` */
  readonly revision: string;
  readonly taskDefinitionArn: string;
  readonly image: string;
  readonly running: number;
  /** The target group that the PRIMARY task set serves. */
  readonly targetGroup: string;
  /** Target group name to its share of the production traffic, in percent. */
  readonly traffic: Readonly<Record<string, number>>;
}

/** Where to look. */
export interface LivePlace {
  readonly cluster: string;
  readonly service: string;
  readonly targetGroups: readonly { readonly name: string }[];
  /** Its ARN. */
  readonly productionListener: string;
}

export async function readLive({ ecs, elb }: Clients, stack: LivePlace): Promise<Live> {
  const services = await ecs.send(new DescribeServicesCommand({ cluster: stack.cluster, services: [stack.service] }));
  const primary = services.services?.[0]?.taskSets?.find(({ status }) => status === 'PRIMARY');
  const arn = primary?.taskDefinition ?? '';
  const described = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }));
  const groups = await elb.send(new DescribeTargetGroupsCommand({ Names: stack.targetGroups.map(({ name }) => name) }));
  const names = namesOf(groups);
  const primaryGroup = primary?.loadBalancers?.[0]?.targetGroupArn;
  return {
    revision: arn.split('/').at(-1) ?? '',
    taskDefinitionArn: arn,
    image: described.taskDefinition?.containerDefinitions?.[0]?.image ?? '',
    running: primary?.runningCount ?? 0,
    targetGroup: names.get(primaryGroup) ?? '',
    traffic: await trafficOf(elb, stack, names),
  };
}

/** The shares of the production traffic, by target group. */
export async function readShares({ elb }: Clients, stack: LivePlace): Promise<Record<string, number>> {
  const groups = await elb.send(new DescribeTargetGroupsCommand({ Names: stack.targetGroups.map(({ name }) => name) }));
  return trafficOf(elb, stack, namesOf(groups));
}

const namesOf = ({ TargetGroups = [] }: DescribeTargetGroupsCommandOutput) =>
  new Map(TargetGroups.map((group) => [group.TargetGroupArn, group.TargetGroupName ?? '']));

async function trafficOf(
  elb: Clients['elb'],
  stack: LivePlace,
  names: ReadonlyMap<string | undefined, string>,
): Promise<Record<string, number>> {
  const answer = await elb.send(new DescribeRulesCommand({ ListenerArn: stack.productionListener }));
  const action = answer.Rules?.find(({ IsDefault }) => IsDefault)?.Actions?.[0];
  const weighted = action?.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: action?.TargetGroupArn, Weight: 1 }];
  const total = weighted.reduce((sum, { Weight }) => sum + (Weight ?? 1), 0) || 1;
  return Object.fromEntries(
    weighted.map((group) => [names.get(group.TargetGroupArn) ?? '?', (100 * (group.Weight ?? 1)) / total]),
  );
}
