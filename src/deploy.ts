/** The story of a deployment, in the order of the data's way: told again from the look where another deployment came first. */
import { renderAppSpec } from './appspec/render.ts';
import { endedBy, unlessCancelled } from './engine/cancellable.ts';
import { codeDeployEngine } from './engine/codedeploy/engine.ts';
import { AnotherActiveError } from './engine/codedeploy/limit.ts';
import { type Outcome } from './events.ts';
import { follow, whereabouts } from './follow.ts';
import { gateOf } from './gate/gate.ts';
import { type Image } from './image/image.ts';
import { type Kept, nothingKept } from './in-progress/kept.ts';
import { makeWay, makeWayAfterAll } from './in-progress/make-way.ts';
import { hasMovedOn } from './in-progress/moved-on.ts';
import { type DeployInputs } from './inputs/types.ts';
import { look } from './look.ts';
import { type Plan } from './plan.ts';
import { imagesOf, plannedImage } from './planned-image.ts';
import { type Aws, type DescribedTaskDefinition } from './ports/aws/aws.ts';
import { unlessAborted } from './ports/signals.ts';
import { forgetDeployment } from './remember.ts';
import { reportOutcome } from './report/outcome.ts';
import { reportRendered, reportRevision, reportStart } from './report/steps.ts';
import { knownRevisions } from './revision.ts';
import { checkRunTask, runTaskBefore } from './run-task/run-task.ts';
import { start } from './start.ts';
import { startRequest } from './start-request.ts';
import { engineTarget } from './target/target.ts';
import { type RenderedDefinition, type Revision } from './task-definition/definition.ts';
import { leftByEarlier } from './task-definition/left.ts';
import { type KnownRevision, provideRevision } from './task-definition/register.ts';
import { renderDefinition } from './task-definition/render.ts';
import { tagsOf } from './task-definition/tags.ts';
import { nothingToDo } from './unchanged.ts';
import { openFor, type World } from './world.ts';

/** The world of a run, and what it keeps from pass to pass. */
interface Run extends World {
  readonly aws: Aws;
  readonly kept: Kept;
  readonly runAt: number;
}

/** Throws what ended the run before there was a deployment to judge. */
export async function deploy(inputs: DeployInputs, world: World): Promise<Outcome> {
  const runAt = world.clock.now();
  const aws = await openFor(inputs.waiting, world.env);
  const run: Run = { ...world, aws, kept: nothingKept(), runAt };
  for (;;) {
    const outcome = await pass(inputs, run);
    if (outcome !== null) return outcome;
  }
}

/** null: another deployment was in the way, or production has moved on, and the world is to be read again. */
async function pass(inputs: DeployInputs, run: Run): Promise<Outcome | null> {
  const { log, signal, aws, kept } = run;
  const [plan, given, earlier, another] = await log.group('Look', () =>
    unlessAborted(signal, look(inputs, aws, run, kept)),
  );
  checkRunTask(inputs, plan);
  if (another !== null) {
    await makeWay(another, inputs, plan, kept, run);
    return null;
  }
  const image = (kept.image ??= await plannedImage(given, inputs, plan, run));
  if (await unlessAborted(signal, hasMovedOn(plan, kept, { ...run, ecs: aws.ecs }))) return null;
  const rendered = renderDefinition(plan.draft, imagesOf(plan, image));
  reportRendered(rendered, plan.draft.loaded.origin, log);
  signal.throwIfAborted();
  const left = await unlessAborted(signal, leftByEarlier(rendered, run.runner.context, aws.ecs));
  const known = knownRevisions(plan, earlier, [...kept.revisions, ...left]);
  const revision = await unlessAborted(signal, provideRevision(rendered, known, aws.ecs));
  kept.revisions.push(registered(revision, rendered));
  reportRevision(revision, run);
  return launch(inputs, { plan, image, rendered, revision, earlier }, run);
}

interface Ready {
  readonly plan: Plan;
  readonly image: Image | null;
  readonly rendered: RenderedDefinition;
  readonly revision: Revision;
  readonly earlier: DescribedTaskDefinition | null;
}

/** From the revision to the verdict. null as above. */
async function launch(inputs: DeployInputs, ready: Ready, run: Run): Promise<Outcome | null> {
  const { log, runner, signal, clock, aws, kept, runAt } = run;
  const { plan, image, revision, rendered } = ready;
  const appspec = renderAppSpec(plan.appspec, revision.arn);
  runner.setOutput('appspec', appspec.content);
  const { cluster, service, listener, testUrl } = plan.target;
  const names = { cluster, service: service.serviceName ?? '', from: plan.previous, to: revision.arn };
  const report = { ...names, image, url: listener.url, testUrl, runAt };
  if (nothingToDo(inputs, plan, revision, rendered.body, log)) return reportOutcome(unchanged(revision), report, run);
  await taskBefore(inputs, ready, run);
  if (await unlessAborted(signal, hasMovedOn(plan, kept, { ...run, ecs: aws.ecs }))) return null;
  signal.throwIfAborted();
  const engine = codeDeployEngine(
    { codedeploy: unlessCancelled(aws.codedeploy, signal), clock: endedBy(signal, clock), log },
    engineTarget(plan.target),
  );
  const startedAt = clock.now();
  const request = startRequest(inputs, plan, revision, appspec, runner.context);
  const whither = { target: plan.target, region: aws.region, from: names.from, to: names.to };
  const { control } = inputs;
  const id = await startFirst({ engine, request, ...whither, control }, run);
  if (id instanceof AnotherActiveError) {
    await makeWayAfterAll(id, inputs, plan, kept, run);
    return null;
  }
  reportStart(id, aws.region, run);
  const deployment = { id, startedAt, engine, waiting: plan.waiting, asked: revision.arn, control };
  const gate = gateOf(inputs.smokeTest, plan.target, { id, revision: revision.arn, image }, run);
  const { outcome, events } = await follow({ ...deployment, gate, ...whereabouts(plan.target) }, run);
  return reportOutcome(outcome, { ...report, id, region: aws.region, events }, run);
}

/** Once for a revision, however often the world is read again. */
async function taskBefore(inputs: DeployInputs, ready: Ready, run: Run): Promise<void> {
  const { plan, revision, rendered, earlier } = ready;
  if (run.kept.tasksRan.has(revision.arn)) return;
  await runTaskBefore(inputs, { plan, revision, body: rendered.body, earlier }, run);
  run.kept.tasksRan.add(revision.arn);
}

/** The id of the deployment, or that another one came first: there is nothing then that `post` would have to look for. */
async function startFirst(...of: Parameters<typeof start>): Promise<string | AnotherActiveError> {
  try {
    return await start(...of);
  } catch (error) {
    if (!(error instanceof AnotherActiveError)) throw error;
    const [, { runner }] = of;
    forgetDeployment(runner);
    return error;
  }
}

function registered({ arn }: Revision, { body }: RenderedDefinition): KnownRevision {
  return { arn, definition: body, tags: tagsOf(body['tags']) };
}

function unchanged(revision: Revision): Outcome {
  return { result: 'succeeded', note: `${revision.name} takes the production traffic already; nothing was deployed.` };
}
