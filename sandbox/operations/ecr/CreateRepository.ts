import { CreateRepository$, type CreateRepositoryRequest, type CreateRepositoryResponse } from '@aws-sdk/client-ecr';
import { arn } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { repositoryUri } from '../../registry/state.ts';
import { type Repository } from '../../world/ecr.ts';
import { readMutability } from './read-mutability.ts';
import { describeRepository, invalidParameter, isRepositoryName } from './repository.ts';
import { readTags } from './tags.ts';

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
    const mutability = readMutability(input);
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
      scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      ...(input.encryptionConfiguration && { encryption: input.encryptionConfiguration }),
      images: new Map(),
      tags: readTags(input.tags),
    };
    world.ecr.repositories.set(name, repository);
    return { repository: describeRepository(world, repository) };
  },
);
