/** What a rollback does, decided by reads alone. */
import { RefusalError } from '../errors.ts';
import { type RollbackInputs } from '../inputs/types.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { valueOf } from '../target/fact.ts';
import { readService } from '../target/read.ts';
import { standingOf } from '../target/standing.ts';
import { type Target } from '../target/target.ts';
import { revisionName } from '../task-definition/load.ts';
import { type World } from '../world.ts';
import { readAlarmWarnings } from './alarms.ts';
import { type KnownCandidate } from './candidate.ts';
import { isPlaceholder } from './check.ts';
import { choosePrevious, chooseRevision, type Standing, type Way } from './choose.ts';
import { find } from './find.ts';
import { chooseNamed } from './named.ts';
import { ownWork } from './own-work.ts';
import { type Deploy, prepare } from './prepare.ts';
import { listCandidates, refusal } from './refuse.ts';
import { lookAtRunning, type Running } from './running.ts';
import { type Search, searchOf } from './search.ts';

/** What a rollback would do. */
export interface RollbackPlan {
  readonly target: Target;
  /** The group's deployment in progress; null: there is none. */
  readonly running: Running | null;
  readonly choice: Choice;
  readonly warnings: readonly string[];
  /** Up to five revisions that production could return to, newest first. Reads what it needs. */
  readonly candidates: () => Promise<readonly KnownCandidate[]>;
}

/** `why` says why it is done so. `there`: nothing is done. `follow`: a deployment in progress leads there. */
export type Choice = Exclude<Way, { readonly kind: 'deploy' }> | Deploy;

/**
 * Reads what is there and decides what a rollback does; writes nothing. Throws a `RefusalError` with every reason against
 * it and the candidates that are left, an `AwsCallError` or a `StepError`.
 */
export async function planRollback(
  inputs: RollbackInputs,
  aws: Aws,
  world: Pick<World, 'clock' | 'log' | 'runner'>,
): Promise<RollbackPlan> {
  const facts = await readService(inputs, aws, world.log);
  const target = standingOf(facts);
  const info = valueOf(facts.running) ?? null;
  const running = info === null ? null : await lookAtRunning(info, target, aws.codedeploy);
  const { clock, log } = world;
  const search = searchOf(target, running?.blue ? [running.blue.name] : [], { aws, clock, log });
  const decided = await decide(inputs, { search, running, world });
  const alarms =
    decided.choice.kind === 'deploy' ? await readAlarmWarnings(target.group, inputs.ignoreAlarms, aws.alarms) : [];
  return {
    target,
    running,
    choice: decided.choice,
    warnings: [...decided.warnings, ...alarms],
    candidates: () => listCandidates(search, []),
  };
}

interface Situation {
  readonly search: Search;
  readonly running: Running | null;
  readonly world: Pick<World, 'runner'>;
}

interface Decided {
  readonly choice: Choice;
  readonly warnings: readonly string[];
}

async function decide(inputs: RollbackInputs, situation: Situation): Promise<Decided> {
  const { search, running } = situation;
  if (inputs.deploymentId !== null) return decideNamed(inputs.deploymentId, situation);
  const standing = await standingFor(inputs, situation);
  const early = inputs.to.kind === 'previous' ? choosePrevious(standing) : null;
  if (early !== null && early.kind !== 'deploy') return { choice: early, warnings: doubts(early, standing) };
  const found = await find(inputs.to, search);
  if ('faults' in found) throw await refusal(found.faults, search, found.but);
  const { arn, revision } = found.candidate;
  const way = early ?? chooseRevision({ arn, name: revision }, standing);
  if (way.kind !== 'deploy') return { choice: way, warnings: [] };
  // A stop first leads production to the original: that is what the new deployment leaves.
  const leaves = way.first?.how === 'stop' ? (running?.blue ?? standing.live) : standing.live;
  const { deploy, warnings } = await prepare({ ...way, leaves }, found, search);
  return { choice: deploy, warnings };
}

/** That nothing is left to do is a conclusion here, which a reader should see without opening the log. */
function doubts({ kind, why }: Way, { ownWork }: Standing): readonly string[] {
  return kind === 'there' && ownWork !== null ? [`Nothing is done: ${why}.`] : [];
}

async function standingFor({ to, matrix }: RollbackInputs, { search, running, world }: Situation): Promise<Standing> {
  const { target, aws, definition } = search;
  const live = { arn: target.live.arn, name: revisionName(target.live.arn) };
  if (to.kind !== 'previous') return { live, running, ownWork: null, placeholder: false };
  const own = await ownWork(target, running, {
    codedeploy: aws.codedeploy,
    context: world.runner.context,
    matrix,
  });
  const shifted = running !== null && running.stage === 'terminating' && !running.byCodeDeploy;
  const blue = shifted && running.blue !== null ? await definition(running.blue.arn) : null;
  return { live, running, ownWork: own, placeholder: blue !== null && isPlaceholder(blue.definition) };
}

async function decideNamed(id: string, { search, running }: Situation): Promise<Decided> {
  const { aws, target } = search;
  const info = await aws.codedeploy.getDeployment(id).catch((error: unknown) => {
    if (error instanceof AwsCallError && error.kind === 'missing') return null;
    throw error;
  });
  const way = chooseNamed({ id, info, running, target });
  if ('tried' in way) throw new RefusalError([way]);
  return { choice: way, warnings: [] };
}
