/** One job: the review of its environment, its steps in order, its outputs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JsonObject } from '../../../src/json.ts';
import { type Status } from '../expression/evaluate.ts';
import { condition, fill, fillAll } from '../expression/template.ts';
import { type ActionFile } from './action-file.ts';
import { unlessCancelled } from './cancelling.ts';
import { githubVariables } from './contexts.ts';
import { type Job, type Permissions, type Step, type Workflow } from './file.ts';
import { type Posted, runScript, type Ran } from './shell.ts';
import { runUse } from './uses.ts';
import { type JobRun, type Result, type StepRun, type World } from './world.ts';

export interface JobPlace {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly action: ActionFile;
  readonly world: World;
  /** `github`, `inputs` and `needs`. */
  readonly contexts: JsonObject;
}

export async function runJob(given: JobPlace): Promise<JobRun> {
  const place = { ...given, world: afterCancel(given.world) };
  const { job, workflow, world } = place;
  const scope = { contexts: { ...place.contexts, vars: { ...world.vars } }, status: null };
  const name = job.environment === null ? null : fill(job.environment.name, scope);
  const permissions = job.permissions ?? workflow.permissions;
  const review = await reviewed(name, world);
  if (review !== null) return withoutSteps(place, review, permissions, name);
  const workspace = await mkdtemp(join(tmpdir(), 'job-'));
  try {
    const vars = { ...world.vars, ...(name === null ? {} : world.environments[name]?.vars) };
    const run = { ...place, contexts: { ...place.contexts, vars }, workspace, permissions, environment: name };
    const steps = await runSteps(run);
    const posts = await runPosts(steps);
    const after = { contexts: { ...run.contexts, steps: stepsContext(job, steps) }, status: null };
    return {
      id: job.id,
      result: resultOf(steps, posts, world),
      outputs: fillAll(job.outputs, after),
      steps,
      posts,
      permissions,
      environment: name === null ? null : { name, url: fill(job.environment?.url ?? '', after) },
    };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** A job that begins although the run was cancelled (`always()`) runs to its end. */
function afterCancel({ cancel, ...world }: World): World {
  return cancel === undefined || cancel.aborted ? world : { ...world, cancel };
}

/** A job that never began: its outputs are there and empty. */
export function withoutSteps({ job }: JobPlace, result: Result, permissions: Permissions, name: string | null): JobRun {
  const outputs = Object.fromEntries(Object.keys(job.outputs).map((output) => [output, '']));
  const environment = name === null ? null : { name, url: '' };
  return { id: job.id, result, outputs, steps: [], posts: [], permissions, environment };
}

/** How the job ends before it begins; null: it begins. A refused review fails it. */
async function reviewed(name: string | null, world: World): Promise<Result | null> {
  if (name === null) return null;
  const environment = world.environments[name];
  if (environment === undefined) throw new Error(`there is no environment ${name}`);
  if (environment.review === undefined) return null;
  const answer = await unlessCancelled(environment.review(), world.cancel);
  if (answer === null) return 'cancelled';
  return answer === 'approved' ? null : 'failure';
}

interface RunningJob extends JobPlace {
  readonly workspace: string;
  readonly permissions: Permissions;
  readonly environment: string | null;
}

async function runSteps(job: RunningJob): Promise<readonly StepRun[]> {
  const steps: StepRun[] = [];
  try {
    for (const step of job.job.steps) steps.push(await runStep(job, step, steps));
    return steps;
  } catch (error) {
    await runPosts(steps);
    throw error;
  }
}

async function runPosts(steps: readonly StepRun[]): Promise<readonly Posted[]> {
  const posts: Posted[] = [];
  for (const { post } of steps.toReversed()) if (post !== null) posts.push(await post());
  return posts;
}

async function runStep(job: RunningJob, step: Step, before: readonly StepRun[]): Promise<StepRun> {
  const { world, workflow, contexts } = job;
  const soFar = { ...contexts, steps: stepsContext(job.job, before) };
  const name = step.name ?? step.uses ?? step.run ?? '';
  const nothing = { id: step.id, name, outputs: {}, output: '', summary: '', env: {}, post: null };
  if (!condition(step.if, { contexts: soFar, status: statusOf(before, world) }))
    return { ...nothing, outcome: 'skipped' };
  const scope = { contexts: soFar, status: null };
  const env: Record<string, string> = {
    ...githubVariables(world, workflow.name, job.job.id),
    ...world.env,
    ...fillAll({ ...workflow.env, ...job.job.env }, scope),
    ...Object.fromEntries(before.flatMap((each) => Object.entries(each.env))),
    ...fillAll(step.env, scope),
  };
  const late = isCancelled(world);
  const ran = await carryOut(job, step, { env, with: fillAll(step.with, scope), run: fill(step.run ?? '', scope) });
  const cancelled = !late && isCancelled(world) && ran.exitCode !== 0;
  const outcome = ran.exitCode === 0 ? 'success' : cancelled ? 'cancelled' : 'failure';
  const { outputs, output, summary, post = null } = ran;
  return { ...nothing, outcome, outputs, output, summary, env: ran.env, post };
}

type Filled = { readonly run: string } & Pick<Parameters<typeof runUse>[0], 'env' | 'with'>;

function carryOut(job: RunningJob, step: Step, { env, with: given, run }: Filled): Promise<Ran> {
  const { world, workspace, permissions, environment, action } = job;
  const { id } = job.job;
  if (step.uses !== null)
    return runUse({ uses: step.uses, with: given, env, workspace, permissions, job: id, environment, action, world });
  const onOutput = (text: string): void => world.onOutput?.(text, id);
  return runScript({ text: run, shell: step.shell, env, folder: workspace, cancel: world.cancel, onOutput });
}

const isCancelled = ({ cancel }: World): boolean => cancel?.aborted === true;

function statusOf(steps: readonly StepRun[], world: World): Status {
  const cancelled = isCancelled(world);
  const failure = steps.some(({ outcome }) => outcome === 'failure');
  return { success: !failure && !cancelled, failure, cancelled };
}

function resultOf(steps: readonly StepRun[], posts: readonly Posted[], world: World): Result {
  if (isCancelled(world)) return 'cancelled';
  const failed = steps.some(({ outcome }) => outcome === 'failure') || posts.some(({ exitCode }) => exitCode !== 0);
  return failed ? 'failure' : 'success';
}

/** An output that is asked for and that a step without success has not set is empty, as on GitHub. */
function stepsContext(job: Job, steps: readonly StepRun[]): JsonObject {
  const context: Record<string, JsonObject> = {};
  for (const { id, outcome, outputs } of steps) {
    if (id === null) continue;
    const asked = [...JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, of]) => of === id && outcome !== 'success')
      .map(([, , name = '']): [string, string] => [name, '']);
    context[id] = { outcome, conclusion: outcome, outputs: { ...Object.fromEntries(asked), ...outputs } };
  }
  return context;
}
