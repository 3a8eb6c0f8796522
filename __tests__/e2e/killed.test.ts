/** Runs that had no time to do anything: post finds the deployment and does what on-cancel says. */
import { describe, expect, test } from '@jest/globals';
import { DIGEST_ELSEWHERE, ELSEWHERE, errorsOf, LIMIT_MS, warningsOf, withRig } from './rig.ts';
import { ENDLESS, INSTALLING, SHIFTED, signalled, signalledAtFault, unended, whenTold } from './signalled.ts';

const TO_STOPPED = ['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment'];
const BACK = /rolled back by deployment d-|no rollback, production runs web:1/;

describe('kill -9', () => {
  test.concurrent(
    'while it is watched: post stops it and follows it',
    () =>
      withRig({}, async (rig) => {
        await rig.settings(ENDLESS);
        const result = await rig.run({ image: ELSEWHERE }, signalled('SIGKILL', INSTALLING));
        const { exitCode, outputs, postExitCode, postOutput, summary } = result;
        expect({ exitCode, postExitCode }).toEqual({ exitCode: null, postExitCode: 0 });
        expect(warningsOf(postOutput)).toMatch(BACK);
        expect(warningsOf(postOutput)).toContain(outputs['console-url']);
        expect(summary).toMatch(/web:1 → web:2/);
        expect(unended(rig)).toEqual([]);
        expect((await rig.live()).revision).toBe('web:1');
        expect(await rig.writes()).toEqual(TO_STOPPED);
      }),
    LIMIT_MS,
  );

  test.concurrent.each<[string, Record<string, string>, RegExp, RegExp]>([
    ['after the shift', { 'wait-for': 'completed' }, SHIFTED, /the release stays/],
    ['with on-cancel: leave', { 'on-cancel': 'leave' }, INSTALLING, /goes on by itself \(on-cancel: leave\)/],
  ])(
    '%s: nothing is stopped, and post says so',
    (_, inputs, at, told) =>
      withRig({ stack: { terminationWaitMinutes: 2000 } }, async (rig) => {
        if (at === INSTALLING) await rig.settings(ENDLESS);
        const { postOutput, outputs } = await rig.run({ image: ELSEWHERE, ...inputs }, signalled('SIGKILL', at));
        expect(warningsOf(postOutput)).toMatch(told);
        expect(errorsOf(postOutput)).toBe('');
        expect(unended(rig)).toEqual([outputs['codedeploy-deployment-id']]);
        expect(await rig.writes()).toEqual(TO_STOPPED.slice(0, 2));
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'while CreateDeployment is on its way: post finds the deployment by its marker and stops it',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'slow', ms: 2_000 }] }, async (rig) => {
        await rig.settings(ENDLESS);
        const { exitCode, postOutput } = await rig.run({ image: ELSEWHERE }, signalledAtFault('SIGKILL', rig));
        expect(exitCode).toBeNull();
        expect(warningsOf(postOutput)).toMatch(BACK);
        expect(unended(rig)).toEqual([]);
        expect(await rig.writes()).toEqual(TO_STOPPED);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'and CreateDeployment was refused: post says that there is none',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'throttle', times: 1 }] }, async (rig) => {
        const { postOutput } = await rig.run({ image: ELSEWHERE }, signalledAtFault('SIGKILL', rig));
        expect(warningsOf(postOutput)).toContain('There is none');
        expect(rig.sandbox.world.codedeploy.deployments.size).toBe(0);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'credentials that have expired in post: an error says what goes on, and how to stop it by hand',
    () =>
      withRig({}, async (rig) => {
        await rig.settings(ENDLESS);
        const { outputs, postExitCode, postOutput } = await rig.run(
          { image: ELSEWHERE },
          {
            ...signalled('SIGKILL', INSTALLING),
            beforePost: (main) => main.then(() => rig.fault({ operation: '*', kind: 'expired-token' })),
          },
        );
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect(postExitCode).toBe(0);
        expect(errorsOf(postOutput)).toMatch(/could not be seen.*ExpiredToken.*goes on by itself/);
        expect(errorsOf(postOutput)).toContain(`aws deploy stop-deployment --deployment-id ${id}`);
        expect(unended(rig)).toEqual([id]);
      }),
    LIMIT_MS,
  );
});

test.concurrent(
  'a step that ended by an error of its own is no cancel: post stops nothing and says what goes on',
  () =>
    withRig({ faults: [{ operation: 'GetDeploymentTarget', kind: 'denied', times: 1 }] }, async (rig) => {
      await rig.settings(ENDLESS);
      const { exitCode, output, outputs, postOutput } = await rig.run({ image: ELSEWHERE });
      const id = outputs['codedeploy-deployment-id'] ?? 'no id';
      expect(exitCode).toBe(1);
      expect(errorsOf(output)).toContain('goes on without being watched');
      expect(warningsOf(postOutput)).toMatch(
        new RegExp(`deployment ${id} \\(\\w+\\) did: it is not stopped and goes on`),
      );
      expect(await rig.writes()).toEqual(TO_STOPPED.slice(0, 2));
      expect(unended(rig)).toEqual([id]);
    }),
  LIMIT_MS,
);

describe('a main process that still lives when post runs, as in a container job', () => {
  const reached = (): { at: Promise<void>; tell: () => void } => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    return {
      at: promise.then(() => undefined),
      tell: () => {
        resolve(undefined);
      },
    };
  };

  test.concurrent(
    'and takes no signals is ended, and its deployment stopped',
    () =>
      withRig({}, async (rig) => {
        await rig.settings(ENDLESS);
        const { at, tell } = reached();
        const stands = whenTold(INSTALLING, (child) => {
          child.kill('SIGSTOP');
          tell();
        });
        const result = await rig.run({ image: ELSEWHERE }, { ...stands, beforePost: () => at });
        expect(result.exitCode).toBeNull();
        expect(result.postOutput).toMatch(/main process \(\d+\) still ran.*it was ended/);
        expect(warningsOf(result.postOutput)).toMatch(BACK);
        expect(unended(rig)).toEqual([]);
        expect(await rig.writes()).toEqual(TO_STOPPED);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'and never got one is asked to end, and its deployment is stopped',
    () =>
      withRig({}, async (rig) => {
        await rig.settings(ENDLESS);
        const { at, tell } = reached();
        const result = await rig.run({ image: ELSEWHERE }, { ...whenTold(INSTALLING, tell), beforePost: () => at });
        expect(result.exitCode).toBe(1);
        expect(result.postOutput).toMatch(/main process \(\d+\) still ran.*it was ended/);
        expect(unended(rig)).toEqual([]);
        expect(new Set(await rig.writes())).toEqual(new Set(TO_STOPPED));
      }),
    LIMIT_MS,
  );
});

test.concurrent(
  'the second attempt of a job goes on with the deployment that the killed first one had left',
  () =>
    withRig({ speed: 60, stack: { readyWaitMinutes: 60 } }, async (rig) => {
      const inputs = { image: DIGEST_ELSEWHERE, 'wait-for': 'test-ready', 'on-cancel': 'leave' };
      const first = await rig.run(inputs, signalled('SIGKILL', INSTALLING));
      expect(first.exitCode).toBeNull();
      const second = await rig.run(inputs, { env: { GITHUB_RUN_ATTEMPT: '2' } });
      expect([second.exitCode, errorsOf(second.output)]).toEqual([0, '']);
      expect(second.outputs['codedeploy-deployment-id']).toBe(first.outputs['codedeploy-deployment-id']);
      expect(rig.sandbox.world.codedeploy.deployments.size).toBe(1);
    }),
  LIMIT_MS,
);
