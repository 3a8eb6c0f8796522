import {
  type InputLogEvent,
  PutLogEvents$,
  type PutLogEventsRequest,
  type PutLogEventsResponse,
  type RejectedLogEventsInfo,
} from '@aws-sdk/client-cloudwatch-logs';
import { eventBytes } from '../../logs/event-list.ts';
import { append, groupOf, streamOf } from '../../logs/store.ts';
import { operation } from '../../operation.ts';
import { invalid } from './invalid.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Logs API: PutLogEvents, the limits of a batch and of its events' times. */
const BATCH_BYTES = 1024 * 1024;
const BATCH_EVENTS = 10_000;
const OLDEST_MS = 14 * DAY_MS;
const NEWEST_MS = 2 * 60 * 60_000;

export const putLogEvents = operation<PutLogEventsRequest, PutLogEventsResponse>(PutLogEvents$, (input, sandbox) => {
  const group = groupOf(sandbox, input.logGroupName);
  const stream = streamOf(group, input.logStreamName);
  const events = (input.logEvents ?? []).map(readEvent);
  checkBatch(events);
  const now = sandbox.clock.now();
  const kept = group.retentionDays === null ? Infinity : group.retentionDays * DAY_MS;
  const { accepted, rejected } = sort(events, now, kept);
  for (const { timestamp, message } of accepted) append(sandbox, stream, timestamp, message);
  return {
    nextSequenceToken: String(sandbox.world.logs.count).padStart(56, '4'),
    ...(rejected && { rejectedLogEventsInfo: rejected }),
  };
});

interface Event {
  readonly timestamp: number;
  readonly message: string;
}

function readEvent({ timestamp = 0, message = '' }: InputLogEvent): Event {
  if (message === '') {
    throw invalid("1 validation error detected: Value '' at 'logEvents.member.message' must have length 1 or more");
  }
  if (!Number.isSafeInteger(timestamp) || timestamp < 0) {
    throw invalid('The timestamp of a log event must be whole milliseconds since 1970.');
  }
  return { timestamp, message };
}

function checkBatch(events: readonly Event[]): void {
  if (events.length < 1 || events.length > BATCH_EVENTS) {
    throw invalid(`logEvents must hold 1 to ${BATCH_EVENTS} events; received ${events.length}.`);
  }
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0))) {
    throw invalid('Log events in a single PutLogEvents request must be in chronological order.');
  }
  const bytes = events.reduce((sum, { message }) => sum + eventBytes(message), 0);
  if (bytes > BATCH_BYTES) throw invalid(`Upload too large: ${bytes} bytes exceeds limit of ${BATCH_BYTES}`);
}

/** Events out of the times that are taken are left out, and named by where they begin or end (they are in order). */
function sort(
  events: readonly Event[],
  now: number,
  keptMs: number,
): { accepted: readonly Event[]; rejected: RejectedLogEventsInfo | null } {
  const firstWithin = (oldest: number): number => {
    const index = events.findIndex(({ timestamp }) => timestamp >= oldest);
    return index < 0 ? events.length : index;
  };
  const expired = keptMs < OLDEST_MS ? firstWithin(now - keptMs) : 0;
  const tooOld = firstWithin(now - OLDEST_MS);
  const tooNew = events.findIndex(({ timestamp }) => timestamp > now + NEWEST_MS);
  const rejected = {
    ...(tooNew >= 0 && { tooNewLogEventStartIndex: tooNew }),
    ...(tooOld > 0 && { tooOldLogEventEndIndex: tooOld }),
    ...(expired > 0 && { expiredLogEventEndIndex: expired }),
  };
  const accepted = events.slice(Math.max(tooOld, expired), tooNew < 0 ? events.length : tooNew);
  return { accepted, rejected: Object.keys(rejected).length > 0 ? rejected : null };
}
