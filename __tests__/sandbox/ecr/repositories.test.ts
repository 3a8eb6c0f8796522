import { describe, expect, test } from '@jest/globals';
import { createRepository } from '../../../sandbox/operations/ecr/CreateRepository.ts';
import { describeRepositories } from '../../../sandbox/operations/ecr/DescribeRepositories.ts';
import { getAuthorizationToken } from '../../../sandbox/operations/ecr/GetAuthorizationToken.ts';
import { ecrOperations } from '../../../sandbox/operations/ecr/index.ts';
import { checkPassword, linkRegistry } from '../../../sandbox/registry/state.ts';
import { ACCOUNT, addRepository, call, testSandbox } from './fixture.ts';

const HOUR = 60 * 60_000;
const link = { host: '127.0.0.1:5001', putManifest: () => Promise.resolve(true) };

test('every operation stands under its own name', () => {
  const names = Object.values(ecrOperations).map(({ schema }) => (Array.isArray(schema) ? String(schema[2]) : ''));
  expect(names).toEqual(Object.keys(ecrOperations));
});

describe('CreateRepository', () => {
  test('makes a mutable repository with the URI that it has on AWS', async () => {
    const sandbox = testSandbox();
    const { repository } = await call(createRepository, sandbox, { repositoryName: 'team/web-1' });
    expect(repository).toMatchObject({
      repositoryArn: `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/team/web-1`,
      repositoryUri: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/team/web-1`,
      imageTagMutability: 'MUTABLE',
      createdAt: new Date(sandbox.clock.now()),
    });
    expect(sandbox.world.ecr.repositories.get('team/web-1')?.images.size).toBe(0);
  });

  test('keeps IMMUTABLE', async () => {
    const sandbox = testSandbox();
    await call(createRepository, sandbox, { repositoryName: 'web', imageTagMutability: 'IMMUTABLE' });
    expect(sandbox.world.ecr.repositories.get('web')?.mutability).toBe('IMMUTABLE');
  });

  test('refuses a name that is taken', async () => {
    const sandbox = testSandbox();
    addRepository(sandbox);
    await expect(call(createRepository, sandbox, { repositoryName: 'web' })).rejects.toMatchObject({
      code: 'RepositoryAlreadyExistsException',
    });
  });

  test.each(['w', 'Web', 'web/', '/web', 'a//b', 'a/../b', 'web tag', 'web:v1', `a${'b'.repeat(256)}`])(
    'refuses the name %j',
    async (repositoryName) => {
      const sandbox = testSandbox();
      await expect(call(createRepository, sandbox, { repositoryName })).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
      expect(sandbox.world.ecr.repositories.size).toBe(0);
    },
  );
});

describe('DescribeRepositories', () => {
  test('names the registry that runs, for repositories made before it, too', async () => {
    const sandbox = testSandbox();
    addRepository(sandbox);
    linkRegistry(sandbox.world, link);
    const { repositories } = await call(describeRepositories, sandbox, { repositoryNames: ['web'] });
    expect(repositories?.map((one) => one.repositoryUri)).toEqual(['127.0.0.1:5001/web']);
  });

  test.each([
    ['an absent one', { repositoryNames: ['web', 'api'] }, 'RepositoryNotFoundException'],
    ['one of another account', { repositoryNames: ['web'], registryId: '210987654321' }, 'RepositoryNotFoundException'],
    ['names with a page size', { repositoryNames: ['web'], maxResults: 5 }, 'InvalidParameterException'],
    ['a made-up page token', { nextToken: 'abc' }, 'InvalidParameterException'],
    ['a page size of 0', { maxResults: 0 }, 'InvalidParameterException'],
  ])('refuses %s', async (_case, input, code) => {
    const sandbox = testSandbox();
    addRepository(sandbox);
    await expect(call(describeRepositories, sandbox, input)).rejects.toMatchObject({ code, status: 400 });
  });

  test('lists in pages', async () => {
    const sandbox = testSandbox();
    for (const name of ['aa', 'bb', 'cc']) addRepository(sandbox, name);
    const first = await call(describeRepositories, sandbox, { maxResults: 2 });
    const second = await call(describeRepositories, sandbox, { maxResults: 2, nextToken: first.nextToken });
    const names = [first, second].map((page) => page.repositories?.map((one) => one.repositoryName));
    expect(names).toEqual([['aa', 'bb'], ['cc']]);
    expect(second.nextToken).toBeUndefined();
  });
});

describe('GetAuthorizationToken', () => {
  const passwordOf = (token: string | undefined): string => {
    const [user, password = ''] = Buffer.from(token ?? '', 'base64')
      .toString()
      .split(':');
    expect(user).toBe('AWS');
    return password;
  };

  test('gives a password that is good for 12 hours', async () => {
    const sandbox = testSandbox();
    const { authorizationData: [data] = [] } = await call(getAuthorizationToken, sandbox, {});
    const password = passwordOf(data?.authorizationToken);
    expect(data?.expiresAt).toEqual(new Date(sandbox.clock.now() + 12 * HOUR));
    expect(checkPassword(sandbox, password)).toBe('good');
    sandbox.clock.advance(12 * HOUR - 1);
    expect(checkPassword(sandbox, password)).toBe('good');
    sandbox.clock.advance(1);
    expect(checkPassword(sandbox, password)).toBe('expired');
    expect(checkPassword(sandbox, `${password}x`)).toBe('wrong');
    expect(checkPassword(testSandbox(), password)).toBe('wrong');
  });

  test('a second one leaves the first one good', async () => {
    const sandbox = testSandbox();
    const answers = [await call(getAuthorizationToken, sandbox, {}), await call(getAuthorizationToken, sandbox, {})];
    const passwords = answers.map(({ authorizationData }) => passwordOf(authorizationData?.[0]?.authorizationToken));
    expect(new Set(passwords).size).toBe(2);
    expect(passwords.map((password) => checkPassword(sandbox, password))).toEqual(['good', 'good']);
  });

  test.each([
    ['no registry', null, `https://${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com`],
    ['a registry', link, 'http://127.0.0.1:5001'],
  ])('names the endpoint with %s', async (_case, registry, endpoint) => {
    const sandbox = testSandbox();
    linkRegistry(sandbox.world, registry);
    const { authorizationData } = await call(getAuthorizationToken, sandbox, {});
    expect(authorizationData?.map((data) => data.proxyEndpoint)).toEqual([endpoint]);
  });
});
