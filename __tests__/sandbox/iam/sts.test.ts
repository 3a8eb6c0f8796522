import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STS } from '@aws-sdk/client-sts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { type Account, clientConfig, startAccount } from '../account.ts';
import { allow, GITHUB, keysOf, policy, putGithub, putRole, token, trustAccount } from './roles.ts';

const ISSUER = `https://${GITHUB}`;
const SUBJECT = 'repo:acme@1/shop@2:environment:production';
const DEPLOY = 'arn:aws:iam::123456789012:role/deploy-role';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
  const { world } = account.sandbox;
  const Federated = putGithub(world);
  const trust = policy({
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated },
    Condition: {
      StringEquals: {
        [`${GITHUB}:aud`]: 'sts.amazonaws.com',
        [`${GITHUB}:sub`]: SUBJECT,
        [`${GITHUB}:repository_id`]: '2',
      },
    },
  });
  putRole(world, 'deploy-role', trust, [allow('ecs:*')], { id: 'AROADEPLOYROLE1234567' });
  putRole(world, 'chained', trustAccount(), [allow('sts:AssumeRole')], { maxSessionSeconds: 7_200 });
  putRole(world, 'powerless', trustAccount(), []);
});
afterAll(() => account.close());

const claims = (changed: JsonObject = {}): JsonObject => ({
  iss: ISSUER,
  aud: 'sts.amazonaws.com',
  sub: SUBJECT,
  repository_id: '2',
  exp: Math.floor(account.clock.now() / 1_000) + 300,
  ...changed,
});

/** Without keys of its own: the token stands for the caller. */
const byToken = (changed: JsonObject = {}, more: object = {}, text?: string) =>
  new STS({
    ...clientConfig(account.url),
    credentials: { accessKeyId: '', secretAccessKey: '' },
  }).assumeRoleWithWebIdentity({
    RoleArn: DEPLOY,
    RoleSessionName: 'run-1',
    WebIdentityToken: text ?? token(claims(changed)),
    ...more,
  });

describe('AssumeRoleWithWebIdentity', () => {
  test('a token that the trust policy takes becomes the role', async () => {
    const answer = await byToken();
    expect(answer).toMatchObject({
      AssumedRoleUser: {
        Arn: 'arn:aws:sts::123456789012:assumed-role/deploy-role/run-1',
        AssumedRoleId: 'AROADEPLOYROLE1234567:run-1',
      },
      SubjectFromWebIdentityToken: SUBJECT,
      Audience: 'sts.amazonaws.com',
      Provider: `arn:aws:iam::123456789012:oidc-provider/${GITHUB}`,
    });
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(answer.Credentials?.SecretAccessKey).toHaveLength(40);
    expect(answer.Credentials?.Expiration?.getTime()).toBe(account.clock.now() + 3_600_000);
    const sts = new STS({ ...clientConfig(account.url), credentials: keysOf(answer.Credentials) });
    expect(await sts.getCallerIdentity({})).toMatchObject({
      Arn: 'arn:aws:sts::123456789012:assumed-role/deploy-role/run-1',
      UserId: 'AROADEPLOYROLE1234567:run-1',
    });
  });

  test.each<readonly [string, JsonObject, string]>([
    ['another subject', { sub: 'repo:acme@1/shop@2:ref:refs/heads/main' }, 'AccessDenied'],
    ['the classic form of the subject', { sub: 'repo:acme/shop:environment:production' }, 'AccessDenied'],
    ['another repository of that name', { repository_id: '3' }, 'AccessDenied'],
    ['no repository id', { repository_id: null }, 'AccessDenied'],
    ['an audience that the provider does not know', { aud: 'https://github.com/acme' }, 'InvalidIdentityToken'],
    ['another issuer', { iss: 'https://oidc.example.com' }, 'InvalidIdentityToken'],
    ['no subject', { sub: null }, 'InvalidIdentityToken'],
    ['no end', { exp: null }, 'InvalidIdentityToken'],
    ['an end in the past', { exp: 1_767_225_600 }, 'ExpiredTokenException'],
  ])('refused: %s', async (_name, changed, name) => {
    await expect(byToken(changed)).rejects.toMatchObject({ name: expect.stringMatching(new RegExp(`^${name}`)) });
  });

  test('in the words of STS', async () => {
    await expect(byToken({ sub: 'x' })).rejects.toThrow('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    await expect(byToken({ iss: 'https://oidc.example.com' })).rejects.toThrow(
      'No OpenIDConnect provider found in your account for https://oidc.example.com',
    );
    await expect(byToken({ aud: 'x' })).rejects.toThrow('Incorrect token audience');
    await expect(byToken({ exp: 1 })).rejects.toThrow(/^Token expired: current date\/time \d+ must be before/);
  });

  test.each([
    ['no token', 'text'],
    ['no JSON', 'a.b.c'],
    ['a list', `${Buffer.from('[]').toString('base64url')}.${Buffer.from('[]').toString('base64url')}.x`],
    ['a token of many parts', `${token({})}.x.y`],
    ['one too long', token({ pad: 'x'.repeat(20_000) })],
  ])('refused as no JWT: %s', async (_name, text) => {
    await expect(byToken({}, {}, text)).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: expect.stringContaining('not a valid JWT'),
    });
  });

  test('a role that is not there is refused as one that does not trust', async () => {
    const RoleArn = 'arn:aws:iam::123456789012:role/none';
    await expect(byToken({}, { RoleArn })).rejects.toThrow('Not authorized to perform sts:AssumeRoleWithWebIdentity');
  });

  test.each<readonly [string, object, string]>([
    ['too short', { DurationSeconds: 899 }, 'greater than or equal to 900'],
    ['longer than the role allows', { DurationSeconds: 3_601 }, 'exceeds the MaxSessionDuration'],
    ['a session name that cannot be', { RoleSessionName: 'a b' }, 'roleSessionName'],
    ['a policy that is none', { Policy: '{' }, 'invalid Json'],
    ['a policy of nothing', { Policy: '{}' }, 'must be a JSON object'],
    ['policies by ARN', { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] }, 'PolicyArns'],
    ['an OAuth provider', { ProviderId: 'www.amazon.com' }, 'ProviderId'],
  ])('refused: %s', async (_name, more, part) => {
    await expect(byToken({}, more)).rejects.toThrow(part);
  });
});

describe('AssumeRole', () => {
  const assume = (RoleArn: string, sts: STS = account.sts, more: object = {}) =>
    sts.assumeRole({ RoleArn, RoleSessionName: 'me', ...more });
  const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
  const as = async (name: string): Promise<STS> =>
    new STS({ ...clientConfig(account.url), credentials: keysOf((await assume(role(name))).Credentials) });

  test('the administrator becomes a role that trusts the account', async () => {
    expect(await assume(role('chained'))).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/chained/me' },
    });
  });

  test('but none that trusts a provider alone', async () => {
    await expect(assume(DEPLOY)).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/deploy/session is not authorized to perform: sts:AssumeRole ' +
        `on resource: ${DEPLOY}`,
    });
  });

  test("from role to role: trust of the account leaves it to the caller's own policies", async () => {
    expect(await assume(role('powerless'), await as('chained'))).toMatchObject({ AssumedRoleUser: {} });
    await expect(assume(role('chained'), await as('powerless'))).rejects.toThrow(
      `assumed-role/powerless/me is not authorized to perform: sts:AssumeRole on resource: ${role('chained')} ` +
        'because no identity-based policy allows the sts:AssumeRole action',
    );
  });

  test('from role to role: a trust that names the caller needs no policy of it, but bears none that denies', async () => {
    const { world } = account.sandbox;
    const trust = policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: role('powerless') } });
    putRole(world, 'named', trust, []);
    expect(await assume(role('named'), await as('powerless'))).toMatchObject({ AssumedRoleUser: {} });
    const denied = { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: role('named') };
    const powerless = world.iam.roles.get(role('powerless'));
    if (powerless) powerless.policies = new Map([['deny', policy(denied)]]);
    await expect(assume(role('named'), await as('powerless'))).rejects.toThrow(
      'with an explicit deny in an identity-based policy',
    );
    if (powerless) powerless.policies = new Map();
  });

  test('a chain of roles lasts an hour at most', async () => {
    const long = { DurationSeconds: 7_200 };
    expect(await assume(role('chained'), account.sts, long)).toMatchObject({ AssumedRoleUser: {} });
    await expect(assume(role('chained'), await as('chained'), long)).rejects.toThrow('1 hour session limit');
  });
});

test('a session ends by the time of the sandbox', async () => {
  const { Credentials } = await byToken();
  const client = { ...clientConfig(account.url), credentials: keysOf(Credentials) };
  account.clock.advance(3_599_999);
  await new STS(client).getCallerIdentity({});
  account.clock.advance(1);
  await expect(new STS(client).getCallerIdentity({})).rejects.toMatchObject({
    name: 'ExpiredToken',
    message: 'The security token included in the request is expired',
  });
});
