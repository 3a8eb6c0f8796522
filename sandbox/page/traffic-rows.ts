/** What the listeners passed on, second by second, as the page is sent it. */
import { type Counts, type SecondOfTraffic } from '../balancer/traffic.ts';
import { type TrafficCounts, type TrafficSecond } from './view-types.ts';

const short = (counts: Readonly<Counts>): TrafficCounts => [
  counts.requests,
  counts.target4xx + counts.balancer4xx,
  counts.target5xx + counts.balancer5xx,
];

/** Complete seconds after `since`, up to `until` (real epoch seconds), oldest first. */
export function trafficRows(seconds: readonly SecondOfTraffic[], since: number, until: number): TrafficSecond[] {
  return seconds
    .filter(({ second }) => second > since && second <= until)
    .map(({ second, listeners }) => ({
      second,
      listeners: Object.fromEntries(
        [...listeners].map(([arn, revisions]) => [
          arn,
          Object.fromEntries([...revisions].map(([revision, counts]) => [revision, short(counts)])),
        ]),
      ),
    }));
}
