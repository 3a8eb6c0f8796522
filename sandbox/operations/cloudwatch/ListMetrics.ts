import { ListMetrics$, type ListMetricsInput, type ListMetricsOutput } from '@aws-sdk/client-cloudwatch';
import { balancerMetrics } from '../../cloudwatch/balancer-metrics.ts';
import { describeMetric, type Metric } from '../../cloudwatch/metric.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { badToken } from './shared.ts';

const PAGE = 500;

/** Custom metrics and those of the load balancers, those without datapoints so far included. */
export const listMetrics = operation<ListMetricsInput, ListMetricsOutput>(ListMetrics$, (input, sandbox) => {
  const { world } = sandbox;
  const found = [...balancerMetrics(world), ...world.cloudwatch.metrics.list()].filter((metric) =>
    matches(metric, input),
  );
  const { items, nextToken } = pageOf(found, input.NextToken, PAGE, badToken);
  return { Metrics: items.map(describeMetric), NextToken: nextToken };
});

const matches = ({ namespace, name, dimensions }: Metric, input: ListMetricsInput): boolean =>
  (input.Namespace === undefined || namespace === input.Namespace) &&
  (input.MetricName === undefined || name === input.MetricName) &&
  (input.Dimensions ?? []).every(
    ({ Name = '', Value }) => dimensions.has(Name) && (Value === undefined || dimensions.get(Name) === Value),
  );
