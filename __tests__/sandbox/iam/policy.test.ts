import { describe, expect, test } from '@jest/globals';
import { contextFrom } from '../../../sandbox/iam/decide.ts';
import { evaluate } from '../../../sandbox/iam/evaluate.ts';
import { readPolicy } from '../../../sandbox/iam/policy.ts';

const allow = { Effect: 'Allow', Action: 'ecs:*', Resource: '*' };
const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'codedeploy.amazonaws.com' } };

describe('documents that IAM refuses', () => {
  test.each<readonly [string, unknown, string]>([
    ['text', 'policy', 'must be a JSON object'],
    ['a list', [], 'must be a JSON object'],
    ['null', null, 'must be a JSON object'],
    ['an unknown version', { Version: '2020-01-01', Statement: [allow] }, 'valid version'],
    ['an unknown element', { Statements: [allow] }, 'Statements'],
    ['no statement', { Version: '2012-10-17', Statement: [] }, 'statements'],
    ['no Statement at all', { Version: '2012-10-17' }, 'must be a JSON object'],
    ['too many', { Statement: Array.from({ length: 501 }, () => allow) }, '1 to 500'],
    ['another effect', { Statement: { ...allow, Effect: 'allow' } }, 'Effect'],
    ['no action', { Statement: { Effect: 'Allow', Resource: '*' } }, 'Action or NotAction'],
    ['both actions', { Statement: { ...allow, NotAction: 'a:b' } }, 'Action or NotAction'],
    ['no resource', { Statement: { Effect: 'Allow', Action: '*' } }, 'Resource or NotResource'],
    ['an empty list', { Statement: { ...allow, Resource: [] } }, 'Resource'],
    ['a number for an action', { Statement: { ...allow, Action: [1] } }, 'Action'],
    ['a principal', { Statement: { ...allow, Principal: '*' } }, 'should not specify a principal'],
    ['a misspelt member', { Statement: { ...allow, Resources: '*' } }, 'Resources'],
    ['an unknown operator', { Statement: { ...allow, Condition: { StringIs: { a: 'b' } } } }, 'StringIs'],
    ['a condition of text', { Statement: { ...allow, Condition: 'x' } }, 'Condition'],
    ['a key of a structure', { Statement: { ...allow, Condition: { Bool: { a: {} } } } }, 'values'],
  ])('%s', (_name, document, part) => {
    expect(() => readPolicy(document, 'identity')).toThrow(part);
  });

  test.each<readonly [string, unknown, string]>([
    ['a resource', { ...trust, Resource: '*' }, 'prohibited field Resource'],
    ['no principal', { Effect: 'Allow', Action: 'sts:AssumeRole' }, 'Principal'],
    ['an unknown kind of principal', { ...trust, Principal: { User: 'x' } }, 'User'],
    ['a principal of text', { ...trust, Principal: 'codedeploy.amazonaws.com' }, 'Principal'],
  ])('of trust: %s', (_name, statement, part) => {
    expect(() => readPolicy({ Statement: [statement] }, 'trust')).toThrow(part);
  });

  test('a name of an object is no name of an element', () => {
    const document: unknown = JSON.parse('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","__proto__":{}}}');
    expect(() => readPolicy(document, 'identity')).toThrow('__proto__');
    expect(() => readPolicy({ Statement: { ...allow, Condition: { constructor: {} } } }, 'identity')).toThrow(
      'constructor',
    );
  });
});

test('hostile patterns take no longer than their lengths allow', () => {
  const stars = `${'*a'.repeat(5_000)}b`;
  const long = 'a'.repeat(10_000);
  const document = {
    Version: '2012-10-17',
    Statement: { ...allow, Resource: [stars, `arn:aws:s3:::${stars}`], Condition: { StringLike: { k: [stars] } } },
  };
  const policy = readPolicy(document, 'identity');
  const started = performance.now();
  const asked = { action: 'ecs:x', resource: `arn:aws:s3:::${long}`, context: contextFrom({ k: long }) };
  expect(evaluate([policy], asked)).toBe('silent');
  expect(
    evaluate([readPolicy({ ...document, Statement: { ...allow, Resource: '${'.repeat(5_000) } }, 'identity')], asked),
  ).toBe('silent');
  expect(performance.now() - started).toBeLessThan(5_000);
});
