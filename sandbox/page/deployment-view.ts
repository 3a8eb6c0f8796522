/** A deployment as the page shows it. */
import { launchesOf } from '../ecs/launch.ts';
import { parseAppSpec } from '../lifecycle/appspec.ts';
import { isOver } from '../lifecycle/table.ts';
import { lookAtTaskSets } from '../lifecycle/task-sets-info.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type TargetTaskSet } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';
import { type DeploymentView, type SideView, type WaitView } from './view-types.ts';
import { type Evidence, explain } from './why.ts';

/** `web:3` of a task definition's ARN. */
export const revisionName = (taskDefinitionArn: string): string => taskDefinitionArn.split('/').at(-1) ?? '';

/** The image of a revision's first container; empty for one that was never registered. */
export function imageOf({ world }: Sandbox, taskDefinitionArn: string): string {
  const definition = world.ecs.taskDefinitions.get(taskDefinitionArn);
  return (definition && launchesOf(definition.body)[0]?.image) ?? '';
}

/** The task definition that a deployment was asked to deploy; null for an AppSpec that cannot be read. */
export function deployedDefinition(deployment: Deployment): string | null {
  try {
    return parseAppSpec(deployment.revision.content).taskDefinition;
  } catch {
    return null;
  }
}

/** Phases that StopDeployment still ends. */
const unstoppable = new Set<Deployment['phase']>(['RemoveBlue', 'Return']);

const waitTypes = { ReadyWait: 'READY_WAIT', TerminationWait: 'TERMINATION_WAIT' } as const;

const isWait = (phase: Deployment['phase']): phase is keyof typeof waitTypes => Object.hasOwn(waitTypes, phase);

/** When a deployment came into a wait: as its last event ended. */
const since = (deployment: Deployment): number =>
  Math.max(deployment.createdAt, ...deployment.events.map(({ endedAt }) => endedAt ?? 0));

function waitOf(sandbox: Sandbox, deployment: Deployment): WaitView | null {
  const { phase, options, hook } = deployment;
  const from = since(deployment);
  const wait = (kind: WaitView['kind'], ms: number): WaitView => ({ kind, since: from, until: from + ms });
  if (phase === 'ReadyWait') return wait('ready', options.ready.waitMinutes * 60_000);
  if (phase === 'TerminationWait') return wait('termination', options.terminationWaitMinutes * 60_000);
  return hook ? wait('hook', sandbox.settings.hookTimeoutMs) : null;
}

function side(sandbox: Sandbox, definition: string | null, seen: TargetTaskSet | undefined): SideView | null {
  if (definition === null && !seen) return null;
  return {
    revision: definition === null ? null : revisionName(definition),
    image: definition === null ? null : imageOf(sandbox, definition),
    group: seen?.targetGroup ?? null,
    weight: seen ? Math.round(seen.weight) : null,
    taskSet: seen?.status ?? null,
  };
}

/** Tasks of the deployment's replacement that have stopped or are being stopped, and what the service's events say of the time. */
function evidence(sandbox: Sandbox, deployment: Deployment, service: Service): Evidence {
  const until = deployment.completedAt ?? Infinity;
  const stopped = [...sandbox.world.ecs.tasks.values()].filter(
    (task) => task.startedBy === deployment.green && task.stoppedReason !== null && task.createdAt <= until,
  );
  const definition = deployedDefinition(deployment);
  return {
    stopped,
    messages: service.events
      .filter(({ createdAt }) => createdAt >= deployment.createdAt && createdAt <= until)
      .map(({ message }) => message),
    revision: definition === null ? null : revisionName(definition),
    image: definition === null ? null : imageOf(sandbox, definition),
    requests: requestsTo(sandbox, deployment, definition),
  };
}

function requestsTo({ traffic }: Sandbox, { options }: Deployment, definition: string | null): Evidence['requests'] {
  const revision = definition === null ? '' : revisionName(definition);
  const counts = traffic.totals().get(options.prodListenerArn)?.get(revision);
  return { all: counts?.requests ?? 0, failed: (counts?.target5xx ?? 0) + (counts?.balancer5xx ?? 0) };
}

export function deploymentView(sandbox: Sandbox, service: Service, deployment: Deployment): DeploymentView {
  const sets = lookAtTaskSets(sandbox, deployment);
  const blue = sets.find(({ label }) => label === 'Blue');
  const green = sets.find(({ label }) => label === 'Green');
  const isRollback = deployment.creator === 'codeDeployRollback';
  const over = isOver(deployment.phase);
  const asked = deployedDefinition(deployment);
  const original = side(sandbox, blue?.taskDefinition ?? null, blue);
  const replacement = side(sandbox, isRollback ? (green?.taskDefinition ?? null) : asked, green);
  return {
    id: deployment.id,
    status: deployment.status,
    phase: deployment.phase,
    creator: deployment.creator,
    description: deployment.description,
    config: deployment.configName,
    createdAt: deployment.createdAt,
    startedAt: deployment.startedAt,
    completedAt: deployment.completedAt,
    error: deployment.error && { ...deployment.error },
    events: deployment.events.map(({ name, status, startedAt, endedAt, diagnostics }) => ({
      name,
      status,
      startedAt,
      endedAt,
      message: diagnostics?.message ?? null,
      log: diagnostics?.logTail ?? null,
    })),
    wait: waitOf(sandbox, deployment),
    rolledBackBy: deployment.rollback?.deploymentId ?? null,
    rollsBack: deployment.rollback?.triggeringId ?? null,
    before: isRollback ? replacement : original,
    after: isRollback ? original : replacement,
    why: explain(deployment, evidence(sandbox, deployment, service)),
    promote: isWait(deployment.phase) ? waitTypes[deployment.phase] : null,
    stopping: deployment.stopping !== null && !over,
    stoppable: !over && !isRollback && !unstoppable.has(deployment.phase),
  };
}
