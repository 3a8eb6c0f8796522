import { describe, expect, test } from '@jest/globals';
import { contextFrom } from '../../../sandbox/iam/decide.ts';
import { evaluate } from '../../../sandbox/iam/evaluate.ts';
import { readPolicy } from '../../../sandbox/iam/policy.ts';

const SERVICE = 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web';

type Written = Readonly<Record<string, unknown>>;
type Keys = Parameters<typeof contextFrom>[0];

interface Question {
  readonly action?: string;
  readonly resource?: string;
  readonly keys?: Keys;
  readonly version?: string;
}

/** What a policy of these statements, each an Allow for everything where it says nothing, says to the question. */
function verdict(written: Written | readonly Written[], question: Question = {}): string {
  const { action = 'ecs:DescribeServices', resource = SERVICE, keys = {}, version = '2012-10-17' } = question;
  const statements = (Array.isArray(written) ? (written as readonly Written[]) : [written as Written]).map((each) => ({
    Effect: 'Allow',
    ...(each['NotAction'] === undefined && { Action: '*' }),
    ...(each['NotResource'] === undefined && { Resource: '*' }),
    ...each,
  }));
  const policy = readPolicy({ Version: version, Statement: statements }, 'identity');
  return evaluate([policy], { action, resource, context: contextFrom(keys) });
}

describe('actions', () => {
  test.each<readonly [string, Written, string]>([
    ['the action itself', { Action: 'ecs:DescribeServices' }, 'allowed'],
    ['in any case', { Action: 'ECS:describeservices' }, 'allowed'],
    ['a star', { Action: 'ecs:Describe*' }, 'allowed'],
    ['a question mark', { Action: 'ecs:DescribeService?' }, 'allowed'],
    ['a list', { Action: ['ecr:*', 'ecs:DescribeServices'] }, 'allowed'],
    ['another one', { Action: 'ecs:DescribeTasks' }, 'silent'],
    ['a part of it', { Action: 'ecs:Describe' }, 'silent'],
    ['NotAction of another', { NotAction: 'ecs:DescribeTasks' }, 'allowed'],
    ['NotAction of it', { NotAction: ['iam:*', 'ecs:*'] }, 'silent'],
    ['a variable, which actions do not have', { Action: 'ecs:${aws:userid}' }, 'silent'],
  ])('%s', (_name, statement, expected) => {
    expect(verdict(statement)).toBe(expected);
  });
});

describe('resources', () => {
  test.each<readonly [string, Written, string]>([
    ['the ARN itself', { Resource: SERVICE }, 'allowed'],
    ['another case', { Resource: SERVICE.toUpperCase() }, 'silent'],
    ['a star in the last field', { Resource: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/*' }, 'allowed'],
    ['stars in fields', { Resource: 'arn:*:ecs:*:*:service/*' }, 'allowed'],
    ['a star does not span fields', { Resource: 'arn:aws:ecs:*:service/shop/web' }, 'silent'],
    ['another cluster', { Resource: 'arn:aws:ecs:eu-west-1:123456789012:service/other/*' }, 'silent'],
    ['NotResource of another', { NotResource: 'arn:aws:ecs:*:*:cluster/*' }, 'allowed'],
    ['NotResource of it', { NotResource: [SERVICE] }, 'silent'],
    ['a variable', { Resource: 'arn:aws:ecs:eu-west-1:${aws:PrincipalAccount}:service/shop/web' }, 'allowed'],
    ['a variable without a value', { Resource: 'arn:aws:ecs:eu-west-1:${aws:Nothing}:service/shop/web' }, 'silent'],
    [
      'a variable with a default',
      { Resource: "arn:aws:ecs:eu-west-1:123456789012:service/${aws:Nothing, 'shop'}/web" },
      'allowed',
    ],
    ['a star as text', { Resource: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/${*}' }, 'silent'],
  ])('%s', (_name, statement, expected) => {
    expect(verdict(statement, { keys: { 'aws:PrincipalAccount': '123456789012' } })).toBe(expected);
  });

  test('a request about no resource in particular is allowed by * alone', () => {
    expect(verdict({ Resource: 'arn:aws:ecs:*:*:*' }, { resource: '*' })).toBe('silent');
    expect(verdict({ Resource: '*' }, { resource: '*' })).toBe('allowed');
  });

  test('what a variable yields is text, wildcards in it do not count', () => {
    const statement = { Resource: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/${aws:PrincipalTag/name}' };
    expect(verdict(statement, { keys: { 'aws:PrincipalTag/name': '*' } })).toBe('silent');
    expect(verdict(statement, { keys: { 'aws:principaltag/NAME': 'web' } })).toBe('allowed');
  });

  test('before version 2012-10-17 a variable is text', () => {
    const statement = { Resource: 'arn:aws:ecs:eu-west-1:${aws:PrincipalAccount}:service/shop/web' };
    const keys = { 'aws:PrincipalAccount': '123456789012' };
    expect(verdict(statement, { keys, version: '2008-10-17' })).toBe('silent');
  });
});

describe('effects', () => {
  test('no statement, no right', () => {
    expect(evaluate([], { action: 'ecs:DescribeServices', resource: '*', context: new Map() })).toBe('silent');
  });

  test.each<readonly [string, readonly Written[]]>([
    ['after the Allow', [{}, { Effect: 'Deny', Action: 'ecs:*' }]],
    ['before the Allow', [{ Effect: 'Deny', Action: 'ecs:*' }, {}]],
  ])('an explicit Deny wins %s', (_name, statements) => {
    expect(verdict(statements)).toBe('denied');
  });

  test('a Deny for something else does not', () => {
    expect(verdict([{}, { Effect: 'Deny', Action: 'iam:*' }])).toBe('allowed');
  });
});

describe('conditions', () => {
  const CLUSTER = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop';
  const keys: Keys = {
    'ecs:cluster': CLUSTER,
    'ecs:CreateAction': 'RunTask',
    'aws:MultiFactorAuthPresent': 'false',
    'x:number': '10',
    'x:several': ['a', 'b'],
    'aws:SourceIp': '10.1.2.3',
    'aws:CurrentTime': '2026-01-01T00:00:00Z',
  };

  test.each<readonly [string, Written, 'allowed' | 'silent']>([
    ['StringEquals', { StringEquals: { 'ecs:CreateAction': 'RunTask' } }, 'allowed'],
    [
      'StringEquals of one of several',
      { StringEquals: { 'ecs:CreateAction': ['CreateService', 'RunTask'] } },
      'allowed',
    ],
    ['StringEquals minds the case', { StringEquals: { 'ecs:CreateAction': 'runtask' } }, 'silent'],
    ['StringEquals knows no wildcards', { StringEquals: { 'ecs:CreateAction': 'Run*' } }, 'silent'],
    ['StringEquals without a value', { StringEquals: { 'x:none': 'a' } }, 'silent'],
    ['keys in any case', { StringEquals: { 'ECS:createaction': 'RunTask' } }, 'allowed'],
    ['operators in any case', { stringequals: { 'ecs:CreateAction': 'RunTask' } }, 'allowed'],
    ['StringEqualsIgnoreCase', { StringEqualsIgnoreCase: { 'ecs:CreateAction': 'runtask' } }, 'allowed'],
    ['StringNotEquals', { StringNotEquals: { 'ecs:CreateAction': 'CreateService' } }, 'allowed'],
    ['StringNotEquals of several', { StringNotEquals: { 'ecs:CreateAction': ['RunTask', 'b'] } }, 'silent'],
    ['StringNotEquals without a value', { StringNotEquals: { 'x:none': 'a' } }, 'allowed'],
    ['StringLike', { StringLike: { 'ecs:CreateAction': 'R?n*' } }, 'allowed'],
    ['StringNotLike', { StringNotLike: { 'ecs:CreateAction': 'Run*' } }, 'silent'],
    ['ArnEquals', { ArnEquals: { 'ecs:cluster': CLUSTER } }, 'allowed'],
    ['ArnEquals with wildcards', { ArnEquals: { 'ecs:cluster': 'arn:aws:ecs:*:*:cluster/shop' } }, 'allowed'],
    ['ArnLike of another', { ArnLike: { 'ecs:cluster': 'arn:aws:ecs:*:*:cluster/other' } }, 'silent'],
    ['ArnNotEquals', { ArnNotEquals: { 'ecs:cluster': CLUSTER } }, 'silent'],
    ['Bool', { Bool: { 'aws:MultiFactorAuthPresent': false } }, 'allowed'],
    ['Bool, other', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'silent'],
    ['Bool without a value', { Bool: { 'aws:SecureTransport': 'false' } }, 'silent'],
    ['NumericLessThan', { NumericLessThan: { 'x:number': 10.5 } }, 'allowed'],
    ['NumericLessThan of itself', { NumericLessThan: { 'x:number': '10' } }, 'silent'],
    ['NumericGreaterThanEquals', { NumericGreaterThanEquals: { 'x:number': '10' } }, 'allowed'],
    ['NumericEquals of no number', { NumericEquals: { 'ecs:CreateAction': '' } }, 'silent'],
    ['DateGreaterThan', { DateGreaterThan: { 'aws:CurrentTime': '2025-12-31T23:59:59Z' } }, 'allowed'],
    ['DateLessThan in seconds', { DateLessThan: { 'aws:CurrentTime': '1767225600' } }, 'silent'],
    ['IpAddress', { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '10.0.0.0/8'] } }, 'allowed'],
    ['NotIpAddress', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, 'silent'],
    ['IpAddress that is none', { IpAddress: { 'aws:SourceIp': '10.0.0.0/99' } }, 'silent'],
    ['Null of an absent key', { Null: { 'x:none': 'true' } }, 'allowed'],
    ['Null of a present key', { Null: { 'x:number': true } }, 'silent'],
    ['not Null', { Null: { 'x:number': 'false' } }, 'allowed'],
    ['IfExists without a value', { StringEqualsIfExists: { 'x:none': 'a' } }, 'allowed'],
    ['IfExists with another value', { StringEqualsIfExists: { 'ecs:CreateAction': 'a' } }, 'silent'],
    ['ForAllValues', { 'ForAllValues:StringEquals': { 'x:several': ['a', 'b', 'c'] } }, 'allowed'],
    ['ForAllValues, one too many', { 'ForAllValues:StringEquals': { 'x:several': ['a'] } }, 'silent'],
    ['ForAllValues without a value', { 'ForAllValues:StringEquals': { 'x:none': ['a'] } }, 'allowed'],
    ['ForAnyValue', { 'ForAnyValue:StringEquals': { 'x:several': ['b'] } }, 'allowed'],
    ['ForAnyValue, none', { 'ForAnyValue:StringEquals': { 'x:several': ['c'] } }, 'silent'],
    ['ForAnyValue without a value', { 'ForAnyValue:StringNotEquals': { 'x:none': 'a' } }, 'silent'],
    ['two keys, both', { StringEquals: { 'ecs:CreateAction': 'RunTask', 'x:number': '10' } }, 'allowed'],
    ['two keys, one', { StringEquals: { 'ecs:CreateAction': 'RunTask', 'x:number': '11' } }, 'silent'],
    ['two operators, one', { Null: { 'x:none': 'true' }, StringEquals: { 'x:number': '1' } }, 'silent'],
    ['a variable', { StringEquals: { 'x:number': '${x:number}' } }, 'allowed'],
  ])('%s', (_name, condition, expected) => {
    expect(verdict({ Condition: condition }, { keys })).toBe(expected);
  });
});
