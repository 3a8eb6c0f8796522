import { describe, expect, test } from '@jest/globals';
import { type DeployInputs } from '../../src/inputs/types.ts';
import { type KnownPlan, type Waiting } from '../../src/plan.ts';
import { onTopOf, plannedDeployment, plannedWait } from '../../src/preview/waits.ts';
import { configOf } from '../../src/target/config.ts';
import { inputs } from '../target/fake-aws.ts';

const MINUTE = 60_000;

const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  until: 'traffic-shifted',
  readyMs: 0,
  shiftMs: 0,
  terminationMs: 0,
  limitMs: 30 * MINUTE,
  maxDelayMs: 15_000,
  ...more,
});

const knownWith = (hooks: readonly (readonly [string, string])[]): KnownPlan => {
  const service = {
    containerName: 'app',
    containerPort: 80,
    platformVersion: null,
    network: null,
    capacityProviders: null,
  };
  const nothing = { target: null, draft: null, waiting: null, builtFor: [], destination: null, existing: null };
  return { ...nothing, warnings: [], appspec: { kind: 'live', service: { ...service, hooks } } };
};

const START = 'the start of the new tasks: CodeDeploy gives them up to 60 min to become healthy';
const task: NonNullable<DeployInputs['runTask']> = {
  overrides: [],
  securityGroups: [],
  subnets: [],
  assignPublicIp: null,
  launchType: null,
  capacityProviderStrategy: [],
  startedBy: null,
  tags: [],
  volumeName: null,
  volume: null,
  minutes: 20,
};

interface Case {
  readonly of?: Parameters<typeof inputs>[0];
  readonly waiting?: Partial<Waiting>;
  readonly hooks?: readonly (readonly [string, string])[];
  readonly builds?: boolean;
}

describe('what comes on top of the schedule', () => {
  test.each<[string, Case, readonly string[]]>([
    ['the start of the tasks', {}, [START]],
    ['nothing where the step does not wait', { waiting: { until: 'none' }, hooks: [['AfterInstall', 'f']] }, []],
    ['a build', { builds: true }, ['before the deployment, the build of the image: as long as it takes', START]],
    ['a task before', { of: { runTask: task } }, ['before the deployment, the task that is run: up to 20 min', START]],
    ['hooks', { hooks: [['AfterInstall', 'check']] }, [START, 'hook AfterInstall (check): up to 60 min']],
    [
      'the group’s wait for a word',
      { waiting: { readyMs: 60 * MINUTE } },
      [START, 'the word to go on (ContinueDeployment), which the group waits for up to 60 min'],
    ],
    [
      'a smoke test in its place',
      { waiting: { readyMs: 60 * MINUTE }, of: { smokeTest: { command: 'true', minutes: 5 } } },
      [START, 'the smoke test: up to 5 min'],
    ],
    ['no word where the step ends before it', { waiting: { until: 'test-ready', readyMs: MINUTE } }, [START]],
  ])('%s', (_, { of = {}, waiting: more = {}, hooks = [], builds = false }, says) => {
    expect(onTopOf(inputs(of), knownWith(hooks), waiting(more), builds)).toEqual(says);
  });
});

test.each<[Waiting['until'], number]>([
  ['none', 0],
  ['test-ready', 0],
  ['traffic-shifted', 10],
  ['completed', 70],
])('until %s, the schedule takes %d min', (until, minutes) => {
  const wait = waiting({ until, shiftMs: 10 * MINUTE, terminationMs: 60 * MINUTE, limitMs: 100 * MINUTE });
  expect(plannedWait(wait, [])).toEqual({ until, expectedMinutes: minutes, limitMinutes: 100, onTop: [] });
});

test('a linear shift is told step by step', () => {
  const timeBasedLinear = { linearPercentage: 40, linearInterval: 3 };
  const config = configOf('ours', {
    computePlatform: 'ECS',
    trafficRoutingConfig: { type: 'TimeBasedLinear', timeBasedLinear },
  });
  expect(plannedDeployment(config, waiting({ readyMs: MINUTE, terminationMs: 5 * MINUTE }), true)).toEqual({
    configuration: 'ours',
    schedule: [
      { minute: 0, percent: 40 },
      { minute: 3, percent: 80 },
      { minute: 6, percent: 100 },
    ],
    readyMinutes: 1,
    terminationMinutes: 5,
    ignoreAlarms: true,
  });
});
