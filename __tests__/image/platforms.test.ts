import { describe, expect, test } from '@jest/globals';
import { imageDigest, indexEntries, platformFault, runtimePlatform } from '../../src/image/platforms.ts';

const entry = (os: string, architecture: string, digest: string, more = {}) => ({
  digest,
  platform: { os, architecture },
  ...more,
});
const index = (...manifests: unknown[]) => JSON.stringify({ schemaVersion: 2, manifests });
const attestation = { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } };

describe('indexEntries', () => {
  test.each([
    [
      'two images',
      index(entry('linux', 'amd64', 'a'), entry('linux', 'arm64', 'b')),
      [
        ['linux/amd64', 'a'],
        ['linux/arm64', 'b'],
      ],
    ],
    [
      'an image and its attestation',
      index(entry('linux', 'amd64', 'a'), entry('unknown', 'unknown', 'b', attestation)),
      [['linux/amd64', 'a']],
    ],
    ['an attestation told by its platform alone', index(entry('unknown', 'unknown', 'b')), []],
    ['an attestation told by its annotation alone', index(entry('linux', 'amd64', 'b', attestation)), []],
    ['an entry without a platform', index({ digest: 'a' }), []],
    ['one image', JSON.stringify({ config: {}, layers: [] }), null],
    ['no JSON', 'x', null],
  ])('%s', (_name, text, expected) => {
    expect(indexEntries(text)?.map(({ platform, digest }) => [platform, digest]) ?? null).toEqual(expected);
  });
});

describe('runtimePlatform', () => {
  test.each([
    ['ARM', { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }, 'linux/arm64'],
    [
      'Windows',
      { runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      'windows/amd64',
    ],
    ['Fargate without one', { requiresCompatibilities: ['FARGATE'] }, 'linux/amd64'],
    ['EC2 without one', { requiresCompatibilities: ['EC2'] }, null],
  ])('%s', (_name, definition, expected) => {
    expect(runtimePlatform(definition)).toBe(expected);
  });
});

describe('platformFault', () => {
  const arm = { runtimePlatform: { cpuArchitecture: 'ARM64' } };
  test.each([
    ['the platform is there', ['linux/amd64', 'linux/arm64/v8'], arm, null],
    [
      'it is missing',
      ['linux/amd64'],
      arm,
      'the task definition runs on linux/arm64 (runtimePlatform), and the image is for linux/amd64.',
    ],
    ['the image tells none', [], arm, null],
    ['the definition tells none', ['linux/amd64'], {}, null],
  ])('%s', (_name, platforms, definition, why) => {
    expect(platformFault(platforms, definition, 'x')?.why ?? null).toBe(why);
  });
});

test.each([
  ['one image: its own', null, 'index'],
  [
    'an index: the entry of the platform',
    [
      { platform: 'linux/amd64', digest: 'a' },
      { platform: 'linux/arm64', digest: 'b' },
    ],
    'b',
  ],
])('imageDigest of %s', (_name, entries, expected) => {
  expect(imageDigest({ digest: 'index', entries }, { runtimePlatform: { cpuArchitecture: 'ARM64' } })).toBe(expected);
});
