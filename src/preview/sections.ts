/** A plan in words: a heading and its lines, the same for the log and for the summary page. */
import { duration } from '../report/duration.ts';
import { schedule as inWords } from '../target/describe.ts';
import { type Change } from '../task-definition/difference.ts';
import {
  type DeploymentOutput,
  type PlannedCandidate,
  type PlannedDefinition,
  type PlannedDeployment,
  type PlannedImage,
  type PlannedTarget,
  type PlannedWait,
  type PlanOutput,
  type RollbackOutput,
} from './output.ts';

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

const MINUTE = 60_000;

export function sectionsOf(plan: PlanOutput): readonly Section[] {
  const own = plan.of === 'deploy' ? ofDeployment(plan) : ofRollback(plan);
  const all: readonly Section[] = [
    { heading: 'Target', lines: targetLines(plan.target) },
    ...own,
    { heading: 'AppSpec', lines: plan.appspec === null ? [] : [`From: ${plan.appspec.from}`, plan.appspec.content] },
    { heading: 'Deployment', lines: plan.deployment === null ? [] : deploymentLines(plan.deployment) },
    { heading: 'Wait', lines: plan.wait === null ? [] : waitLines(plan.wait) },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

function ofDeployment(plan: DeploymentOutput): readonly Section[] {
  const { inProgress, image, taskDefinition, runTask, smokeTest } = plan;
  const before = [
    ...(runTask === null ? [] : [`Runs a task (up to ${runTask.minutes} min): ${runTask.told}`, ...runTask.overrides]),
    ...(smokeTest === null
      ? []
      : [`Smoke test through the test listener, before the shift: up to ${smokeTest.minutes} min`]),
  ];
  return [
    {
      heading: 'Deployment in progress',
      lines:
        inProgress === null
          ? []
          : [
              `${inProgress.id} (${inProgress.status}), ${inProgress.since === null ? '' : `since ${inProgress.since}, `}${inProgress.owner}`,
              ...(inProgress.description === '' ? [] : [`Its description: ${inProgress.description}`]),
              inProgress.then,
            ],
    },
    { heading: 'Image', lines: image === null ? [] : imageLines(image) },
    {
      heading:
        taskDefinition === null ? 'Task definition' : `Task definition: ${taskDefinition.from} → ${taskDefinition.to}`,
      lines: taskDefinition === null ? [] : definitionLines(taskDefinition),
    },
    { heading: 'Checks', lines: before },
  ];
}

function ofRollback({ to, how, leaves, deploymentId, first, candidates }: RollbackOutput): readonly Section[] {
  const hows = {
    there: 'Production runs it: nothing would be done.',
    stop: `By stopping deployment ${deploymentId ?? ''} with rollback.`,
    follow: `Deployment ${deploymentId ?? ''} leads there: it would be followed to its end.`,
    deploy: 'By a new deployment of that revision.',
  };
  const lines = [
    ...(to === null ? [] : [candidateLine(to)]),
    ...(leaves === null ? [] : [`Leaves: ${leaves}`]),
    ...(how === null ? [] : [hows[how]]),
    ...(first === null ? [] : [first]),
  ];
  return [
    { heading: 'Returns to', lines },
    { heading: 'Other candidates', lines: candidates.map(candidateLine) },
  ];
}

function candidateLine({ revision, since, ageMinutes, commit, actor, image, deploymentId }: PlannedCandidate): string {
  return [
    revision,
    ...(since === null || ageMinutes === null ? [] : [`deployed ${since} (${duration(ageMinutes * MINUTE)} ago)`]),
    ...(deploymentId === null ? [] : [`by deployment ${deploymentId}`]),
    ...(commit === null ? [] : [`commit ${commit}`]),
    ...(actor === null ? [] : [`by ${actor}`]),
    ...(image === null ? [] : [`image ${image}`]),
  ].join(', ');
}

function targetLines(target: PlannedTarget): readonly string[] {
  const { cluster, service, running, desired, runs, application, group, foundBy, targetGroup, weights, url, testUrl } =
    target;
  const tasks = running === null || desired === null ? '' : `, ${running} tasks running, ${desired} desired`;
  const shares = weights.map((each) => `${each.targetGroup} ${each.weight}`).join(', ');
  return [
    `Service: ${cluster}/${service}${tasks}`,
    ...(runs === null
      ? []
      : [`Runs now: ${runs}${targetGroup === null ? '' : `, behind target group ${targetGroup}`}`]),
    ...(application === null ? [] : [`Deployment group: ${application} / ${group ?? ''} (found by ${foundBy ?? ''})`]),
    ...(shares === '' ? [] : [`Weights on the production listener: ${shares}`]),
    ...(url === null ? [] : [`Address: ${url}`]),
    ...(testUrl === null ? [] : [`Test address: ${testUrl}`]),
  ];
}

function imageLines({ action, reference, digest, tags, containers, told }: PlannedImage): readonly string[] {
  const verbs = { build: 'Built and pushed', reuse: 'Reused', given: 'Given' };
  const named = digest === null || reference.includes(digest) ? reference : `${reference} (${digest})`;
  return [
    `${verbs[action]}: ${named}, ${told}`,
    ...(tags.length === 0 ? [] : [`${action === 'build' ? 'Tags' : 'Tags to add'}: ${tags.join(', ')}`]),
    ...(containers.length === 0 ? [] : [`For: ${containers.join(', ')}`]),
  ];
}

function definitionLines({
  revision,
  to,
  startsFrom,
  changes,
  moreChanges,
  leftOut,
}: PlannedDefinition): readonly string[] {
  const what =
    revision === 'reused' ? `${to} is there already: no revision would be registered` : `${to} would be registered`;
  return [
    `${what}. Starts from: ${startsFrom}`,
    ...(changes.length === 0 ? ['No difference to what production runs.'] : changes.map(changeLine)),
    ...(moreChanges === 0 ? [] : [`… and ${moreChanges} more changes`]),
    ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.join(', ')}`]),
  ];
}

const SIGNS: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '-', changed: '~', reordered: '~' };

function changeLine({ path, kind, before, after, hidden }: Change): string {
  const head = `${SIGNS[kind]} ${path}`;
  if (kind === 'reordered') return `${head}: another order`;
  if (hidden) return `${head} (${kind}; value not shown)`;
  return `${head}: ${[before, after].filter((value) => value !== null).join(' → ')}`;
}

function deploymentLines({
  configuration,
  schedule,
  readyMinutes,
  terminationMinutes,
  ignoreAlarms,
}: PlannedDeployment): readonly string[] {
  const steps = schedule.map(({ minute, percent }) => ({ atMs: minute * MINUTE, percent }));
  return [
    `Configuration: ${configuration}`,
    `Production traffic: ${inWords({ steps, shiftMs: steps.at(-1)?.atMs ?? 0 })}`,
    readyMinutes === 0
      ? 'Before the shift: the group does not wait'
      : `Before the shift: the group waits up to ${readyMinutes} min for a word to go on`,
    `After the shift: the original tasks stay for ${terminationMinutes} min`,
    ...(ignoreAlarms ? ['Alarms of the group are ignored'] : []),
  ];
}

function waitLines({ until, expectedMinutes, limitMinutes, onTop }: PlannedWait): readonly string[] {
  if (until === 'none') return ['The step ends when the deployment is started.'];
  return [
    `Until: ${until}`,
    `By the schedule: ${duration(expectedMinutes * MINUTE)}; given up after ${duration(limitMinutes * MINUTE)}`,
    ...onTop.map((text) => `On top: ${text}`),
  ];
}
