import { describe, expect, test } from '@jest/globals';
import { awsCommand, oneLine } from '../../src/target/command.ts';
import { faultOf, faultsOf } from '../../src/target/faults.ts';
import { statementFor } from '../../src/target/permissions.ts';
import { nameOf, placeOf, targetGroupName } from '../../src/target/place.ts';
import { BLUE, failure, service } from './fake-aws.ts';

const place = placeOf('eu-west-1', 'shop', 'web', service());
const AT = 'eu-west-1:123456789012';

describe('statementFor', () => {
  test.each([
    ['ecs', 'DescribeServices', 'shop/web', `arn:aws:ecs:${AT}:service/shop/web`],
    ['ecs', 'DescribeTaskDefinition', 'web:1', '*'],
    ['ecs', 'DescribeTasks', 'shop/web', `arn:aws:ecs:${AT}:task/shop/*`],
    ['codedeploy', 'CreateDeployment', 'a/g', `arn:aws:codedeploy:${AT}:deploymentgroup:a/g`],
    ['codedeploy', 'GetDeployment', 'd-1', `arn:aws:codedeploy:${AT}:deploymentgroup:*`],
    ['codedeploy', 'GetDeploymentConfig', 'mine', `arn:aws:codedeploy:${AT}:deploymentconfig:mine`],
    ['ecr', 'DescribeImages', 'team/web@sha256:0', `arn:aws:ecr:${AT}:repository/team/web`],
    ['ecr', 'DescribeImages', 'team/web:1', `arn:aws:ecr:${AT}:repository/team/web`],
    ['ecr', 'GetAuthorizationToken', 'x', '*'],
    ['elasticloadbalancing', 'DescribeRules', 'arn', '*'],
  ])('%s:%s', (of, operation, on, resource) => {
    const statement: unknown = JSON.parse(statementFor({ service: of, operation, on }, place));
    expect(statement).toEqual({ Effect: 'Allow', Action: `${of}:${operation}`, Resource: resource });
  });

  test('a known group narrows what CodeDeploy checks against it', () => {
    const call = { service: 'codedeploy', operation: 'GetDeployment', on: 'd-1' };
    expect(statementFor(call, place, 'a$&/g')).toContain(`arn:aws:codedeploy:${AT}:deploymentgroup:a$&/g`);
  });

  test('other partitions, and an account that is not known', () => {
    const china = placeOf('cn-north-1', 'shop', 'web');
    const call = { service: 'ecs', operation: 'DescribeServices', on: 'shop/web' };
    expect(statementFor(call, china)).toContain('arn:aws-cn:ecs:cn-north-1:*:service/shop/web');
  });
});

describe('faultOf', () => {
  const user = 'User: arn:aws:sts::210987654321:assumed-role/ci/x is not authorized to perform: ecs:DescribeServices';

  test('a denial tells the account that nothing else has told', () => {
    const unknown = placeOf('eu-west-1', 'shop', 'web');
    const fault = faultOf(failure('ecs', 'DescribeServices', 'shop/web', 'AccessDeniedException', user), unknown);
    expect(fault.repair).toContain('arn:aws:ecs:eu-west-1:210987654321:service/shop/web');
  });

  test('an explicit deny is not mended by an Allow', () => {
    const message = `${user} with an explicit deny in a service control policy`;
    const fault = faultOf(failure('ecs', 'DescribeServices', 'shop/web', 'AccessDeniedException', message), place);
    expect(fault.repair).toContain('that one must be lifted too');
  });

  test('a repository of another account and region is named as such', () => {
    const owner = { account: '210987654321', region: 'us-east-1' };
    const statement = statementFor({ service: 'ecr', operation: 'PutImage', on: 'web:v1', owner }, place);
    expect(statement).toContain('arn:aws:ecr:us-east-1:210987654321:repository/web');
  });

  test('foreign text stays on one line', () => {
    const hostile = failure(
      'ecs',
      'DescribeServices',
      'a\n::error::b',
      'ThrottlingException',
      'slow\r\n::add-mask::x\u001b[0m',
    );
    const fault = faultOf(hostile, place);
    expect(fault).toMatchObject({
      tried: 'read the service',
      repair: expect.stringContaining('max-retries') as unknown,
    });
    expect(`${fault.on}|${fault.why}`).toBe('a ::error::b in eu-west-1|ThrottlingException: slow ::add-mask::x [0m');
  });

  test('a file that may not be read', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), {
      code: 'EACCES',
      syscall: 'open',
      path: '/w/a.yml',
    });
    expect(faultOf(error, place)).toMatchObject({
      tried: 'read a file',
      on: '/w/a.yml',
      why: 'EACCES: permission denied',
    });
  });

  test('what is no refusal is thrown', () => {
    expect(() => faultsOf([new RangeError('bug')], place)).toThrow(RangeError);
  });
});

describe('names', () => {
  test.each([
    ['shop', 'shop'],
    ['arn:aws:ecs:eu-west-1:123456789012:cluster/shop', 'shop'],
    ['arn:aws:ecs:eu-west-1:123456789012:service/shop/web', 'web'],
    ['arn:aws:ecs:eu-west-1:123456789012:service/web', 'web'],
  ])('%s', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  test('a target group’s', () => {
    expect([targetGroupName(BLUE), targetGroupName('odd')]).toEqual(['web-blue', 'odd']);
  });

  test('commands quote what a shell would read', () => {
    expect(awsCommand(place, 'ecs', 'x', "a'b; rm")).toBe("aws ecs x 'a'\\''b; rm' --region eu-west-1");
  });

  test('oneLine cuts', () => {
    expect(oneLine('abc def', 5)).toBe('abc …');
  });
});
