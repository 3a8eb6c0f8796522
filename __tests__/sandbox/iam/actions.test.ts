import { describe, expect, test } from '@jest/globals';
import { actions, asked } from '../../../sandbox/iam/actions/index.ts';
import { operations } from '../../../sandbox/operations/operations.ts';
import { services } from '../../../sandbox/protocol/services.ts';
import { defaultSettings } from '../../../sandbox/settings.ts';
import { createWorld } from '../../../sandbox/world/world.ts';

const world = createWorld({ account: '123456789012', region: 'eu-west-1' });
const where = { world, settings: defaultSettings };

describe('every emulated operation says what it asks IAM for', () => {
  test.each(services)('$name', ({ name }) => {
    expect(Object.keys(actions[name]).sort()).toEqual(Object.keys(operations[name]).sort());
  });

  test('and asks it of hostile input without a fault', () => {
    for (const service of services) {
      for (const operation of Object.keys(operations[service.name])) {
        for (const each of asked({ service, operation }, {}, where)) {
          expect(each.action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z]+$/);
          expect(each.resource).toMatch(/^(\*|arn:aws:.*)$/);
        }
      }
    }
  });
});

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';
const DEPLOY = 'arn:aws:codedeploy:eu-west-1:123456789012';
const ROLE = 'arn:aws:iam::123456789012:role/task';
const cluster = { 'ecs:cluster': `${ARN}:cluster/shop` };

type Case = readonly [service: string, operation: string, input: unknown, questions: readonly (readonly unknown[])[]];

describe('what they ask', () => {
  test.each<Case>([
    [
      'ecs',
      'DescribeServices',
      { cluster: 'shop', services: ['web', `${ARN}:service/shop/api`] },
      [
        ['ecs:DescribeServices', `${ARN}:service/shop/web`, cluster],
        ['ecs:DescribeServices', `${ARN}:service/shop/api`, cluster],
      ],
    ],
    ['ecs', 'ListTasks', { cluster: 'shop' }, [['ecs:ListTasks', `${ARN}:container-instance/shop/*`, cluster]]],
    ['ecs', 'DescribeTaskDefinition', { taskDefinition: 'web' }, [['ecs:DescribeTaskDefinition', '*']]],
    [
      'ecs',
      'RegisterTaskDefinition',
      { family: 'web', taskRoleArn: ROLE, executionRoleArn: ROLE, tags: [{ key: 'a', value: 'b' }] },
      [
        [
          'ecs:RegisterTaskDefinition',
          `${ARN}:task-definition/web:*`,
          { 'aws:RequestTag/a': 'b', 'aws:TagKeys': ['a'] },
        ],
        [
          'ecs:TagResource',
          `${ARN}:task-definition/web:*`,
          { 'ecs:CreateAction': 'RegisterTaskDefinition', 'aws:RequestTag/a': 'b', 'aws:TagKeys': ['a'] },
        ],
        ['iam:PassRole', ROLE, { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }],
      ],
    ],
    [
      'codedeploy',
      'CreateDeployment',
      { applicationName: 'App', deploymentGroupName: 'Grp', deploymentConfigName: 'C', overrideAlarmConfiguration: {} },
      [
        ['codedeploy:CreateDeployment', `${DEPLOY}:deploymentgroup:App/Grp`],
        ['codedeploy:GetDeploymentConfig', `${DEPLOY}:deploymentconfig:C`],
        ['codedeploy:RegisterApplicationRevision', `${DEPLOY}:application:App`],
        ['codedeploy:UpdateDeploymentGroup', `${DEPLOY}:deploymentgroup:App/Grp`],
      ],
    ],
    ['codedeploy', 'StopDeployment', { deploymentId: 'd-1' }, [['codedeploy:StopDeployment', '*']]],
    [
      'codedeploy',
      'GetDeployment',
      { deploymentId: 'd-1' },
      [['codedeploy:GetDeployment', `${DEPLOY}:deploymentgroup:*/*`]],
    ],
    [
      'codedeploy',
      'CreateDeploymentGroup',
      { applicationName: 'App', deploymentGroupName: 'Grp', serviceRoleArn: ROLE },
      [
        ['codedeploy:CreateDeploymentGroup', `${DEPLOY}:deploymentgroup:App/Grp`],
        ['iam:PassRole', ROLE, { 'iam:PassedToService': 'codedeploy.amazonaws.com' }],
      ],
    ],
    [
      'ecr',
      'PutImage',
      { repositoryName: 'shop' },
      [['ecr:PutImage', 'arn:aws:ecr:eu-west-1:123456789012:repository/shop']],
    ],
    ['ecr', 'GetAuthorizationToken', {}, [['ecr:GetAuthorizationToken', '*']]],
    [
      'logs',
      'GetLogEvents',
      { logGroupName: '/ecs/shop', logStreamName: 'app/1' },
      [['logs:GetLogEvents', 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/shop:log-stream:app/1']],
    ],
    ['elb', 'DescribeRules', {}, [['elasticloadbalancing:DescribeRules', '*']]],
    ['sts', 'GetCallerIdentity', {}, []],
    // An empty list may stand for all of them: it is no way around the question.
    ['ecr', 'DescribeRepositories', { repositoryNames: [] }, [['ecr:DescribeRepositories', '*']]],
    ['ecs', 'DescribeServices', { cluster: 'shop', services: [] }, [['ecs:DescribeServices', '*']]],
    ['cloudwatch', 'DeleteAlarms', { AlarmNames: [] }, [['cloudwatch:DeleteAlarms', '*']]],
  ])('%s:%s', (name, operation, input, questions) => {
    const service = services.find((each) => each.name === name);
    if (!service) throw new Error(name);
    const given = asked({ service, operation }, input, where);
    expect(given.map(({ action, resource, keys }) => [action, resource, keys ?? {}])).toEqual(
      questions.map(([action, resource, keys = {}]) => [action, resource, keys]),
    );
  });

  test('a registration asks for everything where the open point says so', () => {
    const [ecs] = services.filter(({ name }) => name === 'ecs');
    if (!ecs) throw new Error('no ECS');
    const settings = { ...defaultSettings, registerTaskDefinitionResource: '*' as const };
    const call = { service: ecs, operation: 'RegisterTaskDefinition' };
    expect(asked(call, { family: 'web' }, { world, settings })).toMatchObject([{ resource: '*' }]);
  });
});
