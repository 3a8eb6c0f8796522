/** CodeDeploy under the service role of the group: each right that it uses, and what becomes of a deployment without it. */
import { describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../../sandbox/json.ts';
import { type Deployment } from '../../../sandbox/world/codedeploy.ts';
import { addDefinition, groupInput, listeners, minute, type Rig, rig, type RigOptions } from '../lifecycle/rig.ts';
import { allow, policy, putRole, type Statement, trustService } from './roles.ts';

const ECS = 'arn:aws:ecs:eu-west-1:123456789012';
const TASK = 'arn:aws:iam::123456789012:role/task';
const ROLE = 'arn:aws:iam::123456789012:role/codedeploy';
const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/1/80/9';
const describes = ['DescribeTargetGroups', 'DescribeListeners', 'DescribeRules'].map(
  (name) => `elasticloadbalancing:${name}`,
);

/** The least that deployments of the rig's group need. */
const least: readonly Statement[] = [
  allow(['ecs:DescribeServices', 'ecs:UpdateServicePrimaryTaskSet'], `${ECS}:service/main/web`),
  allow(['ecs:CreateTaskSet', 'ecs:DeleteTaskSet'], `${ECS}:task-set/main/web/*`),
  allow(describes),
  allow('elasticloadbalancing:ModifyListener', Object.values(listeners)),
  allow('elasticloadbalancing:ModifyRule', RULE),
  allow('cloudwatch:DescribeAlarms'),
  allow('lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:123456789012:function:check'),
  { ...allow('iam:PassRole', TASK), Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } },
];

/** Without one action; a statement that is left without any goes. */
const without = (action: string): readonly Statement[] =>
  least.flatMap((statement) => {
    const all = [statement['Action']].flat() as string[]; // written above
    const left = all.filter((each) => each !== action);
    return left.length === 0 ? [] : [{ ...statement, Action: left }];
  });

const actions = [...new Set(least.flatMap((statement) => [statement['Action']].flat() as string[]))];

function enforced(
  statements: readonly Statement[] = least,
  options: RigOptions = {},
  trust: JsonObject = trustService('codedeploy.amazonaws.com'),
): Rig {
  const made = rig({ alarms: ['errors'], ...options });
  const { world, sandbox } = made;
  putRole(world, 'codedeploy', trust, statements);
  putRole(world, 'task', trustService('ecs-tasks.amazonaws.com'), []);
  world.elb.rules.set(RULE, {
    arn: RULE,
    listenerArn: listeners.prod,
    priority: 1,
    conditions: [],
    actions: world.elb.listeners.get(listeners.prod)?.actions ?? [],
  });
  Object.assign(sandbox.settings, { enforceIam: true });
  return made;
}

/** A deployment of a definition with a role, and a hook, to its end. */
function deployed(made: Rig): Deployment {
  const { world, deploy, clock } = made;
  const deployment = deploy({ hooks: { AfterInstall: 'check' } });
  for (const definition of world.ecs.taskDefinitions.values()) {
    if (definition.revision > 1) Object.assign(definition.body, { taskRoleArn: TASK });
  }
  clock.advance(90 * minute);
  return deployment;
}

test('the least that it needs is enough', () => {
  const made = enforced();
  expect(deployed(made)).toMatchObject({ status: 'Succeeded' });
  expect(made.primary()?.taskDefinition).toContain('web:2');
});

describe('without one of the rights the deployment fails, and says which', () => {
  test.each(actions)('%s', (action) => {
    const made = enforced(without(action));
    const deployment = deployed(made);
    expect(deployment).toMatchObject({
      status: 'Failed',
      error: {
        code: 'IAM_ROLE_PERMISSIONS',
        message: expect.stringContaining(
          `User: arn:aws:sts::123456789012:assumed-role/codedeploy/CodeDeploy is not authorized to perform: ${action} on`,
        ),
      },
    });
    expect(deployment.error?.message).toContain(`The IAM role ${ROLE} does not give you permission`);
  });
});

test('a right for another resource is none', () => {
  const other = [...without('elasticloadbalancing:ModifyListener'), allow('elasticloadbalancing:ModifyListener', RULE)];
  const { error } = deployed(enforced(other));
  expect(error?.message).toContain(`elasticloadbalancing:ModifyListener on resource: ${listeners.test}`);
});

test('a rollback that lacks a right fails itself', () => {
  const made = enforced(least, { ready: 60 });
  const deployment = made.deploy();
  made.until(deployment, 'ReadyWait');
  putRole(made.world, 'codedeploy', trustService('codedeploy.amazonaws.com'), without('ecs:DeleteTaskSet'));
  made.call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: true });
  made.clock.advance(5 * minute);
  expect(made.find(deployment.rollback?.deploymentId ?? '')).toMatchObject({
    status: 'Failed',
    error: { code: 'IAM_ROLE_PERMISSIONS', message: expect.stringContaining('ecs:DeleteTaskSet') },
  });
});

test('what may not be removed stays after a stop', () => {
  const made = enforced(without('ecs:DeleteTaskSet'), {
    ready: 60,
    rollback: false,
    settings: { stopLeavesGreen: false },
  });
  const deployment = made.deploy();
  made.until(deployment, 'ReadyWait');
  made.call('StopDeployment', { deploymentId: deployment.id });
  made.clock.advance(minute);
  expect(deployment.status).toBe('Stopped');
  expect(made.service.taskSets).toHaveLength(2);
});

describe('the role itself', () => {
  const group = { ...groupInput({}), deploymentGroupName: 'second' };
  const words = `AWS CodeDeploy does not have the permissions required to assume the role ${ROLE}.`;

  test('one that trusts another service fails the deployment', () => {
    const { error } = deployed(enforced(least, {}, trustService('ecs-tasks.amazonaws.com')));
    expect(error).toEqual({ code: 'IAM_ROLE_PERMISSIONS', message: words });
  });

  test('one that is gone too', () => {
    const made = enforced();
    made.world.iam.roles.delete(ROLE);
    expect(deployed(made).error?.code).toBe('IAM_ROLE_MISSING');
  });

  test('a trust bound to the group by aws:SourceArn is met', () => {
    const bound = policy({
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: 'codedeploy.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': '123456789012' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:codedeploy:*:123456789012:deploymentgroup:app/group' },
      },
    });
    expect(deployed(enforced(least, {}, bound)).status).toBe('Succeeded');
  });

  test('no group takes one that does not trust CodeDeploy', () => {
    const made = enforced(least, {}, trustService('ecs-tasks.amazonaws.com'));
    made.call('DeleteDeploymentGroup', { applicationName: 'app', deploymentGroupName: 'group' });
    expect(() => made.call('CreateDeploymentGroup', group)).toThrow(words);
  });

  test('nor changes to one', () => {
    const made = enforced();
    const change = { applicationName: 'app', currentDeploymentGroupName: 'group', serviceRoleArn: TASK };
    expect(() => made.call('UpdateDeploymentGroup', change)).toThrow(`assume the role ${TASK}`);
  });
});

test('without enforcement no role is asked', () => {
  const made = enforced([]);
  made.world.iam.roles.clear();
  Object.assign(made.sandbox.settings, { enforceIam: false });
  addDefinition(made.world, 9, 'app:9');
  expect(deployed(made).status).toBe('Succeeded');
});
