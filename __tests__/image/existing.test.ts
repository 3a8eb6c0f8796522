/** What is reused, refused and settled, over the real port against the sandbox. */
import { CreateRepositoryCommand, PutImageCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Mutability } from '../../sandbox/world/ecr.ts';
import { existingFaults } from '../../src/image/check-existing.ts';
import { type Existing, lookForExisting } from '../../src/image/existing.ts';
import { type Image } from '../../src/image/image.ts';
import { reuseImage } from '../../src/image/reuse.ts';
import { settleImage } from '../../src/image/settle.ts';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { type EcrPort } from '../../src/ports/aws/aws.ts';
import { fact, valueOf } from '../../src/target/fact.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from '../ports/aws/account.ts';
import { buildSource, makeLog, sha } from './world.ts';

const REPOSITORY = 'shop-web';
const CONTENT = { tag: 'content-1' };
let account: Opened;
let ecr: EcrPort;
let restore: () => void;
let told: string[];

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
  ecr = (await account.open()).ecr;
  await account.clients.ecr.send(new CreateRepositoryCommand({ repositoryName: REPOSITORY }));
});
afterAll(async () => {
  restore();
  await account.close();
});
beforeEach(async () => {
  repository().images.clear();
  repository().mutability = 'MUTABLE';
  told = [];
  await account.forget();
});

function repository() {
  const found = account.sandbox.world.ecr.repositories.get(REPOSITORY);
  if (found === undefined) throw new Error('there is no repository');
  return found;
}

/** Returns the digest. */
async function put(mark: string, ...tags: string[]): Promise<string> {
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', size: 2, digest: `sha256:${'0'.repeat(64)}` };
  const imageManifest = JSON.stringify({ schemaVersion: 2, config, layers: [], mark });
  const imageManifestMediaType = 'application/vnd.oci.image.manifest.v1+json';
  let digest = '';
  for (const imageTag of tags) {
    const input = { repositoryName: REPOSITORY, imageManifest, imageManifestMediaType, imageTag };
    digest = (await account.clients.ecr.send(new PutImageCommand(input))).image?.imageId?.imageDigest ?? '';
  }
  await account.forget();
  return digest;
}

const lock = (mutability: Mutability = 'IMMUTABLE', exclusions?: readonly string[]): void => {
  Object.assign(repository(), { mutability, exclusions });
};
const tagsOf = (digest: string): string[] => [...(repository().images.get(digest)?.tags ?? [])].sort();
const operations = async () => (await account.calls()).map(({ operation }) => operation);
const destination = { repositoryUri: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${REPOSITORY}` };
const clock = { now: () => 0, sleep: () => Promise.resolve() };

async function look(changes: Partial<BuildInputs> = {}, tags = [sha], content: Existing['content'] = CONTENT) {
  const source = buildSource(changes);
  const described = await fact(ecr.describeRepository(REPOSITORY));
  await account.forget();
  const ports = { ecr, log: makeLog(told), content: Promise.resolve(content) };
  const found = await lookForExisting(source, tags, Promise.resolve(described), ports);
  if (found.state === 'failed') throw found.error;
  const existing = valueOf(found);
  if (existing === undefined) throw new Error('not known');
  return { existing, faults: existingFaults(source, existing, destination.repositoryUri) };
}

describe('what is there', () => {
  test('a re-run is one call, and nothing is written', async () => {
    const digest = await put('a', CONTENT.tag, sha);
    lock();
    const { existing, faults } = await look();
    const { image } = existing;
    expect(faults).toEqual([]);
    expect(image && (await reuseImage(image, existing, [sha], destination, { ecr, log: makeLog(told) }))).toMatchObject(
      {
        reference: `${destination.repositoryUri}@${digest}`,
        tag: sha,
        kind: 'reused',
      },
    );
    expect(await operations()).toEqual(['DescribeImages']);
    expect(told.join('\n')).toMatch(/info Reused: .*content-1, pushed \d{4}-\d\d-\d\dT.*nothing is built/);
  });

  test('a new commit of the same content gets its tags through the API', async () => {
    const digest = await put('a', CONTENT.tag, 'older');
    lock();
    const { existing } = await look({}, [sha, 'v1']);
    if (existing.image)
      await reuseImage(existing.image, existing, [sha, 'v1'], destination, { ecr, log: makeLog(told) });
    expect(tagsOf(digest)).toEqual([CONTENT.tag, 'older', 'v1', sha].sort());
    expect(await operations()).toEqual([
      ...['DescribeImages', 'DescribeImages', 'DescribeImages'],
      ...['BatchGetImage', 'PutImage', 'PutImage'],
    ]);
  });

  test('nothing: it is built; without a content tag nothing is asked', async () => {
    expect((await look()).existing).toEqual({ content: CONTENT, image: null, taken: [] });
    expect((await look({}, [sha], { none: 'x' })).existing.image).toBeNull();
    expect(await operations()).toEqual([]);
  });

  test('ECR may not be asked: it is built, with a warning', async () => {
    await put('a', CONTENT.tag);
    await account.fault({ operation: 'DescribeImages', kind: 'denied' });
    const source = buildSource();
    const ports = { ecr, log: makeLog(told), content: Promise.resolve(CONTENT) };
    const described = fact(ecr.describeRepository(REPOSITORY));
    expect(valueOf(await lookForExisting(source, [sha], described, ports))?.image).toBeNull();
    expect(told.join()).toContain('warning Whether the image is there already could not be asked');
  });

  test('an image that is gone when it is to be tagged is not reused', async () => {
    await put('a', CONTENT.tag);
    const { existing } = await look();
    repository().images.clear();
    const { image } = existing;
    expect(image && (await reuseImage(image, existing, [sha], destination, { ecr, log: makeLog(told) }))).toBeNull();
  });
});

describe('refused before the build', () => {
  const uri = destination.repositoryUri;
  test.each<[string, () => Promise<unknown>, Partial<BuildInputs>, readonly string[]]>([
    ['the commit tag on another image', () => put('b', sha), {}, [`${uri}:${sha}`]],
    ['the same, by an exclusion of others', () => put('b', sha), {}, [`${uri}:${sha}`]],
    ['a further tag', () => put('b', 'v1'), { tags: ['v1'] }, [`${uri}:v1`]],
    [
      'a cache in the repository',
      () => put('b', 'cache'),
      { cacheTo: [`type=registry,ref=${uri}:cache`] },
      [`${uri}:cache`],
    ],
    [
      'rebuild, where the commit has an image',
      () => put('a', CONTENT.tag, sha),
      { existingImage: 'rebuild' },
      [`${uri}:${sha}`],
    ],
    [
      'fail, where the content is there',
      () => put('a', CONTENT.tag),
      { existingImage: 'fail' },
      [`${uri}:${CONTENT.tag}`],
    ],
  ])('%s', async (name, prepare, changes, on) => {
    await prepare();
    if (name.includes('exclusion')) lock('IMMUTABLE_WITH_EXCLUSION', ['dev-*']);
    else lock();
    const { faults } = await look(changes, [sha, ...(changes.tags ?? [])]);
    expect(faults.map((fault) => fault.on)).toEqual(on);
    expect(faults[0]?.repair).toMatch(/Deploy what is there|let this tag be moved|Set 'existing-image'/);
  });

  test.each<[string, Mutability, readonly string[] | undefined]>([
    ['mutable', 'MUTABLE', undefined],
    ['excluded', 'IMMUTABLE_WITH_EXCLUSION', [sha.slice(0, 5) + '*']],
    ['mutable but for others', 'MUTABLE_WITH_EXCLUSION', ['v*']],
  ])('not where the tag may be moved: %s', async (_name, mutability, exclusions) => {
    await put('b', sha);
    lock(mutability, exclusions);
    expect((await look()).faults).toEqual([]);
  });
});

describe('after a push', () => {
  const settle = (digest: string, before: string | null = null, kind: Image['kind'] = 'pushed') =>
    settleImage(
      { reference: `${destination.repositoryUri}@${digest}`, repository: REPOSITORY, tag: sha, digest, kind },
      { content: CONTENT, tags: [sha], before },
      destination,
      { ecr, log: makeLog(told), clock },
    );

  test('the content tag goes on the image: two calls', async () => {
    const digest = await put('a', sha);
    expect(await settle(digest)).toMatchObject({ digest, kind: 'pushed', entries: null });
    expect(tagsOf(digest)).toEqual([sha, CONTENT.tag].sort());
    expect(await operations()).toEqual(['BatchGetImage', 'PutImage']);
  });

  test.each<[string, Mutability]>([
    ['mutable', 'MUTABLE'],
    ['with exclusions', 'MUTABLE_WITH_EXCLUSION'],
  ])('another run was sooner: both on its digest, %s tags', async (_name, mutability) => {
    lock(mutability, mutability === 'MUTABLE' ? undefined : ['v*']);
    const theirs = await put('theirs', CONTENT.tag, 'other-commit');
    const ours = await put('ours', sha);
    expect(await settle(ours)).toMatchObject({ digest: theirs, kind: 'reused' });
    expect(tagsOf(theirs)).toContain(sha);
  });

  test('another run was sooner with the same commit, immutable: both on its digest, once it has its content tag', async () => {
    const theirs = await put('theirs', sha, CONTENT.tag);
    lock();
    expect(await settle(theirs, null, 'given')).toMatchObject({ digest: theirs, kind: 'reused' });
  });

  test('the commit tag went to other content meanwhile: refused, not reused', async () => {
    const theirs = await put('theirs', sha);
    lock();
    await expect(settle(theirs, null, 'given')).rejects.toMatchObject({
      fault: { on: `${destination.repositoryUri}:${sha}` },
    });
    expect(await operations()).toHaveLength(10);
  });

  test('rebuild: the content tag moves to the new image, or stays, with a warning, where it cannot', async () => {
    const before = await put('before', CONTENT.tag);
    const after = await put('after', sha);
    expect(await settle(after, before)).toMatchObject({ digest: after });
    expect(tagsOf(after)).toContain(CONTENT.tag);
    const again = await put('again', 'newer');
    lock();
    expect(await settle(again, after)).toMatchObject({ digest: again });
    expect(told.join()).toMatch(/warning The tag content-1 stays on .*content-\*/);
  });

  test('no right to tag: deployed all the same, with a warning', async () => {
    const digest = await put('a', sha);
    await account.fault({ operation: 'BatchGetImage', kind: 'denied' });
    expect(await settle(digest)).toMatchObject({ digest });
    expect(told.join()).toContain('warning The image has no content tag');
  });
});
