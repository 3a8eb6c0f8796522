import {
  FilterLogEvents$,
  type FilterLogEventsRequest,
  type FilterLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { filterPattern, type Matches, PatternFault } from '../../logs/filter-pattern.ts';
import { formatToken, parseToken } from '../../logs/read.ts';
import { groupByName, oldestRead, streamOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';
import { type LogEvent, type LogGroup, type LogStream } from '../../world/logs.ts';
import { eventLimit, invalid } from './invalid.ts';

/** Events of many streams of a group, oldest first or newest first. The token is the last one's id, and the direction. */
export const filterLogEvents = operation<FilterLogEventsRequest, FilterLogEventsResponse>(
  FilterLogEvents$,
  (input, sandbox) => {
    const group = groupByName(sandbox, input.logGroupName, input.logGroupIdentifier);
    const limit = eventLimit(input.limit);
    const { startTime = 0, endTime = Infinity } = input;
    const token = input.nextToken === undefined ? null : parseToken(input.nextToken);
    if (input.nextToken !== undefined && !token) throw invalid('The specified nextToken is invalid.');
    const forward = token ? token.direction === 'f' : (input.startFromHead ?? true);
    const isNext = (id: string): boolean => !token || (forward ? id > token.id : id < token.id);
    const matches = readPattern(input.filterPattern ?? '');
    const from = Math.max(startTime, oldestRead(sandbox, group));
    const wanted = ({ id, timestamp, message }: LogEvent): boolean =>
      timestamp >= from && timestamp <= endTime && isNext(id) && matches(message);
    const found = streamsOf(group, input).flatMap((stream) =>
      stream.events
        .all()
        .filter(wanted)
        .map((event) => ({ stream: stream.name, event })),
    );
    found.sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
    if (!forward) found.reverse();
    const page = found.slice(0, limit);
    const last = page.at(-1)?.event.id ?? '';
    return {
      events: page.map(({ stream, event }) => ({
        logStreamName: stream,
        timestamp: event.timestamp,
        message: event.message,
        ingestionTime: Math.floor(event.ingestedAt),
        eventId: event.id,
      })),
      // Empty since 2020 (Logs API: FilterLogEvents, searchedLogStreams).
      searchedLogStreams: [],
      nextToken: page.length < found.length ? formatToken({ direction: forward ? 'f' : 'b', id: last }) : undefined,
    };
  },
);

function readPattern(pattern: string): Matches {
  try {
    return filterPattern(pattern);
  } catch (cause) {
    if (cause instanceof PatternFault) throw invalid(cause.message);
    throw cause;
  }
}

function streamsOf(group: LogGroup, input: FilterLogEventsRequest): LogStream[] {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input;
  if (names !== undefined && prefix !== undefined) {
    throw invalid('Cannot specify both logStreamNames and logStreamNamePrefix.');
  }
  if (names && (names.length < 1 || names.length > 100)) throw invalid('logStreamNames must hold 1 to 100 names.');
  if (names) return [...new Set(names)].map((name) => streamOf(group, name));
  return [...group.streams.values()].filter(({ name }) => name.startsWith(prefix ?? ''));
}
