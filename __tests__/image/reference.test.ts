import { describe, expect, test } from '@jest/globals';
import { ecrRegistry, parseReference, repositoryArn, splitUri } from '../../src/image/reference.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const ecr = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('parseReference', () => {
  test.each([
    ['a name', 'nginx', [null, 'nginx', null, null]],
    ['a name and tag', 'shop:v1.2', [null, 'shop', 'v1.2', null]],
    ['a path and tag', 'team/shop:v1', [null, 'team/shop', 'v1', null]],
    ['a name and digest', `shop@${digest}`, [null, 'shop', null, digest]],
    ['ECR with a tag', `${ecr}/team/shop:v1`, [ecr, 'team/shop', 'v1', null]],
    ['ECR with a digest', `${ecr}/shop@${digest}`, [ecr, 'shop', null, digest]],
    ['tag and digest', `${ecr}/shop:v1@${digest}`, [ecr, 'shop', 'v1', digest]],
    ['a registry with a port, no tag', '127.0.0.1:5000/shop', ['127.0.0.1:5000', 'shop', null, null]],
    ['a registry with a port and a tag', 'localhost:5000/shop:a', ['localhost:5000', 'shop', 'a', null]],
    ['localhost without a port', 'localhost/shop', ['localhost', 'shop', null, null]],
    ['an IPv6 registry', '[::1]:5000/shop', ['[::1]:5000', 'shop', null, null]],
    ['a digest alone', digest, [null, null, null, digest]],
    ['a digest alone with its @', `@${digest}`, [null, null, null, digest]],
    ['repeated separators', 'x/a--b__c.d/e', [null, 'x/a--b__c.d/e', null, null]],
  ])('reads %s', (_name, text, [registry, repository, tag, found]) => {
    expect(parseReference(text)).toEqual({ registry, repository, tag, digest: found });
  });

  test.each([
    ['nothing', ''],
    ['capitals in the repository', 'Shop:v1'],
    ['an empty tag', 'shop:'],
    ['a tag that is too long', `shop:${'a'.repeat(129)}`],
    ['a short digest', 'shop@sha256:abc'],
    ['another digest algorithm', `shop@sha512:${'0'.repeat(64)}`],
    ['a blank', 'shop v1'],
    ['a new line', 'shop:v1\n::set-output name=a::b'],
    ['a path that starts with a slash', '/shop'],
    ['two slashes', 'team//shop'],
    ['a URL', 'https://example.com/shop'],
    ['an option', '--push'],
  ])('refuses %s', (_name, text) => {
    expect(parseReference(text)).toBeNull();
  });
});

describe('ecrRegistry', () => {
  const usual = { account: '123456789012', region: 'eu-west-1', fips: false, dualStack: false };
  test.each([
    ['the usual host', ecr, usual],
    [
      'FIPS',
      '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com',
      { ...usual, region: 'us-gov-west-1', fips: true },
    ],
    ['China', '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', { ...usual, region: 'cn-north-1' }],
    ['dual stack', '123456789012.dkr-ecr.eu-west-1.on.aws', { ...usual, dualStack: true }],
    ['the public gallery', 'public.ecr.aws', null],
    ['Docker Hub', 'docker.io', null],
    ['a look-alike', `${ecr}.example.com:80`, null],
    ['no registry', null, null],
  ])('%s', (_name, host, expected) => {
    expect(ecrRegistry(host)).toEqual(expected);
  });
});

describe('repositoryArn', () => {
  test.each([
    [`${ecr}/team/shop`, 'arn:aws:ecr:eu-west-1:123456789012:repository/team/shop'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a', 'arn:aws-cn:ecr:cn-north-1:123456789012:repository/a'],
    [
      '123456789012.dkr.ecr.us-gov-east-1.amazonaws.com/a',
      'arn:aws-us-gov:ecr:us-gov-east-1:123456789012:repository/a',
    ],
    ['127.0.0.1:5000/shop', 'arn:aws:ecr:*:*:repository/shop'],
  ])('of %s', (uri, arn) => {
    expect(repositoryArn(uri)).toBe(arn);
  });
});

test('splitUri keeps the slashes of the repository', () => {
  expect(splitUri('localhost:5000/team/shop')).toEqual({ registry: 'localhost:5000', repository: 'team/shop' });
});
