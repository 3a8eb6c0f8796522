import { describe, expect, test } from '@jest/globals';
import { givenImage } from '../../src/image/given.ts';
import { digest, ecrError, makeEcr, makeLog, registry } from './world.ts';

const other = `sha256:${'0e'.repeat(32)}`;
const elsewhere = '210987654321.dkr.ecr.us-east-1.amazonaws.com';

function look(reference: string) {
  const told: string[] = [];
  const resolve = () => Promise.resolve({ none: 'nobody answers' });
  const ports = { ecr: makeEcr({ v1: digest, latest: digest, [digest]: digest }), log: makeLog(told), resolve };
  return { told, image: givenImage(reference, ports) };
}

describe('givenImage looks up what ECR can know', () => {
  test.each([
    ['a tag of a full URI', `${registry}/shop:v1`, 'v1'],
    ['an account-free tag', 'shop:v1', 'v1'],
    ['an account-free digest', `shop@${digest}`, null],
    ['no tag: latest', 'shop', 'latest'],
  ])('%s', async (_name, reference, tag) => {
    const { image, told } = look(reference);
    expect(await image).toEqual({
      reference: `${registry}/shop@${digest}`,
      repository: 'shop',
      tag,
      digest,
      kind: 'given',
    });
    expect(told).toEqual([`info Image: ${registry}/shop@${digest}`]);
  });

  test.each([
    ['a tag that is not there', 'shop:v2', `${registry}/shop:v2`],
    ['a digest that is not there', `shop@${other}`, `${registry}/shop@${other}`],
  ])('and refuses %s', async (_name, reference, on) => {
    await expect(look(reference).image).rejects.toMatchObject({
      fault: { on, why: 'the repository has no such image.' },
    });
  });
});

describe('givenImage leaves as it is', () => {
  test.each([
    ['a full URI with a digest', `${registry}/shop@${other}`, 0],
    ['another registry with a tag', 'public.ecr.aws/nginx/nginx:1.27', 1],
    ['a name that is no repository of the account', 'nginx:1.27', 1],
    ['another registry with a digest', `docker.io/library/nginx@${other}`, 0],
  ])('%s', async (_name, reference, warnings) => {
    const { image, told } = look(reference);
    expect((await image).reference).toBe(reference);
    expect(told.filter((line) => line.startsWith('warning'))).toHaveLength(warnings);
  });
});

test.each([
  ['no reference', 'Shop:V1', 'it is not an image reference.'],
  ['a digest alone', digest, 'a digest alone does not tell the repository.'],
])('givenImage refuses %s', async (_name, reference, why) => {
  await expect(look(reference).image).rejects.toMatchObject({ fault: { why } });
});

describe('an image of another account and region', () => {
  test('is looked up there, and keeps the host that it was written with', async () => {
    const asked: unknown[] = [];
    const home = { ...makeEcr({}), describeRepository: () => Promise.reject(new Error('not here')) };
    const ecr = {
      ...home,
      at: (address: unknown) => {
        asked.push(address);
        return makeEcr({ v1: digest, [digest]: digest });
      },
    };
    const image = await givenImage(`${elsewhere}/shop:v1`, { ecr, log: makeLog([]) });
    expect(image).toMatchObject({ reference: `${elsewhere}/shop@${digest}`, digest });
    expect(asked).toEqual([{ account: '210987654321', region: 'us-east-1', fips: false, dualStack: false }]);
  });

  test('is deployed as written, with a warning, where its account does not let it be read', async () => {
    const told: string[] = [];
    const denied = ecrError('denied', 'AccessDeniedException', 'shop');
    const there = { ...makeEcr({}), describeRepository: () => Promise.reject(denied) };
    const ecr = { ...makeEcr({}), at: () => there };
    const reference = `${elsewhere}/shop:v1`;
    expect((await givenImage(reference, { ecr, log: makeLog(told) })).reference).toBe(reference);
    expect(told.join()).toMatch(/warning .*ECR does not let it be looked up/);
  });
});

describe('an image of another registry gets the digest that its registry tells', () => {
  test.each([
    ['with a host', 'ghcr.io/owner/web:v2', 'ghcr.io', 'owner/web', 'v2', `ghcr.io/owner/web@${other}`],
    ['of Docker Hub, no repository of the account', 'nginx:1.27', null, 'nginx', '1.27', `nginx@${other}`],
    ['without a tag', 'ghcr.io/owner/web', 'ghcr.io', 'owner/web', 'latest', `ghcr.io/owner/web@${other}`],
  ])('%s', async (_name, reference, ...expected) => {
    const asked: unknown[] = [];
    const resolve = (registryHost: string | null, repository: string, tag: string) => {
      asked.push(registryHost, repository, tag);
      return Promise.resolve({ digest: other });
    };
    const image = await givenImage(reference, { ecr: makeEcr({}), log: makeLog([]), resolve });
    expect([...asked, image.reference]).toEqual(expected);
    expect(image.digest).toBe(other);
  });
});

test('what ECR may not tell is not guessed', async () => {
  const denied = ecrError('denied', 'AccessDeniedException', 'shop');
  const ecr = { ...makeEcr({}), describeRepository: () => Promise.reject(denied) };
  await expect(givenImage('shop:v1', { ecr, log: makeLog([]) })).rejects.toBe(denied);
});
