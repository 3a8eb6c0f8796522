import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { type AlarmPort, type AlarmState } from './aws.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { send } from './send.ts';

/** CloudWatch API: DescribeAlarms takes at most 100 names; a deployment group has at most 10 (CodeDeploy limits). */
const MOST = 100;

export function alarmPort(settings: ClientSettings): AlarmPort {
  const client = new CloudWatchClient(clientConfig(settings));
  return {
    async states(names) {
      if (names.length === 0) return [];
      const command = new DescribeAlarmsCommand({
        AlarmNames: names.slice(0, MOST),
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        MaxRecords: MOST,
      });
      const call = { service: 'cloudwatch', operation: 'DescribeAlarms', on: names.join(', ') };
      const answer = await send(call, () => client.send(command));
      return [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])].map(stateOf);
    },
  };
}

function stateOf(alarm: {
  readonly AlarmName?: string | undefined;
  readonly StateValue?: string | undefined;
  readonly StateReason?: string | undefined;
}): AlarmState {
  return { name: alarm.AlarmName ?? '', state: alarm.StateValue ?? '', reason: alarm.StateReason ?? '' };
}
