import {
  type DeleteAlarmsInput,
  type PutMetricAlarmInput,
  type PutMetricDataInput,
  type SetAlarmStateInput,
} from '@aws-sdk/client-cloudwatch';
import { arn } from '../../ids.ts';
import { about, anything, type Rules } from './rule.ts';

const onAlarms = about<DeleteAlarmsInput>(({ AlarmNames = [] }, { world }) =>
  AlarmNames.map((name) => ({ resource: arn(world, 'cloudwatch', `alarm:${name}`) })),
);

const onAlarm = about<PutMetricAlarmInput | SetAlarmStateInput>(({ AlarmName = '' }, { world }) => [
  { resource: arn(world, 'cloudwatch', `alarm:${AlarmName}`) },
]);

/** Whatever names are asked for: which alarms an answer holds is known only after it. The strictest reading. */
const onEveryAlarm = about((_input, { world }) => [{ resource: arn(world, 'cloudwatch', 'alarm:*') }]);

export const cloudwatchActions: Rules = {
  DeleteAlarms: onAlarms,
  DescribeAlarmHistory: onEveryAlarm,
  DescribeAlarms: onEveryAlarm,
  DisableAlarmActions: onAlarms,
  EnableAlarmActions: onAlarms,
  GetMetricData: anything,
  GetMetricStatistics: anything,
  ListMetrics: anything,
  PutMetricAlarm: onAlarm,
  PutMetricData: about<PutMetricDataInput>(({ Namespace = '' }) => [
    { resource: '*', keys: { 'cloudwatch:namespace': Namespace } },
  ]),
  SetAlarmState: onAlarm,
};
