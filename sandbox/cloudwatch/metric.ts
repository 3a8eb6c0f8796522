import { type Dimension } from '@aws-sdk/client-cloudwatch';
import { type StatisticSet } from './statistics.ts';

/** A metric's identity: the same name with other dimensions is another metric. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  /** Dimension name to value. */
  readonly dimensions: ReadonlyMap<string, string>;
}

interface Described {
  readonly Namespace?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly Dimensions?: readonly Dimension[] | undefined;
}

export const metricOf = ({ Namespace = '', MetricName = '', Dimensions = [] }: Described): Metric => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: new Map(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
});

export const metricKey = ({ namespace, name, dimensions }: Metric): string =>
  JSON.stringify([namespace, name, [...dimensions].sort(([a], [b]) => (a < b ? -1 : 1))]);

export const describeMetric = ({ namespace, name, dimensions }: Metric) => ({
  Namespace: namespace,
  MetricName: name,
  Dimensions: [...dimensions].map(([Name, Value]) => ({ Name, Value })),
});

/** The set of one minute (epoch milliseconds / 60000); null where nothing was reported. */
export type MinuteReader = (minute: number) => StatisticSet | null;
