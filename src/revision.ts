/** Which revisions a run need not register. */
import { type DescribedTaskDefinition } from './ports/aws/aws.ts';
import { type DefinitionDraft } from './task-definition/definition.ts';
import { type KnownRevision } from './task-definition/register.ts';
import { type Target } from './target/target.ts';

/**
 * What runs or is about to, what was loaded where that is another revision, and what this run has `registered`: none is
 * registered again.
 */
export function knownRevisions(
  { target, draft }: { readonly target: Pick<Target, 'live'>; readonly draft: DefinitionDraft },
  earlier: DescribedTaskDefinition | null,
  registered: readonly KnownRevision[],
): readonly KnownRevision[] {
  const { arn, body, tags } = draft.loaded;
  const loaded = arn === null || arn === target.live.arn ? [] : [{ arn, definition: body, tags }];
  return [...(earlier === null ? [] : [earlier]), ...loaded, target.live, ...registered];
}
