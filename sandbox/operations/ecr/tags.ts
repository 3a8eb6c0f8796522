import { type Tag } from '@aws-sdk/client-ecr';
import { AwsError } from '../../operation.ts';
import { type Repository } from '../../world/ecr.ts';
import { type World } from '../../world/world.ts';
import { invalidParameter, unknownRepository } from './repository.ts';

/** ECR API, Tag: keys of 1 to 128 characters without the prefix `aws:`. Throws InvalidTagParameterException. */
export function readTags(given: readonly Tag[] | undefined): Map<string, string> {
  const tags = new Map((given ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  for (const key of tags.keys()) {
    if (key !== '' && key.length <= 128 && !key.toLowerCase().startsWith('aws:')) continue;
    throw new AwsError('InvalidTagParameterException', `Invalid tag key ${JSON.stringify(key)}`);
  }
  return tags;
}

/** Throws InvalidParameterException, RepositoryNotFoundException. */
export function repositoryByArn(world: World, arn: string | undefined): Repository {
  const name = /^arn:[^:]+:ecr:[^:]+:\d{12}:repository\/(.+)$/.exec(arn ?? '')?.[1];
  if (name === undefined) throw invalidParameter('resourceArn', 'must be the ARN of a repository');
  const repository = world.ecr.repositories.get(name);
  if (repository && repository.arn === arn) return repository;
  throw new AwsError('RepositoryNotFoundException', unknownRepository(name, world.account));
}
