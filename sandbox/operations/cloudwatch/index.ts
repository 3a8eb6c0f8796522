import { type Operation } from '../../operation.ts';
import { deleteAlarms } from './DeleteAlarms.ts';
import { describeAlarmHistory } from './DescribeAlarmHistory.ts';
import { describeAlarms } from './DescribeAlarms.ts';
import { disableAlarmActions } from './DisableAlarmActions.ts';
import { enableAlarmActions } from './EnableAlarmActions.ts';
import { getMetricData } from './GetMetricData.ts';
import { getMetricStatistics } from './GetMetricStatistics.ts';
import { listMetrics } from './ListMetrics.ts';
import { putMetricAlarm } from './PutMetricAlarm.ts';
import { putMetricData } from './PutMetricData.ts';
import { setAlarmState } from './SetAlarmState.ts';

export const cloudwatchOperations: Readonly<Record<string, Operation>> = {
  DeleteAlarms: deleteAlarms,
  DescribeAlarmHistory: describeAlarmHistory,
  DescribeAlarms: describeAlarms,
  DisableAlarmActions: disableAlarmActions,
  EnableAlarmActions: enableAlarmActions,
  GetMetricData: getMetricData,
  GetMetricStatistics: getMetricStatistics,
  ListMetrics: listMetrics,
  PutMetricAlarm: putMetricAlarm,
  PutMetricData: putMetricData,
  SetAlarmState: setAlarmState,
};
