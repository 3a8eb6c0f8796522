import { describe, expect, test } from '@jest/globals';
import { type ImageTagMutability } from '@aws-sdk/client-ecr';
import { createRepository } from '../../../sandbox/operations/ecr/CreateRepository.ts';
import { describeRepositories } from '../../../sandbox/operations/ecr/DescribeRepositories.ts';
import { putImage } from '../../../sandbox/operations/ecr/PutImage.ts';
import { call, manifestOf, testSandbox } from './fixture.ts';

const filters = (...texts: string[]) => texts.map((filter) => ({ filterType: 'WILDCARD' as const, filter }));

/** Puts another image under a tag that is there; `moved`, or the error. */
async function move(mutability: ImageTagMutability, exclusions: string[], imageTag: string): Promise<string> {
  const sandbox = testSandbox();
  await call(createRepository, sandbox, {
    repositoryName: 'web',
    imageTagMutability: mutability,
    ...(exclusions.length > 0 && { imageTagMutabilityExclusionFilters: filters(...exclusions) }),
  });
  const put = (mark: string) =>
    call(putImage, sandbox, { repositoryName: 'web', imageManifest: manifestOf(mark), imageTag });
  await put('one');
  return put('two').then(
    () => 'moved',
    (error: unknown) => (error as { code: string }).code,
  );
}

describe('a tag that is there', () => {
  const TAKEN = 'ImageTagAlreadyExistsException';
  test.each<[ImageTagMutability, string[], string, string]>([
    ['MUTABLE', [], 'v1', 'moved'],
    ['IMMUTABLE', [], 'v1', TAKEN],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'dev-7', 'moved'],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'latest', 'moved'],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'latest-1', TAKEN],
    ['IMMUTABLE_WITH_EXCLUSION', ['*-dev-*-x'], 'a-dev-b-x', 'moved'],
    ['IMMUTABLE_WITH_EXCLUSION', ['a*a'], 'a', TAKEN],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'v1', TAKEN],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'latest', 'moved'],
  ])('%s %j %s: %s', async (mutability, exclusions, tag, expected) => {
    expect(await move(mutability, exclusions, tag)).toBe(expected);
  });
});

test('filters are told as they were given', async () => {
  const sandbox = testSandbox();
  const input = {
    repositoryName: 'web',
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const,
    imageTagMutabilityExclusionFilters: filters('latest'),
  };
  await call(createRepository, sandbox, input);
  const { repositories } = await call(describeRepositories, sandbox, {});
  expect(repositories?.[0]).toMatchObject(input);
});

test.each([
  ['filters without the rule', 'IMMUTABLE' as const, filters('a')],
  ['the rule without filters', 'IMMUTABLE_WITH_EXCLUSION' as const, undefined],
  ['six filters', 'IMMUTABLE_WITH_EXCLUSION' as const, filters('a', 'b', 'c', 'd', 'e', 'f')],
  ['a filter that no tag can match', 'IMMUTABLE_WITH_EXCLUSION' as const, filters('a/b')],
])('refuses %s', async (_case, imageTagMutability, given) => {
  const input = {
    repositoryName: 'web',
    imageTagMutability,
    ...(given && { imageTagMutabilityExclusionFilters: given }),
  };
  await expect(call(createRepository, testSandbox(), input)).rejects.toMatchObject({
    code: 'InvalidParameterException',
  });
});
