/** The story of a deployment, in the order of the data's way. */
import { renderAppSpec } from './appspec/render.ts';
import { codeDeployEngine } from './engine/codedeploy/engine.ts';
import { markerOf } from './engine/codedeploy/marker.ts';
import { type Engine, type StartRequest } from './engine/engine.ts';
import { type Outcome } from './events.ts';
import { follow } from './follow.ts';
import { checkBuild } from './image/check.ts';
import { type Image } from './image/image.ts';
import { provideImage } from './image/provide.ts';
import { type DeployInputs } from './inputs/types.ts';
import { type Plan } from './plan.ts';
import { type Aws, type CodeDeployPort, type DescribedTaskDefinition } from './ports/aws/aws.ts';
import { openAws } from './ports/aws/open.ts';
import { type Clock } from './ports/clock.ts';
import { createDocker } from './ports/docker.ts';
import { readTextFile } from './ports/files.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';
import { unlessAborted } from './ports/signals.ts';
import { reportOutcome } from './report/outcome.ts';
import { reportImage, reportPlan, reportRendered, reportRevision, reportStart } from './report/steps.ts';
import { startRequest } from './start-request.ts';
import { fact, type Fact, valueOf } from './target/fact.ts';
import { type Facts } from './target/facts.ts';
import { earlierRevision } from './target/earlier.ts';
import { preflight } from './target/preflight.ts';
import { readTarget } from './target/read.ts';
import { type Revision } from './task-definition/definition.ts';
import { provideRevision } from './task-definition/register.ts';
import { renderDefinition } from './task-definition/render.ts';
import { nothingToDo } from './unchanged.ts';

/** The world outside, as far as a deployment touches it. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly runner: Runner;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Throws what ended the run before there was a deployment to judge. */
export async function deploy(inputs: DeployInputs, world: World): Promise<Outcome> {
  const { log, runner, signal, clock } = world;
  const runAt = clock.now();
  const aws = await openAws({ region: regionOf(world.env), maxRetries: inputs.waiting.maxRetries });
  const [plan, given, earlier] = await log.group('Look', () => unlessAborted(signal, look(inputs, aws, world)));
  const image = given ?? (await build(inputs, plan, aws, world));
  reportImage(image, world);
  const rendered = renderDefinition(plan.draft, imagesOf(plan, image));
  reportRendered(rendered, plan.draft.loaded.origin, log);
  signal.throwIfAborted();
  const revision = await provideRevision(rendered, knownRevisions(plan, earlier), aws.ecs);
  reportRevision(revision, world);
  const appspec = renderAppSpec(plan.appspec, revision.arn);
  runner.setOutput('appspec', appspec.content);
  const report = { plan, revision, image, runAt };
  if (nothingToDo(inputs, plan, revision, rendered.body, log)) return reportOutcome(unchanged(revision), report, world);
  signal.throwIfAborted();
  const engine = codeDeployEngine(
    { codedeploy: unlessCancelled(aws.codedeploy, signal), clock: endedBy(signal, clock), log },
    engineTarget(plan),
  );
  const startedAt = clock.now();
  const id = await start(engine, startRequest(inputs, plan, revision, appspec, runner.context), runner);
  reportStart(id, aws.region, world);
  const { outcome, events } = await follow({ id, startedAt, engine, plan, revision, image }, { ...world, aws });
  return reportOutcome(outcome, { ...report, id, region: aws.region, events }, world);
}

/** `earlier`: what a deployment in progress that an earlier attempt of this run started brings to production. */
type Looked = readonly [plan: Plan, given: Image | null, earlier: DescribedTaskDefinition | null];

/** Every read that can refuse, side by side; what speaks against the deployment is thrown, all of it together. */
async function look(inputs: DeployInputs, aws: Aws, world: World): Promise<Looked> {
  const { clock, log, runner, signal } = world;
  const docker = createDocker();
  const ports = { aws, readFile: readTextFile, workspace: runner.context.workspace };
  const imagePorts = { ecr: aws.ecr, docker, clock, log, runner, signal };
  const given = inputs.source.kind === 'given' ? provideImage(inputs.source, null, imagePorts) : Promise.resolve(null);
  const [facts, image, faults] = await Promise.all([
    readTarget(inputs, ports, log),
    fact(given),
    checkBuild(inputs.source, { docker, runner }),
  ]);
  signal.throwIfAborted();
  // One fact more, so that an image that cannot be used is refused together with all else.
  const all: Facts & { readonly image: Fact<Image | null> } = { ...facts, image };
  const plan = preflight(inputs, all, faults, markerOf(runner.context, inputs.matrix));
  reportPlan(plan, world);
  return [plan, valueOf(image) ?? null, await earlierRevision(valueOf(facts.running), aws.ecs)];
}

async function build(inputs: DeployInputs, plan: Plan, aws: Aws, world: World): Promise<Image | null> {
  if (inputs.source.kind !== 'build') return null;
  const ports = { ...world, ecr: aws.ecr, docker: createDocker() };
  const { source } = inputs;
  return world.log.group('Image', () => provideImage(source, plan.destination, ports));
}

/** A cancelled run does not wait out a pause between two attempts. */
function endedBy(signal: AbortSignal, clock: Clock): Clock {
  return { now: () => clock.now(), sleep: (ms) => clock.sleep(ms, signal) };
}

/** A cancelled run starts nothing any more, not even as the next attempt of a call that was throttled. */
function unlessCancelled(codedeploy: CodeDeployPort, signal: AbortSignal): CodeDeployPort {
  return {
    ...codedeploy,
    createDeployment: async (input) => {
      signal.throwIfAborted();
      return codedeploy.createDeployment(input);
    },
  };
}

/** `post` tells of a start that the run was killed in: whether there is a deployment, and which, is not known then. */
async function start(engine: Engine, request: StartRequest, runner: Runner): Promise<string> {
  runner.saveState('starting', `${request.application} / ${request.group}`);
  try {
    return await engine.start(request);
  } finally {
    runner.saveState('starting', '');
  }
}

/** Container name to image reference, as far as this run decides it. */
function imagesOf(plan: Plan, image: Image | null): ReadonlyMap<string, string> {
  const images = new Map(plan.draft.images);
  // Also where the push kept what an earlier run had left under the tag: the build was for these containers.
  const takers = plan.builtFor.length > 0 ? plan.builtFor : [plan.draft.container];
  if (image !== null) for (const container of takers) images.set(container, image.reference);
  return images;
}

/** What runs or is about to, and what was loaded where that is another revision: none need be registered again. */
function knownRevisions(
  { target, draft }: Plan,
  earlier: DescribedTaskDefinition | null,
): Parameters<typeof provideRevision>[1] {
  const { arn, body, tags } = draft.loaded;
  const loaded = arn === null || arn === target.live.arn ? [] : [{ arn, definition: body, tags }];
  return [...(earlier === null ? [] : [earlier]), ...loaded, target.live];
}

function engineTarget({ target }: Plan): Parameters<typeof codeDeployEngine>[1] {
  const { application, name } = target.group;
  return { application, group: name, ecsTarget: `${target.cluster}:${target.service.serviceName ?? ''}` };
}

function unchanged(revision: Revision): Outcome {
  return { result: 'succeeded', note: `${revision.name} takes the production traffic already; nothing was deployed.` };
}

function regionOf(env: World['env']): string | null {
  const names = [env['AWS_REGION'], env['AWS_DEFAULT_REGION']];
  return names.find((name) => name !== undefined && name !== '') ?? null;
}
