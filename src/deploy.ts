/** The story of a deployment, in the order of the data's way. */
import { renderAppSpec } from './appspec/render.ts';
import { endedBy, unlessCancelled } from './engine/cancellable.ts';
import { codeDeployEngine } from './engine/codedeploy/engine.ts';
import { type Outcome } from './events.ts';
import { follow, whereabouts } from './follow.ts';
import { StepError } from './errors.ts';
import { gateOf } from './gate/gate.ts';
import { ecrOf } from './image/ecr-of.ts';
import { type Image } from './image/image.ts';
import { imageDigest, imagePlatformFault } from './image/platforms.ts';
import { provideImage } from './image/provide.ts';
import { scanGate } from './image/scan.ts';
import { type DeployInputs } from './inputs/types.ts';
import { look } from './look.ts';
import { engineTarget } from './target/target.ts';
import { type Plan } from './plan.ts';
import { type Aws } from './ports/aws/aws.ts';
import { createDocker } from './ports/docker.ts';
import { unlessAborted } from './ports/signals.ts';
import { reportOutcome } from './report/outcome.ts';
import { reportImage, reportRendered, reportRevision, reportStart } from './report/steps.ts';
import { imagesOf, knownRevisions } from './revision.ts';
import { checkRunTask, runTaskBefore } from './run-task/run-task.ts';
import { start } from './start.ts';
import { startRequest } from './start-request.ts';
import { type Revision } from './task-definition/definition.ts';
import { provideRevision } from './task-definition/register.ts';
import { renderDefinition } from './task-definition/render.ts';
import { nothingToDo } from './unchanged.ts';
import { openFor, type World } from './world.ts';

/** Throws what ended the run before there was a deployment to judge. */
export async function deploy(inputs: DeployInputs, world: World): Promise<Outcome> {
  const { log, runner, signal, clock } = world;
  const runAt = clock.now();
  const aws = await openFor(inputs.waiting, world.env);
  const [plan, given, earlier] = await log.group('Look', () => unlessAborted(signal, look(inputs, aws, world)));
  checkRunTask(inputs, plan);
  const image = given ?? (await build(inputs, plan, aws, world));
  reportImage(image, world);
  await unlessAborted(signal, judgeImage(image, inputs, plan, aws, world));
  const rendered = renderDefinition(plan.draft, imagesOf(plan, image));
  reportRendered(rendered, plan.draft.loaded.origin, log);
  signal.throwIfAborted();
  const revision = await unlessAborted(signal, provideRevision(rendered, knownRevisions(plan, earlier), aws.ecs));
  reportRevision(revision, world);
  const appspec = renderAppSpec(plan.appspec, revision.arn);
  runner.setOutput('appspec', appspec.content);
  const { cluster, service, listener, testUrl } = plan.target;
  const names = { cluster, service: service.serviceName ?? '', from: plan.previous, to: revision.arn };
  const report = { ...names, image, url: listener.url, testUrl, runAt };
  if (nothingToDo(inputs, plan, revision, rendered.body, log)) return reportOutcome(unchanged(revision), report, world);
  await runTaskBefore(inputs, { plan, revision, body: rendered.body, earlier }, { ...world, aws });
  signal.throwIfAborted();
  const engine = codeDeployEngine(
    { codedeploy: unlessCancelled(aws.codedeploy, signal), clock: endedBy(signal, clock), log },
    engineTarget(plan.target),
  );
  const startedAt = clock.now();
  const request = startRequest(inputs, plan, revision, appspec, runner.context);
  const { control } = inputs;
  const whither = { target: plan.target, region: aws.region, from: names.from, to: names.to };
  const id = await start({ engine, request, ...whither, control }, world);
  reportStart(id, aws.region, world);
  const deployment = { id, startedAt, engine, waiting: plan.waiting, asked: revision.arn, control };
  const gate = gateOf(inputs.smokeTest, plan.target, { id, revision: revision.arn, image }, world);
  const started = { ...deployment, gate, ...whereabouts(plan.target) };
  const { outcome, events } = await follow(started, { ...world, aws });
  return reportOutcome(outcome, { ...report, id, region: aws.region, events }, world);
}

/** What is built goes to the registry that the repository names. */
async function build(inputs: DeployInputs, plan: Plan, aws: Aws, world: World): Promise<Image | null> {
  const { source } = inputs;
  if (source.kind !== 'build') return null;
  const ports = { ...world, ecr: ecrOf(source.repository, aws.ecr), docker: createDocker() };
  return world.log.group('Image', () => provideImage(source, plan.destination, plan.existing, ports));
}

/** What can be told of the image only when it is there, and speaks against deploying it. */
async function judgeImage(
  image: Image | null,
  inputs: DeployInputs,
  plan: Plan,
  aws: Aws,
  world: World,
): Promise<void> {
  if (image === null) return;
  const { body } = plan.draft.loaded;
  const fault = imagePlatformFault(image, body);
  if (fault !== null) throw new StepError(fault);
  const least = inputs.failOnSeverity;
  if (least === null) return;
  const ecr = ecrOf(image.reference, aws.ecr);
  await world.log.group('Scan', () => scanGate(least, image, imageDigest(image, body), { ...world, ecr }));
}

function unchanged(revision: Revision): Outcome {
  return { result: 'succeeded', note: `${revision.name} takes the production traffic already; nothing was deployed.` };
}
