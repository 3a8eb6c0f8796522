import { type CreateRepositoryRequest, type PutImageTagMutabilityRequest } from '@aws-sdk/client-ecr';
import { type Repository } from '../../world/ecr.ts';
import { invalidParameter } from './repository.ts';

/** ECR API, ImageTagMutabilityExclusionFilter: 1 to 128 characters of tags and `*`, at most five filters. */
const FILTER = /^[0-9a-zA-Z._*-]{1,128}$/;

type Given = Pick<
  CreateRepositoryRequest & PutImageTagMutabilityRequest,
  'imageTagMutability' | 'imageTagMutabilityExclusionFilters'
>;

/** Throws InvalidParameterException. */
export function readMutability(input: Partial<Given>): Pick<Repository, 'mutability' | 'exclusions'> {
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
