/** Whose deployment is in progress, and what this step would do about it. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { codeDeployEngine } from '../engine/codedeploy/engine.ts';
import { whose } from '../engine/codedeploy/whose.ts';
import { type Observation } from '../engine/engine.ts';
import { theirWaits } from '../in-progress/their-waits.ts';
import { treatmentOf } from '../in-progress/treatment.ts';
import { announcement } from '../in-progress/words.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { plain } from '../report/plain.ts';
import { groupFaults } from '../target/check-group.ts';
import { isEarlierAttempt } from '../target/earlier.ts';
import { fact, valueOf } from '../target/fact.ts';
import { type Facts } from '../target/facts.ts';
import { engineTarget, type Target } from '../target/target.ts';
import { type World } from '../world.ts';
import { type InProgress } from './output.ts';

export interface InProgressOf {
  readonly inputs: DeployInputs;
  readonly facts: Facts;
  readonly target: Target | null;
  /** This run's marker. */
  readonly marker: string;
}

export async function readInProgress(
  of: InProgressOf,
  aws: Aws,
  world: Pick<World, 'clock' | 'log'>,
): Promise<InProgress | null> {
  const info = valueOf(of.facts.running) ?? null;
  const group = valueOf(of.facts.group);
  // What runs in another service's group is not this run's business.
  if (info === null || group === undefined || groupFaults(group, of.facts.place).length > 0) return null;
  const { deploymentId = '', status = 'going on', createTime, description = '' } = info;
  return {
    id: deploymentId,
    status,
    since: createTime?.toISOString() ?? null,
    owner: whose(info),
    description: plain(description),
    then: await thenOf(info, of, aws, world),
  };
}

async function thenOf(
  info: DeploymentInfo,
  { inputs, target, marker }: InProgressOf,
  aws: Aws,
  world: Pick<World, 'clock' | 'log'>,
): Promise<string> {
  const { ifInProgress: policy, waiting } = inputs;
  if (isEarlierAttempt(info, marker)) {
    return 'An earlier attempt of this job started it: with the same AppSpec it would be gone on with.';
  }
  if (policy === 'fail') return 'This step would fail (if-deployment-in-progress: fail).';
  const unknown = `How far it has come is not known, and with it what this step would do first (if-deployment-in-progress: ${policy}).`;
  if (target === null) return unknown;
  const id = info.deploymentId ?? '';
  const engine = codeDeployEngine({ ...world, codedeploy: aws.codedeploy }, engineTarget(target));
  const [seen, waits] = await Promise.all([
    fact(engine.observe(id)),
    theirWaits(info, target.group, waiting, aws.codedeploy),
  ]);
  if (seen.state !== 'known') return unknown;
  const { treatment, why } = treatmentOf(info, policy, inputs, marker);
  const at = { leftMs: waits.waiting.limitMs, told: false, region: aws.region };
  return `${why === null ? '' : `${why} `}${told({ id, info }, seen.value, treatment, at)}`;
}

/** Of the announcement that a run makes, what comes behind whose it is. */
function told(
  another: Parameters<typeof announcement>[0],
  seen: Observation,
  policy: Parameters<typeof announcement>[2],
  at: Parameters<typeof announcement>[3],
): string {
  const [, doing = ''] = announcement(another, seen, policy, at);
  return `${doing} After that, everything would be read again.`;
}
