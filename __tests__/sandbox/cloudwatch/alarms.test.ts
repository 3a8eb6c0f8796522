/** Alarms over HTTP, evaluated on the sandbox's clock. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CloudWatch, type PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { isInAlarm } from '../../../sandbox/cloudwatch/alarm-state.ts';
import { type PassedRequest } from '../../../sandbox/balancer/traffic.ts';
import { type Target } from '../../../sandbox/world/elb.ts';
import { type Account, clientConfig, control, startAccount } from '../account.ts';

const MINUTE_MS = 60_000;

let account: Account;
let cloudwatch: CloudWatch;
beforeEach(async () => {
  account = await startAccount();
  cloudwatch = new CloudWatch(clientConfig(account.url));
});
afterEach(() => account.close());

const custom: PutMetricAlarmInput = {
  AlarmName: 'errors',
  Namespace: 'app',
  MetricName: 'errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 5,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
};

const put = (Value: number) =>
  cloudwatch.putMetricData({
    Namespace: 'app',
    MetricData: [{ MetricName: 'errors', Value, Timestamp: new Date(account.clock.now()) }],
  });

const stateOf = async (name: string) => {
  const { MetricAlarms } = await cloudwatch.describeAlarms({ AlarmNames: [name] });
  return MetricAlarms?.[0]?.StateValue;
};

describe('an alarm on a custom metric', () => {
  test('goes off with the minute that breaches, and comes back', async () => {
    await cloudwatch.putMetricAlarm(custom);
    expect(await stateOf('errors')).toBe('INSUFFICIENT_DATA');
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('errors')).toBe('OK');
    await put(2);
    await put(3);
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('errors')).toBe('ALARM');
    const { MetricAlarms } = await cloudwatch.describeAlarms({ StateValue: 'ALARM' });
    expect(MetricAlarms?.[0]?.StateReason).toBe(
      'Threshold Crossed: 1 out of the last 1 datapoints [5.0 (01/01/26 00:01:00)] was greater than or equal to the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).',
    );
    expect(JSON.parse(MetricAlarms?.[0]?.StateReasonData ?? '')).toMatchObject({
      statistic: 'Sum',
      period: 60,
      recentDatapoints: [5],
      threshold: 5,
    });
    await put(0);
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('errors')).toBe('OK');
    const { AlarmHistoryItems } = await cloudwatch.describeAlarmHistory({ AlarmName: 'errors' });
    expect(AlarmHistoryItems?.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm updated from ALARM to OK',
      'Alarm updated from OK to ALARM',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "errors" created',
    ]);
  });

  test('periods of several minutes, two of three', async () => {
    await cloudwatch.putMetricAlarm({ ...custom, Period: 120, EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    const states: unknown[] = [];
    for (const value of [5, 0, 0, 3, 2, 0, 0, 0, 0, 0]) {
      await put(value);
      account.clock.advance(MINUTE_MS);
      states.push(await stateOf('errors'));
    }
    // Windows of two minutes each, ending now: two of the last three hold 5 or more from the fifth minute on.
    expect(states).toEqual(['OK', 'OK', 'OK', 'OK', 'ALARM', 'OK', 'OK', 'OK', 'OK', 'OK']);
  });

  test('SetAlarmState lasts until the next evaluation', async () => {
    await cloudwatch.putMetricAlarm(custom);
    account.clock.advance(MINUTE_MS);
    await cloudwatch.setAlarmState({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'by hand' });
    expect(isInAlarm(account.sandbox.world, 'errors')).toBe(true);
    account.clock.advance(MINUTE_MS);
    expect(isInAlarm(account.sandbox.world, 'errors')).toBe(false);
  });

  test('SetAlarmState and DeleteAlarms end what was played over the control API', async () => {
    await cloudwatch.putMetricAlarm(custom);
    const playAlarm = () => control(account.url, 'POST', 'alarms', { name: 'errors', state: 'ALARM' });
    await playAlarm();
    await cloudwatch.setAlarmState({ AlarmName: 'errors', StateValue: 'OK', StateReason: 'by hand' });
    expect(isInAlarm(account.sandbox.world, 'errors')).toBe(false);
    await playAlarm();
    await cloudwatch.deleteAlarms({ AlarmNames: ['errors'] });
    expect(isInAlarm(account.sandbox.world, 'errors')).toBe(false);
  });

  test('one that was played over the control API stays until it is taken back', async () => {
    await cloudwatch.putMetricAlarm(custom);
    account.clock.advance(MINUTE_MS);
    await control(account.url, 'POST', 'alarms', { name: 'errors', state: 'ALARM' });
    account.clock.advance(10 * MINUTE_MS);
    expect([await stateOf('errors'), isInAlarm(account.sandbox.world, 'errors')]).toEqual(['ALARM', true]);
    await control(account.url, 'POST', 'alarms', { name: 'errors', state: 'OK' });
    expect([await stateOf('errors'), isInAlarm(account.sandbox.world, 'errors')]).toEqual(['OK', false]);
  });
});

describe('an alarm on an expression', () => {
  const metric = (Id: string) => ({
    Id,
    ReturnData: false,
    MetricStat: { Metric: { Namespace: 'app', MetricName: 'errors' }, Period: 60, Stat: 'Sum' },
  });
  const on = (Expression: string) => ({
    AlarmName: 'math',
    EvaluationPeriods: 1,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold' as const,
    Metrics: [metric('m1'), { Id: 'e', Expression }],
  });

  test.each([
    ['METRICS()', 'several time series'],
    ['m1 +', 'ends too early'],
    ['m2', 'no query with the id m2'],
  ])('%s is refused', async (expression, part) => {
    await expect(cloudwatch.putMetricAlarm(on(expression))).rejects.toThrow(part);
  });

  test('of which two elements return data is refused', async () => {
    const Metrics = [
      { ...metric('m1'), ReturnData: true },
      { Id: 'e', Expression: 'm1' },
    ];
    await expect(cloudwatch.putMetricAlarm({ ...on(''), Metrics })).rejects.toThrow('Exactly one element');
  });

  test('whose fault shows with certain datapoints only has no data then', async () => {
    await cloudwatch.putMetricAlarm({ ...on('FILL(IF(SUM(m1) > 5, 1, m1), 0)') });
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('math')).toBe('OK');
    await put(6);
    account.clock.advance(MINUTE_MS);
    const { MetricAlarms } = await cloudwatch.describeAlarms({ AlarmNames: ['math'] });
    expect(MetricAlarms?.[0]).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: expect.stringContaining('FILL'),
    });
  });
});

describe('what PutMetricAlarm refuses', () => {
  test.each<[string, Partial<PutMetricAlarmInput>, string]>([
    ['no threshold', { Threshold: undefined }, 'Threshold is required'],
    ['no periods', { EvaluationPeriods: 0 }, 'EvaluationPeriods must be'],
    ['more datapoints than periods', { DatapointsToAlarm: 2 }, 'from 1 to EvaluationPeriods'],
    ['another treatment', { TreatMissingData: 'maybe' }, 'must be one of missing, notBreaching'],
    ['more than a day', { EvaluationPeriods: 25, Period: 3600 }, 'across more than a day'],
    ['high resolution', { Period: 10 }, 'High-resolution periods'],
    ['a percentile', { ExtendedStatistic: 'p99' }, 'ExtendedStatistic of PutMetricAlarm: not emulated'],
    ['anomaly detection', { ComparisonOperator: 'GreaterThanUpperThreshold' }, 'anomaly detection is not emulated'],
    ['no metric', { MetricName: undefined }, 'Give MetricName and Namespace, or Metrics.'],
    ['a metric beside Metrics', { Metrics: [] }, 'MetricName should not be set if list of Metrics is set'],
    ['an empty name', { AlarmName: '' }, '1 to 255'],
  ])('%s', async (_name, changes, part) => {
    const { AlarmName = '', ...rest } = { ...custom, ...changes };
    await expect(cloudwatch.putMetricAlarm({ AlarmName, ...rest })).rejects.toThrow(part);
    expect(account.sandbox.world.cloudwatch.alarms.size).toBe(0);
  });
});

describe('the clock', () => {
  const planned = () => account.sandbox.world.cloudwatch.evaluating;

  test('nothing is planned without alarms, and no more after the last is deleted', async () => {
    expect(planned()).toBe(false);
    await cloudwatch.putMetricAlarm(custom);
    await cloudwatch.putMetricAlarm({ ...custom, AlarmName: 'others' });
    expect(planned()).toBe(true);
    await cloudwatch.deleteAlarms({ AlarmNames: ['errors', 'others', 'absent'] });
    account.clock.advance(MINUTE_MS);
    expect(planned()).toBe(false);
  });
});

describe('what is read', () => {
  const ask = (changes: object) =>
    cloudwatch.getMetricData({
      MetricDataQueries: [
        { Id: 'm', MetricStat: { Metric: { Namespace: 'app', MetricName: 'errors' }, Period: 60, Stat: 'Sum' } },
      ],
      StartTime: new Date(account.clock.now() - 5 * MINUTE_MS),
      EndTime: new Date(account.clock.now() + MINUTE_MS),
      ...changes,
    });

  test('newest first, unless asked otherwise', async () => {
    for (const value of [1, 2, 3]) {
      await put(value);
      account.clock.advance(MINUTE_MS);
    }
    expect((await ask({})).MetricDataResults?.[0]?.Values).toEqual([3, 2, 1]);
    expect((await ask({ ScanBy: 'TimestampAscending' })).MetricDataResults?.[0]?.Values).toEqual([1, 2, 3]);
  });

  test.each([
    ['the end before the start', { EndTime: new Date(0) }, 'must be less than'],
    ['years by the minute', { StartTime: new Date(0) }, 'this sandbox answers in one page'],
    ['a token', { NextToken: 'x' }, 'next token is invalid'],
  ])('%s is refused', async (_name, changes, part) => {
    await expect(ask(changes)).rejects.toThrow(part);
  });
});

describe("the load balancer's metrics", () => {
  let listenerArn = '';
  async function balancer() {
    const { elb } = account;
    const made = await elb.createLoadBalancer({ Name: 'web', Subnets: ['s-1', 's-2'] });
    const LoadBalancerArn = made.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    const group = await elb.createTargetGroup({
      Name: 'blue',
      Port: 80,
      Protocol: 'HTTP',
      VpcId: 'v',
      TargetType: 'ip',
    });
    const TargetGroupArn = group.TargetGroups?.[0]?.TargetGroupArn ?? '';
    const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn }];
    const made80 = await elb.createListener({ LoadBalancerArn, Port: 80, Protocol: 'HTTP', DefaultActions });
    listenerArn = made80.Listeners?.[0]?.ListenerArn ?? '';
    const ending = (arn: string, mark: string): string => arn.slice(arn.indexOf(mark) + mark.length);
    const own = { Name: 'LoadBalancer', Value: ending(LoadBalancerArn, 'loadbalancer/') };
    const both = [own, { Name: 'TargetGroup', Value: `targetgroup/${ending(TargetGroupArn, 'targetgroup/')}` }];
    return { TargetGroupArn, own: [own], both };
  }

  const pass = (targetGroupArn: string | null, times: number, request: Partial<PassedRequest>): void => {
    for (let count = 0; count < times; count += 1) {
      const common = { listenerArn, targetGroupArn, revision: 'web:1', status: 200, fromBalancer: false };
      account.sandbox.traffic.record({ ...common, targetMs: 20, ...request });
    }
  };

  const sums = async (
    MetricName: string,
    Dimensions: { Name: string; Value: string }[],
    Statistic: 'Sum' | 'Minimum' | 'Maximum' = 'Sum',
  ) => {
    const { Datapoints } = await cloudwatch.getMetricStatistics({
      Namespace: 'AWS/ApplicationELB',
      MetricName,
      Dimensions,
      Statistics: [Statistic],
      Period: 60,
      StartTime: new Date(account.clock.now() - 10 * MINUTE_MS),
      EndTime: new Date(account.clock.now() + MINUTE_MS),
    });
    return Datapoints?.map((point) => point[Statistic]);
  };

  test('are counted from what was passed on, by target group and in all', async () => {
    const { TargetGroupArn, own, both } = await balancer();
    pass(TargetGroupArn, 3, {});
    pass(TargetGroupArn, 2, { status: 500 });
    pass(TargetGroupArn, 1, { status: 504, fromBalancer: true, targetMs: null });
    expect(await sums('RequestCount', both)).toEqual([6]);
    expect(await sums('HTTPCode_Target_5XX_Count', both)).toEqual([2]);
    expect(await sums('HTTPCode_Target_5XX_Count', own)).toEqual([2]);
    expect(await sums('HTTPCode_ELB_5XX_Count', own)).toEqual([1]);
    expect(await sums('HTTPCode_ELB_5XX_Count', both)).toEqual([]);
    expect(await sums('HTTPCode_Target_4XX_Count', both)).toEqual([]);
    expect(await sums('RequestCount', [{ Name: 'LoadBalancer', Value: 'app/none/1' }])).toEqual([]);
    const listed = await cloudwatch.listMetrics({
      Namespace: 'AWS/ApplicationELB',
      Dimensions: [{ Name: 'TargetGroup' }],
    });
    expect(listed.Metrics?.map(({ MetricName }) => MetricName)).toContain('HealthyHostCount');
  });

  test('of the load balancer: what reached no target too, and what a deleted listener passed on', async () => {
    const { TargetGroupArn, own } = await balancer();
    const untold = { revision: null, fromBalancer: true, targetMs: null };
    pass(TargetGroupArn, 2, {});
    pass(TargetGroupArn, 1, { ...untold, status: 503 });
    pass(null, 3, { ...untold, status: 503 });
    pass(null, 4, { ...untold, status: 404 });
    account.sandbox.traffic.record({ ...untold, listenerArn: 'another', targetGroupArn: null, status: 503 });
    await account.elb.deleteListener({ ListenerArn: listenerArn });
    expect(await sums('HTTPCode_ELB_5XX_Count', own)).toEqual([4]);
    expect(await sums('HTTPCode_ELB_4XX_Count', own)).toEqual([4]);
    expect(await sums('HTTPCode_Target_2XX_Count', own)).toEqual([2]);
    expect(await sums('RequestCount', own)).toEqual([2]);
  });

  test("the fastest and the slowest of the targets' answers", async () => {
    const { TargetGroupArn, own, both } = await balancer();
    for (const targetMs of [30, 10, 500]) pass(TargetGroupArn, 1, { targetMs });
    for (const dimensions of [own, both]) {
      expect(await sums('TargetResponseTime', dimensions, 'Minimum')).toEqual([0.01]);
      expect(await sums('TargetResponseTime', dimensions, 'Maximum')).toEqual([0.5]);
    }
  });

  test('an alarm on the share of errors by metric math', async () => {
    const { TargetGroupArn, both } = await balancer();
    const query = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: {
        Metric: { Namespace: 'AWS/ApplicationELB', MetricName, Dimensions: both },
        Period: 60,
        Stat: 'Sum',
      },
    });
    await cloudwatch.putMetricAlarm({
      AlarmName: 'share',
      EvaluationPeriods: 1,
      Threshold: 10,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      Metrics: [
        query('errors', 'HTTPCode_Target_5XX_Count'),
        query('requests', 'RequestCount'),
        {
          Id: 'share',
          Expression: 'IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)',
          Label: 'Errors in percent',
        },
      ],
    });
    pass(TargetGroupArn, 95, {});
    pass(TargetGroupArn, 5, { status: 502 });
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('share')).toBe('OK');
    pass(TargetGroupArn, 80, {});
    pass(TargetGroupArn, 20, { status: 502 });
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('share')).toBe('ALARM');
  });

  test('hosts are those of the target group, minute by minute while there are alarms', async () => {
    const { TargetGroupArn, both } = await balancer();
    const target = (state: Target['state']): Target => ({
      targetGroupArn: TargetGroupArn,
      id: '10.0.0.1',
      port: 80,
      taskId: 't',
      revision: 'web:1',
      endpoint: null,
      state,
      reason: null,
      description: null,
      passed: 0,
      failed: 0,
    });
    const { targets } = account.sandbox.world.elb;
    const alarm = { ...custom, AlarmName: 'unhealthy', Namespace: 'AWS/ApplicationELB', Dimensions: both };
    await cloudwatch.putMetricAlarm({ ...alarm, MetricName: 'UnHealthyHostCount', Statistic: 'Maximum', Threshold: 1 });
    targets.set(TargetGroupArn, [target('healthy'), target('unhealthy'), target('draining')]);
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('unhealthy')).toBe('ALARM');
    targets.set(TargetGroupArn, [target('healthy'), target('healthy')]);
    account.clock.advance(MINUTE_MS);
    expect(await stateOf('unhealthy')).toBe('OK');
    expect((await sums('HealthyHostCount', both))?.slice(0, 2)).toEqual([1, 2]);
  });
});
