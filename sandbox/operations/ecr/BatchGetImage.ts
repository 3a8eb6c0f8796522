import {
  BatchGetImage$,
  type BatchGetImageRequest,
  type BatchGetImageResponse,
  type Image as ImageAnswer,
  type ImageFailure,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { imageFailure } from './image-failure.ts';
import { findImage } from './images.ts';
import { findRepository, invalidParameter } from './repository.ts';

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
        failures.push(imageFailure(repository, id));
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
