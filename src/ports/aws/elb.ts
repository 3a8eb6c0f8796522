import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
  type DescribeRulesCommandInput,
  type Listener,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type ElbPort, type Entrance } from './aws.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { type AwsCall } from './error.ts';
import { send } from './send.ts';

export function elbPort(settings: ClientSettings): ElbPort {
  const client = new ElasticLoadBalancingV2Client(clientConfig(settings));
  return {
    async describeTargetGroups(names) {
      const command = new DescribeTargetGroupsCommand({ Names: [...names] });
      return (
        (await send(called('DescribeTargetGroups', names.join(', ')), () => client.send(command))).TargetGroups ?? []
      );
    },
    describeListener: (arn) => describeListener(client, arn),
    entrance: (arn) => entrance(client, arn),
    describeRules: (listenerArn) => describeRules(client, listenerArn),
  };
}

function called(operation: string, on: string): AwsCall {
  return { service: 'elasticloadbalancing', operation, on };
}

async function describeListener(client: ElasticLoadBalancingV2Client, arn: string): Promise<Listener> {
  const command = new DescribeListenersCommand({ ListenerArns: [arn] });
  return send(called('DescribeListeners', arn), async () => {
    const listener = (await client.send(command)).Listeners?.[0];
    if (listener === undefined) throw new Error('the answer holds no listener');
    return listener;
  });
}

/** A listener's ARN holds its load balancer's: `…:listener/app/<name>/<id>/<listener id>`. */
async function entrance(client: ElasticLoadBalancingV2Client, arn: string): Promise<Entrance> {
  const balancer = arn.replace(':listener/', ':loadbalancer/').replace(/\/[^/]+$/, '');
  const command = new DescribeLoadBalancersCommand({ LoadBalancerArns: [balancer] });
  const [listener, answer] = await Promise.all([
    describeListener(client, arn),
    send(called('DescribeLoadBalancers', balancer), () => client.send(command)),
  ]);
  const dnsName = answer.LoadBalancers?.[0]?.DNSName ?? '';
  return { dnsName, protocol: listener.Protocol ?? '', port: listener.Port ?? 0 };
}

async function describeRules(client: ElasticLoadBalancingV2Client, arn: string): Promise<Rule[]> {
  const rules: Rule[] = [];
  let marker: string | undefined;
  do {
    const input: DescribeRulesCommandInput = { ListenerArn: arn, Marker: marker };
    const answer = await send(called('DescribeRules', arn), () => client.send(new DescribeRulesCommand(input)));
    rules.push(...(answer.Rules ?? []));
    marker = answer.NextMarker;
  } while (marker !== undefined && marker !== '');
  return rules;
}
