/** Every action on the narrowest resource that IAM knows for it (AWS service authorization reference). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { renderRoles, type Statement } from '../../scripts/permissions/policy.ts';
import { ROLES } from '../../scripts/permissions/roles.ts';
import { BY_NAME, BY_STACK, OPTIONS_ON, OUTPUTS, SURROUNDINGS } from './service.ts';

const body = readFileSync(join(import.meta.dirname, '../../cloudformation/github-oidc.yml'), 'utf8');
const rolesWith = (parameters: Readonly<Record<string, string>>) => renderRoles(body, parameters, SURROUNDINGS);

const arn = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
const GROUP = arn('codedeploy', 'deploymentgroup:AppECS-shop-web/DgpECS-shop-web');
const REPOSITORY = arn('ecr', 'repository/shop-web');
const FAMILY = arn('ecs', 'task-definition/shop-web:*');
const TASKS = arn('ecs', 'task/shop/*');

/** Where IAM knows no resource. */
const NONE = '*';

const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  'application-autoscaling:DescribeScalingActivities': [NONE],
  // CloudWatch API, DescribeAlarms: composite alarms are told only where the scope is `*`.
  'cloudwatch:DescribeAlarms': [NONE],
  'codedeploy:BatchGetDeployments': [GROUP],
  'codedeploy:ContinueDeployment': [NONE],
  'codedeploy:CreateDeployment': [GROUP],
  'codedeploy:GetApplicationRevision': [arn('codedeploy', 'application:AppECS-shop-web')],
  'codedeploy:GetDeployment': [GROUP],
  'codedeploy:GetDeploymentConfig': [
    arn('codedeploy', 'deploymentconfig:CodeDeployDefault.ECS*'),
    // Of service.yml, which names its own after the service.
    arn('codedeploy', 'deploymentconfig:web-*'),
  ],
  'codedeploy:GetDeploymentGroup': [GROUP],
  'codedeploy:GetDeploymentTarget': [NONE],
  'codedeploy:ListDeployments': [GROUP],
  'codedeploy:RegisterApplicationRevision': [arn('codedeploy', 'application:AppECS-shop-web')],
  'codedeploy:StopDeployment': [NONE],
  'codedeploy:UpdateDeploymentGroup': [GROUP],
  'ecr:BatchCheckLayerAvailability': [REPOSITORY],
  'ecr:BatchGetImage': [REPOSITORY],
  'ecr:CompleteLayerUpload': [REPOSITORY],
  'ecr:DescribeImageScanFindings': [REPOSITORY],
  'ecr:DescribeImages': [REPOSITORY],
  'ecr:DescribeRepositories': [REPOSITORY],
  'ecr:GetAuthorizationToken': [NONE],
  'ecr:GetDownloadUrlForLayer': [REPOSITORY],
  'ecr:InitiateLayerUpload': [REPOSITORY],
  'ecr:PutImage': [REPOSITORY],
  'ecr:UploadLayerPart': [REPOSITORY],
  'ecs:DescribeServices': [arn('ecs', 'service/shop/web')],
  'ecs:DescribeTaskDefinition': [NONE],
  'ecs:DescribeTasks': [TASKS],
  // Its resource is a container instance, which Fargate has not; the cluster is a condition.
  'ecs:ListTasks': [NONE],
  // Unless RegistrationScope says otherwise: AWS's own denials have named `*`.
  'ecs:RegisterTaskDefinition': [NONE],
  'ecs:RunTask': [FAMILY],
  'ecs:StopTask': [TASKS],
  'ecs:TagResource': [FAMILY, TASKS],
  'elasticloadbalancing:DescribeListeners': [NONE],
  'elasticloadbalancing:DescribeLoadBalancers': [NONE],
  'elasticloadbalancing:DescribeRules': [NONE],
  'elasticloadbalancing:DescribeTargetGroups': [NONE],
  'iam:PassRole': [OUTPUTS['TaskRoleArn'] ?? '', OUTPUTS['ExecutionRoleArn'] ?? ''],
  'logs:GetLogEvents': [arn('logs', 'log-group:/ecs/shop-web:log-stream:*')],
};

const IN_CLUSTER = { ArnEquals: { 'ecs:cluster': arn('ecs', 'cluster/shop') } };
const created = (by: string) => ({ StringEquals: { 'ecs:CreateAction': by } });

/** By the statement's Sid; all others have none. */
const CONDITIONS: Readonly<Record<string, object>> = {
  ListTasks: IN_CLUSTER,
  RunTask: IN_CLUSTER,
  TagTaskDefinitions: created('RegisterTaskDefinition'),
  TagTasks: created('RunTask'),
  PassTaskRoles: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
};

function resourcesOf(statements: readonly Statement[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { actions, resources } of statements)
    for (const action of actions) found[action] = [...(found[action] ?? []), ...resources];
  return found;
}

describe.each(ROLES)('%s', (role) => {
  const statements = rolesWith({ ...BY_STACK, ...OPTIONS_ON }).get(role)?.statements ?? [];

  test('each action is allowed on its own resource alone', () => {
    const found = resourcesOf(statements);
    const expected = Object.keys(found).map((action) => [action, RESOURCES[action] ?? ['not in the table']]);
    expect(found).toEqual(Object.fromEntries(expected));
  });

  test('conditions', () => {
    const found = statements.map(({ sid, condition }) => [sid, condition]);
    expect(found).toEqual(statements.map(({ sid }) => [sid, CONDITIONS[sid] ?? null]));
  });

  test('no action is allowed twice by one role, and no statement lacks a name of its own', () => {
    const actions = statements.flatMap(({ actions }) => actions).filter((action) => action !== 'ecs:TagResource');
    expect(actions).toEqual([...new Set(actions)]);
    const sids = statements.map(({ policy, sid }) => `${policy}.${sid}`);
    expect(sids).toEqual([...new Set(sids)]);
    expect(statements.filter(({ sid }) => sid === '')).toEqual([]);
  });
});

const deployBy = (parameters: Readonly<Record<string, string>>) =>
  resourcesOf(rolesWith(parameters).get('DeployRole')?.statements ?? []);

test('registration can be kept to the family of the service', () => {
  const narrow = deployBy({ ...BY_STACK, RegistrationScope: 'family' });
  expect(narrow['ecs:RegisterTaskDefinition']).toEqual([FAMILY]);
});

test('a service without a task role passes the execution role alone', () => {
  expect(deployBy({ ...BY_NAME, TaskRoleArn: '' })['iam:PassRole']).toEqual([OUTPUTS['ExecutionRoleArn']]);
});

test('a service whose images are elsewhere has no repository in its policies', () => {
  const roles = rolesWith({ ...BY_NAME, RepositoryName: '' });
  const actions = [...roles.values()].flatMap(({ statements }) => statements.flatMap((one) => one.actions));
  expect(actions.filter((action) => action.startsWith('ecr:'))).toEqual([]);
});

test('a service with a predefined deployment configuration may read those alone', () => {
  expect(deployBy({ ...BY_NAME, DeploymentConfig: '' })['codedeploy:GetDeploymentConfig']).toHaveLength(1);
});

test('every policy fits into its 6,144 characters', () => {
  for (const { statements } of rolesWith({ ...BY_NAME, ...OPTIONS_ON }).values()) {
    const policies = Object.groupBy(statements, ({ policy }) => policy);
    for (const one of Object.values(policies)) expect(JSON.stringify(one).length).toBeLessThan(6_144);
  }
});
