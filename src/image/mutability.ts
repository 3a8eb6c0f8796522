import { type Repository } from '@aws-sdk/client-ecr';

type Mutability = Pick<Repository, 'imageTagMutability' | 'imageTagMutabilityExclusionFilters'>;

/**
 * Whether a tag of the repository, once given, stays where it is. ECR API: `IMMUTABLE_WITH_EXCLUSION` and
 * `MUTABLE_WITH_EXCLUSION` turn the rule around for tags that match one of the wildcard filters.
 */
export function isLocked(repository: Mutability, tag: string): boolean {
  const filters = repository.imageTagMutabilityExclusionFilters ?? [];
  const excluded = filters.some(({ filter }) => filter !== undefined && matches(filter, tag));
  switch (repository.imageTagMutability) {
    case 'IMMUTABLE':
      return true;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return !excluded;
    case 'MUTABLE_WITH_EXCLUSION':
      return excluded;
    case 'MUTABLE':
    case undefined:
      return false;
  }
}

/** `*` stands for any characters, also for none. */
function matches(filter: string, tag: string): boolean {
  const parts = filter.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(tag);
}
