import { beforeEach, describe, expect, test } from '@jest/globals';
import { steppedClock } from '../../../sandbox/clock.ts';
import { fill } from '../../../sandbox/ecs/scheduler.ts';
import { createTaskSet, findTaskSet, isSteady, removeTaskSet, setPrimary } from '../../../sandbox/ecs/task-sets.ts';
import { tasksOf } from '../../../sandbox/ecs/tasks.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { defaultSettings } from '../../../sandbox/settings.ts';
import { type Service, type TaskSet } from '../../../sandbox/world/ecs.ts';

const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/1';
const ARN = 'arn:aws:ecs:eu-west-1:123456789012';

function freshSandbox() {
  const clock = steppedClock();
  const settings = { ...defaultSettings, taskStartMs: 3_000, taskHealthyMs: 5_000 };
  return { ...createSandbox({ clock, settings, random: seededRandom(1) }), clock, settings };
}

let sandbox: ReturnType<typeof freshSandbox>;
let service: Service;

beforeEach(() => {
  sandbox = freshSandbox();
  service = {
    arn: `${ARN}:service/main/web`,
    name: 'web',
    clusterArn: `${ARN}:cluster/main`,
    controller: 'CODE_DEPLOY',
    createdAt: 0,
    tags: [],
    status: 'ACTIVE',
    desiredCount: 2,
    healthCheckGracePeriodSeconds: 0,
    taskDefinition: '',
    taskSets: [],
    events: [],
  };
  sandbox.world.ecs.services.set(service.arn, service);
});

function taskSetOf(image: string, status: 'PRIMARY' | 'ACTIVE' = 'PRIMARY'): TaskSet {
  const arn = `${ARN}:task-definition/web:${sandbox.world.ecs.taskDefinitions.size + 1}`;
  const body = { containerDefinitions: [{ name: 'app', image }] };
  const definition = { arn, family: 'web', revision: 1, body, tags: [], registeredAt: 0, status: 'ACTIVE' as const };
  sandbox.world.ecs.taskDefinitions.set(arn, definition);
  return createTaskSet(sandbox, service, {
    taskDefinition: arn,
    loadBalancer: { targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 },
    network: null,
    capacityProviders: [],
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    externalId: null,
    status,
  });
}

const messages = (): string[] => service.events.map(({ message }) => message);
const statuses = (taskSet: TaskSet): string[] => tasksOf(sandbox, taskSet).map(({ status }) => status);

describe('a healthy image', () => {
  test('its tasks go from PROVISIONING to healthy, then the set is steady', () => {
    const taskSet = taskSetOf('web:1');
    expect(taskSet.id).toMatch(/^ecs-svc\/\d{19}$/);
    expect(taskSet.arn).toBe(`${ARN}:task-set/main/web/${taskSet.id}`);
    expect([statuses(taskSet), taskSet.pending, taskSet.running]).toEqual([['PROVISIONING', 'PROVISIONING'], 2, 0]);
    sandbox.clock.advance(1_000);
    expect(statuses(taskSet)).toEqual(['PENDING', 'PENDING']);
    sandbox.clock.advance(2_000);
    expect([statuses(taskSet), taskSet.pending, taskSet.running]).toEqual([['RUNNING', 'RUNNING'], 0, 2]);
    expect(isSteady(taskSet)).toBe(false);
    sandbox.clock.advance(4_999);
    expect(isSteady(taskSet)).toBe(false);
    sandbox.clock.advance(1);
    expect(isSteady(taskSet)).toBe(true);
    expect(taskSet.stabilityAt).toBe(sandbox.clock.now());
    expect(messages()[0]).toBe('(service web) has reached a steady state.');
    expect(messages()).toContainEqual(
      expect.stringMatching(
        /^\(service web, taskSet ecs-svc\/\d{19}\) has started 2 tasks(:? \(task [0-9a-f]{32}\)){2}\.$/,
      ),
    );
  });

  test('a desired count of 0 is steady at once', () => {
    service.desiredCount = 0;
    const taskSet = taskSetOf('web:1');
    expect([isSteady(taskSet), statuses(taskSet)]).toEqual([true, []]);
  });

  test('scaling out and in follows the desired count', () => {
    const taskSet = taskSetOf('web:1');
    sandbox.clock.advance(10_000);
    service.desiredCount = 4;
    fill(sandbox, service, taskSet);
    expect([isSteady(taskSet), taskSet.running, taskSet.pending]).toEqual([false, 2, 2]);
    sandbox.clock.advance(10_000);
    expect([isSteady(taskSet), taskSet.running]).toEqual([true, 4]);
    service.desiredCount = 1;
    fill(sandbox, service, taskSet);
    expect([isSteady(taskSet), taskSet.running, taskSet.pending]).toEqual([true, 1, 0]);
  });
});

describe('images that do not come up', () => {
  test('a crashing one stops with exit code 1 and is started again, ever more slowly', () => {
    service.desiredCount = 1;
    const taskSet = taskSetOf('web:crash');
    sandbox.clock.advance(4_000);
    expect(tasksOf(sandbox, taskSet)).toMatchObject([
      {
        status: 'STOPPED',
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [{ name: 'app', exitCode: 1 }],
      },
    ]);
    sandbox.clock.advance(9_999);
    expect(statuses(taskSet)).toEqual(['STOPPED']);
    sandbox.clock.advance(1);
    expect(statuses(taskSet)).toEqual(['STOPPED', 'PROVISIONING']);
    sandbox.clock.advance(60 * 60_000);
    const attempts = tasksOf(sandbox, taskSet).length;
    expect(attempts).toBeGreaterThan(8);
    expect(attempts).toBeLessThan(30);
    expect(isSteady(taskSet)).toBe(false);
  });

  test('an unhealthy one runs, is never steady, and is stopped for its health checks', () => {
    service.desiredCount = 1;
    const taskSet = taskSetOf('repo/unhealthy:1');
    sandbox.clock.advance(30_000);
    expect([statuses(taskSet), taskSet.running, isSteady(taskSet)]).toEqual([['RUNNING'], 1, false]);
    sandbox.clock.advance(10_000);
    const reason = `Task failed ELB health checks in (target-group ${GROUP})`;
    expect(tasksOf(sandbox, taskSet)[0]).toMatchObject({ status: 'DEACTIVATING', stoppedReason: reason });
    const [first] = tasksOf(sandbox, taskSet);
    const subject = `(service web, taskSet ${taskSet.id}) (task ${first?.arn.slice(-32) ?? ''}) (port 8080)`;
    expect(messages()).toContain(
      `${subject} is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed).`,
    );
    sandbox.clock.advance(10_000);
    expect(tasksOf(sandbox, taskSet)).toHaveLength(2);
  });

  test('the grace period puts the end off', () => {
    service.healthCheckGracePeriodSeconds = 120;
    const taskSet = taskSetOf('repo/unhealthy:1');
    sandbox.clock.advance(120_000);
    expect(statuses(taskSet)).toEqual(['RUNNING', 'RUNNING']);
  });

  test('two days of failing leave a bounded number of tasks and events', () => {
    const taskSet = taskSetOf('web:crash');
    sandbox.clock.advance(2 * 24 * 60 * 60_000);
    expect(tasksOf(sandbox, taskSet).length).toBeLessThan(100);
    expect(service.events.length).toBeLessThanOrEqual(100);
  });
});

describe('two task sets', () => {
  test('setPrimary swaps the roles and the service follows', () => {
    const blue = taskSetOf('web:1');
    const green = taskSetOf('web:2', 'ACTIVE');
    setPrimary(service, green.id);
    expect([blue.status, green.status]).toEqual(['ACTIVE', 'PRIMARY']);
    expect(service.taskDefinition).toBe(green.taskDefinition);
    expect(() => {
      setPrimary(service, 'ecs-svc/0');
    }).toThrow('no task set ecs-svc/0');
    expect(green.status).toBe('PRIMARY');
  });

  test('removeTaskSet stops the tasks of that set only, and again is no fault', () => {
    const blue = taskSetOf('web:1');
    const green = taskSetOf('web:2', 'ACTIVE');
    sandbox.clock.advance(10_000);
    removeTaskSet(sandbox, service, blue.id);
    removeTaskSet(sandbox, service, blue.id);
    expect([findTaskSet(service, blue.id), findTaskSet(service, green.arn)]).toEqual([undefined, green]);
    expect([statuses(blue), statuses(green)]).toEqual([
      ['DEACTIVATING', 'DEACTIVATING'],
      ['RUNNING', 'RUNNING'],
    ]);
    sandbox.clock.advance(5 * 60_000);
    expect(statuses(blue)).toEqual(['STOPPED', 'STOPPED']);
    expect(messages()).toContain(`(service web, taskSet ${blue.id}) has begun draining connections on 2 tasks.`);
  });

  test('a set that is removed while its tasks fail is not filled again', () => {
    const taskSet = taskSetOf('web:crash');
    sandbox.clock.advance(4_000);
    removeTaskSet(sandbox, service, taskSet.id);
    sandbox.clock.advance(30 * 60_000);
    expect(statuses(taskSet)).toEqual(['STOPPED', 'STOPPED']);
  });
});
