import { type TrafficRoutingConfig } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { StepError } from '../../src/errors.ts';
import { type WaitFor } from '../../src/inputs/types.ts';
import { configOf, readConfig } from '../../src/target/config.ts';
import { schedule } from '../../src/target/describe.ts';
import { waitingOf, waitingWarnings } from '../../src/target/waiting.ts';
import { failure, group } from './fake-aws.ts';

const MIN = 60_000;
const unused = {
  getDeploymentConfig: () => Promise.reject(failure('codedeploy', 'GetDeploymentConfig', 'x', 'Unused')),
};
const custom = (trafficRoutingConfig: TrafficRoutingConfig): ReturnType<typeof configOf> =>
  configOf('mine', { computePlatform: 'ECS', trafficRoutingConfig });

describe('AWS’s own configurations need no call', () => {
  test.each([
    ['CodeDeployDefault.ECSAllAtOnce', 0, 1, 'all at once'],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', 5, 2, '10 %, 100 % after 5 min'],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', 15, 2, '10 %, 100 % after 15 min'],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 9, 10, '10 % every 1 min, all after 9 min'],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 27, 10, '10 % every 3 min, all after 27 min'],
  ])('%s', async (name, minutes, steps, words) => {
    const config = await readConfig(name, unused);
    expect(config.shiftMs).toBe(minutes * MIN);
    expect(config.steps).toHaveLength(steps);
    expect(config.steps.at(-1)?.percent).toBe(100);
    expect(schedule(config)).toBe(words);
  });
});

describe('custom configurations', () => {
  test('linear: the last step takes the rest', () => {
    const config = custom({ type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage: 30, linearInterval: 2 } });
    expect(config.steps).toEqual([
      { atMs: 0, percent: 30 },
      { atMs: 2 * MIN, percent: 60 },
      { atMs: 4 * MIN, percent: 90 },
      { atMs: 6 * MIN, percent: 100 },
    ]);
    expect(config.shiftMs).toBe(6 * MIN);
  });

  test('canary of an hour', () => {
    const config = custom({ type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 1, canaryInterval: 60 } });
    expect(config.steps).toEqual([
      { atMs: 0, percent: 1 },
      { atMs: 60 * MIN, percent: 100 },
    ]);
  });

  test.each<[string, TrafficRoutingConfig]>([
    ['none', {}],
    ['linear of 0 %', { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage: 0, linearInterval: 1 } }],
    ['linear without its part', { type: 'TimeBasedLinear' }],
    ['canary of 100 %', { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 100, canaryInterval: 1 } }],
  ])('refuses a schedule: %s', (_, routing) => {
    expect(() => custom(routing)).toThrow(StepError);
  });
});

describe('waitingOf', () => {
  const config = { name: 'mine', shiftMs: 27 * MIN, steps: [] };
  const info = group({
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 2880 },
    },
  });
  const asked = (until: WaitFor, marginMinutes = 30): Parameters<typeof waitingOf>[0] => ({
    until,
    marginMinutes,
    maxDelaySeconds: 15,
    maxRetries: 3,
  });

  test.each<[WaitFor, number]>([
    ['none', 0],
    ['test-ready', 30],
    ['traffic-shifted', 60 + 27 + 30],
    ['completed', 60 + 27 + 2880 + 30],
  ])('%s', (until, minutes) => {
    expect(waitingOf(asked(until), { info, config })).toEqual({
      until,
      readyMs: 60 * MIN,
      shiftMs: 27 * MIN,
      terminationMs: 2880 * MIN,
      limitMs: minutes * MIN,
      maxDelayMs: 15_000,
    });
  });

  test('a margin of 90 minutes is 90 minutes', () => {
    expect(waitingOf(asked('traffic-shifted', 90), { info: group(), config }).limitMs).toBe((27 + 90) * MIN);
  });

  test.each([
    [
      'a wait time without STOP_DEPLOYMENT does not count',
      { deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 60 } },
    ],
    [
      'blue tasks that are kept are not waited for',
      { terminateBlueInstancesOnDeploymentSuccess: { action: 'KEEP_ALIVE', terminationWaitTimeInMinutes: 60 } },
    ],
    ['nothing set', {}],
  ] as const)('%s', (_, blueGreenDeploymentConfiguration) => {
    const waiting = waitingOf(asked('completed'), { info: group({ blueGreenDeploymentConfiguration }), config });
    expect(waiting).toMatchObject({ readyMs: 0, terminationMs: 0, limitMs: (27 + 30) * MIN });
  });

  test.each<[WaitFor, number]>([
    ['none', 0],
    ['test-ready', 0],
    ['traffic-shifted', 1],
    ['completed', 1],
  ])('warns of a wait that only a word ends, and names what gives it: %s', (until, count) => {
    const waiting = waitingOf(asked(until), { info, config });
    const warnings = waitingWarnings(waiting, false);
    expect(warnings).toHaveLength(count);
    for (const warning of warnings) expect(warning).toMatch(/'smoke-test'.*'wait-for: test-ready'.*'mode: promote'/);
    expect(waitingWarnings(waiting, true)).toEqual([]);
  });
});
