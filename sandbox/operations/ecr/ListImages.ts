import { ListImages$, type ListImagesRequest, type ListImagesResponse } from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { identifiers } from './images.ts';
import { page } from './page.ts';
import { findRepository } from './repository.ts';

export const listImages = operation<ListImagesRequest, ListImagesResponse>(
  ListImages$,
  ({ repositoryName, registryId, nextToken, maxResults, filter }, { world }) => {
    const repository = findRepository(world, repositoryName, registryId);
    const all = [...repository.images.values()].flatMap(identifiers).filter(({ imageTag }) => {
      if (filter?.tagStatus === 'TAGGED') return imageTag !== undefined;
      return filter?.tagStatus !== 'UNTAGGED' || imageTag === undefined;
    });
    const shown = page(all, nextToken, maxResults);
    return { imageIds: shown.items, nextToken: shown.nextToken };
  },
);
