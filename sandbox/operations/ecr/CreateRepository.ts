import { CreateRepository$, type CreateRepositoryRequest, type CreateRepositoryResponse } from '@aws-sdk/client-ecr';
import { arn } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { repositoryUri } from '../../registry/state.ts';
import { type Repository } from '../../world/ecr.ts';
import { describeRepository, invalidParameter, isRepositoryName } from './repository.ts';

/** ECR API, ImageTagMutabilityExclusionFilter: 1 to 128 characters of tags and `*`, at most five filters. */
const FILTER = /^[0-9a-zA-Z._*-]{1,128}$/;

function mutabilityOf(input: CreateRepositoryRequest): Pick<Repository, 'mutability' | 'exclusions'> {
  const { imageTagMutability: mutability = 'MUTABLE', imageTagMutabilityExclusionFilters: given } = input;
  const filters = given?.map(({ filter }) => filter ?? '');
  if (mutability.endsWith('_WITH_EXCLUSION') !== (filters !== undefined && filters.length > 0)) {
    throw invalidParameter(
      'imageTagMutabilityExclusionFilters',
      'must be given with ..._WITH_EXCLUSION, and only then',
    );
  }
  if (filters === undefined) return { mutability };
  if (filters.length > 5 || !filters.every((filter) => FILTER.test(filter))) {
    throw invalidParameter('imageTagMutabilityExclusionFilters', `must be at most five that match ${FILTER.source}`);
  }
  return { mutability, exclusions: filters };
}

export const createRepository = operation<CreateRepositoryRequest, CreateRepositoryResponse>(
  CreateRepository$,
  (input, { world, clock }) => {
    const name = input.repositoryName ?? '';
    if (!isRepositoryName(name)) {
      throw invalidParameter(
        'repositoryName',
        'must be 2 to 256 lower-case letters, digits and single . _ - / between',
      );
    }
    const mutability = mutabilityOf(input);
    if (world.ecr.repositories.has(name)) {
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry with id '${world.account}'`,
      );
    }
    const repository: Repository = {
      arn: arn(world, 'ecr', `repository/${name}`),
      name,
      uri: repositoryUri(world, name),
      createdAt: clock.now(),
      ...mutability,
      images: new Map(),
    };
    world.ecr.repositories.set(name, repository);
    return { repository: describeRepository(world, repository) };
  },
);
