import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_KEPT, maskBody } from '../../../sandbox/control/mask.ts';

const json = (value: unknown): unknown => JSON.parse(maskBody(JSON.stringify(value)));

describe('JSON', () => {
  test.each<[string, unknown, unknown]>([
    ['a password', { password: 'a', user: 'b' }, { password: '***', user: 'b' }],
    [
      'whatever its case',
      { DBPassword: 1, API_KEY: 'k', 'x-api-key': 'k' },
      { DBPassword: '***', API_KEY: '***', 'x-api-key': '***' },
    ],
    [
      "ECR's token",
      { authorizationData: [{ authorizationToken: 'QVdTOg==', proxyEndpoint: 'http://x' }] },
      { authorizationData: [{ authorizationToken: '***', proxyEndpoint: 'http://x' }] },
    ],
    ['a page token is none', { nextToken: 'abc' }, { nextToken: 'abc' }],
    ['an absent one', { token: null }, { token: null }],
    [
      'the environment of a container, names kept',
      { containerDefinitions: [{ name: 'app', environment: [{ name: 'A', value: 'secret' }] }] },
      { containerDefinitions: [{ name: 'app', environment: [{ name: 'A', value: '***' }] }] },
    ],
    [
      'an environment as a map',
      { environment: { variables: { A: 'x' } } },
      { environment: { variables: { A: '***' } } },
    ],
    [
      'secrets: ARNs stay',
      {
        secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:x' }],
        repositoryCredentials: { credentialsParameter: 'arn:x' },
      },
      {
        secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:x' }],
        repositoryCredentials: { credentialsParameter: 'arn:x' },
      },
    ],
    ['a pair by its name', { tags: [{ key: 'password', value: 'a' }] }, { tags: [{ key: 'password', value: '***' }] }],
    [
      'build arguments',
      { 'build-args': ['A=b'], buildArgs: { A: 'b' } },
      { 'build-args': ['***'], buildArgs: { A: '***' } },
    ],
    [
      'JSON in a text',
      { content: JSON.stringify({ password: 'a', b: 1 }) },
      { content: JSON.stringify({ password: '***', b: 1 }) },
    ],
    [
      'members of special names',
      JSON.parse('{"__proto__":{"password":"a"}}'),
      JSON.parse('{"__proto__":{"password":"***"}}'),
    ],
    ['what is no secret', { clusters: ['a'], n: 1, t: true }, { clusters: ['a'], n: 1, t: true }],
  ])('%s', (_name, value, masked) => {
    expect(json(value)).toEqual(masked);
  });

  test('deep nesting is cut', () => {
    const deep = `${'['.repeat(50_000)}"password"${']'.repeat(50_000)}`;
    expect(maskBody(deep)).toContain('…');
  });

  test('what a secret member holds never gets through, wherever it stands', () => {
    const secret = 'S3CR3T';
    const name = fc.constantFrom('password', 'Token', 'clientSecret', 'authorizationToken', 'environment', 'buildArgs');
    const around = fc.array(
      fc.oneof(
        fc.string().filter((text) => !/^\s*[[{]/.test(text)),
        fc.constant(0),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(name, around, fc.boolean(), (member, path, list) => {
        const held: unknown = { [member]: list ? [secret, { x: secret }] : { y: secret } };
        const body = path.reduce<unknown>((inner, step) => (step === 0 ? [inner] : { [step]: inner }), held);
        expect(maskBody(JSON.stringify(body))).not.toContain(secret);
      }),
    );
  });
});

test.each([
  ['parameters by name', 'Action=X&Password=a&Name=b', 'Action=X&Password=***&Name=b'],
  [
    'pairs of parameters',
    'A.member.1.Key=token&A.member.1.Value=x&A.member.2.Key=k&A.member.2.Value=y',
    'A.member.1.Key=token&A.member.1.Value=***&A.member.2.Key=k&A.member.2.Value=y',
  ],
  [
    "values of a template's parameters, as any may be NoEcho",
    'Parameters.member.1.ParameterKey=Db&Parameters.member.1.ParameterValue=x&Parameters.member.2.UsePreviousValue=true',
    'Parameters.member.1.ParameterKey=Db&Parameters.member.1.ParameterValue=***&Parameters.member.2.UsePreviousValue=true',
  ],
  [
    'the environment',
    'Environment.member.1.Name=A&Environment.member.1.Value=x',
    'Environment.member.1.Name=A&Environment.member.1.Value=***',
  ],
  [
    'a signed URL',
    'X-Amz-Signature=abc&X-Amz-Credential=def&Action=X',
    'X-Amz-Signature=***&X-Amz-Credential=***&Action=X',
  ],
  ['XML elements', '<A><SessionToken>x</SessionToken><B>y</B></A>', '<A><SessionToken>***</SessionToken><B>y</B></A>'],
  ['XML pairs', '<m><Key>password</Key><Value>x</Value></m>', '<m><Key>password</Key><Value>***</Value></m>'],
  ['an XML page token', '<NextToken>x</NextToken>', '<NextToken>x</NextToken>'],
  ['nothing', '', ''],
])('%s', (_name, body, masked) => {
  expect(maskBody(body)).toBe(masked);
});

test.each([
  ['half of JSON', '{"password": "a'],
  ['a text', 'my password is a'],
  ['bytes', '\u0000\u0001password'],
])('%s is not kept', (_name, body) => {
  expect(maskBody(body)).toBe(`(${body.length} characters that are neither JSON nor XML nor parameters)`);
});

test('a large body is not kept', () => {
  const body = JSON.stringify({ a: 'x'.repeat(LARGEST_KEPT) });
  expect(maskBody(body)).toBe(`(${body.length} characters: too many to be kept)`);
});
