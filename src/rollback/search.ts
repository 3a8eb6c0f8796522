/** What the search for a revision works with. */
import { type Aws, type DescribedTaskDefinition, type EcsPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { parseReference } from '../image/reference.ts';
import { revisionName } from '../task-definition/load.ts';
import { type Target } from '../target/target.ts';
import { type AppSpecs, appSpecsOf } from './appspecs.ts';
import { type Candidate, type KnownCandidate } from './candidate.ts';
import { type Current } from './history.ts';
import { imageOf } from './images.ts';
import { type History, historyOf } from './read-history.ts';

export interface Search {
  readonly aws: Aws;
  readonly clock: Clock;
  readonly log: Log;
  readonly target: Target;
  /** Names (`family:revision`) of what serves or could serve at once: what is live first. */
  readonly standing: readonly string[];
  readonly current: Current;
  readonly history: History;
  readonly appspecs: AppSpecs;
  /** A revision by name or ARN; null where ECS does not know it (any more). Each is read once. */
  readonly definition: (reference: string) => Promise<DescribedTaskDefinition | null>;
}

export function searchOf(
  target: Target,
  standing: readonly string[],
  ports: { readonly aws: Aws; readonly clock: Clock; readonly log: Log },
): Search {
  const { primary, group, live } = target;
  const { aws, clock, log } = ports;
  const made = primary.externalId ?? '';
  return {
    ...ports,
    target,
    standing: [revisionName(live.arn), ...standing],
    current: { id: made === '' ? null : made, at: primary.createdAt?.getTime() ?? clock.now() },
    history: historyOf({ codedeploy: aws.codedeploy, clock, log }, group),
    appspecs: appSpecsOf(aws.codedeploy, group.application, log),
    definition: definitionsOf(aws.ecs, live),
  };
}

function definitionsOf(ecs: EcsPort, live: DescribedTaskDefinition): Search['definition'] {
  const known = new Map([[revisionName(live.arn), Promise.resolve<DescribedTaskDefinition | null>(live)]]);
  return (reference) => {
    const name = revisionName(reference);
    const there = known.get(name) ?? describe(reference, ecs);
    known.set(name, there);
    return there;
  };
}

/** ECS API: an unknown family or revision is a ClientException, "Unable to describe task definition." */
async function describe(reference: string, ecs: EcsPort): Promise<DescribedTaskDefinition | null> {
  try {
    return await ecs.describeTaskDefinition(reference);
  } catch (error) {
    if (error instanceof AwsCallError && (error.kind === 'missing' || error.code === 'ClientException')) return null;
    throw error;
  }
}

/** With what its definition tells. */
export function knownCandidate(
  candidate: Candidate,
  { arn, definition }: DescribedTaskDefinition,
  target: Target,
): KnownCandidate {
  const image = imageOf(definition, target.primary.loadBalancers?.[0]?.containerName ?? '');
  const commit = candidate.commit ?? commitIn(parseReference(image)?.tag ?? '');
  return { ...candidate, revision: revisionName(arn), arn, image, commit };
}

/** A tag that is a commit: whole, or cut to seven digits. */
function commitIn(tag: string): string | null {
  return /^[0-9a-f]{7}(?:[0-9a-f]{33})?$/.test(tag) ? tag.slice(0, 7) : null;
}
