import {
  DescribeAlarmHistory$,
  type DescribeAlarmHistoryInput,
  type DescribeAlarmHistoryOutput,
} from '@aws-sdk/client-cloudwatch';
import { operation } from '../../operation.ts';
import { page } from './shared.ts';

/** Newest first, unless `ScanBy` says otherwise; of deleted alarms too. */
export const describeAlarmHistory = operation<DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput>(
  DescribeAlarmHistory$,
  (input, sandbox) => {
    const from = input.StartDate?.getTime() ?? 0;
    const to = input.EndDate?.getTime() ?? Infinity;
    const types = input.AlarmTypes ?? [];
    const found = sandbox.world.cloudwatch.history
      .filter(() => types.length === 0 || types.includes('MetricAlarm'))
      .filter(({ alarm }) => input.AlarmName === undefined || alarm === input.AlarmName)
      .filter(({ type }) => input.HistoryItemType === undefined || type === input.HistoryItemType)
      .filter(({ at }) => at >= from && at <= to);
    if (input.ScanBy !== 'TimestampAscending') found.reverse();
    const { items, nextToken } = page(found, input.NextToken, input.MaxRecords ?? 100);
    return {
      AlarmHistoryItems: items.map(({ alarm, at, type, summary, data }) => ({
        AlarmName: alarm,
        AlarmType: 'MetricAlarm' as const,
        Timestamp: new Date(at),
        HistoryItemType: type,
        HistorySummary: summary,
        HistoryData: data,
      })),
      NextToken: nextToken,
    };
  },
);
