import { DescribeImages$, type DescribeImagesRequest, type DescribeImagesResponse } from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { type Image } from '../../world/ecr.ts';
import { imageDetail, requireImage } from './images.ts';
import { page } from './page.ts';
import { findRepository, invalidParameter } from './repository.ts';

function wanted(image: Image, filter: DescribeImagesRequest['filter']): boolean {
  if (filter?.imageStatus !== undefined && filter.imageStatus !== 'ANY' && filter.imageStatus !== 'ACTIVE')
    return false;
  if (filter?.tagStatus === 'TAGGED') return image.tags.size > 0;
  return filter?.tagStatus !== 'UNTAGGED' || image.tags.size === 0;
}

/** All images in pages, or those named, all of which must exist (ImageNotFoundException). */
export const describeImages = operation<DescribeImagesRequest, DescribeImagesResponse>(
  DescribeImages$,
  ({ repositoryName, registryId, imageIds, nextToken, maxResults, filter }, { world }) => {
    const repository = findRepository(world, repositoryName, registryId);
    if (imageIds) {
      if (maxResults !== undefined) throw invalidParameter('maxResults', 'must not be given with imageIds');
      if (imageIds.length < 1 || imageIds.length > 100) throw invalidParameter('imageIds', 'must hold 1 to 100 ids');
      const found = new Set(imageIds.map((id) => requireImage(world, repository, id)));
      return { imageDetails: [...found].map((image) => imageDetail(world, repository, image)) };
    }
    const all = [...repository.images.values()].filter((image) => wanted(image, filter));
    const shown = page(all, nextToken, maxResults);
    return {
      imageDetails: shown.items.map((image) => imageDetail(world, repository, image)),
      nextToken: shown.nextToken,
    };
  },
);
