import { describe, expect, test } from '@jest/globals';
import { HostSamples } from '../../../sandbox/cloudwatch/host-samples.ts';
import { metricOf } from '../../../sandbox/cloudwatch/metric.ts';
import { MetricStore, MINUTES_KEPT, SETS_KEPT } from '../../../sandbox/cloudwatch/metric-store.ts';
import { repeated, statisticNames, statisticOf } from '../../../sandbox/cloudwatch/statistics.ts';

const metric = (MetricName: string, Value = 'v') =>
  metricOf({ Namespace: 'n', MetricName, Dimensions: [{ Name: 'd', Value }] });

describe('custom metrics', () => {
  test('values of one minute become one set, by name and dimensions in any order', () => {
    const store = new MetricStore();
    const [a, b] = [
      { Name: 'a', Value: '1' },
      { Name: 'b', Value: '2' },
    ];
    store.put(metricOf({ Namespace: 'n', MetricName: 'm', Dimensions: [a, b] }), 7, repeated(1, 1));
    store.put(metricOf({ Namespace: 'n', MetricName: 'm', Dimensions: [b, a] }), 7, repeated(5, 3));
    store.put(metricOf({ Namespace: 'n', MetricName: 'm', Dimensions: [a] }), 7, repeated(9, 1));
    const set = store.at(metricOf({ Namespace: 'n', MetricName: 'm', Dimensions: [a, b] }), 7);
    expect(set && statisticNames.map((name) => statisticOf(set, name))).toEqual([4, 4, 16, 1, 5]);
    expect([store.list().length, store.at(metric('m'), 7)]).toEqual([2, null]);
  });

  test('of one metric a day is kept', () => {
    const store = new MetricStore();
    for (let minute = 0; minute < MINUTES_KEPT + 2; minute += 1) store.put(metric('m'), minute, repeated(1, 1));
    expect([0, 1, 2].map((minute) => store.at(metric('m'), minute)?.sum ?? null)).toEqual([null, null, 1]);
  });

  test('of all together so much: the metric that was reported longest ago goes first', () => {
    const store = new MetricStore();
    for (let index = 0; index < SETS_KEPT; index += 1) store.put(metric('m', String(index)), 0, repeated(1, 1));
    store.put(metric('m', '0'), 0, repeated(1, 1));
    store.put(metric('new'), 0, repeated(1, 1));
    expect([store.at(metric('m', '0'), 0)?.sum, store.at(metric('m', '1'), 0)]).toEqual([2, null]);
    expect(store.list()).toHaveLength(SETS_KEPT);
  });
});

describe('hosts', () => {
  const hosts = (healthy: number, unhealthy = 0) => new Map([['tg', { healthy, unhealthy }]]);

  test('are known for the minutes that were sampled, as they were then', () => {
    const samples = new HostSamples();
    samples.add(10, hosts(1));
    samples.add(11, hosts(1));
    samples.add(12, hosts(2));
    samples.add(13, new Map());
    samples.add(14, hosts(2, 1));
    const seen = [9, 10, 11, 12, 13, 14, 15].map((minute) => samples.at(minute, 'tg')?.healthy ?? null);
    expect(seen).toEqual([null, 1, 1, 2, null, 2, null]);
    expect([samples.at(14, 'tg')?.unhealthy, samples.at(14, 'other')]).toEqual([1, null]);
  });

  test('a day later they are forgotten', () => {
    const samples = new HostSamples();
    samples.add(10, hosts(1));
    samples.add(10 + MINUTES_KEPT, hosts(2));
    expect([samples.at(10, 'tg'), samples.at(10 + MINUTES_KEPT, 'tg')?.healthy]).toEqual([null, 2]);
  });
});
