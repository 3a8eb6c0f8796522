import { GetLogEvents$, type GetLogEventsRequest, type GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { parseToken, readPage } from '../../logs/read.ts';
import { groupByName, oldestRead, streamOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';
import { eventLimit, invalid } from './invalid.ts';

/** The last events of a stream, or with `startFromHead` the first; then page by page in either direction. */
export const getLogEvents = operation<GetLogEventsRequest, GetLogEventsResponse>(GetLogEvents$, (input, sandbox) => {
  const group = groupByName(sandbox, input.logGroupName, input.logGroupIdentifier);
  const stream = streamOf(group, input.logStreamName);
  const token = input.nextToken === undefined ? null : parseToken(input.nextToken);
  if (input.nextToken !== undefined && !token) throw invalid('The specified nextToken is invalid.');
  const { events, forward, backward } = readPage(stream.events.all(), {
    startTime: Math.max(input.startTime ?? 0, oldestRead(sandbox, group)),
    endTime: input.endTime ?? Infinity,
    limit: eventLimit(input.limit),
    fromHead: input.startFromHead ?? false,
    token,
  });
  return {
    events: events.map(({ timestamp, message, ingestedAt }) => ({
      timestamp,
      message,
      ingestionTime: Math.floor(ingestedAt),
    })),
    nextForwardToken: forward,
    nextBackwardToken: backward,
  };
});
