import {
  BatchDeleteImage$,
  type BatchDeleteImageRequest,
  type BatchDeleteImageResponse,
  type ImageFailure,
  type ImageIdentifier,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { type Image, type Repository } from '../../world/ecr.ts';
import { imageFailure } from './image-failure.ts';
import { findImage, identifiers } from './images.ts';
import { findRepository, invalidParameter } from './repository.ts';

/** A tag is taken off, and its image goes with its last one; a digest takes the image with all its tags (ECR API). */
function remove(repository: Repository, image: Image, { imageTag }: ImageIdentifier): ImageIdentifier[] {
  const gone =
    imageTag === undefined || image.tags.size === 1 ? identifiers(image) : [{ imageDigest: image.digest, imageTag }];
  for (const each of gone) if (each.imageTag !== undefined) image.tags.delete(each.imageTag);
  if (image.tags.size === 0) repository.images.delete(image.digest);
  return gone;
}

/** Images that are missing stand in `failures`; the call itself succeeds. */
export const batchDeleteImage = operation<BatchDeleteImageRequest, BatchDeleteImageResponse>(
  BatchDeleteImage$,
  ({ repositoryName, registryId, imageIds = [] }, { world }) => {
    const repository = findRepository(world, repositoryName, registryId);
    if (imageIds.length < 1 || imageIds.length > 100) throw invalidParameter('imageIds', 'must hold 1 to 100 ids');
    const deleted: ImageIdentifier[] = [];
    const failures: ImageFailure[] = [];
    for (const id of imageIds) {
      const image = findImage(repository, id);
      if (image) deleted.push(...remove(repository, image, id));
      else failures.push(imageFailure(repository, id));
    }
    return { imageIds: deleted, failures };
  },
);
