import { type ImageDetail, type ImageIdentifier } from '@aws-sdk/client-ecr';
import { AwsError } from '../../operation.ts';
import { type Image, type Repository } from '../../world/ecr.ts';
import { type World } from '../../world/world.ts';
import { readManifest } from './manifest.ts';
import { invalidParameter } from './repository.ts';

/** ECR API, ImageTag: 1 to 300 characters; the registry protocol allows 128 of these. */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

export const isTag = (text: string): boolean => TAG.test(text);
export const isDigest = (text: string): boolean => DIGEST.test(text);

const tagged = (repository: Repository, tag: string): Image | undefined =>
  [...repository.images.values()].find((image) => image.tags.has(tag));

/** By digest, by tag, or by both, which must then mean the same image. */
export function findImage(repository: Repository, id: ImageIdentifier): Image | undefined {
  const { imageDigest, imageTag } = id;
  if (imageTag === undefined) return imageDigest === undefined ? undefined : repository.images.get(imageDigest);
  const image = tagged(repository, imageTag);
  return imageDigest === undefined || image?.digest === imageDigest ? image : undefined;
}

const quoted = (text: string | undefined): string => `'${text ?? 'null'}'`;
export const idText = (id: ImageIdentifier): string =>
  `{imageDigest:${quoted(id.imageDigest)}, imageTag:${quoted(id.imageTag)}}`;

/** Throws ImageNotFoundException, and InvalidParameterException for an id that names nothing or is malformed. */
export function requireImage(world: World, repository: Repository, id: ImageIdentifier): Image {
  if (id.imageDigest === undefined && id.imageTag === undefined) {
    throw invalidParameter('imageIds', 'each must hold an imageTag or an imageDigest');
  }
  if (id.imageDigest !== undefined && !isDigest(id.imageDigest)) {
    throw invalidParameter('imageDigest', `must match ${DIGEST.source}`);
  }
  const image = findImage(repository, id);
  if (image) return image;
  throw new AwsError(
    'ImageNotFoundException',
    `The image with imageId ${idText(id)} does not exist within the repository with name '${repository.name}' ` +
      `in the registry with id '${world.account}'`,
  );
}

/** One identifier for each tag, as ECR lists them; one without a tag for an untagged image. */
export const identifiers = (image: Image): ImageIdentifier[] =>
  image.tags.size === 0
    ? [{ imageDigest: image.digest }]
    : [...image.tags].map((imageTag) => ({ imageDigest: image.digest, imageTag }));

export function imageDetail(world: World, repository: Repository, image: Image): ImageDetail {
  const size = readManifest(image.manifest)?.size;
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(image.tags.size > 0 && { imageTags: [...image.tags] }),
    ...(size !== undefined && { imageSizeInBytes: size }),
    imagePushedAt: new Date(image.pushedAt),
    imageManifestMediaType: image.mediaType,
    imageStatus: 'ACTIVE',
  };
}

/** Each `*` of a filter stands for any characters, or none. */
function isExcluded({ exclusions = [] }: Repository, tag: string): boolean {
  return exclusions.some((filter) => {
    const [first = '', ...others] = filter.split('*');
    const last = others.pop();
    if (last === undefined) return tag === first;
    if (!tag.startsWith(first) || !tag.endsWith(last) || tag.length < first.length + last.length) return false;
    let rest = tag.slice(first.length, tag.length - last.length);
    return others.every((part) => {
      const at = rest.indexOf(part);
      rest = rest.slice(at + part.length);
      return at !== -1;
    });
  });
}

/** True when `tag` is on another image of a repository whose tags must not move. */
export function tagIsTaken(repository: Repository, tag: string, digest: string): boolean {
  const { mutability } = repository;
  const moves = mutability.startsWith('MUTABLE');
  const locked = mutability.endsWith('_WITH_EXCLUSION') && isExcluded(repository, tag) ? moves : !moves;
  const image = tagged(repository, tag);
  return locked && image !== undefined && image.digest !== digest;
}

export const takenTag = (repository: Repository, tag: string): string =>
  `The image tag '${tag}' already exists in the '${repository.name}' repository ` +
  'and cannot be overwritten because the tag is immutable.';

/** Adds the image, or the tag to the image that is there; the tag leaves the image that had it. */
export function recordImage(repository: Repository, pushed: Omit<Image, 'tags'>, tag: string | undefined): void {
  const { digest, manifest, mediaType, pushedAt } = pushed;
  if (tag !== undefined) tagged(repository, tag)?.tags.delete(tag);
  const image = repository.images.get(digest) ?? { digest, manifest, mediaType, pushedAt, tags: new Set<string>() };
  if (tag !== undefined) image.tags.add(tag);
  repository.images.set(digest, image);
}
