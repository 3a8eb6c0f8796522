/** Which revision a run deploys, as far as it is told before anything is registered. */
import { type Image } from './image/image.ts';
import { type Plan } from './plan.ts';
import { type DescribedTaskDefinition } from './ports/aws/aws.ts';
import { type Target } from './target/target.ts';
import { type DefinitionDraft } from './task-definition/definition.ts';
import { type KnownRevision } from './task-definition/register.ts';

/** Container name to image reference, as far as this run decides it. */
export function imagesOf(
  { draft, builtFor }: Pick<Plan, 'draft' | 'builtFor'>,
  image: Pick<Image, 'reference'> | null,
): ReadonlyMap<string, string> {
  const images = new Map(draft.images);
  // Also where the push kept what an earlier run had left under the tag: the build was for these containers.
  const takers = builtFor.length > 0 ? builtFor : [draft.container];
  if (image !== null) for (const container of takers) images.set(container, image.reference);
  return images;
}

/** What runs or is about to, and what was loaded where that is another revision: none need be registered again. */
export function knownRevisions(
  { target, draft }: { readonly target: Pick<Target, 'live'>; readonly draft: DefinitionDraft },
  earlier: DescribedTaskDefinition | null,
): readonly KnownRevision[] {
  const { arn, body, tags } = draft.loaded;
  const loaded = arn === null || arn === target.live.arn ? [] : [{ arn, definition: body, tags }];
  return [...(earlier === null ? [] : [earlier]), ...loaded, target.live];
}
