/** What `mode: deploy` with these inputs would do: the same reads and the same judgement, and no write. */
import { markerOf } from '../engine/codedeploy/marker.ts';
import { type Fault } from '../errors.ts';
import { type Image } from '../image/image.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { readAll } from '../look.ts';
import { type Aws, type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { anotherOf, earlierRevision } from '../target/earlier.ts';
import { valueOf } from '../target/fact.ts';
import { type Facts } from '../target/facts.ts';
import { requestFaults } from '../run-task/request.ts';
import { judge, type Judgement } from '../target/preflight.ts';
import { isUnchanged, type Unchanged } from '../unchanged.ts';
import { type World } from '../world.ts';
import { foreseeRevision, type ForeseenRevision, plannedAppSpec } from './definition.ts';
import { type Hazards, readHazards } from './hazards.ts';
import { judgeForeseen } from './image-faults.ts';
import { type Foreseen, foreseeImage } from './image.ts';
import { readInProgress } from './in-progress.ts';
import { type DeploymentOutput, type InProgress, type Previewed } from './output.ts';
import { plannedTarget } from './target.ts';
import { plannedTask } from './task.ts';
import { onTopOf, plannedDeployment, plannedWait } from './waits.ts';

/** All that is asked for. */
interface Asked extends Judgement {
  readonly inputs: DeployInputs;
  readonly facts: Facts;
  readonly inProgress: InProgress | null;
  /** The deployment in progress is not this run's own. */
  readonly another: boolean;
  readonly image: Foreseen | null;
  readonly revision: ForeseenRevision | null;
  readonly hazards: Hazards;
}

export async function previewDeployment(inputs: DeployInputs, aws: Aws, world: World): Promise<Previewed> {
  const { facts, faults } = await readAll(inputs, aws, world, { check: noBuilder, had: null });
  const marker = markerOf(world.runner.context, inputs.matrix);
  const judged = judge(inputs, facts, faults, marker);
  const { waiting, draft } = judged.known;
  const { ignoreAlarms } = inputs;
  const another = anotherOf(valueOf(facts.running), marker) !== null;
  const [image, hazards, earlier, inProgress] = await Promise.all([
    foreseeImage(inputs, judged.known, valueOf(facts.image) ?? null, world.runner),
    readHazards(facts, { waiting, ignoreAlarms }, aws, world),
    another ? null : earlierRevision(valueOf(facts.running), aws.ecs),
    readInProgress({ inputs, facts, target: judged.known.target, marker }, aws, world),
  ]);
  const revision = foresee(judged, facts, image, earlier);
  const own = { inputs, aws, place: facts.place };
  const there: Image | null = image?.image ?? null;
  const found =
    there === null || draft === null
      ? { faults: [], notKnown: [] }
      : await judgeForeseen(there, draft.loaded.body, own, world);
  const plan = planOf({
    ...judged,
    ...{ inputs, facts, image, revision, inProgress, another },
    refusals: [...judged.refusals, ...found.faults, ...taskFaults(inputs, judged)],
    hazards: { ...hazards, notKnown: [...hazards.notKnown, ...found.notKnown, ...address(inputs, facts)] },
  });
  return { plan, account: facts.place.account };
}

/** A plan's runner need not be able to build. */
const noBuilder = (): Promise<readonly Fault[]> => Promise.resolve([]);

function foresee(
  { known }: Judgement,
  facts: Facts,
  image: Foreseen | null,
  earlier: DescribedTaskDefinition | null,
): ForeseenRevision | null {
  return foreseeRevision(known, valueOf(facts.live), image?.reference ?? null, earlier);
}

function taskFaults({ runTask }: DeployInputs, { known: { target, draft } }: Judgement): readonly Fault[] {
  return runTask === null || target === null || draft === null ? [] : requestFaults(runTask, target, draft.loaded.body);
}

function address({ waiting }: DeployInputs, { listener }: Facts): readonly string[] {
  const missing = listener.state === 'known' && listener.value.entrance === null && waiting.until !== 'none';
  return missing
    ? ['The address of production: DescribeListeners or DescribeLoadBalancers (elasticloadbalancing) is not allowed.']
    : [];
}

function planOf(asked: Asked): DeploymentOutput {
  const { inputs, facts, known, image, revision, hazards, refusals } = asked;
  const { waiting } = known;
  const config = valueOf(facts.config);
  const unchanged = whetherUnchanged(asked);
  const builds = image?.planned.action === 'build';
  return {
    version: 1,
    of: 'deploy',
    result: refusals.length > 0 ? 'refused' : unchanged.nothing ? 'nothing' : 'deploy',
    told: told(asked, unchanged),
    target: plannedTarget(facts),
    image: image?.planned ?? null,
    taskDefinition: revision?.planned ?? null,
    appspec: revision === null ? null : plannedAppSpec(known, revision),
    deployment: config && waiting ? plannedDeployment(config, waiting, inputs.ignoreAlarms) : null,
    wait: waiting === null ? null : plannedWait(waiting, onTopOf(inputs, known, waiting, builds)),
    inProgress: asked.inProgress,
    runTask: inputs.runTask === null ? null : plannedTask(inputs.runTask),
    smokeTest: inputs.smokeTest === null ? null : { minutes: inputs.smokeTest.minutes },
    refusals,
    warnings: [...known.warnings, ...hazards.warnings],
    notKnown: hazards.notKnown,
    cut: false,
  };
}

function whetherUnchanged({ inputs, known, revision, another }: Asked): Unchanged {
  const { target, appspec } = known;
  // What another deployment leaves behind is not known before it has ended.
  if (another || target === null || appspec === null || revision === null) return { nothing: false, told: null };
  const name = revision.planned.to;
  return isUnchanged(inputs, { target, appspec }, { arn: revision.arn, name }, revision.rendered.body);
}

function told({ refusals, facts, revision, another, inProgress }: Asked, unchanged: Unchanged): string {
  const { cluster, service } = facts.place;
  if (refusals.length > 0) {
    const count = refusals.length === 1 ? 'One thing speaks' : `${refusals.length} things speak`;
    return `${count} against a deployment to ${cluster}/${service}.`;
  }
  if (unchanged.told !== null) return unchanged.told;
  const { from = '', to = '' } = revision?.planned ?? {};
  const first = another && inProgress !== null ? `Deployment ${inProgress.id} comes first; as things stand, ` : '';
  return `${first}${to} would be deployed to ${cluster}/${service}, which runs ${from}.`;
}
