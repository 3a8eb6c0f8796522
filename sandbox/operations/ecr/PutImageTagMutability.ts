import {
  PutImageTagMutability$,
  type PutImageTagMutabilityRequest,
  type PutImageTagMutabilityResponse,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { readMutability } from './read-mutability.ts';
import { describeRepository, findRepository } from './repository.ts';

export const putImageTagMutability = operation<PutImageTagMutabilityRequest, PutImageTagMutabilityResponse>(
  PutImageTagMutability$,
  (input, { world }) => {
    const repository = findRepository(world, input.repositoryName, input.registryId);
    const { mutability, exclusions } = readMutability(input);
    repository.mutability = mutability;
    if (exclusions) repository.exclusions = exclusions;
    else delete repository.exclusions;
    const { registryId, repositoryName, imageTagMutability, imageTagMutabilityExclusionFilters } = describeRepository(
      world,
      repository,
    );
    return {
      registryId,
      repositoryName,
      imageTagMutability,
      ...(imageTagMutabilityExclusionFilters && { imageTagMutabilityExclusionFilters }),
    };
  },
);
