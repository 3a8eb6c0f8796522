import { DeleteRepository$, type DeleteRepositoryRequest, type DeleteRepositoryResponse } from '@aws-sdk/client-ecr';
import { AwsError, operation } from '../../operation.ts';
import { describeRepository, findRepository } from './repository.ts';

/** One that holds images needs `force` (ECR API: DeleteRepository). */
export const deleteRepository = operation<DeleteRepositoryRequest, DeleteRepositoryResponse>(
  DeleteRepository$,
  ({ repositoryName, registryId, force = false }, { world }) => {
    const repository = findRepository(world, repositoryName, registryId);
    if (repository.images.size > 0 && !force) {
      throw new AwsError(
        'RepositoryNotEmptyException',
        `The repository with name '${repository.name}' in registry with id '${world.account}' ` +
          'cannot be deleted because it still contains images',
      );
    }
    world.ecr.repositories.delete(repository.name);
    return { repository: describeRepository(world, repository) };
  },
);
