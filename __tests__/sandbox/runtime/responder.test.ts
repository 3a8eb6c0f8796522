import { StopTaskCommand } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { steppedClock, type SteppedClock } from '../../../sandbox/clock.ts';
import { killTask } from '../../../sandbox/ecs/kill-task.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { type Target } from '../../../sandbox/world/elb.ts';
import { type Task } from '../../../sandbox/world/ecs.ts';
import { clientsFor, type Clients } from '../../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../../scripts/rehearsal/stack.ts';

let clock: SteppedClock;
let running: RunningSandbox;
let clients: Clients;

beforeEach(async () => {
  clock = steppedClock();
  running = await startSandbox({ clock, seed: 1, registry: 'none', tasks: 'responder' });
  clients = clientsFor(running.url);
});

afterEach(() => running.close());

const tasks = (): Task[] => [...running.sandbox.world.ecs.tasks.values()];
const targets = (): Target[] => [...running.sandbox.world.elb.targets.values()].flat();

async function stack(image: string, environment: Record<string, string> = {}): Promise<Stack> {
  return putUpStack(clients, {
    image,
    definition: {
      containerDefinitions: [
        {
          name: 'app',
          image,
          portMappings: [{ containerPort: 8080 }],
          environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
        },
      ],
    },
  });
}

async function get(target: Target | undefined, headers: Record<string, string> = {}) {
  if (!target?.endpoint) throw new Error('The target answers nowhere.');
  const answer = await fetch(`http://${target.endpoint.host}:${target.endpoint.port}/`, { headers });
  return { status: answer.status, body: await answer.json() };
}

describe('a task without a Docker engine', () => {
  test('answers with its image, revision and id, and gets healthy by real checks', async () => {
    await stack('shop/web:v1');
    await clock.advanceThrough(10_000);
    expect(targets().map(({ state }) => state)).toEqual(['healthy', 'healthy']);
    const [target] = targets();
    expect(await get(target)).toEqual({
      status: 200,
      body: { image: 'shop/web:v1', revision: 'web:1', task: target?.taskId, container: 'app' },
    });
  });

  test('that is unhealthy answers people, fails its checks and is replaced', async () => {
    await stack('shop/web:unhealthy');
    await clock.advanceThrough(10_000);
    expect((await get(targets()[0])).status).toBe(200);
    expect((await get(targets()[0], { 'user-agent': 'ELB-HealthChecker/2.0' })).status).toBe(503);
    await clock.advanceThrough(60_000);
    expect(targets()[0]).toMatchObject({ state: 'draining' });
    expect(tasks()[0]?.stoppedReason).toMatch(/^Task failed ELB health checks in \(target-group arn:/);
    expect(tasks().length).toBeGreaterThan(2);
  });

  test('that is flaky fails every second request, and no health check', async () => {
    await stack('shop/web:v1', { FAULT: 'flaky' });
    await clock.advanceThrough(10_000);
    const [target] = targets();
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await get(target)).status);
    expect(statuses).toEqual([200, 500, 200, 500]);
    await clock.advanceThrough(120_000);
    expect(target?.state).toBe('healthy');
  });

  test.each([
    ['shop/web:crash', {}, 1_000],
    ['shop/web:v1', { FAULT: 'crash-late' }, 90_000],
  ])('%s %j crashes, is told by ECS, and started again', async (image, environment, afterMs) => {
    await stack(image, environment);
    await clock.advanceThrough(3_000);
    const [endpoint] = targets();
    await clock.advanceThrough(afterMs - 1);
    expect(tasks()[0]?.status).toBe('RUNNING');
    await clock.advanceThrough(1);
    expect(tasks()[0]).toMatchObject({
      status: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: 1 }],
    });
    await expect(get(endpoint)).rejects.toThrow('fetch failed');
    await clock.advanceThrough(10_000);
    expect(tasks().filter(({ desiredStatus }) => desiredStatus === 'RUNNING')).toHaveLength(2);
  });

  test('that is killed by hand is gone at once and replaced', async () => {
    await stack('shop/web:v1');
    await clock.advanceThrough(10_000);
    const [victim] = tasks();
    expect(killTask(running.sandbox, victim?.arn ?? '')).toBe(true);
    expect(killTask(running.sandbox, 'nobody')).toBe(false);
    expect(victim).toMatchObject({ status: 'STOPPED', containers: [{ exitCode: 137 }] });
    await clock.advanceThrough(20_000);
    expect(tasks().filter(({ healthy }) => healthy)).toHaveLength(2);
  });

  test('that a person stops drains first, while another starts', async () => {
    const { cluster } = await stack('shop/web:v1');
    await clock.advanceThrough(10_000);
    const [victim] = tasks();
    const { task } = await clients.ecs.send(
      new StopTaskCommand({ cluster, task: victim?.arn, reason: 'a look at it' }),
    );
    expect(task).toMatchObject({
      lastStatus: 'DEACTIVATING',
      stopCode: 'UserInitiated',
      stoppedReason: 'a look at it',
    });
    expect(tasks()).toHaveLength(3);
    await clock.advanceThrough(300_000);
    expect(victim?.status).toBe('STOPPED');
    await expect(clients.ecs.send(new StopTaskCommand({ cluster, task: 'nobody' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

test('a sandbox that is closed leaves no responder', async () => {
  await stack('shop/web:v1');
  await clock.advanceThrough(10_000);
  const [target] = targets();
  await running.close();
  await expect(get(target)).rejects.toThrow('fetch failed');
});
