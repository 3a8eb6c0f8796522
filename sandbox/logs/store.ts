/** Takes log events in. What is kept is bounded: the oldest go first. */
import { AwsError, type Sandbox } from '../operation.ts';
import { type LogGroup, type LogStream, type LogsWorld } from '../world/logs.ts';
import { eventBytes, type EventList } from './event-list.ts';

export const EVENTS_PER_STREAM = 10_000;
/** Short lines take four times that in memory. */
const BYTES_IN_ALL = 8 * 1024 * 1024;
/** Freed at a time, so that not every further line costs a search for the oldest. */
const BYTES_FREED = BYTES_IN_ALL / 16;

export function groupOf({ world }: Sandbox, name: string | undefined): LogGroup {
  const group = world.logs.groups.get(name ?? '');
  if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

/** `identifier` is a group's name or ARN: newer operations take either. */
export function groupByName(sandbox: Sandbox, name: string | undefined, identifier: string | undefined): LogGroup {
  if ((name === undefined) === (identifier === undefined)) {
    throw new AwsError('InvalidParameterException', 'Give exactly one of logGroupName and logGroupIdentifier.');
  }
  return name === undefined ? groupByArn(sandbox, identifier) : groupOf(sandbox, name);
}

export function streamOf(group: LogGroup, name: string | undefined): LogStream {
  const stream = group.streams.get(name ?? '');
  if (!stream) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
  return stream;
}

export function groupByArn(sandbox: Sandbox, arn: string | undefined): LogGroup {
  return groupOf(sandbox, arn?.replace(/^.*:log-group:/, '').replace(/:\*$/, ''));
}

/** Epoch milliseconds: events before that are past the group's retention and are not read any more. */
export const oldestRead = ({ clock }: Sandbox, { retentionDays }: LogGroup): number =>
  retentionDays === null ? 0 : clock.now() - retentionDays * 24 * 60 * 60_000;

/** Digits of an event's id: its time and its number. */
const TIME_DIGITS = 20;
const NUMBER_DIGITS = 36;

export const eventId = (timestamp: number, number: number): string =>
  String(timestamp).padStart(TIME_DIGITS, '0') + String(number).padStart(NUMBER_DIGITS, '0');

export function append({ world, clock }: Sandbox, stream: LogStream, timestamp: number, message: string): void {
  const { logs } = world;
  logs.count += 1;
  logs.bytes += eventBytes(message);
  stream.lastIngestionAt = clock.now();
  stream.events.add({ id: eventId(timestamp, logs.count), timestamp, ingestedAt: clock.now(), message });
  const extra = stream.events.all().length - EVENTS_PER_STREAM;
  if (extra > 0) logs.bytes -= stream.events.drop(extra);
  if (logs.bytes > BYTES_IN_ALL) dropOldest(logs, BYTES_FREED);
}

interface Head {
  readonly events: EventList;
  /** Place and id of the stream's oldest event that stays. */
  readonly place: number;
  readonly id: string;
}

/** Drops the oldest events of the account, wherever they are, until `bytes` are freed. */
export function dropOldest(logs: LogsWorld, bytes: number): void {
  const lists = [...logs.groups.values()].flatMap(({ streams }) => [...streams.values()].map(({ events }) => events));
  const heads = lists.flatMap((events) => headAt(events, 0)).sort((a, b) => (a.id < b.id ? -1 : 1));
  let freed = 0;
  const kept = new Map<EventList, number>();
  // Streams in the order of their oldest event: the first gives events up to where the second begins, and is put back.
  for (let head = heads.shift(); head && freed < bytes; head = heads.shift()) {
    const { events } = head;
    let { place } = head;
    const until = heads[0]?.id;
    for (let event = events.all()[place]; event && freed < bytes; event = events.all()[place]) {
      if (until !== undefined && event.id > until) break;
      freed += eventBytes(event.message);
      place += 1;
    }
    kept.set(events, place);
    for (const rest of headAt(events, place)) heads.splice(placeAmong(heads, rest.id), 0, rest);
  }
  for (const [events, place] of kept) logs.bytes -= events.drop(place);
}

/** None behind the last event. */
function headAt(events: EventList, place: number): Head[] {
  const event = events.all()[place];
  return event ? [{ events, place, id: event.id }] : [];
}

function placeAmong(heads: readonly Head[], id: string): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((heads[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes a stream away with what it holds. */
export function removeStream(logs: LogsWorld, group: LogGroup, stream: LogStream): void {
  logs.bytes -= stream.events.drop(stream.events.all().length);
  group.streams.delete(stream.name);
}
