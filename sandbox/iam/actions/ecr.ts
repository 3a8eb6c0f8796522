import { type DescribeRepositoriesRequest } from '@aws-sdk/client-ecr';
import { type World } from '../../world/world.ts';
import { about, anything, type Rules } from './rule.ts';

interface OnRepository {
  readonly registryId?: string | undefined;
  readonly repositoryName?: string | undefined;
}

export const repositoryArn = (world: World, name = '', account = world.account): string =>
  `arn:${world.partition}:ecr:${world.region}:${account}:repository/${name}`;

const onRepository = about<OnRepository>(({ repositoryName, registryId }, { world }) => [
  { resource: repositoryArn(world, repositoryName, registryId) },
]);

const onNamed = about<{ readonly resourceArn?: string | undefined }>(({ resourceArn = '*' }) => [
  { resource: resourceArn },
]);

export const ecrActions: Rules = {
  BatchCheckLayerAvailability: onRepository,
  BatchDeleteImage: onRepository,
  BatchGetImage: onRepository,
  CreateRepository: onRepository,
  DeleteRepository: onRepository,
  DescribeImageScanFindings: onRepository,
  DescribeImages: onRepository,
  DescribeRepositories: about<DescribeRepositoriesRequest>(({ repositoryNames = ['*'], registryId }, { world }) =>
    repositoryNames.map((name) => ({ resource: repositoryArn(world, name, registryId) })),
  ),
  GetAuthorizationToken: anything,
  ListImages: onRepository,
  ListTagsForResource: onNamed,
  PutImage: onRepository,
  PutImageTagMutability: onRepository,
  TagResource: onNamed,
  UntagResource: onNamed,
};
