/** What `mode: rollback` with these inputs would do. */
import { RefusalError } from '../errors.ts';
import { type RollbackInputs } from '../inputs/types.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { plain } from '../report/plain.ts';
import { type KnownCandidate } from '../rollback/candidate.ts';
import { type Choice, type Clearance, planRollback, type RollbackPlan } from '../rollback/plan.ts';
import { fact, known, valueOf } from '../target/fact.ts';
import { type Place, placeOf } from '../target/place.ts';
import { waitingOf } from '../target/waiting.ts';
import { type World } from '../world.ts';
import { type Hazards, readHazards } from './hazards.ts';
import { type PlannedCandidate, type Previewed, type RollbackOutput } from './output.ts';
import { targetKnown, targetUnread } from './target.ts';
import { plannedDeployment, plannedWait, startOnTop } from './waits.ts';

export async function previewRollback(inputs: RollbackInputs, aws: Aws, world: World): Promise<Previewed> {
  try {
    const plan = await planRollback(inputs, aws, world);
    return await previewOf(plan, inputs, aws, world);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const place = placeOf(aws.region, inputs.cluster, inputs.service);
    return { plan: refused(error, place), account: place.account };
  }
}

function refused({ refusals }: RefusalError, place: Place): RollbackOutput {
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
  const place = placeOf(aws.region, inputs.cluster, inputs.service, target.service);
  const waiting = waitingOf(inputs.waiting, target.group);
  const facts = { place, service: known(target.service), group: known({ ...target.group, denied: null }) };
  const deploys = choice.kind === 'deploy';
  const hazard = { waiting, ignoreAlarms: inputs.ignoreAlarms };
  const [others, hazards] = await Promise.all([fact(plan.candidates()), readHazards(facts, hazard, aws, world)]);
  const candidates = (valueOf(others) ?? []).map((candidate) => plannedCandidate(candidate, world.clock.now()));
  const chosen = deploys ? plannedCandidate(choice.candidate, world.clock.now()) : null;
  const output: RollbackOutput = {
    ...NOTHING,
    ...actionOf(choice),
    refusals: [],
    target: targetKnown(target, place),
    to: chosen ?? candidates.find(({ revision }) => revision === choice.to.name) ?? bare(choice.to.name),
    ...(deploys
      ? {
          appspec: { from: 'the recorded deployment', content: choice.appspec.content },
          deployment: plannedDeployment(target.group.config, waiting, inputs.ignoreAlarms),
          wait: plannedWait(waiting, startOnTop(waiting)),
        }
      : {}),
    warnings: [...plan.warnings, ...hazardsOf(hazards, plan.warnings)],
    notKnown: [
      ...hazards.notKnown,
      ...(others.state === 'failed' ? ['What else production could return to: the candidates could not be read.'] : []),
    ],
    candidates: candidates.filter(({ revision }) => revision !== choice.to.name),
  };
  return { plan: output, account: place.account };
}

/** The rollback's own plan tells of alarms too. */
function hazardsOf({ warnings }: Hazards, told: readonly string[]): readonly string[] {
  const alarms = told.some((text) => /\balarm/i.test(text));
  return alarms ? warnings.filter((text) => !/\balarm/i.test(text)) : warnings;
}

function actionOf(choice: Choice): Pick<RollbackOutput, 'result' | 'told' | 'how' | 'deploymentId' | 'first'> {
  const told = plain(choice.why);
  switch (choice.kind) {
    case 'there':
      return { result: 'nothing', told, how: 'there', deploymentId: null, first: null };
    case 'stop':
    case 'follow':
      return { result: choice.kind, told, how: choice.kind, deploymentId: choice.id, first: null };
    case 'deploy':
      return { result: 'deploy', told, how: 'deploy', deploymentId: null, first: firstOf(choice.first) };
  }
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

function bare(revision: string): PlannedCandidate {
  return { revision, deploymentId: null, since: null, ageMinutes: null, commit: null, actor: null, image: null };
}
