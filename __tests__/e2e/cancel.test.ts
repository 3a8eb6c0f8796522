/** Cancelled runs: the deployment is stopped once where on-cancel says so, and post follows it to its end. */
import { describe, expect, test } from '@jest/globals';
import { ELSEWHERE, errorsOf, LIMIT_MS, type RigOptions, warningsOf, withRig } from './rig.ts';
import { CANARY, ENDLESS, INSTALLING, READY, SHIFTED, signalled, signalledAtFault, unended } from './signalled.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const TO_STOPPED = ['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment'];
const TO_LEFT = TO_STOPPED.slice(0, 2);

interface Case {
  readonly rig?: RigOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly at: RegExp;
}

const install: Case = { at: INSTALLING };
const canary: Case = {
  rig: { speed: 20, stack: { deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes' } },
  at: CANARY,
};
const ready: Case = { rig: { stack: { readyWaitMinutes: 2000 } }, at: READY };
const termination: Case = {
  rig: { stack: { terminationWaitMinutes: 2000 } },
  inputs: { 'wait-for': 'completed' },
  at: SHIFTED,
};
const always = { 'on-cancel': 'rollback-always' };

describe('stopped once, rolled back, and followed by post', () => {
  test.concurrent.each<[string, Case, (typeof SIGNALS)[number]]>([
    ['while it installs, by SIGINT', install, 'SIGINT'],
    ['while it installs, by SIGTERM', install, 'SIGTERM'],
    ['at 10 % of a canary', canary, 'SIGINT'],
    ['while it waits to be continued', ready, 'SIGINT'],
    [
      'in the termination wait, with rollback-always',
      { ...termination, inputs: { ...termination.inputs, ...always } },
      'SIGINT',
    ],
  ])(
    '%s',
    (_, { rig: options = {}, inputs = {}, at }, signal) =>
      withRig(options, async (rig) => {
        if (at === INSTALLING) await rig.settings(ENDLESS);
        const before = await rig.live();
        const result = await rig.run({ image: ELSEWHERE, ...inputs }, signalled(signal, at));
        const { exitCode, output, outputs, postOutput, postExitCode, summary } = result;
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect({ exitCode, postExitCode, result: outputs['result'] }).toEqual({
          exitCode: 1,
          postExitCode: 0,
          result: 'interrupted',
        });
        expect(errorsOf(output)).toContain(`The run was cancelled (${signal})`);
        expect(errorsOf(output)).toContain(`${id} (`);
        expect(errorsOf(output)).toContain('is stopped with rollback');
        expect(summary).toContain('Cancelled');
        expect(warningsOf(postOutput)).toMatch(/rolled back by deployment d-\w+|no rollback, production runs web:1/);
        expect(errorsOf(postOutput)).toBe('');
        expect(summary).toMatch(/### ❌ (?:Rolled back|Stopped): web in shop/);
        expect(unended(rig)).toEqual([]);
        expect((await rig.live()).traffic).toMatchObject(before.traffic);
        expect((await rig.live()).revision).toBe('web:1');
        expect(await rig.writes()).toEqual(TO_STOPPED);
      }),
    LIMIT_MS,
  );
});

describe('left, and said so', () => {
  test.concurrent.each<[string, Case, RegExp]>([
    [
      'a release that production is wholly on',
      termination,
      /web:2 takes all production traffic already.*the release stays/,
    ],
    ['on-cancel: leave', { ...install, inputs: { 'on-cancel': 'leave' } }, /goes on by itself \(on-cancel: leave\)/],
  ])(
    '%s',
    (_, { rig: options = {}, inputs = {}, at }, told) =>
      withRig(options, async (rig) => {
        if (at === INSTALLING) await rig.settings(ENDLESS);
        const result = await rig.run({ image: ELSEWHERE, ...inputs }, signalled('SIGINT', at));
        expect([result.exitCode, result.outputs['result']]).toEqual([1, 'interrupted']);
        expect(errorsOf(result.output)).toMatch(told);
        if (at === SHIFTED) expect(warningsOf(result.output)).toContain('nothing is taken back');
        expect(result.postOutput).toBe('');
        expect(unended(rig)).toEqual([result.outputs['codedeploy-deployment-id']]);
        expect(await rig.writes()).toEqual(TO_LEFT);
      }),
    LIMIT_MS,
  );
});

test.concurrent(
  'AWS that hangs holds a cancel up for seconds only: post stops what the step could not',
  () =>
    withRig({}, async (rig) => {
      await rig.settings(ENDLESS);
      const hangs = (): Promise<void> => rig.fault({ operation: '*', kind: 'slow', ms: 600_000 });
      const { exitCode, output, outputs, postOutput } = await rig.run(
        { image: ELSEWHERE },
        {
          ...signalled('SIGINT', INSTALLING, hangs),
          beforePost: (main) => main.then(() => rig.clearFaults()),
          limitMs: 60_000,
        },
      );
      expect([exitCode, outputs['result']]).toEqual([1, 'interrupted']);
      expect(errorsOf(output)).toMatch(/could not be looked at \(AWS did not answer in time\).*post phase/);
      expect(warningsOf(postOutput)).toMatch(/rolled back by|no rollback/);
      expect(await rig.writes()).toEqual(TO_STOPPED);
    }),
  LIMIT_MS,
);

describe('before there is a deployment', () => {
  test.concurrent.each(SIGNALS)(
    '%s during the reads: none was started',
    (signal) =>
      withRig({ faults: [{ operation: 'DescribeServices', kind: 'slow', ms: 2_000 }] }, async (rig) => {
        const { exitCode, output, outputs, postOutput } = await rig.run(
          { image: ELSEWHERE },
          signalled(signal, /^::group::Look/m),
        );
        expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: {} });
        expect(errorsOf(output)).toContain(`the run was cancelled (${signal})`);
        expect(errorsOf(output)).toContain('No deployment was started');
        expect(postOutput).toBe('');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent.each(['DescribeServices', 'RegisterTaskDefinition'])(
    '%s that hangs does not hold a cancel up',
    (operation) =>
      withRig({ faults: [{ operation, kind: 'slow', ms: 600_000 }] }, async (rig) => {
        const { exitCode, output, postOutput } = await rig.run({ image: ELSEWHERE }, signalledAtFault('SIGINT', rig));
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('No deployment was started');
        expect(postOutput).toBe('');
        expect(await rig.writes()).not.toContain('CreateDeployment');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'while CreateDeployment is on its way: answered in time, it is stopped',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'slow', ms: 500 }] }, async (rig) => {
        await rig.settings(ENDLESS);
        const result = await rig.run({ image: ELSEWHERE }, signalledAtFault('SIGINT', rig));
        expect([result.exitCode, result.outputs['result']]).toEqual([1, 'interrupted']);
        expect(errorsOf(result.output)).toContain('is stopped with rollback');
        expect(unended(rig)).toEqual([]);
        expect(await rig.writes()).toEqual(TO_STOPPED);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'while CreateDeployment is on its way: not answered in time, post finds it and stops it',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'slow', ms: 4_000 }] }, async (rig) => {
        await rig.settings(ENDLESS);
        const result = await rig.run({ image: ELSEWHERE }, signalledAtFault('SIGINT', rig));
        expect([result.exitCode, result.outputs['result']]).toEqual([1, 'interrupted']);
        expect(errorsOf(result.output)).toContain('while CreateDeployment was on its way');
        expect(warningsOf(result.postOutput)).toMatch(/rolled back by|no rollback/);
        expect(unended(rig)).toEqual([]);
        expect(await rig.writes()).toEqual(TO_STOPPED);
      }),
    LIMIT_MS,
  );
});
