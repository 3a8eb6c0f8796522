/**
 * Runs a workflow of this project from its file, on this machine. Not all that GitHub does: what a file holds beyond
 * what is known here is refused. Jobs run one after another.
 */
import { readFile } from 'node:fs/promises';
import { type JsonObject } from '../../../src/json.ts';
import { type Status } from '../expression/evaluate.ts';
import { condition, fill } from '../expression/template.ts';
import { type ActionFile, checkInputs, readActionFile } from './action-file.ts';
import { githubContext } from './contexts.ts';
import { type Job, readWorkflow, type Workflow } from './file.ts';
import { runJob, withoutSteps } from './job.ts';
import { inputsOf } from './triggers.ts';
import { type JobRun, type WorkflowRun, type World } from './world.ts';

export async function runWorkflow(file: string, world: World): Promise<WorkflowRun> {
  const workflow = readWorkflow(await readFile(file, 'utf8'));
  const action = readActionFile();
  checkInputs(workflow, action);
  const contexts = { github: githubContext(world, workflow.name), inputs: inputsOf(workflow.triggers, world.event) };
  const scope = { contexts: { ...contexts, vars: { ...world.vars } }, status: null };
  const { group, cancelInProgress } = workflow.concurrency;
  const jobs = await runJobs({ workflow, action, world, contexts });
  const results = Object.values(jobs).map(({ result }) => result);
  return {
    result: world.cancel?.aborted === true ? 'cancelled' : results.includes('failure') ? 'failure' : 'success',
    name: fill(workflow.runName ?? workflow.name, scope),
    concurrency: { group: fill(group, scope), cancelInProgress },
    jobs,
  };
}

interface Run {
  readonly workflow: Workflow;
  readonly action: ActionFile;
  readonly world: World;
  readonly contexts: JsonObject;
}

async function runJobs(run: Run): Promise<Record<string, JobRun>> {
  const ended = new Map<string, JobRun>();
  const waiting = [...run.workflow.jobs];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ needs }) => needs.every((id) => ended.has(id)));
    const [job] = waiting.splice(at, at < 0 ? 0 : 1);
    if (job === undefined)
      throw new Error(`jobs that need each other or what is not there: ${waiting.map(({ id }) => id).join(', ')}`);
    ended.set(job.id, await runOrSkip(run, job, ended));
  }
  return Object.fromEntries(ended);
}

async function runOrSkip(run: Run, job: Job, ended: ReadonlyMap<string, JobRun>): Promise<JobRun> {
  const needs = Object.fromEntries(
    job.needs.map((id) => [id, { result: ended.get(id)?.result ?? '', outputs: { ...ended.get(id)?.outputs } }]),
  );
  const contexts = { ...run.contexts, needs };
  const place = { ...run, job, contexts };
  const status = statusOf(run, job, ended);
  const goes = condition(job.if, { contexts: { ...contexts, vars: { ...run.world.vars } }, status });
  if (goes) return runJob(place);
  return withoutSteps(place, 'skipped', job.permissions ?? run.workflow.permissions, null);
}

/** What `success()`, `failure()` and `cancelled()` say before a job: of all the jobs that it hangs on. */
function statusOf({ world, workflow }: Run, job: Job, ended: ReadonlyMap<string, JobRun>): Status {
  const results = [...ancestors(workflow, job)].map((id) => ended.get(id)?.result);
  const cancelled = world.cancel?.aborted === true;
  return {
    success: !cancelled && results.every((result) => result === 'success'),
    failure: results.includes('failure'),
    cancelled,
  };
}

function ancestors(workflow: Workflow, { needs }: Job): ReadonlySet<string> {
  const further = workflow.jobs.filter(({ id }) => needs.includes(id)).flatMap((job) => [...ancestors(workflow, job)]);
  return new Set([...needs, ...further]);
}
