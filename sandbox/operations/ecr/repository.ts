import { type Repository as RepositoryDescription } from '@aws-sdk/client-ecr';
import { AwsError } from '../../operation.ts';
import { repositoryUri } from '../../registry/state.ts';
import { type Repository } from '../../world/ecr.ts';
import { type World } from '../../world/world.ts';

/** ECR API, RepositoryName: 2 to 256 characters of this form. */
const NAME = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

export const isRepositoryName = (name: string): boolean => name.length >= 2 && name.length <= 256 && NAME.test(name);

export const invalidParameter = (parameter: string, constraint: string): AwsError =>
  new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${parameter}' failed to satisfy constraint: '${constraint}'`,
  );

/** Said by the API and by the registry alike. */
export const unknownRepository = (name: string, registryId: string): string =>
  `The repository with name '${name}' does not exist in the registry with id '${registryId}'`;

/** Throws InvalidParameterException, or RepositoryNotFoundException: also for the registry of another account. */
export function findRepository(world: World, name: string | undefined, registryId = world.account): Repository {
  if (name === undefined || !isRepositoryName(name))
    throw invalidParameter('repositoryName', `must match ${NAME.source}`);
  const repository = registryId === world.account ? world.ecr.repositories.get(name) : undefined;
  if (repository) return repository;
  throw new AwsError('RepositoryNotFoundException', unknownRepository(name, registryId));
}

export const describeRepository = (world: World, repository: Repository): RepositoryDescription => ({
  repositoryArn: repository.arn,
  registryId: world.account,
  repositoryName: repository.name,
  repositoryUri: repositoryUri(world, repository.name),
  createdAt: new Date(repository.createdAt),
  imageTagMutability: repository.mutability,
  ...(repository.exclusions && {
    imageTagMutabilityExclusionFilters: repository.exclusions.map((filter) => ({
      filterType: 'WILDCARD' as const,
      filter,
    })),
  }),
  imageScanningConfiguration: { scanOnPush: repository.scanOnPush ?? false },
  encryptionConfiguration: repository.encryption ?? { encryptionType: 'AES256' },
});
