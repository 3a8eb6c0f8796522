import {
  DescribeLogStreams$,
  type DescribeLogStreamsRequest,
  type DescribeLogStreamsResponse,
  type LogStream as LogStreamDescription,
} from '@aws-sdk/client-cloudwatch-logs';
import { groupByName } from '../../logs/store.ts';
import { operation } from '../../operation.ts';
import { type LogStream } from '../../world/logs.ts';
import { invalid, page } from './invalid.ts';

/** By name, or by the time of the last event; `descending` turns the order around. */
export const describeLogStreams = operation<DescribeLogStreamsRequest, DescribeLogStreamsResponse>(
  DescribeLogStreams$,
  (input, sandbox) => {
    const { logStreamNamePrefix: prefix } = input;
    // Whatever the type says, a client may have sent any text.
    const orderBy: string = input.orderBy ?? 'LogStreamName';
    const group = groupByName(sandbox, input.logGroupName, input.logGroupIdentifier);
    if (orderBy !== 'LogStreamName' && orderBy !== 'LastEventTime') {
      throw invalid(`orderBy must be LogStreamName or LastEventTime; received ${JSON.stringify(orderBy)}.`);
    }
    if (orderBy === 'LastEventTime' && prefix !== undefined) {
      throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const streams = [...group.streams.values()]
      .filter(({ name }) => name.startsWith(prefix ?? ''))
      .sort(orderBy === 'LastEventTime' ? byTime : byName);
    if (input.descending === true) streams.reverse();
    const { items, nextToken } = page(streams, input.nextToken, input.limit);
    return { logStreams: items.map(describeStream), nextToken };
  },
);

const lastTime = ({ events }: LogStream): number => events.all().at(-1)?.timestamp ?? 0;
const byName = (a: LogStream, b: LogStream): number => (a.name < b.name ? -1 : 1);
const byTime = (a: LogStream, b: LogStream): number => lastTime(a) - lastTime(b) || byName(a, b);

const describeStream = (stream: LogStream): LogStreamDescription => ({
  logStreamName: stream.name,
  creationTime: Math.floor(stream.createdAt),
  firstEventTimestamp: stream.events.all()[0]?.timestamp,
  lastEventTimestamp: stream.events.all().at(-1)?.timestamp,
  lastIngestionTime: stream.lastIngestionAt === null ? undefined : Math.floor(stream.lastIngestionAt),
  uploadSequenceToken: String(stream.events.all().length).padStart(56, '4'),
  arn: stream.arn,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- AWS still sends it, as 0 (Logs API: LogStream)
  storedBytes: 0,
});
