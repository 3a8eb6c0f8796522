/** Tasks and their logs at the ports, over HTTP. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type TaskCourse } from '../../../sandbox/runtime/runtime.ts';
import { putUpStack, type Stack } from '../../../scripts/rehearsal/stack.ts';
import { type Aws } from '../../../src/ports/aws/aws.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from './account.ts';

let account: Opened;
let aws: Aws;
let stack: Stack;
let restore: () => void;

const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web' },
};

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
  const app = { name: 'app', image: 'shop/web:1', portMappings: [{ containerPort: 8080 }], logConfiguration };
  stack = await putUpStack(account.clients, { definition: { containerDefinitions: [app] } });
  aws = await account.open(2);
});

afterAll(async () => {
  restore();
  await account.close();
});

beforeEach(() => account.forget());

const request = (clientToken: string) => ({
  cluster: stack.cluster,
  taskDefinition: stack.taskDefinition,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  clientToken,
});

async function course(web: TaskCourse): Promise<void> {
  const answer = await fetch(`${account.url}/_sandbox/settings`, {
    method: 'PATCH',
    body: JSON.stringify({ runTaskCourses: { web } }),
  });
  expect(answer.status).toBe(200);
}

async function started(token: string): Promise<string> {
  const [task] = (await aws.ecs.runTask(request(token))).tasks;
  return task?.taskArn ?? '';
}

test('a task is started, looked at, and ended', async () => {
  const arn = await started('a');
  expect(await aws.ecs.describeTask('shop', arn)).toMatchObject({ taskArn: arn, lastStatus: 'PROVISIONING' });
  await account.clock.advanceThrough(5_000);
  await aws.ecs.stopTask('shop', arn, 'enough');
  await account.clock.advanceThrough(60_000);
  expect(await aws.ecs.describeTask('shop', arn)).toMatchObject({ lastStatus: 'STOPPED', stoppedReason: 'enough' });
});

test('a task that is not known is null, one of no cluster is an error', async () => {
  expect(await aws.ecs.describeTask('shop', '0'.repeat(32))).toBeNull();
  await expect(aws.ecs.describeTask('nowhere', '0'.repeat(32))).rejects.toMatchObject({ kind: 'missing' });
});

test('a lost answer is asked for again, and starts no second task', async () => {
  await account.fault({ operation: 'RunTask', kind: 'lost', times: 1 });
  const before = account.sandbox.world.ecs.tasks.size;
  await started('b');
  expect((await account.calls()).map(({ operation }) => operation)).toEqual(['RunTask', 'RunTask']);
  expect(account.sandbox.world.ecs.tasks.size).toBe(before + 1);
});

test('members that the SDK does not know are sent', async () => {
  await aws.ecs.runTask({ ...request('c'), newMember: 'kept' });
  const [{ id } = { id: 0 }] = await account.calls();
  const answer = await fetch(`${account.url}/_sandbox/calls/${id}`);
  expect(await answer.text()).toContain('newMember');
});

test('a log is read from its start, page by page, and its end is the token that stays', async () => {
  await course({ afterMs: 4_000, containers: { app: { exitCode: 0, lines: ['one', 'two'] } } });
  const arn = await started('d');
  const of = { region: null, group: '/ecs/web', stream: `web/app/${arn.split('/').at(-1) ?? ''}` };
  await account.clock.advanceThrough(4_000);
  const first = await aws.logs.events(of, null);
  expect(first.messages).toEqual(['one']);
  await account.clock.advanceThrough(4_000);
  const second = await aws.logs.events(of, first.next);
  expect(second.messages).toEqual(['two']);
  const third = await aws.logs.events(of, second.next);
  expect(third).toEqual({ messages: [], next: second.next });
});

test('a log that is not there, and one that may not be read', async () => {
  const of = { region: 'eu-central-1', group: '/ecs/nothing', stream: 'a' };
  await expect(aws.logs.events(of, null)).rejects.toMatchObject({
    kind: 'missing',
    call: { service: 'logs', operation: 'GetLogEvents', on: '/ecs/nothing:a' },
  });
  await account.fault({ operation: 'GetLogEvents', kind: 'denied' });
  await expect(aws.logs.events(of, null)).rejects.toMatchObject({ kind: 'denied' });
});
