import {
  DescribeAlarms$,
  type DescribeAlarmsInput,
  type DescribeAlarmsOutput,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { operation } from '../../operation.ts';
import { type Alarm } from '../../world/cloudwatch.ts';
import { invalid, page } from './shared.ts';

/** Metric alarms by name: the other types are not emulated, so that there are none. */
export const describeAlarms = operation<DescribeAlarmsInput, DescribeAlarmsOutput>(
  DescribeAlarms$,
  (input, sandbox) => {
    const { AlarmNames: names, AlarmNamePrefix: prefix, AlarmTypes: types } = input;
    if (names && prefix !== undefined) throw invalid('AlarmNamePrefix and AlarmNames cannot be given together.');
    if (names && names.length > 100) throw invalid('AlarmNames must hold at most 100 names.');
    if (input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined) {
      throw invalid('ChildrenOfAlarmName and ParentsOfAlarmName: composite alarms are not emulated by this sandbox.');
    }
    const found = [...sandbox.world.cloudwatch.alarms.values()]
      .filter(() => types === undefined || types.length === 0 || types.includes('MetricAlarm'))
      .filter(({ name }) => (names ? names.includes(name) : name.startsWith(prefix ?? '')))
      .filter(({ state }) => input.StateValue === undefined || state === input.StateValue)
      .filter((alarm) => hasAction(alarm, input.ActionPrefix))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(found, input.NextToken, input.MaxRecords ?? (names ? 100 : 50));
    return { CompositeAlarms: [], MetricAlarms: items.map(describeAlarm), NextToken: nextToken };
  },
);

function hasAction({ definition }: Alarm, prefix: string | undefined): boolean {
  const { OKActions = [], AlarmActions = [], InsufficientDataActions = [] } = definition;
  const actions = [...OKActions, ...AlarmActions, ...InsufficientDataActions];
  return prefix === undefined || actions.some((action) => action.startsWith(prefix));
}

const describeAlarm = (alarm: Alarm): MetricAlarm => ({
  ...alarm.definition,
  AlarmName: alarm.name,
  AlarmArn: alarm.arn,
  AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
  ActionsEnabled: alarm.actionsEnabled,
  StateValue: alarm.state,
  StateReason: alarm.reason,
  StateReasonData: alarm.reasonData ?? undefined,
  StateUpdatedTimestamp: new Date(alarm.stateAt),
  StateTransitionedTimestamp: new Date(alarm.changedAt),
});
