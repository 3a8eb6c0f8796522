/** The revision that a rollback leads to, as it was asked for. */
import { type Fault } from '../errors.ts';
import { type RollbackTo } from '../inputs/types.ts';
import { type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';
import { revisionName } from '../task-definition/load.ts';
import { type Candidate, type KnownCandidate } from './candidate.ts';
import { candidateOf, candidatesOf, undeployed } from './candidates.ts';
import { isPlaceholder } from './check.ts';
import { findByImage } from './find-image.ts';
import { beforeCurrent, isRetired, type Past, succeeded } from './history.ts';
import { knownCandidate, type Search } from './search.ts';

export type Found =
  | {
      readonly candidate: KnownCandidate;
      readonly described: DescribedTaskDefinition;
      readonly warnings: readonly string[];
    }
  /** `but`: candidates that are no way out. */
  | { readonly faults: readonly Fault[]; readonly but: readonly string[] };

export function find(to: RollbackTo, search: Search): Promise<Found> {
  switch (to.kind) {
    case 'previous':
      return findPrevious(search);
    case 'revision':
      return findRevision(`${familyOf(search)}:${to.revision}`, search);
    case 'definition':
      return findRevision(to.reference, search);
    case 'digest':
      return findByImage({ digest: to.digest }, search);
    case 'name':
      return findByImage({ name: to.name }, search);
  }
}

function familyOf({ target }: Search): string {
  return revisionName(target.live.arn).replace(/:\d+$/, '');
}

/**
 * The newest deployment before the current one that succeeded and brought something else than what is live. One whose
 * revision was rolled back from later does not count, nor does a fresh stack's placeholder.
 */
async function findPrevious(search: Search): Promise<Found> {
  const { current, standing } = search;
  for (let index = 0; ; index += 1) {
    const history = await search.history.window(index);
    if (history === null) return { faults: [nothingBefore(search)], but: [] };
    const counts = (past: Past, revision: string): boolean =>
      revision !== standing[0] && !isRetired(past, revision, history, current);
    for await (const candidate of candidatesOf(beforeCurrent(history, current), search.appspecs, counts)) {
      const described = await search.definition(candidate.revision);
      if (described === null) return goneFor(candidate);
      if (isPlaceholder(described.definition)) continue;
      return { candidate: knownCandidate(candidate, described, search.target), described, warnings: [] };
    }
  }
}

/** Any revision that is there; what is known of it where it was deployed before. */
async function findRevision(reference: string, search: Search): Promise<Found> {
  const described = await search.definition(reference);
  if (described === null) return goneFor(undeployed(revisionName(reference)));
  const name = revisionName(described.arn);
  if (search.standing.includes(name)) {
    return { candidate: knownCandidate(undeployed(name), described, search.target), described, warnings: [] };
  }
  const { candidate, warnings } = await lastDeploymentOf(name, search);
  return { candidate: knownCandidate(candidate, described, search.target), described, warnings };
}

async function lastDeploymentOf(
  name: string,
  search: Search,
): Promise<{ readonly candidate: Candidate; readonly warnings: readonly string[] }> {
  const candidate = undeployed(name);
  try {
    for (let index = 0; ; index += 1) {
      const history = await search.history.window(index);
      if (history === null) break;
      const pasts = succeeded(history);
      const own = pasts.find(({ described }) => described?.to === name);
      if (own !== undefined) return { candidate: candidateOf(own, name, pasts), warnings: [] };
      const foreign = pasts.filter(({ described }) => described === null);
      for await (const other of candidatesOf(foreign, search.appspecs)) {
        if (other.revision === name) return { candidate: other, warnings: [] };
      }
    }
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.kind !== 'denied') throw error;
    return {
      candidate,
      warnings: [`Whether ${name} was deployed before could not be read: ${error.message}. ${permissionFor(error)}`],
    };
  }
  return {
    candidate,
    warnings: [
      `No deployment of this group is known that brought ${name} to production: it has not been proven there.`,
    ],
  };
}

function goneFor({ revision, deploymentId, at }: Candidate): Found {
  const which =
    deploymentId === null || at === null ? '' : `, deployed by ${deploymentId} on ${new Date(at).toISOString()}`;
  const fault: Fault = {
    tried: 'read the revision to roll back to',
    on: `${revision}${which}`,
    why: 'ECS does not know this task definition (any more)',
    repair: "Check family, revision, account and region in 'rollback-to', or choose another revision.",
  };
  return { faults: [fault], but: [revision] };
}

function nothingBefore({ target, standing }: Search): Fault {
  const [live = ''] = standing;
  return {
    tried: 'find what production ran before',
    on: `${target.group.application} / ${target.group.name}`,
    why:
      `no deployment before the current one succeeded and brought another revision than ${live} ` +
      "(failed and stopped ones, CodeDeploy's rollbacks, revisions that were rolled back from and the placeholder of a fresh stack do not count)",
    repair: "Name the revision in 'rollback-to'.",
  };
}
