import { type BuildInputs } from '../inputs/types.ts';
import { type DockerPort } from '../ports/docker.ts';
import { type RunContext } from '../ports/runner.ts';
import { buildPlaces } from './call.ts';
import { sourceKind } from './content/source.ts';

/** The commit that an image is made from, and where that was read. */
export interface Commit {
  /** Empty where neither tells one. */
  readonly sha: string;
  readonly from: 'git rev-parse HEAD' | 'GITHUB_SHA';
}

/**
 * The commit that is checked out in the build context; where that cannot be told (no Git, no checkout, a remote
 * context), the one that the workflow runs for.
 */
export async function readCommit(
  source: BuildInputs,
  ports: { readonly docker: Pick<DockerPort, 'headOf'>; readonly runner: { readonly context: RunContext } },
): Promise<Commit> {
  const { context } = ports.runner;
  const folder = buildPlaces(source, context.workspace).context;
  const head = sourceKind(source.context) === 'local' ? await ports.docker.headOf(folder) : null;
  return head === null ? { sha: context.sha, from: 'GITHUB_SHA' } : { sha: head, from: 'git rev-parse HEAD' };
}
