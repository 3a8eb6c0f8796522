/** Watching a deployment that another step has started: nothing is ever changed. */
import { describe, expect, test } from '@jest/globals';
import { goOnByHand, stopByHand } from './by-hand.ts';
import { DIGEST_ELSEWHERE as image, errorsOf, LIMIT_MS, type Rig, type RigOptions, withRig } from './rig.ts';
import { CANARY, signalled, unended } from './signalled.ts';

const waits: RigOptions = { speed: 30, stack: { readyWaitMinutes: 30 } };
const canary: RigOptions = { speed: 30, stack: { deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes' } };

async function started(rig: Rig): Promise<string> {
  const { outputs } = await rig.run({ image, 'wait-for': 'none' });
  await rig.forget();
  return outputs['codedeploy-deployment-id'] ?? 'no id';
}

const wait = (rig: Rig, id: string, more: Readonly<Record<string, string>> = {}): ReturnType<Rig['run']> =>
  rig.run({ mode: 'wait', 'codedeploy-deployment-id': id, ...more });

describe('to the end that was asked for', () => {
  test.concurrent(
    'traffic-shifted, then completed',
    () =>
      withRig({ speed: 60, stack: { terminationWaitMinutes: 1 } }, async (rig) => {
        const id = await started(rig);
        const shifted = await wait(rig, id);
        expect([shifted.exitCode, shifted.outputs['result']]).toEqual([0, 'succeeded']);
        const completed = await wait(rig, id, { 'wait-for': 'completed' });
        expect([completed.exitCode, completed.outputs['result']]).toEqual([0, 'succeeded']);
        expect(rig.sandbox.world.codedeploy.deployments.get(id)?.status).toBe('Succeeded');
        // A finished one gives its verdict at once, whatever end was asked for.
        const over = await wait(rig, id, { 'wait-for': 'none' });
        expect(over.outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2' });
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'test-ready, with the address',
    () =>
      withRig(waits, async (rig) => {
        const id = await started(rig);
        const { exitCode, outputs } = await wait(rig, id, { 'wait-for': 'test-ready' });
        expect([exitCode, outputs['result']]).toEqual([0, 'started']);
        expect(outputs['test-url']).toMatch(/^http:/);
        expect(await rig.writes()).toEqual([]);
        expect(rig.sandbox.world.codedeploy.deployments.get(id)?.status).toBe('Ready');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'test-ready in a group that does not wait: refused',
    () =>
      withRig(canary, async (rig) => {
        const { exitCode, output } = await wait(rig, await started(rig), { 'wait-for': 'test-ready' });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('STOP_DEPLOYMENT');
      }),
    LIMIT_MS,
  );
});

describe('what others do with it', () => {
  test.concurrent(
    'stopped: red, and its rollback, watched in turn, is green with a note of what it was',
    () =>
      withRig(waits, async (rig) => {
        const id = await started(rig);
        await wait(rig, id, { 'wait-for': 'test-ready' });
        await stopByHand(rig, id);
        const rollback = [...rig.sandbox.world.codedeploy.deployments.keys()].at(-1) ?? '';
        const back = await wait(rig, rollback);
        expect([back.exitCode, errorsOf(back.output), back.outputs['result']]).toEqual([0, '', 'succeeded']);
        expect(back.output).toContain(`was a rollback of deployment ${id} by CodeDeploy`);
        expect(back.output).toContain('production runs web:1');
        const stopped = await wait(rig, id);
        expect([stopped.exitCode, stopped.outputs['result']]).toEqual([1, 'rolled-back']);
        expect(errorsOf(stopped.output)).toContain('MANUAL_STOP');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'let go on: green',
    () =>
      withRig(waits, async (rig) => {
        const id = await started(rig);
        await wait(rig, id, { 'wait-for': 'test-ready' });
        await goOnByHand(rig, id);
        const { exitCode, outputs } = await wait(rig, id);
        expect([exitCode, outputs['result']]).toEqual([0, 'succeeded']);
      }),
    LIMIT_MS,
  );
});

describe('never stops', () => {
  test.concurrent.each(['SIGINT', 'SIGKILL'] as const)(
    'by %s',
    (signal) =>
      withRig(canary, async (rig) => {
        const id = await started(rig);
        const inputs = { mode: 'wait', 'codedeploy-deployment-id': id };
        const { exitCode, postOutput } = await rig.run(inputs, signalled(signal, CANARY));
        expect(exitCode).toBe(signal === 'SIGKILL' ? null : 1);
        expect(postOutput).toBe('');
        expect([await rig.writes(), unended(rig)]).toEqual([[], [id]]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'when its time is over',
    () =>
      withRig({ speed: 60, stack: { readyWaitMinutes: 30 } }, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const id = await started(rig);
        // Nothing is known to be waited for: the end of the original is past its limit at once.
        const { exitCode, outputs } = await wait(rig, id, { 'wait-for': 'test-ready', 'wait-for-minutes': '0' });
        expect([exitCode, outputs['result']]).toEqual([1, 'timed-out']);
        expect([await rig.writes(), unended(rig)]).toEqual([[], [id]]);
      }),
    LIMIT_MS,
  );
});
