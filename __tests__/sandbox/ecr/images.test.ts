import { describe, expect, test } from '@jest/globals';
import { batchGetImage } from '../../../sandbox/operations/ecr/BatchGetImage.ts';
import { describeImages } from '../../../sandbox/operations/ecr/DescribeImages.ts';
import { describeImageScanFindings } from '../../../sandbox/operations/ecr/DescribeImageScanFindings.ts';
import { listImages } from '../../../sandbox/operations/ecr/ListImages.ts';
import { digestOf } from '../../../sandbox/operations/ecr/manifest.ts';
import { putImage } from '../../../sandbox/operations/ecr/PutImage.ts';
import { linkRegistry } from '../../../sandbox/registry/state.ts';
import { ACCOUNT, addImage, addRepository, call, manifestOf, MEDIA_TYPE, testSandbox } from './fixture.ts';

const ABSENT = `sha256:${'0'.repeat(64)}`;

/** `web` with a tagged image `one` (v1, latest) and an untagged image `two`. */
function stocked(mutability: 'MUTABLE' | 'IMMUTABLE' = 'MUTABLE') {
  const sandbox = testSandbox();
  const repository = addRepository(sandbox, 'web', mutability);
  const one = addImage(repository, 'one', 'v1');
  addImage(repository, 'one', 'latest');
  const two = addImage(repository, 'two');
  return { sandbox, repository, one, two };
}

describe('DescribeImages', () => {
  test.each([
    ['a tag', () => ({ imageTag: 'v1' })],
    ['a digest', (one: string) => ({ imageDigest: one })],
    ['both', (one: string) => ({ imageDigest: one, imageTag: 'latest' })],
  ])('finds an image by %s', async (_case, id) => {
    const { sandbox, one } = stocked();
    const { imageDetails } = await call(describeImages, sandbox, { repositoryName: 'web', imageIds: [id(one)] });
    expect(imageDetails).toEqual([
      {
        registryId: ACCOUNT,
        repositoryName: 'web',
        imageDigest: one,
        imageTags: ['v1', 'latest'],
        imageSizeInBytes: 30,
        imagePushedAt: new Date(1_000),
        imageManifestMediaType: MEDIA_TYPE,
        imageStatus: 'ACTIVE',
      },
    ]);
  });

  test.each([
    ['an unknown tag', [{ imageTag: 'v2' }], 'ImageNotFoundException'],
    ['an unknown digest', [{ imageTag: 'v1' }, { imageDigest: ABSENT }], 'ImageNotFoundException'],
    ['a tag on another digest', [{ imageTag: 'v1', imageDigest: ABSENT }], 'ImageNotFoundException'],
    ['a malformed digest', [{ imageDigest: 'sha256:1' }], 'InvalidParameterException'],
    ['an empty id', [{}], 'InvalidParameterException'],
    ['no id', [], 'InvalidParameterException'],
    ['101 ids', Array.from({ length: 101 }, () => ({ imageTag: 'v1' })), 'InvalidParameterException'],
  ])('refuses %s', async (_case, imageIds, code) => {
    const { sandbox } = stocked();
    await expect(call(describeImages, sandbox, { repositoryName: 'web', imageIds })).rejects.toMatchObject({ code });
  });

  test('tells which image is missing where', async () => {
    const { sandbox } = stocked();
    const input = { repositoryName: 'web', imageIds: [{ imageTag: 'v2' }] };
    await expect(call(describeImages, sandbox, input)).rejects.toThrow(
      "The image with imageId {imageDigest:'null', imageTag:'v2'} does not exist within the repository " +
        `with name 'web' in the registry with id '${ACCOUNT}'`,
    );
  });

  test('refuses an unknown repository', async () => {
    await expect(call(describeImages, testSandbox(), { repositoryName: 'api' })).rejects.toMatchObject({
      code: 'RepositoryNotFoundException',
      message: `The repository with name 'api' does not exist in the registry with id '${ACCOUNT}'`,
    });
  });

  test('lists in pages, and by tag status', async () => {
    const { sandbox, one, two } = stocked();
    const digests = async (input: object) => {
      const answer = await call(describeImages, sandbox, { repositoryName: 'web', ...input });
      return { found: answer.imageDetails?.map((image) => image.imageDigest), next: answer.nextToken };
    };
    const first = await digests({ maxResults: 1 });
    expect(first.found).toEqual([one]);
    expect(await digests({ maxResults: 1, nextToken: first.next })).toEqual({ found: [two], next: undefined });
    expect((await digests({ filter: { tagStatus: 'TAGGED' } })).found).toEqual([one]);
    expect((await digests({ filter: { tagStatus: 'UNTAGGED' } })).found).toEqual([two]);
    expect((await digests({ filter: { imageStatus: 'ARCHIVED' } })).found).toEqual([]);
  });
});

test('ListImages gives one identifier for each tag', async () => {
  const { sandbox, one, two } = stocked();
  const { imageIds } = await call(listImages, sandbox, { repositoryName: 'web' });
  expect(imageIds).toEqual([
    { imageDigest: one, imageTag: 'v1' },
    { imageDigest: one, imageTag: 'latest' },
    { imageDigest: two },
  ]);
  const untagged = await call(listImages, sandbox, { repositoryName: 'web', filter: { tagStatus: 'UNTAGGED' } });
  expect(untagged.imageIds).toEqual([{ imageDigest: two }]);
});

test('BatchGetImage gives manifests, and failures for the rest', async () => {
  const { sandbox, one } = stocked();
  const imageIds = [{ imageTag: 'v1' }, { imageTag: 'v2' }, { imageDigest: 'nonsense' }, {}];
  const { images, failures } = await call(batchGetImage, sandbox, { repositoryName: 'web', imageIds });
  expect(images).toMatchObject([
    {
      imageId: { imageTag: 'v1', imageDigest: one },
      imageManifest: manifestOf('one'),
      imageManifestMediaType: MEDIA_TYPE,
    },
  ]);
  expect(failures?.map((failure) => failure.failureCode)).toEqual([
    'ImageNotFound',
    'InvalidImageDigest',
    'MissingDigestAndTag',
  ]);
});

describe('PutImage', () => {
  const put = (mark: string, imageTag?: string) => ({
    repositoryName: 'web',
    imageManifest: manifestOf(mark),
    ...(imageTag !== undefined && { imageTag }),
  });

  test('takes a new image under the digest of its manifest', async () => {
    const { sandbox, repository } = stocked();
    const { image } = await call(putImage, sandbox, put('three', 'v3'));
    const digest = digestOf(manifestOf('three'));
    expect(image?.imageId).toEqual({ imageDigest: digest, imageTag: 'v3' });
    expect(repository.images.get(digest)).toEqual({
      digest,
      tags: new Set(['v3']),
      manifest: manifestOf('three'),
      mediaType: MEDIA_TYPE,
      pushedAt: sandbox.clock.now(),
    });
  });

  test('moves a tag in a mutable repository', async () => {
    const { sandbox, repository, one, two } = stocked();
    await call(putImage, sandbox, put('two', 'v1'));
    expect(repository.images.get(one)?.tags).toEqual(new Set(['latest']));
    expect(repository.images.get(two)?.tags).toEqual(new Set(['v1']));
  });

  test('adds a tag in an immutable repository', async () => {
    const { sandbox, repository, one } = stocked('IMMUTABLE');
    await call(putImage, sandbox, put('one', 'v1.0'));
    expect(repository.images.get(one)?.tags.has('v1.0')).toBe(true);
  });

  test.each([
    ['a tag of another image, immutable', put('two', 'v1'), 'ImageTagAlreadyExistsException'],
    ['the same digest and tag', put('one', 'v1'), 'ImageAlreadyExistsException'],
    ['the same digest without a tag', put('two'), 'ImageAlreadyExistsException'],
    ['another digest than given', { ...put('three'), imageDigest: ABSENT }, 'ImageDigestDoesNotMatchException'],
    ['no JSON', { ...put('three'), imageManifest: '{' }, 'InvalidParameterException'],
    ['an array', { ...put('three'), imageManifest: '[]' }, 'InvalidParameterException'],
    ['no media type', { ...put('three'), imageManifest: '{}' }, 'InvalidParameterException'],
    ['a tag that is none', put('three', 'v1/../x'), 'InvalidParameterException'],
  ])('refuses %s', async (_case, input, code) => {
    const { sandbox, repository } = stocked('IMMUTABLE');
    await expect(call(putImage, sandbox, input)).rejects.toMatchObject({ code });
    expect([...repository.images.values()].map((image) => image.tags.size)).toEqual([2, 0]);
  });

  test('gives the manifest to the registry, and refuses the image with it', async () => {
    const { sandbox, repository } = stocked();
    const asked: string[] = [];
    const putManifest = (name: string, reference: string) => Promise.resolve(asked.push(`${name}:${reference}`) === 1);
    linkRegistry(sandbox.world, { host: '127.0.0.1:5001', putManifest });
    await call(putImage, sandbox, put('three', 'v3'));
    await expect(call(putImage, sandbox, put('four', 'v4'))).rejects.toMatchObject({ code: 'LayersNotFoundException' });
    expect(asked).toEqual(['web:v3', 'web:v4']);
    expect(repository.images.size).toBe(3);
  });
});

test.each([
  ['was never scanned', 'v1', 'ScanNotFoundException'],
  ['does not exist', 'v2', 'ImageNotFoundException'],
])('DescribeImageScanFindings refuses an image that %s', async (_case, imageTag, code) => {
  const { sandbox } = stocked();
  const input = { repositoryName: 'web', imageId: { imageTag } };
  await expect(call(describeImageScanFindings, sandbox, input)).rejects.toMatchObject({ code });
});
