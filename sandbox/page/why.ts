/** Says in plain words why a deployment failed, or what holds it up. */
import { parseAppSpec } from '../lifecycle/appspec.ts';
import { type Deployment } from '../world/codedeploy.ts';
import { type Task } from '../world/ecs.ts';

export interface Evidence {
  /** Tasks of the replacement that have stopped or are being stopped. */
  readonly stopped: readonly Task[];
  /** The service's events while the deployment ran, newest first. */
  readonly messages: readonly string[];
  readonly revision: string | null;
  readonly image: string | null;
  /** What the production listener has passed to the replacement's revision so far; `failed`: answered with 5xx. */
  readonly requests: { readonly all: number; readonly failed: number };
}

const replacement = ({ revision, image }: Evidence): string =>
  revision === null ? 'The replacement' : `The replacement ${revision}${image === null ? '' : ` (image ${image})`}`;

const times = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`);

function exitOf(task: Task): string {
  const codes = task.containers.flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode]));
  const bad = codes.find((code) => code !== 0);
  return bad === undefined ? '' : ` (exit code ${bad})`;
}

/** Target groups by their names, where ECS writes their ARNs. */
const plain = (text: string): string =>
  text.replace(/target-group arn:[^ )]*:targetgroup\/([^/ )]+)\/\w+/g, 'target group $1');

/** Reasons that say nothing of what went wrong: ECS took the task away. */
const isOrdinary = (reason: string): boolean => reason.startsWith('Scaling activity');

/** `3 tasks stopped: Essential container in task exited (exit code 1).`, the most frequent reason first. */
function stoppedTasks({ stopped }: Evidence): string | null {
  const counts = new Map<string, number>();
  for (const task of stopped) {
    const reason = task.stoppedReason ?? '';
    if (reason === '' || isOrdinary(reason)) continue;
    const containers = task.containers.flatMap((each) => (each.reason === undefined ? [] : [`: ${each.reason}`]));
    const text = `${plain(reason)}${exitOf(task)}${containers[0] ?? ''}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const listed = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);
  if (listed.length === 0) return null;
  return `${listed.map(([text, count]) => `${times(count)} stopped: ${text}`).join('; ')}.`;
}

/** Where the tasks themselves are no longer listed: what the service's events said. */
function fromEvents({ messages }: Evidence): string | null {
  const unhealthy = messages.find((message) => message.includes('is unhealthy in'));
  return unhealthy === undefined ? null : `ECS said: ${plain(unhealthy)}`;
}

/** `web:4 answered 8 of 26 requests with 5xx.` */
function failedRequests({ revision, requests }: Evidence): string {
  const { all, failed } = requests;
  return failed === 0
    ? ''
    : `${revision ?? 'The replacement'} answered ${failed} of ${all} production requests with 5xx.`;
}

const trouble = (evidence: Evidence): string =>
  [stoppedTasks(evidence) ?? fromEvents(evidence), failedRequests(evidence)].filter((text) => text !== null).join(' ');

function hookName(deployment: Deployment, event: string): string {
  try {
    const name = parseAppSpec(deployment.revision.content).hooks.get(event);
    return name === undefined ? '' : ` (${name})`;
  } catch {
    return '';
  }
}

/** CodeDeploy's message names those that went off (CodeDeploy user guide: troubleshooting); all that are watched otherwise. */
const activeAlarms = ({ error, options }: Deployment): string =>
  /Activated alarms: <([^>]+)>/.exec(error?.message ?? '')?.[1] ?? options.alarms.join(', ');

type Causes = Readonly<Record<string, (deployment: Deployment, evidence: Evidence, failed: string) => string>>;

const causes: Causes = {
  TIMEOUT: (deployment, evidence, failed) =>
    failed === 'Install'
      ? `${replacement(evidence)} did not become healthy in time. ${trouble(evidence)}`
      : `Nobody let it go on in time: it waited ${deployment.options.ready.waitMinutes} minutes in Ready.`,
  HOOK_EXECUTION_FAILURE: (deployment, _, failed) =>
    `The validation hook of ${failed}${hookName(deployment, failed)} failed or did not answer.`,
  ALARM_ACTIVE: (deployment, evidence) =>
    `CloudWatch said ALARM for ${activeAlarms(deployment)}, which guards this deployment. ${failedRequests(evidence)}`,
  MANUAL_STOP: (_, evidence) => `Someone stopped it by StopDeployment. ${trouble(evidence)}`,
  INVALID_REVISION: () => 'Its AppSpec cannot be used.',
  INVALID_ECS_SERVICE: () => 'The ECS service cannot be deployed to.',
  ECS_UPDATE_ERROR: () => 'ECS refused the replacement task set.',
  ELASTIC_LOAD_BALANCING_INVALID: () => 'The load balancer does not fit the deployment group.',
};

function afterwards(deployment: Deployment): string {
  const id = deployment.rollback?.deploymentId ?? null;
  if (id !== null) return `Deployment ${id} rolls it back: production traffic goes to the original.`;
  return deployment.green === null
    ? 'It ended before a replacement existed: production traffic was never touched.'
    : '';
}

/** The cause of a deployment's end, or of its being held up; null where all is well. */
export function explain(deployment: Deployment, evidence: Evidence): string | null {
  if (deployment.creator === 'codeDeployRollback') return null;
  if (!deployment.error) {
    const found = deployment.completedAt === null ? stoppedTasks(evidence) : null;
    if (found === null) return null;
    return deployment.phase === 'Install'
      ? `${replacement(evidence)} is not healthy yet. So far ${found} ECS goes on trying.`
      : `${replacement(evidence)} was healthy, but does not stay so: ${found}`;
  }
  const failed = deployment.events.find(({ status }) => status === 'Failed')?.name ?? 'its last step';
  const cause = causes[deployment.error.code]?.(deployment, evidence, failed) ?? `It failed in ${failed}.`;
  return [cause.trim(), afterwards(deployment)].filter((text) => text !== '').join(' ');
}
