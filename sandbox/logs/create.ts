import { arn } from '../ids.ts';
import { AwsError, type Sandbox } from '../operation.ts';
import { type LogGroup, type LogStream } from '../world/logs.ts';
import { EventList } from './event-list.ts';
import { removeStream } from './store.ts';

/** AWS has no such limit. Every task leaves a stream behind: those that were made first go first. */
export const STREAMS_PER_GROUP = 1_000;

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** Throws ResourceAlreadyExistsException or InvalidParameterException. */
export function createGroup(
  { world, clock }: Sandbox,
  name: string,
  tags: Readonly<Record<string, string>> = {},
): LogGroup {
  if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) {
    throw invalid(
      `1 validation error detected: Value ${JSON.stringify(name.slice(0, 100))} at 'logGroupName' failed to satisfy ` +
        'constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+, of 1 to 512 characters',
    );
  }
  const { groups } = world.logs;
  if (groups.has(name)) throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
  const group: LogGroup = {
    arn: arn(world, 'logs', `log-group:${name}`),
    name,
    createdAt: clock.now(),
    tags: new Map(Object.entries(tags)),
    retentionDays: null,
    streams: new Map(),
  };
  groups.set(name, group);
  return group;
}

/** Throws ResourceAlreadyExistsException or InvalidParameterException. */
export function createStream({ world, clock }: Sandbox, group: LogGroup, name: string): LogStream {
  if (!/^[^:*]{1,512}$/.test(name)) {
    throw invalid("Value at 'logStreamName' must have 1 to 512 characters, without : and *");
  }
  if (group.streams.has(name)) {
    throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  const stream: LogStream = {
    arn: `${group.arn}:log-stream:${name}`,
    name,
    createdAt: clock.now(),
    lastIngestionAt: null,
    events: new EventList(),
  };
  group.streams.set(name, stream);
  const [oldest] = group.streams.values();
  if (oldest && group.streams.size > STREAMS_PER_GROUP) removeStream(world.logs, group, oldest);
  return stream;
}
