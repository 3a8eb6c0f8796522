import { describe, expect, test } from '@jest/globals';
import { putAlarm } from '../../../sandbox/cloudwatch/put-alarm.ts';
import { metricOf } from '../../../sandbox/cloudwatch/metric.ts';
import { repeated } from '../../../sandbox/cloudwatch/statistics.ts';
import { rig } from '../lifecycle/rig.ts';

const MINUTE_MS = 60_000;

describe('a deployment whose group has an alarm on a metric', () => {
  test('ends when the metric breaches in the middle of the shift', () => {
    const set = rig({ config: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes', alarms: ['errors'] });
    const metric = { Namespace: 'app', MetricName: 'errors' };
    putAlarm(set.sandbox, {
      ...metric,
      AlarmName: 'errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
    const deployment = set.deploy();
    set.until(deployment, 'AllowTraffic');
    set.clock.advance(2 * MINUTE_MS);
    expect(deployment.phase).toBe('AllowTraffic');
    set.world.cloudwatch.metrics.put(metricOf(metric), Math.floor(set.clock.now() / MINUTE_MS), repeated(1, 1));
    set.clock.advance(MINUTE_MS + 1_000);
    expect(deployment).toMatchObject({ status: 'Failed', error: { code: 'ALARM_ACTIVE' } });
    expect(set.world.cloudwatch.history.at(-1)?.summary).toBe('Alarm updated from OK to ALARM');
  });
});
