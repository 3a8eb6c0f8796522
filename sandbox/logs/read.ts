/** Reads a stream page by page, as GetLogEvents does. Pure. */
import { type LogEvent } from '../world/logs.ts';
import { eventBytes } from './event-list.ts';

export interface ReadRequest {
  /** Epoch milliseconds: from, inclusive, and to, exclusive. */
  readonly startTime: number;
  readonly endTime: number;
  readonly limit: number;
  readonly fromHead: boolean;
  readonly token: Position | null;
}

/** A token's meaning: the events after (`f`) or before (`b`) that id. */
export interface Position {
  readonly direction: 'f' | 'b';
  readonly id: string;
}

export interface LogPage {
  /** Oldest first. */
  readonly events: readonly LogEvent[];
  readonly forward: string;
  readonly backward: string;
}

/** One answer holds 1 MiB of events at most (Logs API: GetLogEvents). */
const PAGE_BYTES = 1024 * 1024;

export const formatToken = ({ direction, id }: Position): string => `${direction}/${id}/s`;

/** null where the text is no token. */
export function parseToken(token: string): Position | null {
  const [, direction, id] = /^([fb])\/(\d{56})\/s$/.exec(token) ?? [];
  return id === undefined ? null : { direction: direction === 'f' ? 'f' : 'b', id };
}

/** At either end the token that was given is given back, which tells a client that there is no more for now. */
export function readPage(all: readonly LogEvent[], request: ReadRequest): LogPage {
  const { token, startTime, endTime } = request;
  const inTime = all.filter(({ timestamp }) => timestamp >= startTime && timestamp < endTime);
  const events = token ? besideToken(inTime, token, request) : pageOf(inTime, request.fromHead, request.limit);
  const first = events[0]?.id ?? token?.id ?? NO_EVENT;
  const last = events.at(-1)?.id ?? token?.id ?? NO_EVENT;
  return {
    events,
    forward: formatToken({ direction: 'f', id: last }),
    backward: formatToken({ direction: 'b', id: first }),
  };
}

/** Before every event. */
const NO_EVENT = '0'.repeat(56);

function besideToken(events: readonly LogEvent[], token: Position, { limit }: ReadRequest): readonly LogEvent[] {
  return token.direction === 'f'
    ? pageOf(
        events.filter(({ id }) => id > token.id),
        true,
        limit,
      )
    : pageOf(
        events.filter(({ id }) => id < token.id),
        false,
        limit,
      );
}

/** The first or the last of them, as many as fit. */
function pageOf(events: readonly LogEvent[], fromHead: boolean, limit: number): readonly LogEvent[] {
  const inOrder = fromHead ? events : events.toReversed();
  let bytes = 0;
  let count = 0;
  for (const { message } of inOrder) {
    bytes += eventBytes(message);
    if (count === limit || (bytes > PAGE_BYTES && count > 0)) break;
    count += 1;
  }
  const page = inOrder.slice(0, count);
  return fromHead ? page : page.toReversed();
}
