/** What the `awslogs` driver does with a container's output (ECS developer guide, "Send Amazon ECS logs to CloudWatch"). */
import { isObject, text } from '../ecs/containers.ts';
import { type Json, type JsonObject } from '../json.ts';
import { type Sandbox } from '../operation.ts';
import { createGroup, createStream } from './create.ts';
import { append } from './store.ts';

/** Where a container's lines go. */
export interface LogTarget {
  readonly group: string;
  readonly stream: string;
  /** `awslogs-create-group`: a group that is not there is made. */
  readonly create: boolean;
}

/** null for containers without the `awslogs` driver or without a group for it. */
export function logTarget(containerDefinition: JsonObject, taskId: string): LogTarget | null {
  const logConfiguration = containerDefinition['logConfiguration'];
  if (!isObject(logConfiguration) || logConfiguration['logDriver'] !== 'awslogs') return null;
  const options = isObject(logConfiguration['options']) ? logConfiguration['options'] : {};
  const group = text(options['awslogs-group']);
  if (group === '') return null;
  const prefix = text(options['awslogs-stream-prefix']);
  return {
    group,
    // Without a prefix (EC2 only) the stream is named by the Docker container's id; here the task's stands for it.
    stream: prefix === '' ? taskId : `${prefix}/${text(containerDefinition['name'])}/${taskId}`,
    create: options['awslogs-create-group'] === 'true',
  };
}

/** By container name, of a task definition's body; containers that log nowhere are left out. */
export function logTargets(body: JsonObject, taskId: string): ReadonlyMap<string, LogTarget> {
  const definitions = body['containerDefinitions'];
  const containers = Array.isArray(definitions) ? (definitions as readonly Json[]).filter(isObject) : [];
  const targets = containers.map((container) => [text(container['name']), logTarget(container, taskId)] as const);
  return new Map(targets.flatMap(([name, target]) => (target ? [[name, target] as const] : [])));
}

/**
 * Makes the stream, and the group where that is asked for, as a task starts. null where that went well, otherwise the
 * `stoppedReason` of a Fargate task that cannot start for it.
 */
export function prepareLog(sandbox: Sandbox, target: LogTarget): string | null {
  const { groups } = sandbox.world.logs;
  const group = groups.get(target.group) ?? (target.create ? createGroup(sandbox, target.group) : null);
  if (!group) {
    return (
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ' +
      'failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1'
    );
  }
  if (!group.streams.has(target.stream)) createStream(sandbox, group, target.stream);
  return null;
}

/** Longer lines are cut: an event holds 256 KiB at most, 26 bytes of it for itself (Logs API: PutLogEvents, as it was). */
const LONGEST_MESSAGE_BYTES = 256 * 1024 - 26;

/** Writes one line of a container, now. A line for a group that someone deleted meanwhile is lost, as on AWS. */
export function writeLog(
  sandbox: Sandbox,
  line: { readonly group: string; readonly stream: string; readonly message: string },
): void {
  const group = sandbox.world.logs.groups.get(line.group);
  // The driver sends no empty events.
  if (!group || line.message === '') return;
  const stream = group.streams.get(line.stream) ?? createStream(sandbox, group, line.stream);
  append(sandbox, stream, Math.floor(sandbox.clock.now()), cut(line.message));
}

function cut(message: string): string {
  if (message.length * 3 <= LONGEST_MESSAGE_BYTES) return message;
  const bytes = Buffer.from(message);
  return bytes.length <= LONGEST_MESSAGE_BYTES ? message : bytes.subarray(0, LONGEST_MESSAGE_BYTES).toString('utf8');
}
