/** What happened to a service, newest first: ECS's events, the deployments' steps, and tasks that stopped. */
import type { DeploymentView, ServiceView, TaskView } from '../view-types.ts';
import { shortId } from './format.ts';

export interface Happening {
  readonly key: string;
  readonly at: number;
  readonly source: 'ECS' | 'CodeDeploy' | 'Task';
  readonly text: string;
  readonly bad: boolean;
}

const MOST = 120;

function ofDeployment(deployment: DeploymentView): Happening[] {
  const { id, createdAt, completedAt, status, error, rollsBack } = deployment;
  const happening = (key: string, at: number, text: string, bad = false): Happening => ({
    key: `${id} ${key}`,
    at,
    source: 'CodeDeploy',
    text: `${id}: ${text}`,
    bad,
  });
  const made = rollsBack === null ? 'created' : `created to roll back ${rollsBack}`;
  const steps = deployment.events.flatMap((event) => [
    ...(event.startedAt === null ? [] : [happening(`${event.name} start`, event.startedAt, `${event.name} started`)]),
    ...(event.endedAt === null
      ? []
      : [
          happening(
            `${event.name} end`,
            event.endedAt,
            `${event.name} ${event.status.toLowerCase()}`,
            event.status === 'Failed',
          ),
        ]),
  ]);
  const why = error ? ` (${error.code}: ${error.message})` : '';
  const end = completedAt === null ? [] : [happening('end', completedAt, `${status}${why}`, status !== 'Succeeded')];
  return [happening('made', createdAt, made), ...steps, ...end];
}

function ofTask(task: TaskView): Happening {
  const exit = task.containers.find(({ exitCode }) => exitCode !== null && exitCode !== 0)?.exitCode;
  const code = exit === undefined || exit === null ? '' : ` (exit code ${exit})`;
  return {
    key: `task ${task.id}`,
    at: task.stoppedAt ?? task.createdAt,
    source: 'Task',
    text: `${shortId(task.id)} of ${task.revision} stopped: ${task.reason ?? 'no reason is known'}${code}`,
    bad: task.code === 'EssentialContainerExited' || (task.reason ?? '').includes('failed'),
  };
}

/** In the order of their times; of one moment, later steps come first, as they were noted later. */
export function happenings(service: ServiceView): Happening[] {
  const events = service.events.map(({ id, at, message }): Happening => ({
    key: id,
    at,
    source: 'ECS',
    text: message,
    bad: message.includes('is unhealthy'),
  }));
  const steps = service.deployments.flatMap((deployment) => ofDeployment(deployment).reverse());
  return [...steps, ...events, ...service.stopped.map(ofTask)].sort((a, b) => b.at - a.at).slice(0, MOST);
}
