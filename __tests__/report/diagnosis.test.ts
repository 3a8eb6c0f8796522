import { describe, expect, test } from '@jest/globals';
import { type Service, type Task } from '@aws-sdk/client-ecs';
import { type Observation, unseen } from '../../src/engine/engine.ts';
import { type EcsPort } from '../../src/ports/aws/aws.ts';
import { AwsCallError } from '../../src/ports/aws/error.ts';
import { diagnose, type Diagnosis } from '../../src/report/diagnosis.ts';
import { hintFor } from '../../src/report/hints.ts';

const asked = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2';
const since = 1_000_000;
const green = {
  id: 'ecs-svc/2',
  color: 'green',
  status: 'ACTIVE',
  weight: 0,
  desired: 2,
  running: 0,
  pending: 2,
  targetGroup: null,
} as const;
const last: Observation = {
  ...unseen('d-1'),
  status: 'Failed',
  error: {
    code: 'TIMEOUT',
    message: 'The deployment timed out while waiting for the replacement task set to become healthy.',
  },
  events: [{ name: 'Install', status: 'Failed', startedAt: 1, endedAt: 2, diagnostics: 'ScriptTimedOut: late' }],
  taskSets: [green],
};

function run(
  tasks: readonly Task[] | Error,
  service: Service | Error = {},
  of: Observation = last,
): Promise<Diagnosis> {
  const give = <T>(value: T | Error): Promise<T> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  const never = (): Promise<never> => Promise.reject(new Error('not asked for'));
  const ecs: EcsPort = {
    describeService: () => give<Service | null>(service),
    stoppedTasks: () => give(tasks),
    describeTaskDefinition: never,
    runTask: never,
    describeTask: never,
    stopTask: never,
    registerTaskDefinition: never,
  };
  return diagnose(ecs, { cluster: 'shop', service: 'web', last: of, asked, since });
}

const pull = 'CannotPullContainerError: ref registry/web:2: not found';

test("the replacement's stopped tasks tell more than the time-out", async () => {
  const task: Task = { startedBy: 'ecs-svc/2', stopCode: 'TaskFailedToStart', stoppedReason: pull };
  const { cause, lines } = await run([task, task, { startedBy: 'ecs-svc/1', stoppedReason: 'Scaling activity' }]);
  expect(cause).toMatch(/^TIMEOUT: .*CannotPullContainerError.* → the image or its tag does not exist/);
  expect(lines).toEqual([
    expect.stringMatching(/^TIMEOUT: The deployment timed out/),
    'Install failed: ScriptTimedOut: late',
    `2 tasks stopped: TaskFailedToStart: ${pull}`,
  ]);
});

test('tasks are known by their definition too, and containers tell their exit codes', async () => {
  const { lines } = await run([
    {
      taskDefinitionArn: asked,
      containers: [
        { name: 'web', exitCode: 137, reason: 'OutOfMemoryError' },
        { name: 'log', exitCode: 0 },
      ],
    },
  ]);
  expect(lines.at(-1)).toBe(
    'A task stopped: no reason given; container web: exit code 137, OutOfMemoryError; container log: exit code 0',
  );
});

test('service events since the start', async () => {
  const events = [
    { createdAt: new Date(since + 1), message: '(service web) (port 80) is unhealthy in (target-group x)' },
    { createdAt: new Date(since - 1), message: 'earlier' },
  ];
  const { lines, cause } = await run([], { events });
  expect(lines.join('\n')).toContain('Service event: (service web) (port 80) is unhealthy');
  expect(lines.join('\n')).not.toContain('earlier');
  expect(cause).toContain('health checks');
});

test('what may not be read is said with the statement to add, and the rest is told', async () => {
  const call = { service: 'ecs', operation: 'ListTasks', on: 'shop/web' };
  const denied = new AwsCallError(call, { kind: 'denied', code: 'AccessDeniedException', message: 'no\nway' });
  const { lines, cause } = await run(denied, denied);
  expect(lines).toHaveLength(4);
  expect(lines[2]).toContain('"Action":"ecs:ListTasks"');
  expect(cause).toContain('TIMEOUT');
  expect(lines.join('')).not.toContain('\n');
});

test('a deployment of which AWS says nothing', async () => {
  const { cause } = await run([], {}, { ...unseen('d-1'), status: 'Failed' });
  expect(cause).toBe('the deployment failed, and AWS gives no cause');
});

describe('hints', () => {
  test.each([
    ['CannotPullContainerError: pull access denied for x', 'execution role may not pull'],
    ['CannotPullContainerError: ref x:1: not found', 'does not exist'],
    [
      'CannotPullContainerError: image Manifest does not contain descriptor matching platform linux/amd64',
      'runtimePlatform',
    ],
    ['CannotPullContainerError: dial tcp: i/o timeout', 'NAT gateway'],
    ['exec /app: exec format error', 'another processor'],
    ['OutOfMemoryError: Container killed due to memory usage', 'memory'],
    ['Task failed ELB health checks in (target-group x)', 'health checks'],
    ['container web: exit code 137', '(137)'],
    ['container web: exit code 139', '(139)'],
    ['container web: exit code 127', 'entryPoint'],
    ['container web: exit code 1', 'look at its log'],
    [
      'ResourceInitializationError: unable to pull secrets: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue',
      'GetSecretValue',
    ],
    [
      'The deployment timed out while waiting for a notification to continue. This time out period is 5 minutes.',
      "a later job ('mode: promote')",
    ],
    [
      'CodeDeploy expects a status callback; it timed out while waiting for a status callback',
      'PutLifecycleEventHookExecutionStatus',
    ],
    [
      'The deployment failed because one or more of the lifecycle event validation functions failed.',
      'Lambda function',
    ],
    [
      'The IAM role x does not give you permission to perform operations in the following AWS service: AWSLambda.',
      'lambda:InvokeFunction',
    ],
    ['Primary taskset target group must be behind listener', 'listener'],
    ['ALARM_ACTIVE: One or more alarms have been activated', 'alarm'],
    ['MANUAL_STOP: stopped', 'someone stopped'],
  ])('%s', (said, hint) => {
    expect(hintFor(said)).toContain(hint);
  });

  test.each(['all is well', 'container web: exit code 0'])('none for: %s', (said) => {
    expect(hintFor(said)).toBeNull();
  });
});
