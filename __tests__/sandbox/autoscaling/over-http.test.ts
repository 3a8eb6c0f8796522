import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationAutoScaling, type PutScalingPolicyRequest } from '@aws-sdk/client-application-auto-scaling';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { type Account, clientConfig, control, createWebService, startAccount } from '../account.ts';

let account: Account;
let scaling: ApplicationAutoScaling;
let cloudwatch: CloudWatch;
beforeEach(async () => {
  account = await startAccount();
  scaling = new ApplicationAutoScaling(clientConfig(account.url));
  cloudwatch = new CloudWatch(clientConfig(account.url));
  await createWebService(account);
});
afterEach(() => account.close());

const service = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/main/web',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const;

const register = (MinCapacity?: number, MaxCapacity?: number) =>
  scaling.registerScalableTarget({ ...service, MinCapacity, MaxCapacity });

const desiredCount = async () =>
  (await account.ecs.describeServices({ cluster: 'main', services: ['web'] })).services?.[0]?.desiredCount;

const activities = async () => {
  const { ServiceNamespace, ResourceId } = service;
  return (await scaling.describeScalingActivities({ ServiceNamespace, ResourceId })).ScalingActivities ?? [];
};

const tracking: PutScalingPolicyRequest = {
  ...service,
  PolicyName: 'cpu',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: {
    TargetValue: 50,
    PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
  },
};

describe('a scalable target', () => {
  test.each([
    ['too few', 4, 6, 4, 'minimum capacity was set to 4'],
    ['too many', 0, 1, 1, 'maximum capacity was set to 1'],
  ])('%s tasks come into the bounds when it is registered', async (_name, min, max, count, cause) => {
    const { ScalableTargetARN } = await register(min, max);
    expect(ScalableTargetARN).toMatch(/^arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target\/\w+$/);
    expect(await desiredCount()).toBe(count);
    expect(await activities()).toEqual([
      expect.objectContaining({
        ...service,
        Description: `Setting desired count to ${count}.`,
        Cause: cause,
        StatusCode: 'Successful',
        StatusMessage: `Successfully set desired count to ${count}. Change successfully fulfilled by ecs.`,
        StartTime: new Date(account.clock.now()),
      }),
    ]);
  });

  test('a count within the bounds stays, and the tasks follow one that does not', async () => {
    await register(1, 4);
    expect([await desiredCount(), await activities()]).toEqual([2, []]);
    await register(3);
    account.clock.advance(60_000);
    const { services } = await account.ecs.describeServices({ cluster: 'main', services: ['web'] });
    expect(services?.[0]?.taskSets?.[0]?.runningCount).toBe(3);
    const { ScalableTargets } = await scaling.describeScalableTargets({ ServiceNamespace: 'ecs' });
    expect(ScalableTargets).toEqual([expect.objectContaining({ ...service, MinCapacity: 3, MaxCapacity: 4 })]);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['without bounds', 'Minimum capacity', () => register()],
    ['the bounds the wrong way round', 'cannot be less than minimum', () => register(3, 1)],
    [
      'an absent service',
      "doesn't exist",
      () => scaling.registerScalableTarget({ ...service, ResourceId: 'service/main/no' }),
    ],
    [
      'a resource of another form',
      'service/<cluster>/<service>',
      () => scaling.registerScalableTarget({ ...service, ResourceId: 'web' }),
    ],
    [
      'another namespace',
      'not emulated',
      () => scaling.registerScalableTarget({ ...service, ServiceNamespace: 'dynamodb' }),
    ],
    [
      'a dimension without a resource',
      'must also specify a resource ID',
      () =>
        scaling.describeScalingActivities({ ServiceNamespace: 'ecs', ScalableDimension: service.ScalableDimension }),
    ],
  ])('%s: ValidationException', async (_name, part, call) => {
    await expect(call()).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringContaining(part) });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a policy', () => scaling.putScalingPolicy(tracking)],
    ['its end', () => scaling.deregisterScalableTarget(service)],
    ['a schedule', () => scaling.putScheduledAction({ ...service, ScheduledActionName: 'n', Schedule: 'rate(1 day)' })],
  ])('%s of a target that is none: ObjectNotFoundException', async (_name, call) => {
    await expect(call()).rejects.toMatchObject({ name: 'ObjectNotFoundException' });
  });
});

describe('a policy', () => {
  test('for target tracking makes its two alarms, and takes them with it', async () => {
    await register(1, 4);
    const { PolicyARN, Alarms } = await scaling.putScalingPolicy(tracking);
    expect(PolicyARN).toMatch(/:scalingPolicy:[0-9a-f-]{36}:resource\/ecs\/service\/main\/web:policyName\/cpu$/);
    const names = Alarms?.map(({ AlarmName }) => AlarmName) ?? [];
    expect(names).toEqual([
      expect.stringMatching(/^TargetTracking-service\/main\/web-AlarmHigh-/),
      expect.stringMatching(/^TargetTracking-service\/main\/web-AlarmLow-/),
    ]);
    const { MetricAlarms } = await cloudwatch.describeAlarms({ ActionPrefix: PolicyARN });
    expect(MetricAlarms?.map(({ Threshold, EvaluationPeriods }) => [Threshold, EvaluationPeriods])).toEqual([
      [50, 3],
      [45, 15],
    ]);
    const { ScalingPolicies } = await scaling.describeScalingPolicies({
      ServiceNamespace: 'ecs',
      PolicyNames: ['cpu'],
    });
    expect(ScalingPolicies).toEqual([
      expect.objectContaining({ PolicyARN, PolicyType: 'TargetTrackingScaling', Alarms }),
    ]);
    await scaling.putScalingPolicy(tracking);
    expect((await cloudwatch.describeAlarms({})).MetricAlarms).toHaveLength(2);
    await scaling.deleteScalingPolicy({ ...service, PolicyName: 'cpu' });
    expect((await cloudwatch.describeAlarms({})).MetricAlarms).toEqual([]);
  });

  test('for steps is recorded; the alarms that name it are its own', async () => {
    await register(1, 4);
    const StepScalingPolicyConfiguration = {
      AdjustmentType: 'ChangeInCapacity' as const,
      StepAdjustments: [{ ScalingAdjustment: 1, MetricIntervalLowerBound: 0 }],
    };
    const put = { ...service, PolicyName: 'steps', PolicyType: 'StepScaling' as const, StepScalingPolicyConfiguration };
    const { PolicyARN = '', Alarms } = await scaling.putScalingPolicy(put);
    expect(Alarms).toEqual([]);
    await cloudwatch.putMetricAlarm({
      AlarmName: 'busy',
      Namespace: 'app',
      MetricName: 'load',
      Statistic: 'Average',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      AlarmActions: [PolicyARN],
    });
    const { ScalingPolicies } = await scaling.describeScalingPolicies({ ServiceNamespace: 'ecs' });
    expect(ScalingPolicies?.[0]).toMatchObject({ StepScalingPolicyConfiguration, Alarms: [{ AlarmName: 'busy' }] });
  });

  test('ends with its target', async () => {
    await register(1, 4);
    await scaling.putScalingPolicy(tracking);
    await scaling.deregisterScalableTarget(service);
    expect((await cloudwatch.describeAlarms({})).MetricAlarms).toEqual([]);
    expect(await desiredCount()).toBe(2);
  });
});

describe('a schedule', () => {
  test('is recorded', async () => {
    await register(1, 4);
    const ScalableTargetAction = { MinCapacity: 2 };
    const put = { ...service, ScheduledActionName: 'morning', Schedule: 'cron(0 7 * * ? *)', ScalableTargetAction };
    await scaling.putScheduledAction(put);
    const { ScheduledActions } = await scaling.describeScheduledActions({ ServiceNamespace: 'ecs' });
    expect(ScheduledActions).toEqual([expect.objectContaining(put)]);
    await scaling.deleteScheduledAction({ ...service, ScheduledActionName: 'morning' });
    expect((await scaling.describeScheduledActions({ ServiceNamespace: 'ecs' })).ScheduledActions).toEqual([]);
  });
});

describe('POST /_sandbox/scale', () => {
  const play = (desired: unknown, more = {}) =>
    control(account.url, 'POST', 'scale', { cluster: 'main', service: 'web', desiredCount: desired, ...more });

  test('plays a scaling activity within the bounds, with the cause that ECS tells', async () => {
    await register(1, 4);
    const { Alarms } = await scaling.putScalingPolicy(tracking);
    expect((await play(9))[0]).toBe(200);
    expect(await desiredCount()).toBe(4);
    expect((await play(1))[0]).toBe(200);
    const causes = (await activities()).map(({ Cause }) => Cause);
    expect(causes).toEqual([
      `monitor alarm ${Alarms?.[1]?.AlarmName ?? ''} in state ALARM triggered policy cpu`,
      `monitor alarm ${Alarms?.[0]?.AlarmName ?? ''} in state ALARM triggered policy cpu`,
    ]);
  });

  test('needs no scalable target', async () => {
    expect(await play(3, { policy: 'mine' })).toEqual([200, expect.objectContaining({ status: 'Successful' })]);
    expect(await desiredCount()).toBe(3);
  });

  test.each([
    ['no number', ['3'], 'desiredCount must be a whole number from 0 to 5000'],
    ['half a task', [0.5], 'desiredCount must be a whole number'],
    ['an absent service', [1, { service: 'no' }], 'There is no active service "no" in "main".'],
    ['an unknown member', [1, { count: 1 }], 'Unknown member count'],
  ] as const)('%s: 400', async (_name, [desired, more], part) => {
    expect(await play(desired, more)).toEqual([400, { error: expect.stringContaining(part) }]);
  });
});
