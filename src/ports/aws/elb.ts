import {
  DescribeListenersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
  type DescribeRulesCommandInput,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type ElbPort } from './aws.ts';
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
    async describeListener(arn) {
      const command = new DescribeListenersCommand({ ListenerArns: [arn] });
      return send(called('DescribeListeners', arn), async () => {
        const listener = (await client.send(command)).Listeners?.[0];
        if (listener === undefined) throw new Error('the answer holds no listener');
        return listener;
      });
    },
    describeRules: (listenerArn) => describeRules(client, listenerArn),
  };
}

function called(operation: string, on: string): AwsCall {
  return { service: 'elasticloadbalancing', operation, on };
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
