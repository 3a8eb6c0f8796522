/** What tasks need of their execution role before their containers run. */
import { describe, expect, test } from '@jest/globals';
import { steppedClock } from '../../../sandbox/clock.ts';
import { startTask } from '../../../sandbox/ecs/tasks.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { createGroup } from '../../../sandbox/logs/create.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { defaultSettings } from '../../../sandbox/settings.ts';
import { type Task } from '../../../sandbox/world/ecs.ts';
import { allow, policy, putRole, type Statement, trustService } from './roles.ts';

const ROLE = 'arn:aws:iam::123456789012:role/execution';
const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1';
const STREAMS = 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/shop:log-stream:*';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';

const least: readonly Statement[] = [
  allow('ecr:GetAuthorizationToken'),
  allow(
    ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    'arn:aws:ecr:eu-west-1:123456789012:repository/team/shop',
  ),
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], STREAMS),
  allow('secretsmanager:GetSecretValue', SECRET),
  allow('ssm:GetParameters', 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key'),
];

const without = (action: string): readonly Statement[] =>
  least.map((statement) => ({
    ...statement,
    Action: ['none:None', ...([statement['Action']].flat() as string[]).filter((each) => each !== action)],
  }));

const container: JsonObject = {
  name: 'app',
  image: IMAGE,
  secrets: [
    { name: 'DB', valueFrom: `${SECRET}:password::` },
    { name: 'KEY', valueFrom: '/shop/key' },
  ],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-stream-prefix': 'app', 'awslogs-region': 'eu-west-1' },
  },
};

interface Given {
  readonly statements?: readonly Statement[];
  readonly trust?: JsonObject;
  readonly container?: JsonObject;
  readonly body?: JsonObject;
  readonly enforceIam?: boolean;
}

/** One task of its own, half a minute on; `lines`: how many of its lines are in the log group. */
function started(given: Given = {}): { readonly task: Task; readonly lines: number } {
  const clock = steppedClock();
  const settings = {
    ...defaultSettings,
    enforceIam: given.enforceIam ?? true,
    runTaskCourses: { '*': { afterMs: 10_000, containers: { app: { exitCode: 0, lines: ['one', 'two'] } } } },
  };
  const sandbox = createSandbox({ clock, settings, random: seededRandom(3) });
  const { world } = sandbox;
  putRole(world, 'execution', given.trust ?? trustService('ecs-tasks.amazonaws.com'), given.statements ?? least);
  const group = createGroup(sandbox, '/ecs/shop');
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:1';
  const body = {
    executionRoleArn: ROLE,
    containerDefinitions: [{ ...container, ...given.container }],
    ...given.body,
  };
  const facts = { tags: [], registeredAt: 0, status: 'ACTIVE' } as const;
  world.ecs.taskDefinitions.set(arn, { arn, family: 'shop', revision: 1, body, ...facts });
  const task = startTask(
    sandbox,
    {
      clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
      taskDefinition: arn,
      owner: null,
      startedBy: null,
      group: 'family:shop',
      placement: { launchType: 'FARGATE', capacityProvider: null, platformVersion: '1.4.0', subnet: null },
      overrides: null,
      tags: [],
    },
    () => undefined,
  );
  clock.advance(30_000);
  const lines = [...group.streams.values()].reduce((sum, { events }) => sum + events.all().length, 0);
  return { task, lines };
}

test('the least that it needs is enough', () => {
  expect(started()).toMatchObject({
    task: { stopCode: 'EssentialContainerExited', startedAt: expect.anything() },
    lines: 2,
  });
});

describe('without one of the rights the task never runs, and says why', () => {
  test.each([
    ['ecr:GetAuthorizationToken', 'ResourceInitializationError: unable to pull secrets or registry auth'],
    [
      'ecr:BatchGetImage',
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}`,
    ],
    ['ecr:GetDownloadUrlForLayer', 'CannotPullContainerError'],
    ['ecr:BatchCheckLayerAvailability', 'CannotPullContainerError'],
    ['secretsmanager:GetSecretValue', 'unable to retrieve secret from asm'],
    ['ssm:GetParameters', 'unable to retrieve secrets from ssm'],
    ['logs:CreateLogStream', 'failed to validate logger args: create stream has been retried 1 times'],
  ])('%s', (action, words) => {
    const { task } = started({ statements: without(action) });
    expect(task).toMatchObject({ stopCode: 'TaskFailedToStart', startedAt: null });
    expect(task.stoppedReason).toContain(words);
    expect(task.stoppedReason).toMatch(
      new RegExp(
        `User: arn:aws:sts::123456789012:assumed-role/execution/[0-9a-f]{32} is not authorized to perform: ${action} on`,
      ),
    );
    expect(task.containers[0]?.reason).toBe(task.stoppedReason);
  });

  test('logs:CreateLogGroup, where the driver is to make the group', () => {
    const options = { 'awslogs-group': '/ecs/new', 'awslogs-stream-prefix': 'app', 'awslogs-create-group': 'true' };
    const { task } = started({ container: { logConfiguration: { logDriver: 'awslogs', options } } });
    expect(task.stoppedReason).toContain('failed to create Cloudwatch log group: AccessDeniedException');
  });
});

test('without logs:PutLogEvents it runs, and its lines are lost', () => {
  const { task, lines } = started({ statements: without('logs:PutLogEvents') });
  expect(task.startedAt).not.toBeNull();
  expect(lines).toBe(0);
});

test.each<readonly [string, Given, string]>([
  ['another service alone', { trust: trustService('ec2.amazonaws.com') }, `unable to assume the role '${ROLE}'`],
  [
    'tasks of another account alone',
    {
      trust: policy({
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } },
      }),
    },
    'unable to assume the role',
  ],
])('a role that trusts %s is not assumed', (_name, given, words) => {
  expect(started(given).task.stoppedReason).toContain(words);
});

test('nor a task role that is not there', () => {
  const taskRoleArn = 'arn:aws:iam::123456789012:role/none';
  expect(started({ body: { taskRoleArn } }).task.stoppedReason).toContain(`unable to assume the role '${taskRoleArn}'`);
});

test('no execution role at all', () => {
  expect(started({ body: { executionRoleArn: null } }).task.stoppedReason).toContain(
    'Fargate requires task definition to have execution role ARN',
  );
});

test('an image of another registry needs no role', () => {
  const bare = { image: 'public.ecr.aws/nginx/nginx:1', secrets: [], logConfiguration: null };
  expect(started({ container: bare, statements: [], body: { executionRoleArn: null } }).task.startedAt).not.toBeNull();
});

test('without enforcement nothing is asked', () => {
  expect(started({ enforceIam: false, statements: [] })).toMatchObject({
    task: { startedAt: expect.anything() },
    lines: 2,
  });
});
