/** Letting a deployment go on that another step has started. */
import { describe, expect, test } from '@jest/globals';
import { startAnother } from './another.ts';
import { goOnByHand, stopByHand } from './by-hand.ts';
import { DIGEST_ELSEWHERE as image, errorsOf, LIMIT_MS, type Rig, type RigOptions, withRig } from './rig.ts';
import { CANARY, signalled, unended } from './signalled.ts';

const waits: RigOptions = { speed: 30, stack: { readyWaitMinutes: 30 } };

const canary: RigOptions = {
  speed: 30,
  stack: { readyWaitMinutes: 30, deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes' },
};

/** A deployment that waits, by an earlier job. */
async function ready(rig: Rig, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputs } = await rig.run({ image, 'wait-for': 'test-ready', ...more });
  await rig.forget();
  return outputs['codedeploy-deployment-id'] ?? 'no id';
}

const promote = (rig: Rig, id: string, more: Readonly<Record<string, string>> = {}): ReturnType<Rig['run']> =>
  rig.run({ mode: 'promote', 'codedeploy-deployment-id': id, ...more });

describe('what was approved', () => {
  test.concurrent.each([
    ['another revision', 'web:1', 'it brings web:2, and web:1 was approved'],
    ['another family', 'shop:2', 'it brings web:2, and shop:2 was approved'],
    ['the same in another account', 'arn:aws:ecs:eu-west-1:999999999999:task-definition/web:2', 'it brings web:2'],
    ['a family', 'web', 'names no revision'],
  ])(
    '%s: refused, and it goes on waiting',
    (_, approved, why) =>
      withRig(waits, async (rig) => {
        const id = await ready(rig);
        const { exitCode, output } = await promote(rig, id, { 'task-definition': approved });
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain(why);
        expect(rig.sandbox.world.codedeploy.deployments.get(id)?.status).toBe('Ready');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'by its ARN',
    () =>
      withRig(waits, async (rig) => {
        const id = await ready(rig);
        const arn = rig.stack.taskDefinition.replace(/1$/, '2');
        const { exitCode, output } = await promote(rig, id, { 'task-definition': arn });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'what its description tells does not count against what it brings',
    () =>
      withRig(waits, async (rig) => {
        const forged = 'ecs-blue-green:octo-org/shop:7000000001.1:deploy web:1 → web:2 commit 0123456';
        const id = await startAnother(rig, forged);
        await until(rig, id, 'Ready');
        await rig.forget();
        const { exitCode, output } = await promote(rig, id, { 'task-definition': 'web:2' });
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain('it brings web:1, and web:2 was approved');
      }),
    LIMIT_MS,
  );
});

async function until(rig: Rig, id: string, status: string): Promise<void> {
  const { deployments } = rig.sandbox.world.codedeploy;
  while (deployments.get(id)?.status !== status) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('when', () => {
  test.concurrent(
    'too early: refused with what it is doing, and how to wait for it',
    () =>
      withRig(waits, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const id = await startAnother(rig, 'early');
        const { exitCode, output } = await promote(rig, id);
        expect([exitCode, (await rig.writes()).filter((name) => name === 'ContinueDeployment')]).toEqual([1, []]);
        expect(errorsOf(output)).toContain('not ready yet');
        expect(errorsOf(output)).toContain("'mode: wait', 'wait-for: test-ready'");
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'in a group that does not wait: refused, since it goes on by itself',
    () =>
      withRig({}, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const { exitCode, output } = await promote(rig, await startAnother(rig, 'no wait'));
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('does not wait for a word before the shift');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'twice: the second finds it shifting and follows',
    () =>
      withRig(canary, async (rig) => {
        const id = await ready(rig);
        await goOnByHand(rig, id);
        await rig.forget();
        const { exitCode, output, outputs } = await promote(rig, id);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(outputs['result']).toBe('succeeded');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'in the termination wait: that is ended with wait-for: completed alone, and followed to the end of the deployment',
    () =>
      withRig({ speed: 30, stack: { readyWaitMinutes: 30, terminationWaitMinutes: 2880 } }, async (rig) => {
        const id = await ready(rig);
        const first = await promote(rig, id);
        expect(first.outputs['result']).toBe('succeeded');
        await rig.forget();
        const once = await promote(rig, id);
        expect([once.exitCode, once.outputs['result']]).toEqual([0, 'succeeded']);
        expect(await rig.writes()).toEqual([]);
        const { exitCode, output } = await promote(rig, id, { 'wait-for': 'completed' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(await rig.writes()).toEqual(['ContinueDeployment']);
        expect(rig.sandbox.world.codedeploy.deployments.get(id)?.status).toBe('Succeeded');
        const again = await promote(rig, id);
        expect([again.exitCode, again.outputs['result']]).toEqual([0, 'succeeded']);
        expect(again.output).toContain('nothing was left to do');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'after the wait ran out: red, with the reason and the repair',
    () =>
      withRig({ speed: 100, stack: { readyWaitMinutes: 1 } }, async (rig) => {
        const id = await ready(rig);
        await until(rig, id, 'Stopped');
        const { exitCode, output, outputs } = await promote(rig, id);
        expect(exitCode).toBe(1);
        expect(outputs['result']).toMatch(/rolled-back|stopped/);
        expect(errorsOf(output)).toContain('timed out while waiting for a notification to continue');
        expect(errorsOf(output)).toContain('deploy again, and promote that deployment in time');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'with `wait-for: none` it is let go on, and not waited for',
    () =>
      withRig(canary, async (rig) => {
        const id = await ready(rig);
        const { exitCode, outputs } = await promote(rig, id, { 'wait-for': 'none' });
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([0, 'started', ['ContinueDeployment']]);
        expect(unended(rig)).toEqual([id]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the word came from someone else in between: followed',
    () =>
      withRig(canary, async (rig) => {
        const id = await ready(rig);
        await rig.fault({ operation: 'ContinueDeployment', kind: 'lost', times: 1 });
        const { exitCode, output } = await promote(rig, id);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain('does not wait any more');
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );
});

describe('which', () => {
  test.concurrent(
    'a rollback by CodeDeploy: refused',
    () =>
      withRig(waits, async (rig) => {
        const id = await ready(rig);
        await stopByHand(rig, id);
        const rollback = [...rig.sandbox.world.codedeploy.deployments.keys()].at(-1) ?? '';
        expect(rollback).not.toBe(id);
        const { exitCode, output } = await promote(rig, rollback);
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('rollback');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'of another group: refused, with both named',
    () =>
      withRig(waits, async (rig) => {
        const id = await ready(rig);
        const deployment = rig.sandbox.world.codedeploy.deployments.get(id);
        expect(deployment).toBeDefined();
        Object.assign(deployment ?? {}, { application: 'AppECS-other', group: 'DgpECS-other' });
        const { exitCode, output } = await promote(rig, id);
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toMatch(/it is of AppECS-other \/ DgpECS-other.*AppECS-shop-web \/ DgpECS-shop-web/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'one that is not there',
    () =>
      withRig(waits, async (rig) => {
        const { exitCode, output } = await promote(rig, 'd-NOTTHERE1');
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('Could not read the deployment (d-NOTTHERE1');
      }),
    LIMIT_MS,
  );
});

describe('the run is cancelled', () => {
  test.concurrent(
    'killed, where someone else had let it go on: post stops it with rollback',
    () =>
      withRig(canary, async (rig) => {
        const id = await ready(rig);
        await goOnByHand(rig, id);
        await rig.forget();
        const inputs = { mode: 'promote', 'codedeploy-deployment-id': id };
        const { exitCode, postOutput } = await rig.run(inputs, signalled('SIGKILL', /it is followed/));
        expect([exitCode, await rig.writes()]).toEqual([null, ['StopDeployment']]);
        expect(postOutput).toContain('rolled back');
        expect((await rig.live()).traffic['shop-web-one']).toBe(100);
      }),
    LIMIT_MS,
  );

  test.concurrent.each(['SIGINT', 'SIGKILL'] as const)(
    'what it has let go on is a rollback of this action: that is never stopped (%s)',
    (signal) =>
      withRig(canary, async (rig) => {
        const back = 'ecs-blue-green:octo-org/shop:7000000000.1:undo web:2 ↩ web:1 by octocat';
        const id = await startAnother(rig, back);
        await until(rig, id, 'Ready');
        await rig.forget();
        const inputs = { mode: 'promote', 'codedeploy-deployment-id': id, 'on-cancel': 'rollback-always' };
        const { exitCode } = await rig.run(inputs, signalled(signal, CANARY));
        expect([exitCode, await rig.writes()]).toEqual([signal === 'SIGINT' ? 1 : null, ['ContinueDeployment']]);
        expect(unended(rig)).toEqual([id]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'in the shift: the deployment is stopped with rollback, as in the step that deploys',
    () =>
      withRig(canary, async (rig) => {
        const id = await ready(rig);
        const inputs = { mode: 'promote', 'codedeploy-deployment-id': id };
        const { exitCode, outputs } = await rig.run(inputs, signalled('SIGINT', CANARY));
        expect([exitCode, outputs['result']]).toEqual([1, 'interrupted']);
        expect(await rig.writes()).toEqual(['ContinueDeployment', 'StopDeployment']);
        expect((await rig.live()).traffic['shop-web-one']).toBe(100);
      }),
    LIMIT_MS,
  );
});
