/** Where a task's containers write their logs (pure; ECS Developer Guide, "Send Amazon ECS logs to CloudWatch"). */
import { isObject, type JsonObject, textOf } from '../json.ts';
import { type LogStream } from '../ports/aws/task-port.ts';
import { containersOf } from '../task-definition/containers.ts';
import { essentialOf } from './verdict.ts';

export interface ContainerLog {
  readonly container: string;
  /** null: its lines are out of reach, for the reason given. */
  readonly stream: LogStream | null;
  readonly why: string;
}

/** One for each essential container, in the definition's order. */
export function logsOf(body: JsonObject, taskId: string): readonly ContainerLog[] {
  const essential = essentialOf(body);
  return containersOf(body)
    .filter(({ name }) => essential.includes(textOf(name)))
    .map((container) => logOf(container, taskId));
}

function logOf(definition: JsonObject, taskId: string): ContainerLog {
  const container = textOf(definition['name']);
  const configuration = isObject(definition['logConfiguration']) ? definition['logConfiguration'] : {};
  const options = isObject(configuration['options']) ? configuration['options'] : {};
  const driver = textOf(configuration['logDriver']);
  const group = textOf(options['awslogs-group']);
  const prefix = textOf(options['awslogs-stream-prefix']);
  const none = (why: string): ContainerLog => ({ container, stream: null, why });
  if (driver === '') return none('it has no log configuration');
  if (driver !== 'awslogs') return none(`its log driver is ${driver}, not awslogs`);
  if (group === '') return none('its log configuration has no awslogs-group');
  // Without a prefix the stream bears the id of the Docker container, which is not told for every launch type.
  if (prefix === '') return none('its log configuration has no awslogs-stream-prefix');
  const region = textOf(options['awslogs-region']);
  const stream = { region: region === '' ? null : region, group, stream: `${prefix}/${container}/${taskId}` };
  return { container, stream, why: '' };
}
