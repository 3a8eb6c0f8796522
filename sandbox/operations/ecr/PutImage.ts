import { PutImage$, type PutImageRequest, type PutImageResponse } from '@aws-sdk/client-ecr';
import { AwsError, operation } from '../../operation.ts';
import { registryLink } from '../../registry/state.ts';
import { type Repository } from '../../world/ecr.ts';
import { type World } from '../../world/world.ts';
import { findImage, isTag, recordImage, tagIsTaken, takenTag } from './images.ts';
import { digestOf, readManifest } from './manifest.ts';
import { findRepository, invalidParameter } from './repository.ts';

interface Put {
  readonly manifest: string;
  readonly mediaType: string;
  readonly digest: string;
  readonly tag: string | undefined;
}

function read(input: PutImageRequest): Put {
  const manifest = input.imageManifest ?? '';
  const facts = readManifest(manifest);
  if (!facts) throw invalidParameter('imageManifest', 'must be a JSON object');
  const mediaType = input.imageManifestMediaType ?? facts.mediaType;
  if (mediaType === undefined) throw invalidParameter('imageManifestMediaType', 'must be given: the manifest has none');
  const tag = input.imageTag;
  if (tag !== undefined && !isTag(tag)) throw invalidParameter('imageTag', 'must be a tag of at most 128 characters');
  const digest = digestOf(manifest);
  if (input.imageDigest !== undefined && input.imageDigest !== digest) {
    throw new AwsError(
      'ImageDigestDoesNotMatchException',
      `The digest of the manifest is '${digest}', which does not match the given digest '${input.imageDigest}'`,
    );
  }
  return { manifest, mediaType, digest, tag };
}

function refuse(world: World, repository: Repository, { digest, tag }: Put): void {
  if (tag !== undefined && tagIsTaken(repository, tag, digest)) {
    throw new AwsError('ImageTagAlreadyExistsException', takenTag(repository, tag));
  }
  if (!findImage(repository, { imageDigest: digest, imageTag: tag })) return;
  throw new AwsError(
    'ImageAlreadyExistsException',
    `Image with digest '${digest}' and tag '${tag ?? 'null'}' already exists in the repository ` +
      `with name '${repository.name}' in registry with id '${world.account}'`,
  );
}

/** Where a registry runs, it gets the manifest too (LayersNotFoundException when it lacks the layers). */
export const putImage = operation<PutImageRequest, PutImageResponse>(PutImage$, async (input, { world, clock }) => {
  const repository = findRepository(world, input.repositoryName, input.registryId);
  const put = read(input);
  refuse(world, repository, put);
  const link = registryLink(world);
  if (link && !(await link.putManifest(repository.name, put.tag ?? put.digest, put.manifest, put.mediaType))) {
    throw new AwsError('LayersNotFoundException', `The registry has not all layers of the image '${put.digest}'`);
  }
  recordImage(repository, { ...put, pushedAt: clock.now() }, put.tag);
  return {
    image: {
      registryId: world.account,
      repositoryName: repository.name,
      imageId: { imageDigest: put.digest, ...(put.tag !== undefined && { imageTag: put.tag }) },
      imageManifest: put.manifest,
      imageManifestMediaType: put.mediaType,
    },
  };
});
