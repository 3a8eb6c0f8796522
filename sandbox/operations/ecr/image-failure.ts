import { type ImageFailure, type ImageIdentifier } from '@aws-sdk/client-ecr';
import { findImage, isDigest, isTag } from './images.ts';
import { type Repository } from '../../world/ecr.ts';

/** Why a batch operation has nothing for this id (ECR API: ImageFailureCode). */
export function imageFailure(repository: Repository, imageId: ImageIdentifier): ImageFailure {
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
  if (imageTag !== undefined && imageDigest !== undefined && findImage(repository, { imageDigest })) {
    const failureReason = 'The given tag is not one of the image with the given digest';
    return { imageId, failureCode: 'ImageTagDoesNotMatchDigest', failureReason };
  }
  return { imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
}
