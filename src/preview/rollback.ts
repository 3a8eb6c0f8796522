/** What `mode: rollback` with these inputs would do. */
import { type Fault, messageOf, RefusalError } from '../errors.ts';
import { type RollbackInputs } from '../inputs/types.ts';
import { type Waiting } from '../plan.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { plain } from '../report/plain.ts';
import { type KnownCandidate } from '../rollback/candidate.ts';
import { undeployed } from '../rollback/candidates.ts';
import { type Clearance } from '../rollback/choose.ts';
import { type Choice, planRollback, type RollbackPlan } from '../rollback/plan.ts';
import { knownCandidate } from '../rollback/search.ts';
import { fact, known, UNKNOWN, valueOf } from '../target/fact.ts';
import { faultOf } from '../target/faults.ts';
import { type Place, placeOf } from '../target/place.ts';
import { waitingOf } from '../target/waiting.ts';
import { type World } from '../world.ts';
import { readHazards } from './hazards.ts';
import { type PlannedCandidate, type Previewed, type RollbackOutput } from './output.ts';
import { targetKnown, targetUnread } from './target.ts';
import { plannedDeployment, plannedWait, startOnTop } from './waits.ts';

export async function previewRollback(inputs: RollbackInputs, aws: Aws, world: World): Promise<Previewed> {
  try {
    const plan = await planRollback(inputs, aws, world);
    return await previewOf(plan, inputs, aws, world);
  } catch (error) {
    const place = placeOf(aws.region, inputs.cluster, inputs.service);
    const refusals = error instanceof RefusalError ? error.refusals : [faultOf(error, place)];
    return { plan: refused(refusals, place), account: place.account };
  }
}

function refused(refusals: readonly Fault[], place: Place): RollbackOutput {
  const count = refusals.length === 1 ? 'One thing speaks' : `${refusals.length} things speak`;
  return {
    ...NOTHING,
    result: 'refused',
    told: `${count} against a rollback of ${place.cluster}/${place.service}.`,
    target: targetUnread(place),
    refusals,
  };
}

const NOTHING = {
  version: 1,
  of: 'rollback',
  warnings: [],
  notKnown: [],
  to: null,
  how: null,
  leaves: null,
  deploymentId: null,
  first: null,
  appspec: null,
  deployment: null,
  wait: null,
  candidates: [],
  cut: false,
} as const;

async function previewOf(plan: RollbackPlan, inputs: RollbackInputs, aws: Aws, world: World): Promise<Previewed> {
  const { target, choice } = plan;
  const now = world.clock.now();
  const place = placeOf(aws.region, inputs.cluster, inputs.service, target.service);
  const waiting = waitingOf(inputs.waiting, target.group);
  // The rollback's own plan tells of alarms already.
  const facts = { place, service: known(target.service), group: UNKNOWN };
  const [others, hazards] = await Promise.all([
    fact(plan.candidates()),
    readHazards(facts, { waiting, ignoreAlarms: inputs.ignoreAlarms }, aws, world),
  ]);
  const candidates = (valueOf(others) ?? []).map((candidate) => plannedCandidate(candidate, now));
  const output: RollbackOutput = {
    ...NOTHING,
    ...actionOf(choice),
    ...(choice.kind === 'deploy' ? newDeployment(choice, plan, waiting, inputs) : {}),
    refusals: [],
    target: targetKnown(target, place),
    to: destinationOf(plan, candidates, now),
    warnings: [...plan.warnings, ...hazards.warnings],
    notKnown: [
      ...hazards.notKnown,
      ...(others.state === 'failed' ? [`What else production could return to: ${plain(messageOf(others.error))}`] : []),
    ],
    candidates: candidates.filter(({ revision }) => revision !== choice.to.name),
  };
  return { plan: output, account: place.account };
}

function newDeployment(
  { appspec, appspecFrom }: Choice & { readonly kind: 'deploy' },
  { target }: RollbackPlan,
  waiting: Waiting,
  { ignoreAlarms }: RollbackInputs,
): Pick<RollbackOutput, 'appspec' | 'deployment' | 'wait'> {
  return {
    appspec: { from: appspecFrom, content: appspec.content },
    deployment: plannedDeployment(target.group.config, waiting, ignoreAlarms),
    wait: plannedWait(waiting, startOnTop(waiting)),
  };
}

/** Age, commit and actor as the history tells them; of what runs now, the image alone is known. */
function destinationOf(
  { choice, target }: RollbackPlan,
  candidates: readonly PlannedCandidate[],
  now: number,
): PlannedCandidate {
  if (choice.kind === 'deploy') return plannedCandidate(choice.candidate, now);
  const { name, arn } = choice.to;
  const listed = candidates.find(({ revision }) => revision === name);
  if (listed !== undefined) return listed;
  return arn === target.live.arn
    ? plannedCandidate(knownCandidate(undeployed(name), target.live, target), now)
    : { revision: name, deploymentId: null, since: null, ageMinutes: null, commit: null, actor: null, image: null };
}

type Action = Pick<RollbackOutput, 'result' | 'told' | 'how' | 'leaves' | 'deploymentId' | 'first'>;

function actionOf(choice: Choice): Action {
  const { kind, why, to } = choice;
  const none = { how: kind, leaves: null, deploymentId: null, first: null };
  const because = `${plain(why)}.`;
  switch (kind) {
    case 'there':
      return { ...none, result: 'nothing', told: `Nothing would be done: ${because}` };
    case 'stop':
      return {
        ...none,
        ...inProgress(choice),
        result: kind,
        told: `${to.name} would be returned to by a stop: ${because}`,
      };
    case 'follow':
      return {
        ...none,
        ...inProgress(choice),
        result: kind,
        told: `The deployment in progress would be followed: ${because}`,
      };
    case 'deploy': {
      const told = `${to.name} would be deployed: ${because}`;
      return { ...none, result: kind, told, leaves: choice.leaves.name, first: firstOf(choice.first) };
    }
  }
}

function inProgress({
  id,
  leaves,
}: Choice & { readonly kind: 'stop' | 'follow' }): Pick<Action, 'deploymentId' | 'leaves'> {
  return { deploymentId: id, leaves: leaves.name };
}

function firstOf(first: Clearance | null): string | null {
  if (first === null) return null;
  const { id, how } = first;
  if (how === 'wait') return `Deployment ${id} is in progress and would be waited for.`;
  return how === 'stop'
    ? `Deployment ${id} is in progress and would be stopped with rollback.`
    : `Deployment ${id} is in its termination wait, which would be ended.`;
}

function plannedCandidate(
  { revision, deploymentId, at, commit, actor, image }: KnownCandidate,
  now: number,
): PlannedCandidate {
  const since = at === null ? null : new Date(at).toISOString();
  const ageMinutes = at === null ? null : Math.max(0, Math.round((now - at) / 60_000));
  return { revision, deploymentId, since, ageMinutes, commit, actor, image };
}
