import {
  BatchGetImage$,
  type BatchGetImageRequest,
  type BatchGetImageResponse,
  type Image as ImageAnswer,
  type ImageFailure,
  type ImageIdentifier,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { findImage, isDigest, isTag } from './images.ts';
import { findRepository, invalidParameter } from './repository.ts';

function failure(imageId: ImageIdentifier): ImageFailure {
  const { imageDigest, imageTag } = imageId;
  if (imageDigest === undefined && imageTag === undefined) {
    return { imageId, failureCode: 'MissingDigestAndTag', failureReason: 'Neither a digest nor a tag was given' };
  }
  if (imageDigest !== undefined && !isDigest(imageDigest)) {
    return { imageId, failureCode: 'InvalidImageDigest', failureReason: 'The image digest is malformed' };
  }
  if (imageTag !== undefined && !isTag(imageTag)) {
    return { imageId, failureCode: 'InvalidImageTag', failureReason: 'The image tag is malformed' };
  }
  return { imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
}

/** Images that are missing stand in `failures`; the call itself succeeds (ECR API). */
export const batchGetImage = operation<BatchGetImageRequest, BatchGetImageResponse>(
  BatchGetImage$,
  ({ repositoryName, registryId, imageIds = [] }, { world }) => {
    const repository = findRepository(world, repositoryName, registryId);
    if (imageIds.length < 1 || imageIds.length > 100) throw invalidParameter('imageIds', 'must hold 1 to 100 ids');
    const images: ImageAnswer[] = [];
    const failures: ImageFailure[] = [];
    for (const id of imageIds) {
      const image = findImage(repository, id);
      if (!image) {
        failures.push(failure(id));
        continue;
      }
      images.push({
        registryId: world.account,
        repositoryName: repository.name,
        imageId: { ...id, imageDigest: image.digest },
        imageManifest: image.manifest,
        imageManifestMediaType: image.mediaType,
      });
    }
    return { images, failures };
  },
);
