import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { ECR } from '@aws-sdk/client-ecr';
import { ECS } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { STS } from '@aws-sdk/client-sts';
import { type Role } from '../../../sandbox/world/iam.ts';
import { type Account, clientConfig, control, createWebService, startAccount, webDefinition } from '../account.ts';
import { allow, keysOf, policy, putRole, type Statement, trustAccount } from './roles.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';
const SERVICE = `${ARN}:service/main/web`;
const USER = 'User: arn:aws:sts::123456789012:assumed-role/caller/me is not authorized to perform:';

let account: Account;
beforeAll(async () => {
  account = await startAccount({ enforceIam: true });
  await createWebService(account);
});
afterAll(() => account.close());

/** A session of the role `caller` with these statements alone. */
async function callerWith(statements: readonly Statement[], more: Partial<Role> = {}, Policy?: object) {
  putRole(account.sandbox.world, 'caller', trustAccount(), statements, more);
  const { Credentials } = await account.sts.assumeRole({
    RoleArn: 'arn:aws:iam::123456789012:role/caller',
    RoleSessionName: 'me',
    ...(Policy && { Policy: JSON.stringify(Policy) }),
  });
  return { ...clientConfig(account.url), credentials: keysOf(Credentials) };
}

const describeWeb = { cluster: 'main', services: ['web'] };

describe('a session of a role', () => {
  test('may do what its policies allow, and nothing else', async () => {
    const ecs = new ECS(await callerWith([allow('ecs:DescribeServices', SERVICE)]));
    expect(await ecs.describeServices(describeWeb)).toMatchObject({ services: [{ serviceName: 'web' }] });
    await expect(ecs.describeServices({ cluster: 'main', services: ['web', 'api'] })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `${USER} ecs:DescribeServices on resource: ${ARN}:service/main/api ` +
        'because no identity-based policy allows the ecs:DescribeServices action',
    });
  });

  test('is denied before anything is done', async () => {
    const ecs = new ECS(await callerWith([allow('ecs:Describe*')]));
    await expect(ecs.updateService({ cluster: 'main', service: 'web', desiredCount: 7 })).rejects.toThrow(
      `${USER} ecs:UpdateService`,
    );
    expect(account.sandbox.world.ecs.services.get(SERVICE)?.desiredCount).toBe(2);
  });

  test.each<readonly [string, () => Promise<unknown>, object]>([
    [
      'JSON',
      async () => new ECR(await callerWith([])).getAuthorizationToken({}),
      { name: 'AccessDeniedException', message: expect.stringContaining('ecr:GetAuthorizationToken on resource: *') },
    ],
    [
      'Query',
      async () => new ElasticLoadBalancingV2(await callerWith([])).describeTargetGroups({}),
      { name: 'AccessDenied', $metadata: expect.objectContaining({ httpStatusCode: 403 }) },
    ],
    [
      'a service that moved from Query',
      async () => new CloudWatch(await callerWith([])).describeAlarms({}),
      { name: expect.stringContaining('AccessDenied'), message: expect.stringContaining('alarm:*') },
    ],
  ])("in the protocol's own code: %s", async (_name, call, error) => {
    await expect(call()).rejects.toMatchObject(error);
  });

  test('may ask who it is with no right at all', async () => {
    expect(await new STS(await callerWith([])).getCallerIdentity({})).toMatchObject({
      Arn: 'arn:aws:sts::123456789012:assumed-role/caller/me',
    });
  });

  test('an explicit Deny is told as such', async () => {
    const statements = [allow('ecs:*'), { Effect: 'Deny', Action: 'ecs:DescribeServices', Resource: '*' }];
    await expect(new ECS(await callerWith(statements)).describeServices(describeWeb)).rejects.toThrow(
      `ecs:DescribeServices on resource: ${SERVICE} with an explicit deny in an identity-based policy`,
    );
  });

  const deny = policy(allow('*'), { Effect: 'Deny', Action: 'ecs:DescribeServices', Resource: '*' });

  test('so is one in a permissions boundary, and in a session policy', async () => {
    const boundary = 'arn:aws:iam::123456789012:policy/denying';
    account.sandbox.world.iam.policies.set(boundary, deny);
    const bounded = new ECS(await callerWith([allow('ecs:*')], { permissionsBoundary: boundary }));
    await expect(bounded.describeServices(describeWeb)).rejects.toThrow(
      'with an explicit deny in a permissions boundary',
    );
    const session = new ECS(await callerWith([allow('ecs:*')], {}, deny));
    await expect(session.describeServices(describeWeb)).rejects.toThrow('with an explicit deny in a session policy');
  });

  test('a permissions boundary of the account bounds', async () => {
    const boundary = 'arn:aws:iam::123456789012:policy/boundary';
    account.sandbox.world.iam.policies.set(boundary, policy(allow('ecs:ListTasks')));
    const ecs = new ECS(await callerWith([allow('ecs:*')], { permissionsBoundary: boundary }));
    await ecs.listTasks({ cluster: 'main' });
    await expect(ecs.describeServices(describeWeb)).rejects.toThrow('because no permissions boundary allows');
  });

  test('a session policy bounds', async () => {
    const ecs = new ECS(await callerWith([allow('ecs:*')], {}, policy(allow('ecs:ListTasks'))));
    await ecs.listTasks({ cluster: 'main' });
    await expect(ecs.describeServices(describeWeb)).rejects.toThrow('because no session policy allows');
  });

  test('managed policies count, those of AWS that are known too', async () => {
    const managedPolicies = ['arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS'];
    const ecs = new ECS(await callerWith([], { managedPolicies }));
    expect(await ecs.describeServices(describeWeb)).toMatchObject({ services: [{}] });
  });

  test('has no right once its role is gone', async () => {
    const ecs = new ECS(await callerWith([allow('ecs:*')]));
    account.sandbox.world.iam.roles.delete('arn:aws:iam::123456789012:role/caller');
    await expect(ecs.describeServices(describeWeb)).rejects.toThrow('is not authorized to perform');
  });
});

describe('rights that an operation asks for beside its own', () => {
  const task = 'arn:aws:iam::123456789012:role/task';
  const pass = (service: string) => ({
    ...allow('iam:PassRole', task),
    Condition: { StringEquals: { 'iam:PassedToService': service } },
  });
  const tag = (action: string) => ({
    ...allow('ecs:TagResource', `${ARN}:task-definition/web:*`),
    Condition: { StringEquals: { 'ecs:CreateAction': action } },
  });
  const register = allow('ecs:RegisterTaskDefinition', `${ARN}:task-definition/web:*`);
  const given = { ...webDefinition, taskRoleArn: task, tags: [{ key: 'a', value: 'b' }] };

  test.each<readonly [string, readonly Statement[], string]>([
    ['the role is not passed', [register, tag('RegisterTaskDefinition')], `iam:PassRole on resource: ${task}`],
    ['passed to another service', [register, tag('RegisterTaskDefinition'), pass('ec2.amazonaws.com')], 'iam:PassRole'],
    ['not tagged', [register, pass('ecs-tasks.amazonaws.com')], 'ecs:TagResource'],
    ['tagged by another call', [register, tag('RunTask'), pass('ecs-tasks.amazonaws.com')], 'ecs:TagResource'],
  ])('RegisterTaskDefinition: %s', async (_name, statements, part) => {
    await expect(new ECS(await callerWith(statements)).registerTaskDefinition(given)).rejects.toThrow(part);
  });

  test('RegisterTaskDefinition with all of them', async () => {
    const statements = [register, tag('RegisterTaskDefinition'), pass('ecs-tasks.amazonaws.com')];
    const answer = await new ECS(await callerWith(statements)).registerTaskDefinition(given);
    expect(answer.taskDefinition?.family).toBe('web');
  });

  test('RunTask: the definition by its revision, the cluster as a condition', async () => {
    const run = (cluster: string) => ({
      ...allow('ecs:RunTask', `${ARN}:task-definition/web:1`),
      Condition: { ArnEquals: { 'ecs:cluster': `${ARN}:cluster/${cluster}` } },
    });
    const input = {
      cluster: 'main',
      taskDefinition: 'web:1',
      launchType: 'FARGATE' as const,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    };
    expect(await new ECS(await callerWith([run('main')])).runTask(input)).toMatchObject({ tasks: [{}] });
    await expect(new ECS(await callerWith([run('other')])).runTask(input)).rejects.toThrow(
      `ecs:RunTask on resource: ${ARN}:task-definition/web:1`,
    );
  });
});

describe('who is not held', () => {
  test('keys that STS did not hand out are those of the administrator', async () => {
    expect(await account.sts.getCallerIdentity({})).toMatchObject({
      Arn: 'arn:aws:iam::123456789012:user/administrator',
    });
    expect(await account.ecs.describeServices(describeWeb)).toMatchObject({ services: [{}] });
  });

  test('no one, once enforcement is switched off; and all again', async () => {
    const ecs = new ECS(await callerWith([]));
    expect(await control(account.url, 'PATCH', 'settings', { enforceIam: false })).toMatchObject([200, {}]);
    expect(await ecs.describeServices(describeWeb)).toMatchObject({ services: [{}] });
    await control(account.url, 'PATCH', 'settings', { enforceIam: true });
    await expect(ecs.describeServices(describeWeb)).rejects.toThrow(USER);
  });
});

test('what was asked is kept, and told over the control API', async () => {
  await control(account.url, 'DELETE', 'iam');
  const ecs = new ECS(await callerWith([allow('ecs:DescribeServices', SERVICE)]));
  await ecs.describeServices(describeWeb);
  await ecs.describeServices(describeWeb);
  await expect(ecs.listClusters({})).rejects.toThrow(USER);
  const role = 'arn:aws:iam::123456789012:role/caller';
  expect(await control(account.url, 'GET', 'iam')).toEqual([
    200,
    {
      enforced: true,
      asked: [
        {
          role,
          action: 'ecs:DescribeServices',
          resource: SERVICE,
          keys: { 'ecs:cluster': `${ARN}:cluster/main` },
          allowed: true,
        },
        { role, action: 'ecs:ListClusters', resource: '*', keys: {}, allowed: false },
      ],
    },
  ]);
});
