/** A task with the new revision before its deployment, as for migrations: where it fails, nothing is deployed. */
import { RefusalError, StepError } from '../errors.ts';
import { type DeployInputs, type RunTaskInputs } from '../inputs/types.ts';
import { type JsonObject, textOf } from '../json.ts';
import { type Plan } from '../plan.ts';
import { type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { type Revision } from '../task-definition/definition.ts';
import { idOf, placeOf, type Ports, type Work } from './ports.ts';
import { requestFaults, requestOf } from './request.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { tokens } from './token.ts';
import { judge } from './verdict.ts';
import { watch } from './watch.ts';

export interface Before {
  readonly plan: Pick<Plan, 'target' | 'waiting'>;
  readonly revision: Revision;
  /** The revision's body. */
  readonly body: JsonObject;
  /** What a deployment in progress of an earlier attempt of this run brings to production. */
  readonly earlier: DescribedTaskDefinition | null;
}

/** Throws a RefusalError where ECS would not run the task as the inputs ask, before anything is built. */
export function checkRunTask({ runTask }: DeployInputs, { target, draft }: Pick<Plan, 'target' | 'draft'>): void {
  const faults = runTask === null ? [] : requestFaults(runTask, target, draft.loaded.body);
  if (faults.length > 0) throw new RefusalError(faults);
}

/** Nothing where none is asked for. Throws a StepError where the task does not do its work. */
export async function runTaskBefore({ runTask, matrix }: DeployInputs, before: Before, ports: Ports): Promise<void> {
  if (runTask === null) return;
  const { revision, earlier } = before;
  if (earlier?.arn === revision.arn) {
    ports.log.info(
      `The task with ${revision.name} ran before the deployment that is in progress: it is not run again.`,
    );
    return;
  }
  await ports.log.group('Task before the deployment', () => run(runTask, matrix, before, ports));
}

async function run(inputs: RunTaskInputs, matrix: string, before: Before, ports: Ports): Promise<void> {
  const { plan, revision, body } = before;
  const { runner, log } = ports;
  const work: Work = {
    cluster: plan.target.cluster,
    revision,
    body,
    overridden: inputs.overrides.map(({ name }) => textOf(name)),
    limitMs: inputs.minutes * 60_000,
    maxDelayMs: plan.waiting.maxDelayMs,
  };
  const request = requestOf({ inputs, like: plan.target, revision: revision.arn, body });
  const arn = await start(work, request, tokens(runner.context, matrix), ports);
  runner.setOutput('run-task-arn', JSON.stringify([arn]));
  runner.setOutput('run-task-id', idOf(arn));
  log.info(`Task: ${idOf(arn)} with ${revision.name}`);
  const task = await watched(work, arn, ports);
  runner.saveState('run-task-arn', '');
  const verdict = judge(task, body, work.overridden);
  if (!verdict.ok) throw failed(work, arn, verdict);
  for (const note of verdict.notes) log.info(`Not essential: ${note}.`);
  log.info('The task did its work.');
}

/** A run that is cancelled leaves no task behind. */
async function watched(work: Work, arn: string, ports: Ports): ReturnType<typeof watch> {
  try {
    return await watch(work, arn, ports);
  } catch (error) {
    if (ports.signal.aborted) ports.log.warning(await stop(work, arn, 'the run was cancelled', ports));
    // What the error tells of the task is all that is to be done about it.
    else ports.runner.saveState('run-task-arn', '');
    throw error;
  }
}

function failed(
  work: Work,
  arn: string,
  { why, hint }: { readonly why: string; readonly hint: string | null },
): StepError {
  const repair = hint === null ? 'Look at its log above' : `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
  return new StepError({
    tried: 'run the task before the deployment',
    on: placeOf(work, arn),
    why: `${why}. Nothing was deployed.`,
    repair: `${repair}. Then run the job again.`,
  });
}
