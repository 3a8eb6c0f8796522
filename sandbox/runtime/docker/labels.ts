/** Names and labels of what a sandbox has in an engine. */
import { randomBytes } from 'node:crypto';
import { type ContainerLaunch, type TaskLaunch } from '../runtime.ts';
import { currentOwner, writeOwner } from './owner.ts';

const PREFIX = 'ecs-blue-green.';
export const SANDBOX = `${PREFIX}sandbox`;
export const OWNER = `${PREFIX}owner`;
/** The reference that was pulled for a container out of the sandbox's registry; empty where nothing was. */
export const PULLED = `${PREFIX}pulled`;

/** One runtime's own marks. `id` differs between sandboxes also where their seeds are the same. */
export interface Marks {
  readonly id: string;
  readonly network: string;
  readonly labels: Readonly<Record<string, string>>;
}

export function newMarks(): Marks {
  const id = randomBytes(6).toString('hex');
  return { id, network: `ecs-blue-green-${id}`, labels: { [SANDBOX]: id, [OWNER]: writeOwner(currentOwner()) } };
}

/** Engine API: names are of `[a-zA-Z0-9][a-zA-Z0-9_.-]+`. */
const plain = (text: string): string => text.replace(/[^a-zA-Z0-9_.-]+/g, '-');

/** `ecs-web-3-app-0123456789ab-…`: family, revision, container, task, as the ECS agent orders them. */
export const containerName = ({ id }: Marks, { revision, taskId }: TaskLaunch, { name }: ContainerLaunch): string =>
  `ecs-${plain(revision)}-${plain(name)}-${plain(taskId).slice(0, 12)}-${id}`;

export const volumeName = ({ id }: Marks, { taskId }: TaskLaunch, volume: string): string =>
  `ecs-${plain(volume)}-${plain(taskId)}-${id}`;

/** The definition's own, those that the ECS agent sets (`com.amazonaws.ecs.…`), and the marks, which no definition changes. */
export function taskLabels(marks: Marks, task: TaskLaunch, container: ContainerLaunch): Record<string, string> {
  const [family = '', version = ''] = task.revision.split(':');
  const own = Object.entries(container.options?.labels ?? {}).filter(([name]) => !name.startsWith(PREFIX));
  return {
    ...Object.fromEntries(own),
    'com.amazonaws.ecs.cluster': task.cluster,
    'com.amazonaws.ecs.container-name': container.name,
    'com.amazonaws.ecs.task-definition-family': family,
    'com.amazonaws.ecs.task-definition-version': version,
    ...marks.labels,
  };
}

/** For the `filters` of the engine's lists: what this runtime has, or with no id, any sandbox. */
export const labelFilter = (id?: string): string =>
  JSON.stringify({ label: [id === undefined ? SANDBOX : `${SANDBOX}=${id}`] });
