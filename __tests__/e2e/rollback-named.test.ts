/** `mode: rollback` for one deployment alone, cancelled, and with others coming in between. */
import { ContinueDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type ChildProcess } from 'node:child_process';
import { begin, deployed, deploymentOf, groupOf, image, inPhase, register, ROLLBACK, stoppedOne } from './past.ts';
import { errorsOf, LIMIT_MS, type Rig, type Run, withRig } from './rig.ts';

const waits = { stack: { terminationWaitMinutes: 600 } };
const gated = { stack: { readyWaitMinutes: 600 } };

/** Sends SIGINT as soon as the log matches. */
function cancelled(pattern: RegExp): Run {
  let child: ChildProcess | null = null;
  let told = '';
  let sent = false;
  return {
    onStart: (started) => {
      child = started;
    },
    onOutput: (text) => {
      told += text;
      if (!sent && pattern.test(told)) sent = child?.kill('SIGINT') ?? false;
    },
  };
}

describe('codedeploy-deployment-id', () => {
  const named = (rig: Rig, id: string): ReturnType<Rig['run']> =>
    rig.run({ ...ROLLBACK, 'codedeploy-deployment-id': id });

  test.concurrent(
    'that waits for approval: stopped with rollback',
    () =>
      withRig(gated, async (rig) => {
        const id = await begin(rig, await register(rig, image('2')));
        await inPhase(rig, id, 'ReadyWait');
        await rig.forget();
        const { exitCode, outputs } = await named(rig, id);
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', ['StopDeployment']]);
        expect(outputs).toMatchObject({ 'codedeploy-deployment-id': id, 'task-definition': 'web:1' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that is out and checked, its original tasks still there: refused, production stays on it',
    () =>
      withRig(waits, async (rig) => {
        const id = await begin(rig, await register(rig, image('2')));
        await inPhase(rig, id, 'TerminationWait');
        await rig.forget();
        const { exitCode, output } = await named(rig, id);
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain('production is wholly on its replacement, and its checks have passed');
        expect(errorsOf(output)).toContain("leave 'codedeploy-deployment-id' out");
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that ended by itself without production: green, said, and nothing is done',
    () =>
      withRig({}, async (rig) => {
        const id = await stoppedOne(rig, await register(rig, image('2')));
        await rig.forget();
        const { exitCode, output, outputs } = await named(rig, id);
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', []]);
        expect(output).toContain(`Deployment ${id} has ended as Stopped and is not in production`);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['finished in production', false],
    ['finished, and another one in progress', true],
  ])(
    '%s: refused, with how to roll back instead',
    (_, another) =>
      withRig(waits, async (rig) => {
        const id = await deployed(rig, await register(rig, image('2')));
        const other = another ? await begin(rig, await register(rig, image('3'))) : '';
        if (another) await inPhase(rig, other, 'TerminationWait');
        await rig.forget();
        const { exitCode, output } = await named(rig, id);
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain(
          `(${id}): it has ended as Succeeded, and production runs web:${another ? 3 : 2}`,
        );
        expect(errorsOf(output)).toContain("leave 'codedeploy-deployment-id' out");
        expect(errorsOf(output)).toContain(other);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that is unknown: refused',
    () =>
      withRig({}, async (rig) => {
        const { exitCode, output } = await named(rig, 'd-UNKNOWN99');
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain('CodeDeploy knows no such deployment');
      }),
    LIMIT_MS,
  );
});

describe('a cancel', () => {
  test.concurrent(
    'stops no rollback: it goes on by itself, and id and link say where',
    () =>
      withRig({}, async (rig) => {
        await deployed(rig, await register(rig, image('2')));
        await deployed(rig, await register(rig, image('3')));
        await rig.settings({ taskStartMs: 1e9 });
        await rig.forget();
        const { exitCode, output, outputs, postOutput } = await rig.run(
          { ...ROLLBACK, 'wait-max-delay-seconds': '15' },
          cancelled(/Install .*begins/),
        );
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([1, 'interrupted', ['CreateDeployment']]);
        for (const told of ['goes on by itself', id, outputs['console-url']]) expect(errorsOf(output)).toContain(told);
        expect(postOutput).toBe('');
        expect(deploymentOf(rig, id).completedAt).toBeNull();
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'after the stop: the stop holds, its rollback goes on by itself, and post follows it to its end',
    () =>
      withRig(waits, async (rig) => {
        const id = await begin(rig, await register(rig, image('2')));
        await inPhase(rig, id, 'TerminationWait');
        await rig.settings({ createdMs: 400_000 });
        await rig.forget();
        const { exitCode, output, outputs, postOutput } = await rig.run(
          ROLLBACK,
          cancelled(/rollback deployment d-\w+ Created/),
        );
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([1, 'interrupted', ['StopDeployment']]);
        expect(errorsOf(output)).toContain(`deployment ${id} has been stopped with rollback, which goes on by itself`);
        expect(errorsOf(output)).toContain(outputs['console-url']);
        expect(postOutput).toContain(`rolled back by deployment ${outputs['rollback-deployment-id'] ?? 'none'}`);
        expect(postOutput).not.toContain('StopDeployment');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );
});

describe('a call that hangs does not hold a cancel up', () => {
  test.concurrent.each(['StopDeployment', 'GetDeployment'])(
    '%s',
    (operation) =>
      withRig(waits, async (rig) => {
        const id = await begin(rig, await register(rig, image('2')));
        await inPhase(rig, id, 'TerminationWait');
        // Every look before the stop has been had by then.
        const after = operation === 'GetDeployment' ? 1 : 0;
        await rig.fault({ operation, kind: 'slow', ms: 600_000, after });
        const { exitCode, output, outputs } = await rig.run(ROLLBACK, { ...cancelled(/^Rollback: /m), post: false });
        expect([exitCode, outputs['result']]).toEqual([1, 'interrupted']);
        expect(errorsOf(output)).toContain('The run was cancelled');
      }),
    LIMIT_MS,
  );
});

describe('in between', () => {
  test.concurrent(
    'another deployment starts: it is stopped, and what was asked for first is deployed',
    () =>
      withRig({}, async (rig) => {
        await deployed(rig, await register(rig, image('2')));
        await deployed(rig, await register(rig, image('3')));
        const four = await register(rig, image('4'));
        await rig.forget();
        await rig.fault({ operation: 'GetApplicationRevision', kind: 'slow', ms: 1_500, times: 1 });
        groupOf(rig).ready = { action: 'STOP_DEPLOYMENT', waitMinutes: 600 };
        const onStart = (): void => {
          void rig.faultMet().then(() => begin(rig, four, { from: 'web:3' }));
        };
        const { exitCode, output, outputs } = await rig.run(ROLLBACK, { onStart });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain('Another deployment came first');
        expect(outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2' });
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the deployment to be stopped succeeds: what its original ran is deployed',
    () =>
      withRig(waits, async (rig) => {
        await deployed(rig, await register(rig, image('2')));
        const id = await begin(rig, await register(rig, image('3')), { from: 'web:2' });
        await inPhase(rig, id, 'TerminationWait');
        await rig.forget();
        await rig.fault({ operation: 'StopDeployment', kind: 'slow', ms: 1_500, times: 1 });
        const onStart = (): void => {
          void rig
            .faultMet()
            .then(() =>
              rig.clients.codedeploy.send(
                new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: 'TERMINATION_WAIT' }),
              ),
            );
        };
        const { exitCode, output, outputs } = await rig.run(ROLLBACK, { onStart });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2' });
        expect(deploymentOf(rig, id).status).toBe('Succeeded');
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );
});
