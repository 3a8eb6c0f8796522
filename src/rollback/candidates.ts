/** From past deployments to revisions that production could return to. */
import { type AppSpecs } from './appspecs.ts';
import { type Candidate } from './candidate.ts';
import { type Past } from './history.ts';

/**
 * What these deployments brought, in their order; each revision once, by the first of them that `counts`. A description of
 * this action tells it, else the AppSpec, which is read no earlier than the consumer gets there.
 */
export async function* candidatesOf(
  pasts: readonly Past[],
  appspecs: AppSpecs,
  counts: (past: Past, revision: string) => boolean = () => true,
): AsyncGenerator<Candidate, void, void> {
  const seen = new Set<string>();
  for (const past of pasts) {
    const revision = past.described?.to ?? (await appspecs.read(past.appspec, past.id))?.revision ?? null;
    if (revision === null || seen.has(revision) || !counts(past, revision)) continue;
    seen.add(revision);
    yield candidateOf(past, revision, pasts);
  }
}

/** A rollback may not know the commit of what it brought; the deployment that brought it first does. */
export function candidateOf(past: Past, revision: string, pasts: readonly Past[]): Candidate {
  const { id, at, described, appspec } = past;
  const telling = pasts.find((other) => other.described?.to === revision && other.described.commit !== null);
  return {
    revision,
    deploymentId: id,
    at,
    commit: described?.commit ?? telling?.described?.commit ?? null,
    actor: described?.actor ?? null,
    appspec,
  };
}

/** One that no deployment is known of. */
export function undeployed(revision: string): Candidate {
  return { revision, deploymentId: null, at: null, commit: null, actor: null, appspec: null };
}
