import { StepError } from '../errors.ts';
import { type EcrPort, type ImageManifest } from '../ports/aws/aws.ts';
import { since } from './check-existing.ts';
import { type Existing, type ExistingImage } from './existing.ts';
import { type Image } from './image.ts';
import { indexEntries } from './platforms.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { splitUri } from './reference.ts';

type ReusePorts = Pick<ImagePorts, 'ecr' | 'log'>;

/**
 * The image of the same content that is there, under this run's tags too. Nothing is built, no Docker process starts.
 * null where it is gone in the meantime (a lifecycle policy).
 */
export async function reuseImage(
  there: ExistingImage,
  { content }: Pick<Existing, 'content'>,
  tags: readonly string[],
  to: Destination,
  ports: ReusePorts,
): Promise<Image | null> {
  const missing = tags.filter((tag) => !there.tags.includes(tag));
  if (missing.length > 0) {
    const manifest = await manifestOf(there, to, ports.ecr);
    if (manifest === null) return null;
    await giveTags(manifest, missing, to, ports);
  }
  const name = 'tag' in content ? content.tag : '';
  const image = imageOf(there.digest, tags[0] ?? name, there.manifest?.manifest ?? null, to);
  ports.log.info(`Reused: ${image.reference} (${name}${since(there)}). The content is the same: nothing is built.`);
  if (missing.length > 0) ports.log.info(`Tagged: ${missing.join(', ')}`);
  return image;
}

async function manifestOf(there: ExistingImage, to: Destination, ecr: EcrPort): Promise<ImageManifest | null> {
  if (there.manifest !== null) return there.manifest;
  const { repository } = splitUri(to.repositoryUri);
  return (await ecr.manifests(repository, [{ digest: there.digest }]))[0] ?? null;
}

/** One after the other: what ECR refuses is told of the first. */
export async function giveTags(
  manifest: ImageManifest,
  tags: readonly string[],
  { repositoryUri }: Destination,
  { ecr }: Pick<ImagePorts, 'ecr'>,
): Promise<void> {
  const { repository } = splitUri(repositoryUri);
  for (const tag of tags) {
    if ((await ecr.tagImage(repository, manifest, tag)) === 'tagged') continue;
    throw new StepError({
      tried: 'tag the image',
      on: `${repositoryUri}:${tag}`,
      why: `another run gave this tag to another image in the meantime, and the repository does not let it be moved; ${manifest.digest} was to get it.`,
      repair: 'Run the job again: it sees that tag before it builds. One tag for two builds needs two repositories.',
    });
  }
}

/** @param manifest text of the manifest, where it is known */
export function imageOf(digest: string, tag: string, manifest: string | null, { repositoryUri }: Destination): Image {
  const { repository } = splitUri(repositoryUri);
  const entries = manifest === null ? null : indexEntries(manifest);
  return { reference: `${repositoryUri}@${digest}`, repository, tag, digest, entries, kind: 'reused' };
}
