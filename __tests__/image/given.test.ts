import { describe, expect, test } from '@jest/globals';
import { givenImage } from '../../src/image/given.ts';
import { digest, ecrError, makeEcr, makeLog, registry } from './world.ts';

const other = `sha256:${'0e'.repeat(32)}`;
const elsewhere = '210987654321.dkr.ecr.eu-west-1.amazonaws.com';

function look(reference: string) {
  const told: string[] = [];
  const ports = { ecr: makeEcr({ v1: digest, latest: digest, [digest]: digest }), log: makeLog(told) };
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
    ['a repository of another account', `${elsewhere}/shop:v1`, 1],
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

test('what ECR may not tell is not guessed', async () => {
  const denied = ecrError('denied', 'AccessDeniedException', 'shop');
  const ecr = { ...makeEcr({}), describeRepository: () => Promise.reject(denied) };
  await expect(givenImage('shop:v1', { ecr, log: makeLog([]) })).rejects.toBe(denied);
});
