/** What the repository has already: an image of the same content, and tags that cannot be moved. */
import { type ImageDetail, type Repository } from '@aws-sdk/client-ecr';
import { type BuildInputs } from '../inputs/types.ts';
import { type EcrPort, type ImageManifest } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Log } from '../ports/log.ts';
import { type Fact, fact, UNKNOWN } from '../target/fact.ts';
import { cacheTags } from './cache-tags.ts';
import { type ContentTag } from './content/content.ts';
import { isLocked } from './mutability.ts';
import { isIndex } from './platforms.ts';

export interface Existing {
  readonly content: ContentTag;
  /** The image under the content tag; null: there is none. */
  readonly image: ExistingImage | null;
  /** Tags that this run would give to another image than the one that has them, and cannot. */
  readonly taken: readonly TakenTag[];
}

export interface ExistingImage {
  readonly digest: string;
  readonly tags: readonly string[];
  /** Epoch milliseconds; null where ECR does not tell it. */
  readonly pushedAt: number | null;
  /** Only of an index: what its platforms are read from. */
  readonly manifest: ImageManifest | null;
}

export interface TakenTag {
  readonly tag: string;
  readonly digest: string;
  /** `cache`: a `cache-to` of the build. */
  readonly use: 'image' | 'cache';
}

export interface ExistingPorts {
  /** Of the registry that the repository is in. */
  readonly ecr: EcrPort;
  readonly log: Pick<Log, 'info' | 'warning'>;
  /** The hash over the build's content, begun already. */
  readonly content: Promise<ContentTag>;
}

/**
 * Asks beside the other reads. Not known where the repository is not: that is told already.
 * @param tags the tags that the image gets beside the content tag
 */
export async function lookForExisting(
  source: BuildInputs,
  tags: readonly string[],
  repository: Promise<Fact<Repository | null>>,
  ports: ExistingPorts,
): Promise<Fact<Existing>> {
  const name = async (): Promise<string | null> => {
    const found = await repository;
    return found.state === 'known' ? (found.value?.repositoryName ?? null) : null;
  };
  const looked = fact(async () => {
    const content = await ports.content;
    const known = await name();
    const image = 'tag' in content && known !== null ? await imageOf(known, content.tag, ports) : null;
    return { content, image };
  });
  const [there, read] = await Promise.all([repository, looked]);
  if (there.state !== 'known' || there.value === null) return read.state === 'failed' ? read : UNKNOWN;
  if (read.state !== 'known') return read;
  const { value } = there;
  return await fact(async () => ({ ...read.value, taken: await takenTags(source, tags, value, read.value, ports) }));
}

/** Without the right to ask there is nothing to reuse; the build goes on. */
async function imageOf(repository: string, tag: string, ports: ExistingPorts): Promise<ExistingImage | null> {
  try {
    const detail = await ports.ecr.describeImage(repository, { tag });
    return detail?.imageDigest === undefined ? null : await imageIn(repository, detail, detail.imageDigest, ports);
  } catch (error) {
    if (!isDenied(error)) throw error;
    ports.log.warning(`Whether the image is there already could not be asked, so it is built: ${error.message}`);
    return null;
  }
}

async function imageIn(
  repository: string,
  detail: ImageDetail,
  digest: string,
  { ecr }: ExistingPorts,
): Promise<ExistingImage> {
  const [manifest = null] = isIndex(detail.imageManifestMediaType) ? await ecr.manifests(repository, [{ digest }]) : [];
  return { digest, tags: detail.imageTags ?? [], pushedAt: detail.imagePushedAt?.getTime() ?? null, manifest };
}

/** Only tags that cannot be moved are asked for, and only those that are not on the right image. */
async function takenTags(
  source: BuildInputs,
  tags: readonly string[],
  repository: Repository,
  { image }: Pick<Existing, 'image'>,
  { ecr, log }: ExistingPorts,
): Promise<readonly TakenTag[]> {
  const reuses = image !== null && source.existingImage === 'reuse';
  const caches = reuses ? [] : cacheTags(source.cacheTo, repository.repositoryUri ?? '');
  const wanted = [
    ...tags.map((tag) => ({ tag, use: 'image' as const })),
    ...caches.map((tag) => ({ tag, use: 'cache' as const })),
  ];
  const locked = wanted.filter(({ tag }) => isLocked(repository, tag) && !(reuses && image.tags.includes(tag)));
  const name = repository.repositoryName ?? '';
  try {
    const found = await Promise.all(
      locked.map(async (one) => ({ ...one, digest: (await ecr.describeImage(name, { tag: one.tag }))?.imageDigest })),
    );
    return found.flatMap(({ digest, ...one }) => (digest === undefined ? [] : [{ ...one, digest }]));
  } catch (error) {
    if (!isDenied(error)) throw error;
    log.warning(`Whether tags are taken already could not be asked: ${error.message}`);
    return [];
  }
}

function isDenied(error: unknown): error is AwsCallError {
  return error instanceof AwsCallError && error.kind === 'denied';
}
