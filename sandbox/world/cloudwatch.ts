import { type MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { HostSamples } from '../cloudwatch/host-samples.ts';
import { MetricStore } from '../cloudwatch/metric-store.ts';

export interface CloudWatchWorld {
  /** By alarm name. */
  readonly alarms: Map<string, Alarm>;
  /** Newest last. */
  readonly history: AlarmEvent[];
  /** What PutMetricData brought. */
  readonly metrics: MetricStore;
  /** How many targets were healthy, minute by minute while there are alarms. */
  readonly hosts: HostSamples;
  /** True while the alarms' next evaluation is planned. */
  evaluating: boolean;
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What PutMetricAlarm set, as DescribeAlarms spells it. */
export type AlarmDefinition = Pick<
  MetricAlarm,
  | 'AlarmDescription'
  | 'OKActions'
  | 'AlarmActions'
  | 'InsufficientDataActions'
  | 'MetricName'
  | 'Namespace'
  | 'Statistic'
  | 'Dimensions'
  | 'Period'
  | 'Unit'
  | 'DatapointsToAlarm'
  | 'TreatMissingData'
  | 'Metrics'
> & {
  readonly EvaluationPeriods: number;
  readonly Threshold: number;
  readonly ComparisonOperator: Comparison;
};

export type Comparison =
  'GreaterThanOrEqualToThreshold' | 'GreaterThanThreshold' | 'LessThanThreshold' | 'LessThanOrEqualToThreshold';

export interface Alarm {
  readonly arn: string;
  readonly name: string;
  readonly tags: Map<string, string>;
  definition: AlarmDefinition;
  actionsEnabled: boolean;
  configuredAt: number;
  state: AlarmState;
  reason: string;
  /** JSON. */
  reasonData: string | null;
  /** When the state was last set, and when it last became another one. */
  stateAt: number;
  changedAt: number;
}

export interface AlarmEvent {
  readonly alarm: string;
  readonly at: number;
  readonly type: 'ConfigurationUpdate' | 'StateUpdate' | 'Action';
  readonly summary: string;
  /** JSON. */
  readonly data: string;
}

export const createCloudWatch = (): CloudWatchWorld => ({
  alarms: new Map(),
  history: [],
  metrics: new MetricStore(),
  hosts: new HostSamples(),
  evaluating: false,
});
