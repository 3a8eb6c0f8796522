import { StepError } from '../errors.ts';
import { type BuildInputs, type ImageSource } from '../inputs/types.ts';
import { buildAndPush } from './build.ts';
import { readCommit } from './commit.ts';
import { type Existing } from './existing.ts';
import { givenImage } from './given.ts';
import { type Image } from './image.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { reuseImage } from './reuse.ts';
import { settleImage } from './settle.ts';
import { requireTags } from './tags.ts';

/**
 * The image to deploy, built and pushed where that was asked for and no image of the same content is there; null where
 * the definition is deployed as written.
 * Throws StepError, AwsCallError, or the reason of `ports.signal`.
 * @param destination where a build goes; not used for the other sources
 * @param existing what is there already; null where that is not known: it is then built
 */
export async function provideImage(
  source: ImageSource,
  destination: Destination | null,
  existing: Existing | null,
  ports: ImagePorts,
): Promise<Image | null> {
  switch (source.kind) {
    case 'none':
      return null;
    case 'given':
      return await givenImage(source.reference, ports);
    case 'build':
      if (destination === null) throw new Error('A build needs the repository that it goes to.');
      return await buildOrReuse(source, destination, existing, ports);
  }
}

/** Whether the image that is there is deployed, and nothing is built. */
export function reuses(source: ImageSource, existing: Existing | null): boolean {
  return source.kind === 'build' && source.existingImage === 'reuse' && (existing?.image ?? null) !== null;
}

async function buildOrReuse(
  source: BuildInputs,
  to: Destination,
  existing: Existing | null,
  ports: ImagePorts,
): Promise<Image> {
  const commit = await readCommit(source, ports);
  const tags = requireTags(commit.sha, source.tags, to.repositoryUri);
  if (existing?.image && source.existingImage === 'reuse') {
    if (commit.sha !== '') ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
    const reused = await reuseImage(existing.image, existing, tags, to, ports);
    if (reused !== null) return reused;
    throw goneFault(existing.image.digest, to);
  }
  if (existing !== null && 'none' in existing.content) {
    ports.log.info(`No image is looked for to reuse: ${existing.content.none}.`);
  }
  const image = await buildAndPush(source, to, ports);
  const content = existing?.content ?? { none: 'not known' };
  return await settleImage(image, { content, tags, before: existing?.image?.digest ?? null }, to, ports);
}

function goneFault(digest: string, { repositoryUri }: Destination): StepError {
  return new StepError({
    tried: 'reuse the image',
    on: `${repositoryUri}@${digest}`,
    why: 'it was there before, and is gone now: a lifecycle policy or someone has just removed it.',
    repair: 'Run the job again: it then builds the image.',
  });
}
