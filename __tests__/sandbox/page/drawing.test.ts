/** What the browser's code computes before it draws. */
import { describe, expect, test } from '@jest/globals';
import { clockTime, cut, duration, shortImage } from '../../../sandbox/page/browser/format.ts';
import { happenings } from '../../../sandbox/page/browser/happenings.ts';
import { chartOf, niceTop, ratesByGroup } from '../../../sandbox/page/browser/series.ts';
import {
  freshState,
  nowAt,
  secondAt,
  takeCalls,
  takeHello,
  takeTraffic,
  takeView,
} from '../../../sandbox/page/browser/state.ts';
import { summarise } from '../../../sandbox/page/browser/summary.ts';
import {
  type CallView,
  type DeploymentView,
  type Hello,
  type ServiceView,
  type View,
} from '../../../sandbox/page/view-types.ts';

const service: ServiceView = {
  arn: 'arn:web',
  name: 'web',
  cluster: 'shop',
  status: 'ACTIVE',
  controller: 'CODE_DEPLOY',
  desired: 2,
  deployable: true,
  listeners: [{ arn: 'L', role: 'production', port: 80, protocol: 'HTTP', url: null, weights: { one: 100, two: 0 } }],
  groups: [
    { arn: 'one', name: 'one', slot: 'blue' },
    { arn: 'two', name: 'two', slot: 'green' },
  ],
  taskSets: [
    {
      id: 'ecs-svc/1',
      status: 'PRIMARY',
      revision: 'web:1',
      image: 'web:1',
      group: 'one',
      desired: 2,
      running: 2,
      pending: 0,
      steady: true,
      tasks: [],
      tasksLeftOut: 0,
    },
  ],
  stopped: [],
  events: [],
  deployments: [],
  deploymentsLeftOut: 0,
  groupOf: { 'web:1': 'one', 'web:2': 'two', 'web:3': 'one' },
};

const deployment: DeploymentView = {
  id: 'd-1',
  status: 'InProgress',
  phase: 'Install',
  creator: 'user',
  description: null,
  config: 'CodeDeployDefault.ECSAllAtOnce',
  createdAt: 1_000,
  startedAt: 2_000,
  completedAt: null,
  error: null,
  events: [{ name: 'BeforeInstall', status: 'Succeeded', startedAt: 2_000, endedAt: 2_500, message: null, log: null }],
  wait: null,
  rolledBackBy: null,
  rollsBack: null,
  before: null,
  after: null,
  why: null,
  promote: null,
  stoppable: true,
  stopping: false,
};

describe('format', () => {
  test.each([
    [-5, '0.0 s'],
    [560, '0.5 s'],
    [9_999, '9.9 s'],
    [12_400, '12 s'],
    [185_000, '3 min 05 s'],
    [3_725_000, '1 h 02 min'],
  ])('%i ms last %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  test.each([
    ['123.dkr.ecr.eu-west-1.amazonaws.com/shop/web:v2', 'web:v2'],
    [`localhost:5000/web@sha256:${'a'.repeat(64)}`, 'web@aaaaaaa'],
    ['web', 'web'],
  ])('%s is shown as %s', (image, text) => {
    expect(shortImage(image)).toBe(text);
  });

  test('times are in UTC, and long texts are cut', () => {
    expect(clockTime(Date.UTC(2026, 0, 1, 6, 7, 8))).toBe('06:07:08');
    expect([cut('abcdef', 6), cut('abcdef', 5)]).toEqual(['abcdef', 'abcd…']);
  });
});

describe('the sentence', () => {
  const deploying = (part: Partial<DeploymentView>): string =>
    summarise({ ...service, deployments: [{ ...deployment, ...part }] }).text;

  test.each([
    [{}, 'd-1 starts the replacement tasks and waits until they are healthy.'],
    [{ why: 'They crash.' }, 'd-1 waits for tasks that do not get healthy.'],
    [{ why: 'They crash.', phase: 'TerminationWait' }, 'd-1 has tasks that do not stay up.'],
    [{ phase: 'ReadyWait' }, 'd-1 is ready and waits for someone to let it go on.'],
    [{ phase: 'Succeeded', status: 'Succeeded', completedAt: 9 }, 'd-1 succeeded.'],
    [{ phase: 'Failed', status: 'Failed', completedAt: 9 }, 'd-1 failed.'],
    [{ creator: 'codeDeployRollback', rollsBack: 'd-0', completedAt: 9 }, 'd-0 failed and was rolled back.'],
  ])('%j: %s', (part, text) => {
    expect(deploying(part)).toBe(`${text} All production traffic is on web:1.`);
  });

  test('does not call it well where tasks are lacking', () => {
    const [blue] = service.taskSets;
    if (!blue) throw new Error('the service has one');
    const ended = { ...deployment, phase: 'Succeeded', status: 'Succeeded', completedAt: 9 };
    const crashed = { ...service, deployments: [ended], taskSets: [{ ...blue, running: 1 }] };
    expect(summarise(crashed)).toEqual({
      tone: 'bad',
      text: 'd-1 succeeded. All production traffic is on web:1: 1 of its 2 tasks run.',
    });
    expect(summarise({ ...crashed, taskSets: [blue] }).tone).toBe('calm');
  });

  test('tells the shares while traffic shifts, and that nothing serves', () => {
    const [listener] = service.listeners;
    const [blue] = service.taskSets;
    if (!listener || !blue) throw new Error('the service has both');
    const shifting = {
      ...service,
      listeners: [{ ...listener, weights: { one: 25, two: 75 } }],
      taskSets: [blue, { ...blue, id: 'ecs-svc/2', revision: 'web:2', group: 'two' }],
    };
    expect(summarise(shifting).text).toBe('Production traffic: 75 % web:2, 25 % web:1. Nothing has been deployed yet.');
    expect(summarise({ ...service, taskSets: [] }).text).toContain('No task set takes production traffic.');
  });
});

describe('what happened', () => {
  test('is in one list, newest first', () => {
    const events = [{ id: 'e', at: 2_200, message: '(service web) is unhealthy in (target-group one)' }];
    const containers = [{ name: 'app', image: 'web', exitCode: 1, reason: null }];
    const stopped = {
      id: 'abcdef0123456789',
      revision: 'web:2',
      taskSet: 'ecs-svc/2',
      status: 'STOPPED',
      health: 'unknown',
      healthReason: null,
      createdAt: 0,
      startedAt: 0,
      stoppedAt: 2_300,
      reason: 'Essential container in task exited',
      code: 'EssentialContainerExited',
      containers,
    } as const;
    const all = happenings({ ...service, events, stopped: [stopped], deployments: [deployment] });
    expect(all.map(({ source, text, bad }) => `${bad ? '! ' : ''}${source} ${text}`)).toEqual([
      'CodeDeploy d-1: BeforeInstall succeeded',
      '! Task abcdef01 of web:2 stopped: Essential container in task exited (exit code 1)',
      '! ECS (service web) is unhealthy in (target-group one)',
      'CodeDeploy d-1: BeforeInstall started',
      'CodeDeploy d-1: created',
    ]);
  });
});

describe('the chart', () => {
  const seconds = [
    { second: 8, listeners: { L: { 'web:1': [4, 1, 0] } } },
    {
      second: 10,
      listeners: { L: { 'web:1': [2, 0, 0], 'web:2': [3, 0, 2], 'web:3': [1, 0, 0] }, M: { 'web:1': [9, 0, 0] } },
    },
  ] as const;

  test('has a value a second, by version; one target group can have had two versions', () => {
    const chart = chartOf(service, seconds, { listener: 'L', until: 10, length: 4 });
    expect(chart.series.map(({ revision, slot, age, rates }) => [revision, slot, age, rates])).toEqual([
      ['web:1', 'blue', 1, [0, 4, 0, 2]],
      ['web:2', 'green', 0, [0, 0, 0, 3]],
      ['web:3', 'blue', 0, [0, 0, 0, 1]],
    ]);
    expect(chart).toMatchObject({ errors: [0, 0, 0, 2], highest: 6 });
    expect(chart.series[0]).toMatchObject({ requests: 6, refused: 1, errors: 0 });
    expect(chartOf(service, seconds, { listener: 'none', until: 10, length: 4 }).series).toEqual([]);
  });

  test('the rate of a target group is that of the last three seconds', () => {
    const rates = ratesByGroup(service, seconds, 10);
    expect([rates('L', 'one'), rates('L', 'two'), rates('M', 'one'), rates('none', 'one')]).toEqual([
      expect.closeTo(7 / 3),
      1,
      3,
      0,
    ]);
  });

  test.each([
    [0, 5],
    [7, 10],
    [11, 20],
    [24, 25],
    [180, 200],
  ])('an axis for %i goes to %i', (value, top) => {
    expect(niceTop(value)).toBe(top);
  });
});

describe('the state', () => {
  const hello: Hello = { boot: 'a', operations: [], faultKinds: [], samples: [], resumed: false };
  const call = (id: number): CallView => ({
    id,
    at: 0,
    service: 'ecs',
    operation: 'ListTasks',
    status: 200,
    errorCode: null,
    fault: null,
    ms: 1,
  });
  const view = (clock: View['clock']): View => ({
    account: '1',
    region: 'r',
    runtime: 'simulated',
    clock,
    services: [],
    servicesLeftOut: 0,
    service: null,
    alarms: [],
    faults: [],
    load: null,
  });

  test('of a sandbox that was started again nothing old stays', () => {
    const state = freshState();
    takeHello(state, hello);
    takeView(state, { now: 5, view: view({ kind: 'real', speed: 1 }) }, 0);
    takeCalls(state, [call(1)]);
    state.chosen.deployment = 'd-1';
    takeHello(state, { ...hello, boot: 'b' });
    expect(state).toMatchObject({ view: null, calls: [], traffic: [], chosen: { deployment: null } });
  });

  test('of the same sandbox what it missed is added, and nothing twice', () => {
    const state = freshState();
    takeHello(state, hello);
    takeCalls(state, [call(1), call(2)]);
    takeHello(state, { ...hello, resumed: true });
    takeCalls(state, [call(2), call(3)]);
    expect(state.calls.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('time goes on by its speed, or stands still', () => {
    const state = freshState();
    takeView(state, { now: 1_000, view: view({ kind: 'real', speed: 60 }) }, 10);
    expect(nowAt(state, 20)).toBe(1_600);
    takeView(state, { now: 1_000, view: view({ kind: 'stepped', speed: null }) }, 10);
    expect(nowAt(state, 20)).toBe(1_000);
  });

  test('five minutes of traffic are kept; the newest second goes on without requests', () => {
    const state = freshState();
    takeTraffic(
      state,
      { until: 400, whole: true, seconds: [50, 150, 400].map((second) => ({ second, listeners: {} })) },
      0,
    );
    expect(state.traffic.map(({ second }) => second)).toEqual([150, 400]);
    expect(secondAt(state, 2_500)).toBe(402);
  });
});
