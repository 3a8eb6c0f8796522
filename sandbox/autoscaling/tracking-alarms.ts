/** The two alarms that a target tracking policy makes for itself. */
import {
  type CustomizedMetricSpecification,
  type TargetTrackingScalingPolicyConfiguration,
} from '@aws-sdk/client-application-auto-scaling';
import { type PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { putAlarm, recordConfiguration } from '../cloudwatch/put-alarm.ts';
import { uuid } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type ScalingPolicy } from '../world/autoscaling.ts';
import { invalid } from './targets.ts';

type Watched = Pick<PutMetricAlarmInput, 'Namespace' | 'MetricName' | 'Dimensions' | 'Statistic'>;

/** Above the target for 3 minutes, or below nine tenths of it for 15 (as the alarms of such policies look on AWS). */
export function makeTrackingAlarms(
  sandbox: Sandbox,
  resourceId: string,
  policyArn: string,
  configuration: TargetTrackingScalingPolicyConfiguration,
): string[] {
  const metric = watchedMetric(resourceId, configuration);
  const target = configuration.TargetValue ?? 0;
  const common = {
    ...metric,
    AlarmActions: [policyArn],
    Period: 60,
    AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${policyArn}.`,
  };
  const alarms: PutMetricAlarmInput[] = [
    {
      ...common,
      AlarmName: `TargetTracking-${resourceId}-AlarmHigh-${uuid(sandbox.random)}`,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: target,
      EvaluationPeriods: 3,
    },
    {
      ...common,
      AlarmName: `TargetTracking-${resourceId}-AlarmLow-${uuid(sandbox.random)}`,
      ComparisonOperator: 'LessThanThreshold',
      Threshold: target * 0.9,
      EvaluationPeriods: 15,
    },
  ];
  return alarms.map((alarm) => putAlarm(sandbox, alarm).name);
}

export function removeTrackingAlarms(sandbox: Sandbox, policy: ScalingPolicy | undefined): void {
  for (const name of policy?.alarms ?? []) {
    if (sandbox.world.cloudwatch.alarms.delete(name)) recordConfiguration(sandbox, name, 'deleted');
  }
}

function watchedMetric(resourceId: string, configuration: TargetTrackingScalingPolicyConfiguration): Watched {
  const { PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: custom } = configuration;
  if ((predefined === undefined) === (custom === undefined)) {
    throw invalid('Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be given.');
  }
  if (custom) return customMetric(custom);
  const [, ClusterName = '', ServiceName = ''] = resourceId.split('/');
  const ofService = [
    { Name: 'ClusterName', Value: ClusterName },
    { Name: 'ServiceName', Value: ServiceName },
  ];
  const type = predefined?.PredefinedMetricType;
  if (type === 'ALBRequestCountPerTarget') return requestsPerTarget(predefined?.ResourceLabel ?? '');
  const MetricName = serviceMetrics.get(type ?? '');
  if (MetricName === undefined) throw invalid(`Predefined metric type ${String(type)} is not one of an ECS service.`);
  return { Namespace: 'AWS/ECS', MetricName, Dimensions: ofService, Statistic: 'Average' };
}

const serviceMetrics = new Map([
  ['ECSServiceAverageCPUUtilization', 'CPUUtilization'],
  ['ECSServiceAverageMemoryUtilization', 'MemoryUtilization'],
]);

/** `app/<name>/<id>/targetgroup/<name>/<id>` */
function requestsPerTarget(label: string): Watched {
  const [, balancer = '', group = ''] = /^(app\/[^/]+\/[^/]+)\/(targetgroup\/[^/]+\/[^/]+)$/.exec(label) ?? [];
  if (group === '') throw invalid('ResourceLabel must be app/<load balancer>/<id>/targetgroup/<target group>/<id>.');
  return {
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'RequestCountPerTarget',
    Dimensions: [
      { Name: 'LoadBalancer', Value: balancer },
      { Name: 'TargetGroup', Value: group },
    ],
    Statistic: 'Sum',
  };
}

function customMetric({
  Metrics,
  MetricName,
  Namespace,
  Dimensions,
  Statistic,
}: CustomizedMetricSpecification): Watched {
  if (Metrics) throw invalid('CustomizedMetricSpecification.Metrics (metric math) is not emulated by this sandbox.');
  return {
    Namespace,
    MetricName,
    Statistic,
    Dimensions: (Dimensions ?? []).map(({ Name, Value }) => ({ Name, Value })),
  };
}
