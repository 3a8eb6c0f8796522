/** RunTask over HTTP, with the SDK: tasks that no service replaces. */
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { type RunTaskCommandInput, type Task } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { type Account, clientConfig, control, createWebService, startAccount, webDefinition } from '../account.ts';

const network = { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'] } };
const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/job', 'awslogs-stream-prefix': 'job', 'awslogs-create-group': 'true' },
};

let account: Account;

beforeEach(async () => {
  account = await startAccount();
  await account.ecs.createCluster({ clusterName: 'main' });
  await account.ecs.registerTaskDefinition({
    ...webDefinition,
    family: 'job',
    tags: [{ key: 'team', value: 'shop' }],
    containerDefinitions: [
      { name: 'app', image: 'shop:1', logConfiguration, environment: [{ name: 'A', value: '1' }] },
      { name: 'proxy', image: 'proxy:1', essential: false },
    ],
  });
});

afterEach(() => account.close());

const run = (more: Partial<RunTaskCommandInput> = {}) =>
  account.ecs.runTask({
    cluster: 'main',
    taskDefinition: 'job',
    launchType: 'FARGATE',
    networkConfiguration: network,
    ...more,
  });

async function started(more: Partial<RunTaskCommandInput> = {}): Promise<Task> {
  const [task] = (await run(more)).tasks ?? [];
  if (!task) throw new Error('No task was started.');
  return task;
}

async function look(task: Task): Promise<Task> {
  const { tasks } = await account.ecs.describeTasks({
    cluster: 'main',
    tasks: [task.taskArn ?? ''],
    include: ['TAGS'],
  });
  return tasks?.[0] ?? {};
}

const play = async (settings: object): Promise<void> => {
  expect((await control(account.url, 'PATCH', 'settings', settings))[0]).toBe(200);
};
const course = (job: object) => play({ runTaskCourses: { job } });
const pass = (ms: number): Promise<void> => account.clock.advanceThrough(ms);

test('a task runs, ends by itself and stays to be seen for an hour', async () => {
  const task = await started();
  expect(task).toMatchObject({
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    group: 'family:job',
    overrides: {},
  });
  await pass(3_000);
  expect(await look(task)).toMatchObject({ lastStatus: 'RUNNING', launchType: 'FARGATE', platformVersion: '1.4.0' });
  await pass(10_000);
  expect(await look(task)).toMatchObject({
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [
      { name: 'app', lastStatus: 'STOPPED', exitCode: 0 },
      { name: 'proxy', exitCode: 0 },
    ],
  });
  await pass(61 * 60_000);
  expect(await look(task)).toEqual({});
});

test('a responder ends as its course says', async () => {
  await account.close();
  account = await startAccount({
    tasks: 'responder',
    settings: { runTaskCourses: { '*': { containers: { app: { exitCode: 4 } } } } },
  });
  await createWebService(account);
  await account.clock.advanceThrough(30_000);
  const task = await started({ taskDefinition: 'web' });
  await account.clock.advanceThrough(30_000);
  expect((await look(task)).containers).toMatchObject([{ name: 'app', exitCode: 4 }]);
  // A service's tasks have no course.
  expect((await account.ecs.listTasks({ cluster: 'main', serviceName: 'web' })).taskArns).toHaveLength(2);
});

describe('a course', () => {
  test('gives exit codes, reasons and lines', async () => {
    await course({
      afterMs: 2_000,
      containers: {
        app: { exitCode: 3, reason: 'OutOfMemoryError: Container killed due to memory usage', lines: ['one', 'two'] },
        proxy: { exitCode: null },
      },
    });
    const task = await started();
    await pass(5_000);
    const { containers = [] } = await look(task);
    expect(containers[0]).toMatchObject({
      exitCode: 3,
      reason: 'OutOfMemoryError: Container killed due to memory usage',
    });
    expect(containers[1]).toMatchObject({ name: 'proxy', lastStatus: 'STOPPED' });
    expect(containers[1]).not.toHaveProperty('exitCode');
    const logs = new CloudWatchLogs(clientConfig(account.url));
    const logStreamName = `job/app/${task.taskArn?.split('/').at(-1) ?? ''}`;
    const { events } = await logs.getLogEvents({ logGroupName: '/ecs/job', logStreamName, startFromHead: true });
    expect(events?.map(({ message }) => message)).toEqual(['one', 'two']);
  });

  test('may say that the task never starts', async () => {
    await course({ neverStarts: 'CannotPullContainerError: pull image manifest has been retried 7 time(s)' });
    const task = await started();
    await pass(5_000);
    const stopped = await look(task);
    expect(stopped).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart' });
    expect(stopped.stoppedReason).toMatch(/^CannotPullContainerError/);
    expect(stopped.containers?.[0]).not.toHaveProperty('exitCode');
  });

  test.each([
    ['a code that no process has', { containers: { app: { exitCode: 256 } } }],
    ['an end without a code', { containers: { app: {} } }],
    ['an unknown member', { after: 1 }],
    ['a negative time', { afterMs: -1 }],
  ])('is refused with %s', async (_what, job) => {
    expect((await control(account.url, 'PATCH', 'settings', { runTaskCourses: { job } }))[0]).toBe(400);
  });
});

test('an image that crashes ends with exit code 1', async () => {
  const overrides = { containerOverrides: [{ name: 'app', environment: [{ name: 'FAULT', value: 'crash' }] }] };
  const task = await started({ overrides });
  await pass(4_000);
  expect((await look(task)).containers?.[0]?.exitCode).toBe(1);
});

test('overrides are what the task shows, and no more than its own', async () => {
  const own = { name: 'app', command: ['migrate'], environment: [{ name: 'B', value: '2' }], memory: 64 };
  const task = await started({ overrides: { containerOverrides: [own], cpu: '512', memory: '2048' } });
  const other = await started();
  const seen = await look(task);
  expect(seen).toMatchObject({ cpu: '512', memory: '2048', containers: [{ memory: '64' }, {}] });
  expect(seen.overrides).toMatchObject({ containerOverrides: [own, { name: 'proxy' }] });
  expect(await look(other)).toMatchObject({
    cpu: '256',
    overrides: { containerOverrides: [{ name: 'app' }, { name: 'proxy' }] },
  });
});

test('tags, starter, group and count are as asked', async () => {
  const { tasks = [] } = await run({
    count: 2,
    startedBy: 'nightly/1',
    group: 'jobs',
    propagateTags: 'TASK_DEFINITION',
    tags: [{ key: 'run', value: '7' }],
  });
  expect(tasks).toHaveLength(2);
  expect(await look(tasks[1] ?? {})).toMatchObject({
    startedBy: 'nightly/1',
    group: 'jobs',
    availabilityZone: 'eu-west-1b',
    tags: [
      { key: 'team', value: 'shop' },
      { key: 'run', value: '7' },
    ],
  });
  const listed = await account.ecs.listTasks({ cluster: 'main', startedBy: 'nightly/1' });
  expect(listed.taskArns).toHaveLength(2);
});

test('a stopped task is one that a person stopped, without its tags, and no other starts', async () => {
  const task = await started({ tags: [{ key: 'run', value: '7' }] });
  await pass(4_000);
  await account.ecs.stopTask({ cluster: 'main', task: task.taskArn, reason: 'cancelled' });
  await pass(60_000);
  expect(await look(task)).toMatchObject({
    lastStatus: 'STOPPED',
    stopCode: 'UserInitiated',
    stoppedReason: 'cancelled',
    tags: [],
  });
  expect((await account.ecs.listTasks({ cluster: 'main' })).taskArns).toEqual([]);
});

describe('a client token', () => {
  test('gives the same task again, until that is no longer shown', async () => {
    const first = await started({ clientToken: 'one' });
    expect((await started({ clientToken: 'one' })).taskArn).toBe(first.taskArn);
    await pass(2 * 60 * 60_000);
    expect((await started({ clientToken: 'one' })).taskArn).not.toBe(first.taskArn);
  });

  test('is of one request and of one cluster', async () => {
    await started({ clientToken: 'one' });
    await expect(run({ clientToken: 'one', startedBy: 'other' })).rejects.toMatchObject({ name: 'ConflictException' });
    await account.ecs.createCluster({ clusterName: 'second' });
    expect((await run({ clientToken: 'one', cluster: 'second' })).tasks).toHaveLength(1);
  });
});

test('failures come without a task, and the token may be used again', async () => {
  await play({ runTaskFailures: ['RESOURCE:MEMORY'] });
  const answer = await run({ clientToken: 'one' });
  expect(answer.tasks).toEqual([]);
  expect(answer.failures).toMatchObject([{ reason: 'RESOURCE:MEMORY' }]);
  await play({ runTaskFailures: [] });
  expect((await run({ clientToken: 'one' })).tasks).toHaveLength(1);
});

test.each<[string, Partial<RunTaskCommandInput>, string]>([
  ['both ways to place it', { capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] }, 'Specifying both'],
  ['no network', { networkConfiguration: undefined }, 'Network Configuration must be provided'],
  ['an override of no container', { overrides: { containerOverrides: [{ name: 'web' }] } }, 'not a container in'],
  ['eleven tasks', { count: 11 }, 'count cannot be greater than 10'],
  ['a launch type it was not made for', { launchType: 'EC2' }, 'does not support launch_type EC2'],
  ['the tags of a service', { propagateTags: 'SERVICE' }, 'propagateTags'],
  ['a starter of other letters', { startedBy: 'a b' }, 'startedBy'],
  ["a service's group", { group: 'service:web' }, 'Invalid namespace'],
])('refused: %s', async (_what, more, message) => {
  await expect(run(more)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining(message),
  });
  expect((await account.ecs.listTasks({ cluster: 'main' })).taskArns).toEqual([]);
});

test('refused: a platform that is not known', async () => {
  await expect(run({ platformVersion: '9.9.9' })).rejects.toMatchObject({ name: 'PlatformUnknownException' });
});

test('a service takes no task for its own that names its task set as starter', async () => {
  await createWebService(account);
  await pass(20_000);
  const { services } = await account.ecs.describeServices({ cluster: 'main', services: ['web'] });
  const set = services?.[0]?.taskSets?.[0]?.id ?? '';
  await started({ startedBy: set });
  await pass(60_000);
  const after = await account.ecs.describeServices({ cluster: 'main', services: ['web'] });
  expect(after.services?.[0]).toMatchObject({ runningCount: 2, pendingCount: 0 });
  expect((await control(account.url, 'GET', 'world'))[0]).toBe(200);
});
