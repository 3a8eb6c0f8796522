import { describe, expect, test } from '@jest/globals';
import { cacheTags } from '../../src/image/cache-tags.ts';
import { isLocked } from '../../src/image/mutability.ts';

const filters = (...texts: string[]) => ({
  imageTagMutabilityExclusionFilters: texts.map((filter) => ({ filterType: 'WILDCARD' as const, filter })),
});

describe('isLocked', () => {
  test.each([
    ['mutable', { imageTagMutability: 'MUTABLE' as const }, 'v1', false],
    ['not told', {}, 'v1', false],
    ['immutable', { imageTagMutability: 'IMMUTABLE' as const }, 'v1', true],
    [
      'immutable but for it',
      { imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const, ...filters('latest') },
      'latest',
      false,
    ],
    [
      'immutable but for another',
      { imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const, ...filters('latest') },
      'latest-2',
      true,
    ],
    [
      'immutable but for a beginning',
      { imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const, ...filters('x', 'dev-*') },
      'dev-1',
      false,
    ],
    [
      'a beginning alone, * for nothing',
      { imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const, ...filters('dev-*') },
      'dev-',
      false,
    ],
    ['a dot is a dot', { imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' as const, ...filters('v.1') }, 'vx1', true],
    ['mutable but for it', { imageTagMutability: 'MUTABLE_WITH_EXCLUSION' as const, ...filters('v*.*') }, 'v1.2', true],
    [
      'mutable but for another',
      { imageTagMutability: 'MUTABLE_WITH_EXCLUSION' as const, ...filters('v*.*') },
      'v1',
      false,
    ],
  ])('%s', (_name, repository, tag, locked) => {
    expect(isLocked(repository, tag)).toBe(locked);
  });
});

describe('cacheTags', () => {
  const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop';
  test.each([
    ['a registry cache in the repository', `type=registry,ref=${uri}:cache,mode=max`, ['cache']],
    ['its short form', `${uri}:cache`, ['cache']],
    ['without a tag', `type=registry,ref=${uri}`, ['latest']],
    ['quoted', `type=registry,"ref=${uri}:cache"`, ['cache']],
    ['another repository', `type=registry,ref=${uri}-cache:cache`, []],
    ['another kind', 'type=gha,mode=max', []],
    ['another kind with a ref', `type=local,ref=${uri}:cache`, []],
    ['no reference', 'type=registry,ref=???', []],
  ])('%s', (_name, text, tags) => {
    expect(cacheTags([text], uri)).toEqual(tags);
  });
});
