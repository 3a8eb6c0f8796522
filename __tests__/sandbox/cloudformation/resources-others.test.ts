import { beforeEach, describe, expect, test } from '@jest/globals';
import { isInAlarm } from '../../../sandbox/cloudwatch/alarm-state.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { describeRepositories } from '../../../sandbox/operations/ecr/DescribeRepositories.ts';
import { describeLogGroups } from '../../../sandbox/operations/logs/DescribeLogGroups.ts';
import { resources, type Rig, serviceParts } from './resources-rig.ts';

let rig: Rig;
beforeEach(() => {
  rig = resources({}, { team: 'shop' });
});

describe('AWS::ECR::Repository', () => {
  const TYPE = 'ECR::Repository';
  const properties: JsonObject = {
    RepositoryName: 'shop',
    ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    ImageTagMutabilityExclusionFilters: [
      { ImageTagMutabilityExclusionFilterType: 'WILDCARD', ImageTagMutabilityExclusionFilterValue: 'latest*' },
    ],
    ImageScanningConfiguration: { ScanOnPush: 'true' },
    EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    LifecyclePolicy: { LifecyclePolicyText: '{"rules":[]}' },
  };
  const shown = async () => (await describeRepositories.handle({}, rig.sandbox, {})).repositories?.[0];

  test('is what DescribeRepositories tells of it', async () => {
    const made = await rig.create(TYPE, 'Repository', properties);
    expect(made).toEqual({
      physicalId: 'shop',
      ref: 'shop',
      attributes: {
        Arn: 'arn:aws:ecr:eu-west-1:123456789012:repository/shop',
        RepositoryUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop',
      },
    });
    expect(await shown()).toMatchObject({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest*' }],
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    });
    await rig.update(TYPE, 'Repository', made, { RepositoryName: 'shop', ImageTagMutability: 'IMMUTABLE' }, properties);
    expect(await shown()).toMatchObject({
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: false },
    });
  });

  test('one with images stays, unless it is to be emptied; without a name it has one in small letters', async () => {
    const made = await rig.create(TYPE, 'Repository', {});
    expect(made.ref).toMatch(/^shop-repository-[a-z0-9]{12}$/);
    const image = { digest: 'sha256:1', tags: new Set(['1']), manifest: '{}', mediaType: '', pushedAt: 0 };
    rig.sandbox.world.ecr.repositories.get(made.ref)?.images.set(image.digest, image);
    await expect(rig.remove(TYPE, 'Repository', made, {})).rejects.toMatchObject({
      code: 'RepositoryNotEmptyException',
    });
    await rig.remove(TYPE, 'Repository', made, { EmptyOnDelete: 'true' });
    expect(rig.sandbox.world.ecr.repositories.size).toBe(0);
  });
});

describe('AWS::Logs::LogGroup', () => {
  const TYPE = 'Logs::LogGroup';
  const shown = async () => (await describeLogGroups.handle({}, rig.sandbox, {})).logGroups?.[0];

  test('has a retention and a key; its ARN ends with a star', async () => {
    const key = 'arn:aws:kms:eu-west-1:123456789012:key/1';
    const properties = { LogGroupName: '/ecs/shop', RetentionInDays: '30', KmsKeyId: key };
    const made = await rig.create(TYPE, 'LogGroup', properties);
    expect(made.attributes).toEqual({ Arn: 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/shop:*' });
    expect(await shown()).toMatchObject({ retentionInDays: 30, kmsKeyId: key });
    await rig.update(TYPE, 'LogGroup', made, { LogGroupName: '/ecs/shop' }, properties);
    expect((await shown())?.retentionInDays).toBeUndefined();
    expect((await shown())?.kmsKeyId).toBeUndefined();
    expect(rig.sandbox.world.logs.groups.get('/ecs/shop')?.tags).toEqual(new Map([['team', 'shop']]));
  });

  test('one whose retention is refused leaves nothing behind', async () => {
    const properties = { LogGroupName: '/ecs/shop', RetentionInDays: 31 };
    await expect(rig.create(TYPE, 'LogGroup', properties)).rejects.toThrow('retentionInDays must be one of');
    expect(rig.sandbox.world.logs.groups.size).toBe(0);
  });
});

describe('AWS::CloudWatch::Alarm', () => {
  const TYPE = 'CloudWatch::Alarm';
  const metric = (Id: string, TargetGroup: string): JsonObject => ({
    Id,
    ReturnData: 'false',
    MetricStat: {
      Metric: {
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'HTTPCode_Target_5XX_Count',
        Dimensions: [{ Name: 'TargetGroup', Value: TargetGroup }],
      },
      Period: '60',
      Stat: 'Sum',
    },
  });
  const properties: JsonObject = {
    AlarmName: 'shop-errors',
    Metrics: [metric('a', 'one'), metric('b', 'two'), { Id: 'sum', Expression: 'FILL(a, 0) + FILL(b, 0)' }],
    EvaluationPeriods: '1',
    Threshold: '5',
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
  };

  test('of metric math lives; it changes and goes', async () => {
    const made = await rig.create(TYPE, 'ErrorsAlarm', properties);
    expect(made.attributes).toEqual({ Arn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:shop-errors' });
    const alarm = () => rig.sandbox.world.cloudwatch.alarms.get('shop-errors');
    expect(alarm()?.definition).toMatchObject({ Threshold: 5, EvaluationPeriods: 1 });
    expect(alarm()?.tags).toEqual(new Map([['team', 'shop']]));
    await rig.update(TYPE, 'ErrorsAlarm', made, { ...properties, Threshold: '9' }, properties);
    expect(alarm()?.definition.Threshold).toBe(9);
    rig.clock.advance(5 * 60_000);
    expect([alarm()?.state, isInAlarm(rig.sandbox.world, 'shop-errors')]).toEqual(['OK', false]);
    await rig.remove(TYPE, 'ErrorsAlarm', made, properties);
    expect(alarm()).toBeUndefined();
  });

  test('one that is there is not taken over, and a wrong expression is refused', async () => {
    await rig.create(TYPE, 'ErrorsAlarm', properties);
    await expect(rig.create(TYPE, 'Other', properties)).rejects.toMatchObject({ code: 'AlreadyExists' });
    const Metrics = [metric('a', 'one'), { Id: 'sum', Expression: 'a + nothing' }];
    const wrong = rig.create(TYPE, 'Other', { ...properties, AlarmName: 'other', Metrics });
    await expect(wrong).rejects.toMatchObject({ code: 'ValidationException' });
  });
});

describe('AWS::ApplicationAutoScaling', () => {
  const TARGET = 'ApplicationAutoScaling::ScalableTarget';
  const POLICY = 'ApplicationAutoScaling::ScalingPolicy';
  const ID = 'service/shop/shop|ecs:service:DesiredCount|ecs';
  const target = (MinCapacity: string, more: object = {}): JsonObject => ({
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: 'service/shop/shop',
    MinCapacity,
    MaxCapacity: '6',
    ...more,
  });
  const policy: JsonObject = {
    PolicyName: 'shop-cpu',
    PolicyType: 'TargetTrackingScaling',
    ScalingTargetId: ID,
    TargetTrackingScalingPolicyConfiguration: {
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      TargetValue: '60',
    },
  };

  beforeEach(async () => {
    const { properties } = await serviceParts(rig);
    await rig.create('ECS::Service', 'Service', properties);
  });
  const desired = () => [...rig.sandbox.world.ecs.services.values()].map(({ desiredCount }) => desiredCount);
  const scalable = () => rig.sandbox.world.autoscaling.targets.get('service/shop/shop');

  test('a target lifts the service to its fewest tasks, at once and when they change', async () => {
    const made = await rig.create(TARGET, 'ScalableTarget', target('2'));
    expect(made).toEqual({ physicalId: ID, ref: ID, attributes: { Id: ID } });
    expect(desired()).toEqual([2]);
    await rig.update(TARGET, 'ScalableTarget', made, target('3'), target('2'));
    expect(desired()).toEqual([3]);
    await rig.remove(TARGET, 'ScalableTarget', made, target('3'));
    expect([scalable(), desired()]).toEqual([undefined, [3]]);
  });

  test('scheduled actions are put, and go when they leave the template', async () => {
    const night = {
      ScheduledActionName: 'night',
      Schedule: 'cron(0 22 * * ? *)',
      ScalableTargetAction: { MinCapacity: '1' },
    };
    const made = await rig.create(TARGET, 'ScalableTarget', target('2', { ScheduledActions: [night] }));
    expect([...(scalable()?.scheduled.keys() ?? [])]).toEqual(['night']);
    await rig.update(TARGET, 'ScalableTarget', made, target('2'), target('2', { ScheduledActions: [night] }));
    expect(scalable()?.scheduled.size).toBe(0);
  });

  test('a target whose schedule is refused is not left behind; one that was there before stays', async () => {
    const wrong = target('2', { ScheduledActions: [{ ScheduledActionName: 'night', Schedule: 'whenever' }] });
    await expect(rig.create(TARGET, 'ScalableTarget', wrong)).rejects.toThrow();
    expect(scalable()).toBeUndefined();
    await rig.create(TARGET, 'ScalableTarget', target('2'));
    await expect(rig.create(TARGET, 'Other', wrong)).rejects.toThrow();
    expect(scalable()).toBeDefined();
  });

  test('a policy names its target by id; Ref is its ARN', async () => {
    await rig.create(TARGET, 'ScalableTarget', target('2'));
    const made = await rig.create(POLICY, 'ScalingPolicy', policy);
    expect(made.ref).toMatch(/^arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:.*:policyName\/shop-cpu$/);
    expect(made.attributes).toEqual({ Arn: made.ref });
    expect(scalable()?.policies.get('shop-cpu')?.configuration.value).toMatchObject({ TargetValue: 60 });
    await rig.remove(POLICY, 'ScalingPolicy', made, policy);
    expect(scalable()?.policies.size).toBe(0);
    await expect(rig.create(POLICY, 'ScalingPolicy', { ...policy, ScalingTargetId: 'shop' })).rejects.toThrow(
      'ScalingTargetId must be <resource>|<dimension>|<namespace>',
    );
  });
});
