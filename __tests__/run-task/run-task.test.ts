/** The course of a task on a clock that is stepped, against calls that are played. */
import { type Failure, type Task } from '@aws-sdk/client-ecs';
import { beforeEach, describe, expect, test } from '@jest/globals';

import { type DeployInputs } from '../../src/inputs/types.ts';
import { type JsonObject } from '../../src/json.ts';
import { AwsCallError, type AwsErrorKind } from '../../src/ports/aws/error.ts';
import { type LogPage } from '../../src/ports/aws/task-port.ts';
import { Interruption } from '../../src/ports/signals.ts';
import { type Before, runTaskBefore } from '../../src/run-task/run-task.ts';
import { recordedRun, type RecordedRun } from '../recorded.ts';
import { FakeClock } from '../watch/fake-clock.ts';
import { asked } from './asked.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task/shop/0123';
const options = { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web', 'awslogs-region': 'eu-central-1' };
const body: JsonObject = {
  containerDefinitions: [{ name: 'app', logConfiguration: { logDriver: 'awslogs', options } }],
};

const state = (lastStatus: string): Task => ({ taskArn: ARN, lastStatus, startedAt: new Date(0) });
const ended = (exitCode: number): Task => ({
  ...state('STOPPED'),
  stopCode: 'EssentialContainerExited',
  containers: [{ name: 'app', exitCode }],
});

function refused(operation: string, kind: AwsErrorKind): AwsCallError {
  const [service = '', name = ''] = operation.split(':');
  return new AwsCallError({ service, operation: name, on: ARN }, { kind, code: 'E', message: 'no' });
}

let clock: FakeClock;
let run: RecordedRun;
let calls: string[];
let bodies: JsonObject[];
let answers: { readonly tasks: readonly Task[]; readonly failures: readonly Failure[] }[];
/** The last one holds from then on. */
let looks: (Task | null | Error)[];
let pages: (LogPage | Error)[];
let stopping: () => Promise<void>;
let cancel: AbortController;

beforeEach(() => {
  clock = new FakeClock();
  run = recordedRun();
  calls = [];
  bodies = [];
  answers = [{ tasks: [state('PROVISIONING')], failures: [] }];
  looks = [state('PENDING'), state('RUNNING'), ended(0)];
  pages = [{ messages: [], next: 'f/0' }];
  stopping = () => Promise.resolve();
  cancel = new AbortController();
});

function next<T>(list: T[]): T {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('There is no further answer.');
  if (rest.length > 0) list.shift();
  return first;
}

async function given<T>(answer: T | Error): Promise<T> {
  await Promise.resolve();
  if (answer instanceof Error) throw answer;
  return answer;
}

const before = {
  plan: { target: { cluster: 'shop', service: {}, primary: {} }, waiting: { maxDelayMs: 30_000 } },
  revision: { arn: 'arn:web:2', name: 'web:2', kind: 'registered' },
  body,
  earlier: null,
} as unknown as Before;

function play(more: { attempt?: string; minutes?: number; before?: Partial<Before> } = {}): Promise<void> {
  const aws = {
    ecs: {
      runTask: (request: JsonObject) => (calls.push('RunTask'), bodies.push(request), given(next(answers))),
      describeTask: () => (calls.push('DescribeTasks'), given(next(looks))),
      stopTask: (_cluster: string, _arn: string, reason: string) => (calls.push(`StopTask ${reason}`), stopping()),
    },
    logs: {
      events: ({ region }: { region: string | null }) => (
        calls.push(`GetLogEvents ${String(region)}`),
        given(next(pages))
      ),
    },
  };
  const context = { ...run.runner.context, runAttempt: more.attempt ?? '1' };
  const inputs = { runTask: { ...asked, minutes: more.minutes ?? 30 }, matrix: '' } as unknown as DeployInputs;
  const ports = { aws, clock, log: run.log, runner: { ...run.runner, context }, signal: cancel.signal };
  return clock.run(runTaskBefore(inputs, { ...before, ...more.before }, ports));
}

const reads = (): number => calls.filter((call) => call.startsWith('GetLogEvents')).length;

describe('the course', () => {
  test('is told, with outputs, and the state for post is empty at its end', async () => {
    await play();
    expect(run.of('info')).toEqual([
      'Task: 0123 with web:2',
      'Task 0123: PENDING',
      'Task 0123: RUNNING',
      'Task 0123: STOPPED',
      'The task did its work.',
    ]);
    expect(run.outputs).toEqual({ 'run-task-arn': JSON.stringify([ARN]), 'run-task-id': '0123' });
    expect(run.state).toEqual({ 'run-task-arn': '', 'run-task-starting': '' });
  });

  test('a task that ECS does not know yet is waited for, and one that it never knows is a fault', async () => {
    looks = [null, null, ended(0)];
    await play();
    looks = [null];
    await expect(play()).rejects.toThrow(/knew of no such task/);
  });

  test('looks that fail for a while do not end it; one that is denied does, and says that the task goes on', async () => {
    looks = [refused('ecs:DescribeTasks', 'network'), refused('ecs:DescribeTasks', 'throttled'), ended(0)];
    await play();
    looks = [refused('ecs:DescribeTasks', 'denied')];
    await expect(play()).rejects.toThrow(/The task goes on by itself.*\n.*"Action":"ecs:DescribeTasks"/);
    // Nothing for post to do: it was told.
    expect(run.state['run-task-arn']).toBe('');
  });

  test('is not begun where the deployment in progress is that of an earlier attempt', async () => {
    await play({ before: { earlier: { arn: 'arn:web:2', definition: {}, tags: [] } } });
    expect(calls).toEqual([]);
  });
});

describe('its time', () => {
  test('is up: stopped once, told, and red', async () => {
    looks = [state('RUNNING')];
    await expect(play({ minutes: 10 })).rejects.toThrow(/did not end within 10 minutes. Task 0123 was stopped/);
    expect(calls.filter((call) => call.startsWith('StopTask'))).toEqual([
      'StopTask ecs-blue-green: It took longer than 10 minutes',
    ]);
    expect(clock.now() - Date.UTC(2026, 0, 1)).toBe(10 * 60_000);
  });

  test('is up, and it cannot be stopped: the statement to add', async () => {
    looks = [state('RUNNING')];
    stopping = () => Promise.reject(refused('ecs:StopTask', 'denied'));
    await expect(play({ minutes: 1 })).rejects.toThrow(/could not be stopped and goes on by itself.*"ecs:StopTask"/);
  });

  test('is up, and nothing answers: that is not waited for', async () => {
    looks = [state('RUNNING')];
    stopping = () => new Promise(() => undefined);
    await expect(play({ minutes: 1 })).rejects.toThrow(/Task 0123 may go on by itself: no answer came/);
  });
});

describe('a cancel', () => {
  test('stops it once, and keeps its reason', async () => {
    looks = [state('RUNNING')];
    clock.at(clock.now() + 4_000, () => {
      cancel.abort(new Interruption('the run was cancelled (SIGINT)'));
    });
    await expect(play()).rejects.toThrow(Interruption);
    expect(calls.filter((call) => call.startsWith('StopTask'))).toHaveLength(1);
    expect(run.of('warning')).toEqual(['Task 0123 was stopped.']);
  });

  test('before it starts: nothing is called', async () => {
    cancel.abort(new Interruption('the run was cancelled (SIGINT)'));
    await expect(play()).rejects.toThrow(Interruption);
    expect(calls).toEqual([]);
  });
});

describe('attempts of a run', () => {
  test('the task of an earlier one that ECS has forgotten is run again; one that it does not know yet is not', async () => {
    const at = (ms: number) => ({
      tasks: [{ ...state('STOPPED'), createdAt: new Date(clock.now() - ms) }],
      failures: [],
    });
    const later = { tasks: [state('PROVISIONING')], failures: [] };
    answers = [at(90 * 60_000), later];
    looks = [null, ended(0)];
    await play({ attempt: '2' });
    expect(new Set(bodies.map(({ clientToken }) => clientToken)).size).toBe(2);
    expect(run.of('info').join()).toContain('ECS does not know any more: it is run again');
    bodies = [];
    answers = [at(1_000)];
    looks = [null, null, ended(0)];
    await play({ attempt: '2' });
    expect(bodies).toHaveLength(1);
  });

  test('share the token of one request, which no other run has', async () => {
    await play();
    await play({ attempt: '2' });
    const other = { ...run.runner.context, runId: '8' };
    run = { ...run, runner: { ...run.runner, context: other } };
    await play();
    const [one, two, three] = bodies.map(({ clientToken }) => clientToken);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  test('go on with a task that did its work', async () => {
    looks = [ended(0)];
    await play({ attempt: '3' });
    expect(bodies).toHaveLength(1);
  });

  test('run it anew where it failed, with another token, and the last one is judged', async () => {
    looks = [ended(1), ended(2)];
    await expect(play({ attempt: '2' })).rejects.toThrow(/exit code 2/);
    expect(new Set(bodies.map(({ clientToken }) => clientToken)).size).toBe(2);
  });
});

test('no task: the reasons, each once', async () => {
  const failure = { reason: 'RESOURCE:CPU' };
  answers = [{ tasks: [], failures: [failure, failure, { reason: 'AGENT', detail: 'gone' }] }];
  await expect(play()).rejects.toThrow(/ECS placed no task: RESOURCE:CPU; AGENT, gone\./);
});

describe('the log', () => {
  test('is read page by page from its region, and once more behind the end', async () => {
    looks = [ended(0)];
    pages = [
      { messages: ['  one\ntwo'], next: 'f/1' },
      { messages: ['\u001b[31mred\u001b[0m\u0007'], next: 'f/2' },
      { messages: [], next: 'f/2' },
    ];
    await play();
    expect(run.of('info')).toEqual(expect.arrayContaining(['  |   one\n  | two', '  | red']));
    expect(calls.filter((call) => call === 'GetLogEvents eu-central-1')).toHaveLength(4);
  });

  test('that is not there yet, or out of reach for a while, is asked for again in silence', async () => {
    pages = [
      refused('logs:GetLogEvents', 'missing'),
      refused('logs:GetLogEvents', 'network'),
      { messages: ['late'], next: null },
    ];
    looks = [state('RUNNING'), state('RUNNING'), ended(0)];
    await play();
    expect(run.of('warning')).toEqual([]);
    expect(run.of('info')).toContain('  | late');
  });

  test('that is denied is one warning, and not asked for again', async () => {
    pages = [refused('logs:GetLogEvents', 'denied')];
    looks = [state('RUNNING'), state('RUNNING'), ended(0)];
    await play();
    expect(run.of('warning')).toEqual([expect.stringContaining('"logs:GetLogEvents"')]);
    expect(reads()).toBe(1);
  });

  test('without an end does not fill the log of the job', async () => {
    let page = 0;
    looks = [...Array.from({ length: 60 }, () => state('RUNNING')), ended(0)];
    pages = Array.from({ length: 200 }, () => ({
      messages: Array.from({ length: 1_000 }, () => 'x'),
      next: `f/${(page += 1)}`,
    }));
    await play();
    const lines = run.of('info').flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => line === '  | x')).toHaveLength(50_000);
    expect(lines).toContain('The rest of this log is in /ecs/web, stream web/app/0123.');
    expect(reads()).toBe(50);
  });

  test.each<[string, JsonObject, RegExp]>([
    ['no configuration', { name: 'app' }, /it has no log configuration/],
    [
      'another driver',
      { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } },
      /its log driver is awsfirelens/,
    ],
    [
      'no prefix',
      { name: 'app', logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'a' } } },
      /no awslogs-stream-prefix/,
    ],
  ])('that cannot be read says why: %s', async (_what, container, why) => {
    await play({ before: { body: { containerDefinitions: [container] } } });
    expect(run.of('info').join('\n')).toMatch(why);
    expect(reads()).toBe(0);
  });
});
