import { describe, expect, test } from '@jest/globals';
import { StepError } from '../../src/errors.ts';
import { imageTags, requireTags, tagFaults } from '../../src/image/tags.ts';

const sha = 'a'.repeat(40);
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const uri = `${host}/team/shop`;

describe('imageTags', () => {
  test.each<[string, string[], string, string[], string[]]>([
    ['the commit alone', [], uri, [sha], []],
    ['bare tags after the commit', ['v1', 'latest'], uri, [sha, 'v1', 'latest'], []],
    ['a tag given twice, and the commit again', ['v1', sha, 'v1'], uri, [sha, 'v1'], []],
    ['the full reference of this repository', [`${uri}:v1`], uri, [sha, 'v1'], []],
    ['the account-free reference', ['team/shop:v1'], uri, [sha, 'v1'], []],
    ['a full reference where only the name is known', [`${uri}:v1`], 'team/shop', [sha, 'v1'], []],
    ['another repository', [`${host}/other:v1`], uri, [sha], [`${host}/other:v1`]],
    ['another account', [`210987654321${uri.slice(12)}:v1`], uri, [sha], [`210987654321${uri.slice(12)}:v1`]],
    ['a branch with a slash', ['feature/x'], uri, [sha], ['feature/x']],
    ['a digest', [`team/shop@sha256:${'0'.repeat(64)}`], uri, [sha], [`team/shop@sha256:${'0'.repeat(64)}`]],
    ['an option', ['--push'], uri, [sha], ['--push']],
  ])('%s', (_name, given, repository, tags, wrong) => {
    expect(imageTags(sha, given, repository)).toEqual({ tags, wrong });
  });
});

test('without a commit the tags alone do', () => {
  expect(requireTags('', ['v1'], uri)).toEqual(['v1']);
});

test.each([
  ['nothing to tag with', '', [], 'the commit is not known'],
  ['a wrong tag', sha, ['a/b'], 'neither a tag'],
])('requireTags throws: %s', (_name, commit, given, why) => {
  expect(() => requireTags(commit, given, uri)).toThrow(StepError);
  expect(() => requireTags(commit, given, uri)).toThrow(why);
});

test('every wrong tag is a fault of its own, and its text cannot start a line', () => {
  const faults = tagFaults(imageTags(sha, ['a/b', 'x\n::error::y'], uri), uri);
  expect(faults.map((fault) => fault.on)).toEqual(['"a/b"', '"x\\n::error::y"']);
});
