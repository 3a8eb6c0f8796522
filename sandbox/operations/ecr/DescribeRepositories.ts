import {
  DescribeRepositories$,
  type DescribeRepositoriesRequest,
  type DescribeRepositoriesResponse,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { page } from './page.ts';
import { describeRepository, findRepository, invalidParameter } from './repository.ts';

/** All repositories in pages, or those named, all of which must exist. */
export const describeRepositories = operation<DescribeRepositoriesRequest, DescribeRepositoriesResponse>(
  DescribeRepositories$,
  ({ repositoryNames, registryId, nextToken, maxResults }, { world }) => {
    if (repositoryNames) {
      if (maxResults !== undefined) throw invalidParameter('maxResults', 'must not be given with repositoryNames');
      const named = repositoryNames.map((name) => findRepository(world, name, registryId));
      return { repositories: named.map((repository) => describeRepository(world, repository)) };
    }
    const own = registryId === undefined || registryId === world.account;
    const shown = page(own ? [...world.ecr.repositories.values()] : [], nextToken, maxResults);
    return {
      repositories: shown.items.map((repository) => describeRepository(world, repository)),
      nextToken: shown.nextToken,
    };
  },
);
