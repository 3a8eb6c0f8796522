/** A task before the deployment: waited for with its log, and where it fails nothing is deployed. */
import { type ChildProcess } from 'node:child_process';
import { StopTaskCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../sandbox/json.ts';
import { type TaskCourse } from '../../sandbox/runtime/runtime.ts';
import { type Task } from '../../sandbox/world/ecs.ts';
import {
  commandsIn,
  DIGEST_ELSEWHERE,
  ELSEWHERE,
  errorsOf,
  LIMIT_MS,
  type Rig,
  type RigOptions,
  warningsOf,
  withRig,
} from './rig.ts';

const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
};

/** One essential container with a log, and a sidecar that is not essential. */
const stack: NonNullable<RigOptions['stack']> = {
  terminationWaitMinutes: 0,
  definition: {
    containerDefinitions: [
      {
        name: 'app',
        image: 'shop/web:v1',
        essential: true,
        portMappings: [{ containerPort: 8080 }],
        logConfiguration,
        secrets: [{ name: 'DB', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }],
      },
      { name: 'agent', image: 'shop/agent:v1', essential: false },
    ],
  },
};

const inputs = {
  image: ELSEWHERE,
  'container-name': 'app',
  'run-task': 'true',
  'run-task-container-overrides': '[{"name": "app", "command": ["migrate", "--all"]}]',
};

const withCourse = <T>(course: TaskCourse, work: (rig: Rig) => Promise<T>, more: RigOptions = {}): Promise<T> =>
  withRig({ stack, ...more, settings: { runTaskCourses: { web: course }, ...more.settings } }, work);

const own = ({ sandbox }: Rig): readonly Task[] =>
  [...sandbox.world.ecs.tasks.values()].filter(({ serviceArn }) => serviceArn === null);

const app = (exitCode: number | null, more: object = {}): TaskCourse => ({
  afterMs: 5_000,
  containers: { app: { exitCode, ...more } },
});

async function sent(rig: Rig): Promise<JsonObject> {
  const call = (await rig.callRecords()).find(({ operation }) => operation === 'RunTask');
  const answer = await fetch(`${rig.url}/_sandbox/calls/${String(call?.id)}`);
  const { bodies } = (await answer.json()) as { bodies: { request: string } };
  return JSON.parse(bodies.request) as JsonObject;
}

describe('a task that does its work', () => {
  test.concurrent(
    'runs with the new revision before the deployment, as the service runs its own, with its log in the job',
    () =>
      withCourse(app(0, { lines: ['migrating', '::error::not ours', '##[warning]nor this'] }), async (rig) => {
        const { exitCode, output, outputs, state } = await rig.run(inputs);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        const [task] = own(rig);
        expect(task).toMatchObject({
          stopCode: 'EssentialContainerExited',
          group: 'family:web',
          startedBy: 'ecs-blue-green',
        });
        expect(task?.taskDefinition).toBe(outputs['task-definition-arn']);
        expect(outputs).toMatchObject({
          result: 'succeeded',
          'run-task-arn': JSON.stringify([task?.arn]),
          'run-task-id': task?.arn.split('/').at(-1),
        });
        expect(state['run-task-arn']).toBe('');
        expect(await sent(rig)).toMatchObject({
          launchType: 'FARGATE',
          platformVersion: 'LATEST',
          count: 1,
          networkConfiguration: {
            awsvpcConfiguration: { subnets: ['subnet-0a', 'subnet-0b'], securityGroups: expect.any(Array) },
          },
          overrides: { containerOverrides: [{ name: 'app', command: ['migrate', '--all'] }] },
        });
        for (const line of ['migrating', '::error::not ours']) expect(output).toContain(`  | ${line}`);
        expect(output).not.toContain('##[warning]');
        expect(commandsIn(output).join('\n')).not.toContain('not ours');
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'CreateDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'where a sidecar that is not essential has no exit code, or a bad one',
    () =>
      withCourse({ containers: { app: { exitCode: 0 }, agent: { exitCode: null } } }, async (rig) => {
        const first = await rig.run(inputs);
        expect([first.exitCode, errorsOf(first.output)]).toEqual([0, '']);
        await rig.steady();
        await rig.settings({ runTaskCourses: { web: { containers: { agent: { exitCode: 2 } } } } });
        const { exitCode, output } = await rig.run(
          { ...inputs, 'force-new-deployment': 'true' },
          { env: { GITHUB_RUN_ID: '7000000002' } },
        );
        expect(exitCode).toBe(0);
        expect(output).toContain('Not essential: container agent ended with exit code 2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'as the inputs have it, where they say more',
    () =>
      withCourse(app(0), async (rig) => {
        const { exitCode, output } = await rig.run({
          ...inputs,
          'run-task-subnets': 'subnet-9',
          'run-task-security-groups': 'sg-9, sg-8',
          'run-task-assign-public-IP': 'ENABLED',
          'run-task-capacity-provider-strategy': '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]',
          'run-task-started-by': 'nightly/7',
          'run-task-tags': '[{"key": "team", "value": "shop"}]',
          'wait-for-task-stopped': 'false',
        });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        const request = await sent(rig);
        expect(request).toMatchObject({
          capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
          networkConfiguration: {
            awsvpcConfiguration: { subnets: ['subnet-9'], securityGroups: ['sg-9', 'sg-8'], assignPublicIp: 'ENABLED' },
          },
          startedBy: 'nightly/7',
          tags: [{ key: 'team', value: 'shop' }],
        });
        expect(request).not.toHaveProperty('launchType');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'is not run where nothing is to be deployed',
    () =>
      withRig({ stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        const given = { ...inputs, image: DIGEST_ELSEWHERE };
        expect((await rig.run({ ...given, 'run-task': 'false', 'wait-for': 'completed' })).exitCode).toBe(0);
        await rig.forget();
        const { exitCode } = await rig.run(given);
        expect(exitCode).toBe(0);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'is started once where the answer to RunTask is lost',
    () =>
      withCourse(
        app(0),
        async (rig) => {
          const { exitCode, output } = await rig.run(inputs);
          expect([exitCode, errorsOf(output)]).toEqual([0, '']);
          expect((await rig.writes()).filter((name) => name === 'RunTask').length).toBe(2);
          expect(own(rig)).toHaveLength(1);
        },
        { faults: [{ operation: 'RunTask', kind: 'lost', times: 1 }] },
      ),
    LIMIT_MS,
  );

  test.concurrent(
    'is not run again by a later attempt of the run, and is where it failed',
    () =>
      withCourse(app(1), async (rig) => {
        const attempt = (n: number) => ({ env: { GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: String(n) } });
        const first = await rig.run(inputs, attempt(1));
        expect(first.exitCode).toBe(1);
        await rig.settings({ runTaskCourses: { web: app(0) } });
        await rig.fault({ operation: 'CreateDeployment', kind: 'denied', times: 1 });
        const second = await rig.run({ ...inputs, 'task-definition': 'web' }, attempt(2));
        expect(second.exitCode).toBe(1);
        expect(own(rig)).toHaveLength(2);
        const third = await rig.run({ ...inputs, 'task-definition': 'web' }, attempt(3));
        expect([third.exitCode, errorsOf(third.output)]).toEqual([0, '']);
        expect(own(rig)).toHaveLength(2);
      }),
    LIMIT_MS,
  );
});

describe('a task that fails: red, and nothing is deployed', () => {
  async function isRed(rig: Rig, more: Readonly<Record<string, string>> = {}): Promise<string> {
    const before = await rig.live();
    const { exitCode, output, outputs } = await rig.run({ ...inputs, ...more });
    expect(exitCode).toBe(1);
    expect(outputs).not.toHaveProperty('codedeploy-deployment-id');
    expect(await rig.writes()).not.toContain('CreateDeployment');
    expect(await rig.live()).toEqual(before);
    return errorsOf(output);
  }

  test.concurrent.each<[string, TaskCourse, RegExp]>([
    [
      'exit code 1',
      app(1, { lines: ['column exists'] }),
      /container app ended with exit code 1\. Nothing was deployed\./,
    ],
    [
      'out of memory',
      app(137, { reason: 'OutOfMemoryError: killed' }),
      /exit code 137 \(OutOfMemoryError.*\n.*raise `memory`/,
    ],
    ['no exit code', app(null), /container app ended without an exit code/],
    [
      'never started: no image',
      { neverStarts: 'CannotPullContainerError: ref shop/web:v2: not found' },
      /it never started: CannotPullContainerError.*\n.*image or its tag does not exist/,
    ],
    [
      'never started: no secret',
      { neverStarts: 'ResourceInitializationError: unable to pull secrets or registry auth' },
      /it never started: ResourceInitializationError.*\n.*ARN/,
    ],
  ])(
    '%s',
    (_what, course, message) =>
      withCourse(course, async (rig) => {
        expect(await isRed(rig)).toMatch(message);
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'RunTask']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'placed nowhere: the reason and what to do',
    () =>
      withCourse(
        app(0),
        async (rig) => {
          expect(await isRed(rig)).toMatch(/ECS placed no task: RESOURCE:MEMORY\.\n.*add instances to the cluster/);
        },
        { settings: { runTaskFailures: ['RESOURCE:MEMORY'] } },
      ),
    LIMIT_MS,
  );

  test.concurrent(
    'stopped by a person, though it exits with 0',
    () =>
      withCourse({ afterMs: 1e9 }, async (rig) => {
        const stopping = rig.clients.ecs;
        let asked = false;
        const result = await rig.run(inputs, {
          onOutput: (text) => {
            if (asked || !text.includes(': RUNNING')) return;
            asked = true;
            void stopping.send(new StopTaskCommand({ cluster: 'shop', task: own(rig)[0]?.arn, reason: 'by hand' }));
          },
        });
        expect(result.exitCode).toBe(1);
        expect(errorsOf(result.output)).toMatch(/stopped before its end: by hand/);
        expect(await rig.writes()).not.toContain('CreateDeployment');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a call that is denied names the statement to add',
    () =>
      withCourse(
        app(0),
        async (rig) => {
          expect(await isRed(rig)).toMatch(/"Action":"ecs:RunTask"/);
        },
        { faults: [{ operation: 'RunTask', kind: 'denied' }] },
      ),
    LIMIT_MS,
  );
});

test.concurrent(
  'a log that may not be read is a warning with the statement to add, once',
  () =>
    withCourse(
      app(0, { lines: ['one', 'two'] }),
      async (rig) => {
        const { exitCode, output } = await rig.run(inputs);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(warningsOf(output).match(/"Action":"logs:GetLogEvents"/g)).toHaveLength(1);
        expect((await rig.calls()).filter((name) => name === 'GetLogEvents')).toHaveLength(1);
      },
      { faults: [{ operation: 'GetLogEvents', kind: 'denied' }] },
    ),
  LIMIT_MS,
);

describe('a cancel', () => {
  test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    '%s during the task stops it once, and nothing is deployed',
    (signal) =>
      withCourse({ afterMs: 1e9 }, async (rig) => {
        let child: ChildProcess | null = null;
        let told = '';
        const result = await rig.run(inputs, {
          onStart: (started) => (child = started),
          onOutput: (text) => {
            const before = told.includes(': RUNNING');
            told += text;
            if (!before && told.includes(': RUNNING')) child?.kill(signal);
          },
        });
        expect(result.exitCode).toBe(1);
        expect(warningsOf(result.output)).toMatch(/Task [0-9a-f]{32} was stopped/);
        expect(errorsOf(result.output)).toContain('No deployment was started');
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask']);
        expect(own(rig)).toMatchObject([
          { stopCode: 'UserInitiated', stoppedReason: expect.stringContaining('cancelled') },
        ]);
        expect(result.state['run-task-arn']).toBe('');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that kills: post stops the task',
    () =>
      withCourse({ afterMs: 1e9 }, async (rig) => {
        let child: ChildProcess | null = null;
        const result = await rig.run(inputs, {
          onStart: (started) => (child = started),
          onOutput: (text) => {
            if (text.includes(': RUNNING')) child?.kill('SIGKILL');
          },
        });
        expect([result.exitCode, result.postExitCode]).toEqual([null, 0]);
        expect(warningsOf(result.postOutput)).toMatch(/Task [0-9a-f]{32} was stopped/);
        expect(own(rig)).toMatchObject([{ stopCode: 'UserInitiated' }]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that kills while RunTask is on its way: post says that there may be one, and the next attempt goes on with it',
    () =>
      withCourse(
        app(0),
        async (rig) => {
          const killed = await rig.run(inputs, {
            onStart: (child) => void rig.faultMet().then(() => child.kill('SIGKILL')),
          });
          expect(warningsOf(killed.postOutput)).toContain('there may be one');
          const again = await rig.run({ ...inputs, 'task-definition': 'web' }, { env: { GITHUB_RUN_ATTEMPT: '2' } });
          expect([again.exitCode, errorsOf(again.output)]).toEqual([0, '']);
          expect(own(rig)).toHaveLength(1);
        },
        { faults: [{ operation: 'RunTask', kind: 'slow', ms: 1_500, times: 1 }] },
      ),
    LIMIT_MS,
  );

  test.concurrent(
    'while RunTask is on its way: the task is known, and stopped',
    () =>
      withCourse(
        { afterMs: 1e9 },
        async (rig) => {
          const result = await rig.run(inputs, {
            onStart: (child) => void rig.faultMet().then(() => child.kill('SIGINT')),
          });
          expect(result.exitCode).toBe(1);
          expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask']);
        },
        { faults: [{ operation: 'RunTask', kind: 'slow', ms: 1_500 }] },
      ),
    LIMIT_MS,
  );
});

describe('refused before anything is written', () => {
  test.concurrent.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'no JSON',
      { 'run-task-container-overrides': '[{"name": "app"' },
      /'run-task-container-overrides': received a value/,
    ],
    [
      'no container of that name',
      { 'run-task-container-overrides': '[{"name": "job"}]' },
      /container 'job'.*it has: app, agent/,
    ],
    [
      'no volume of that name',
      { 'run-task-managed-ebs-volume-name': 'data', 'run-task-managed-ebs-volume': '{"sizeInGiB": 5}' },
      /volume 'data'/,
    ],
  ])(
    '%s',
    (_what, more, message) =>
      withRig({ stack }, async (rig) => {
        const { exitCode, output } = await rig.run({ ...inputs, ...more });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toMatch(message);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});
