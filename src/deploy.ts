/** The story of a deployment, in the order of the data's way. */
import { renderAppSpec } from './appspec/render.ts';
import { codeDeployEngine } from './engine/codedeploy/engine.ts';
import { type Outcome } from './events.ts';
import { follow } from './follow.ts';
import { checkBuild } from './image/check.ts';
import { type Image } from './image/image.ts';
import { provideImage } from './image/provide.ts';
import { type DeployInputs } from './inputs/types.ts';
import { type Plan } from './plan.ts';
import { type Aws } from './ports/aws/aws.ts';
import { openAws } from './ports/aws/open.ts';
import { type Clock } from './ports/clock.ts';
import { createDocker } from './ports/docker.ts';
import { readTextFile } from './ports/files.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';
import { reportOutcome } from './report/outcome.ts';
import { reportImage, reportPlan, reportRendered, reportRevision, reportStart } from './report/steps.ts';
import { startRequest } from './start-request.ts';
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
  const [plan, given] = await log.group('Look', () => look(inputs, aws, world));
  const image = given ?? (await log.group('Image', () => build(inputs, plan, aws, world)));
  reportImage(image, world);
  const rendered = renderDefinition(plan.draft, imagesOf(plan, image));
  reportRendered(rendered, plan.draft.loaded.origin, log);
  signal.throwIfAborted();
  const revision = await provideRevision(rendered, knownRevisions(plan), aws.ecs);
  reportRevision(revision, world);
  const appspec = renderAppSpec(plan.appspec, revision.arn);
  runner.setOutput('appspec', appspec.content);
  const report = { plan, revision, image, runAt };
  if (nothingToDo(inputs, plan, revision, rendered.body, log)) return reportOutcome(unchanged(revision), report, world);
  signal.throwIfAborted();
  const engine = codeDeployEngine({ codedeploy: aws.codedeploy, clock, log }, engineTarget(plan));
  const startedAt = clock.now();
  const id = await engine.start(startRequest(inputs, plan, revision, appspec, runner.context));
  reportStart(id, aws.region, world);
  const { outcome, events } = await follow({ id, startedAt, engine, plan, revision, image }, { ...world, aws });
  return reportOutcome(outcome, { ...report, id, region: aws.region, events }, world);
}

/** Every read that can refuse, side by side; what speaks against the deployment is thrown, all of it together. */
async function look(inputs: DeployInputs, aws: Aws, world: World): Promise<readonly [Plan, Image | null]> {
  const { clock, log, runner, signal } = world;
  const docker = createDocker();
  const ports = { aws, readFile: readTextFile, workspace: runner.context.workspace };
  const imagePorts = { ecr: aws.ecr, docker, clock, log, runner, signal };
  const given = inputs.source.kind === 'given' ? provideImage(inputs.source, null, imagePorts) : null;
  // Awaited below: until then a refusal of it must not count as unhandled.
  given?.catch(() => undefined);
  const [facts, faults] = await Promise.all([
    readTarget(inputs, ports, log),
    checkBuild(inputs.source, { docker, runner }),
  ]);
  signal.throwIfAborted();
  const plan = preflight(inputs, facts, faults);
  reportPlan(plan, world);
  return [plan, await given];
}

async function build(inputs: DeployInputs, plan: Plan, aws: Aws, world: World): Promise<Image | null> {
  if (inputs.source.kind !== 'build') return null;
  const ports = { ...world, ecr: aws.ecr, docker: createDocker() };
  return provideImage(inputs.source, plan.destination, ports);
}

/** Container name to image reference, as far as this run decides it. */
function imagesOf(plan: Plan, image: Image | null): ReadonlyMap<string, string> {
  const images = new Map(plan.draft.images);
  if (image?.kind === 'given') images.set(plan.draft.container, image.reference);
  if (image?.kind === 'pushed') for (const container of plan.builtFor) images.set(container, image.reference);
  return images;
}

/** What runs, and what was loaded where that is another revision: neither need be registered again. */
function knownRevisions({ target, draft }: Plan): Parameters<typeof provideRevision>[1] {
  const { arn, body, tags } = draft.loaded;
  return arn === null || arn === target.live.arn ? [target.live] : [{ arn, definition: body, tags }, target.live];
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
