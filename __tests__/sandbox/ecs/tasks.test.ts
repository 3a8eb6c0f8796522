/** What the scheduler makes of what a runtime tells. */
import { beforeEach, describe, expect, test } from '@jest/globals';

import { steppedClock, type SteppedClock } from '../../../sandbox/clock.ts';
import { launchesOf } from '../../../sandbox/ecs/launch.ts';
import { stopTask } from '../../../sandbox/ecs/stop-task.ts';
import { fill } from '../../../sandbox/ecs/scheduler.ts';
import { outputOf } from '../../../sandbox/ecs/task-output.ts';
import { createTaskSet } from '../../../sandbox/ecs/task-sets.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { createGroup } from '../../../sandbox/logs/create.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { type CheckResult, type TaskEvents, type TaskLaunch } from '../../../sandbox/runtime/runtime.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { type Service, type Task, type TaskSet } from '../../../sandbox/world/ecs.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';
const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/1';
const ENDPOINT = { host: '127.0.0.1', port: 49152 };

interface Started {
  readonly launch: TaskLaunch;
  readonly events: TaskEvents;
  stops: number;
}

let clock: SteppedClock;
let sandbox: Sandbox;
let service: Service;
let taskSet: TaskSet;
let started: Started[];
let health: CheckResult;

const body: JsonObject = {
  containerDefinitions: [
    { name: 'app', image: 'app:1', portMappings: [{ containerPort: 8080 }] },
    { name: 'sidecar', image: 'sidecar:1', essential: false },
  ],
};

beforeEach(() => {
  clock = steppedClock();
  started = [];
  health = null;
  const runtime = {
    kind: 'docker' as const,
    start(launch: TaskLaunch, events: TaskEvents) {
      const one = { launch, events, stops: 0 };
      started.push(one);
      return { stop: () => (one.stops += 1), kill: () => undefined };
    },
    check: () => Promise.resolve(health),
    close: () => Promise.resolve(),
  };
  sandbox = createSandbox({ clock, runtime, random: seededRandom(1) });
  service = {
    arn: `${ARN}:service/main/web`,
    name: 'web',
    clusterArn: `${ARN}:cluster/main`,
    controller: 'CODE_DEPLOY',
    createdAt: 0,
    tags: [],
    status: 'ACTIVE',
    desiredCount: 1,
    healthCheckGracePeriodSeconds: 0,
    taskDefinition: '',
    taskSets: [],
    events: [],
  };
  sandbox.world.ecs.services.set(service.arn, service);
  const taskDefinition = `${ARN}:task-definition/web:7`;
  const registered = { arn: taskDefinition, family: 'web', revision: 7, tags: [], registeredAt: 0 };
  sandbox.world.ecs.taskDefinitions.set(taskDefinition, { ...registered, body, status: 'ACTIVE' });
  taskSet = createTaskSet(sandbox, service, {
    taskDefinition,
    loadBalancer: { targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 },
    network: null,
    capacityProviders: [],
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    externalId: null,
    status: 'PRIMARY',
  });
});

function only<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('There is none.');
  return one;
}

const task = (): Task => only([...sandbox.world.ecs.tasks.values()]);
const targets = () => sandbox.world.elb.targets.get(GROUP) ?? [];
const set = (): string => `(service web, taskSet ${taskSet.id})`;
const messages = (): string[] => service.events.map(({ message }) => message);

async function healthy(): Promise<Started> {
  const one = only(started);
  one.events.running(new Map([[8080, ENDPOINT]]));
  await clock.advanceThrough(5_000);
  expect([task().healthy, taskSet.stability]).toEqual([true, 'STEADY_STATE']);
  return one;
}

test('a runtime gets the containers as they were registered', () => {
  expect(only(started).launch).toMatchObject({
    taskId: expect.stringMatching(/^[0-9a-f]{32}$/),
    revision: 'web:7',
    cluster: 'main',
    service: 'web',
    containers: [
      { name: 'app', image: 'app:1', essential: true, ports: [8080], stopTimeoutSeconds: 30 },
      { name: 'sidecar', essential: false, ports: [] },
    ],
  });
});

test('a running task is registered where it really answers', async () => {
  await healthy();
  expect(targets()).toMatchObject([{ id: task().address, port: 8080, revision: 'web:7', endpoint: ENDPOINT }]);
  expect(messages()).toContain(`${set()} registered 1 targets in (target-group ${GROUP})`);
});

describe('the end of a container', () => {
  test('that is not essential leaves the task running', async () => {
    const { events } = await healthy();
    events.exited('sidecar', 3, null);
    expect(task()).toMatchObject({ status: 'RUNNING', healthy: true });
    expect(task().containers[1]).toMatchObject({ status: 'STOPPED', exitCode: 3 });
  });

  test('that is essential stops the others, and the task is STOPPED with the last', async () => {
    const one = await healthy();
    one.events.exited('app', 137, 'OutOfMemoryError: Container killed due to memory usage');
    expect(task()).toMatchObject({ status: 'STOPPING', stopCode: 'EssentialContainerExited' });
    expect([one.stops, targets()[0]?.state, taskSet.running]).toEqual([1, 'draining', 0]);
    one.events.exited('sidecar', 0, null);
    expect(task()).toMatchObject({
      status: 'STOPPED',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
        { exitCode: 0 },
      ],
    });
    await clock.advanceThrough(10_000);
    expect(started).toHaveLength(2);
  });
});

test('a task that cannot start is STOPPED with the reason, and tried again', async () => {
  const reason = 'CannotPullContainerError: pull image manifest has been retried 1 time(s): not found';
  only(started).events.failed('app', reason);
  expect(task()).toMatchObject({ status: 'STOPPED', stopCode: 'TaskFailedToStart', stoppedReason: reason });
  expect(task().containers[0]?.reason).toBe(reason);
  await clock.advanceThrough(10_000);
  expect(started).toHaveLength(2);
});

test('tasks that were stopped by hand or scaled in do not slow the next restart down', async () => {
  for (let count = 0; count < 4; count += 1) {
    const live = [...sandbox.world.ecs.tasks.values()].filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
    const code = count % 2 === 0 ? 'UserInitiated' : 'ServiceSchedulerInitiated';
    stopTask(sandbox, only(live), { code, reason: 'Scaling activity initiated by (deployment ecs-svc/1)' });
    fill(sandbox, service, taskSet);
  }
  expect(started).toHaveLength(5);
  started.at(-1)?.events.failed('app', 'CannotPullContainerError: not found');
  await clock.advanceThrough(9_999);
  expect(started).toHaveLength(5);
  await clock.advanceThrough(1);
  expect(started).toHaveLength(6);
});

test('a container that fails its own health check is replaced', async () => {
  const { events } = await healthy();
  events.health('app', 'UNHEALTHY');
  expect(task()).toMatchObject({
    status: 'DEACTIVATING',
    desiredStatus: 'STOPPED',
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Task failed container health checks',
  });
});

test('a target that turns unhealthy is replaced, and the event says what its checks answered', async () => {
  await healthy();
  health = { reason: 'Target.ResponseCodeMismatch', status: 500 };
  await clock.advanceThrough(60_000);
  expect(task().stoppedReason).toBe(`Task failed ELB health checks in (target-group ${GROUP})`);
  const why = 'due to (reason Health checks failed with these codes: [500]).';
  const id = only(started).launch.taskId;
  expect([...messages()].reverse()).toEqual([
    `(service web) updated computedDesiredCount for taskSet ${taskSet.id} to 1.`,
    `${set()} has started 1 tasks: (task ${id}).`,
    `${set()} registered 1 targets in (target-group ${GROUP})`,
    `${set()} updated state to STEADY_STATE.`,
    '(service web) has reached a steady state.',
    `${set()} (task ${id}) (port 8080) is unhealthy in (target-group ${GROUP}) ${why}`,
    `${set()} has stopped 1 running tasks: (task ${id}).`,
    `${set()} deregistered 1 targets in (target-group ${GROUP})`,
    `${set()} has begun draining connections on 1 tasks.`,
  ]);
});

test('tasks that never come up were never registered; when a round of them has failed, the events say so', async () => {
  for (const attempt of [0, 1]) {
    started[attempt]?.events.failed('app', 'CannotPullContainerError: not found');
    await clock.advanceThrough(20_000);
  }
  expect(messages()[1]).toBe('(service web) is unable to consistently start tasks successfully.');
  expect(messages().filter((message) => /deregistered|draining|stopped/.test(message))).toEqual([]);
  expect(started).toHaveLength(3);
});

test('a task that is stopped serves until its target has drained, then gets SIGTERM', async () => {
  const one = await healthy();
  stopTask(sandbox, task(), { code: 'ServiceSchedulerInitiated', reason: 'Scaling activity' });
  stopTask(sandbox, task(), { code: 'UserInitiated', reason: 'again' });
  await clock.advanceThrough(299_999);
  expect([task().status, one.stops, targets()[0]?.state]).toEqual(['DEACTIVATING', 0, 'draining']);
  await clock.advanceThrough(1);
  expect([task().status, one.stops, targets()]).toEqual(['STOPPING', 1, []]);
  one.events.exited('app', 0, null);
  one.events.exited('sidecar', 0, null);
  expect(task()).toMatchObject({ status: 'STOPPED', stoppedReason: 'Scaling activity', stoppedAt: clock.now() });
});

test('a task that is stopped before it runs is never registered', () => {
  const { events } = only(started);
  stopTask(sandbox, task(), { code: 'ServiceSchedulerInitiated', reason: 'Scaling activity' });
  events.running(new Map([[8080, ENDPOINT]]));
  expect([task().status, targets()]).toEqual(['STOPPING', []]);
});

describe('what containers write', () => {
  const logging: JsonObject = {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web' },
  };

  function redefine(): void {
    const definition = only([...sandbox.world.ecs.taskDefinitions.values()]);
    const containerDefinitions = [{ name: 'app', image: 'app:2', logConfiguration: logging }];
    sandbox.world.ecs.taskDefinitions.set(definition.arn, { ...definition, body: { containerDefinitions } });
    stopTask(sandbox, task(), { code: 'UserInitiated', reason: 'redefined' });
    fill(sandbox, service, taskSet);
  }

  const newest = (): Task => only([...sandbox.world.ecs.tasks.values()].reverse());

  test('is kept for the page, the newest lines of each task', async () => {
    const { events } = await healthy();
    for (let line = 1; line <= 250; line += 1) events.output('app', `line ${line}`);
    const kept = outputOf(task());
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([
      200,
      { at: clock.now(), container: 'app', line: 'line 51' },
      { at: clock.now(), container: 'app', line: 'line 250' },
    ]);
  });

  test('goes to its log group', () => {
    createGroup(sandbox, '/ecs/web');
    redefine();
    started.at(-1)?.events.output('app', 'GET / 500');
    const id = newest().arn.split('/').at(-1) ?? '';
    const stream = sandbox.world.logs.groups.get('/ecs/web')?.streams.get(`web/app/${id}`);
    expect(stream?.events.all().map(({ message }) => message)).toEqual(['GET / 500']);
  });

  test('without its log group the task cannot start, and says so', async () => {
    redefine();
    await clock.advanceThrough(3_000);
    expect([started.length, newest()]).toMatchObject([
      1,
      {
        status: 'STOPPED',
        stopCode: 'TaskFailedToStart',
        stoppedReason: expect.stringContaining('The specified log group does not exist.'),
      },
    ]);
  });
});

describe('a container definition', () => {
  const launch = (container: JsonObject) => only(launchesOf({ containerDefinitions: [container] }));

  test.each<[string, JsonObject, object]>([
    [
      'nothing said',
      {},
      { essential: true, ports: [], entryPoint: null, command: null, healthCheck: null, user: null },
    ],
    ['UDP ports are left out', { portMappings: [{ containerPort: 53, protocol: 'udp' }] }, { ports: [] }],
    ['ports out of range', { portMappings: [{ containerPort: 0 }, { containerPort: 70_000 }] }, { ports: [] }],
    ['empty lists are none', { command: [], entryPoint: [] }, { command: null, entryPoint: null }],
    [
      'environment',
      {
        environment: [
          { name: 'A', value: '' },
          { name: '__proto__', value: 'x' },
        ],
      },
      { environment: { A: '' } },
    ],
    ['stop time-out', { stopTimeout: 2 }, { stopTimeoutSeconds: 2 }],
    [
      'a health check',
      { healthCheck: { command: ['CMD', 'true'], retries: 1 } },
      {
        healthCheck: {
          command: ['CMD', 'true'],
          intervalSeconds: 30,
          timeoutSeconds: 5,
          retries: 1,
          startPeriodSeconds: 0,
        },
      },
    ],
    ['a health check that is switched off', { healthCheck: { command: ['NONE'] } }, { healthCheck: null }],
    [
      'members of the wrong kind',
      { portMappings: 'x', environment: [1, null], command: 'ls' },
      { ports: [], command: null },
    ],
  ])('%s', (_, container, expected) => {
    expect(launch(container)).toMatchObject(expected);
  });
});
