/** Takes log events in. What is kept is bounded: the oldest go first. */
import { AwsError, type Sandbox } from '../operation.ts';
import { type LogGroup, type LogStream, type LogsWorld } from '../world/logs.ts';
import { eventBytes } from './event-list.ts';

export const EVENTS_PER_STREAM = 10_000;
const BYTES_IN_ALL = 64 * 1024 * 1024;
/** Freed at a time, so that not every further line costs a search for the oldest. */
const BYTES_FREED = BYTES_IN_ALL / 8;

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

export const bytesOf = ({ events }: LogStream): number =>
  events.all().reduce((sum, { message }) => sum + eventBytes(message), 0);

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

/** Drops the oldest events of the account, wherever they are, until `bytes` are freed. */
export function dropOldest(logs: LogsWorld, bytes: number): void {
  const streams = [...logs.groups.values()].flatMap((group) => [...group.streams.values()]);
  const oldest = streams.flatMap((stream) => stream.events.all()).sort((a, b) => (a.id < b.id ? -1 : 1));
  let freed = 0;
  const firstKept = oldest.find(({ message }) => {
    const enough = freed >= bytes;
    freed += eventBytes(message);
    return enough;
  });
  for (const { events } of streams) {
    logs.bytes -= events.drop(firstKept ? events.placeOf(firstKept.id) : events.all().length);
  }
}

/** Takes a stream away with what it holds. */
export function removeStream(logs: LogsWorld, group: LogGroup, stream: LogStream): void {
  logs.bytes -= stream.events.drop(stream.events.all().length);
  group.streams.delete(stream.name);
}
