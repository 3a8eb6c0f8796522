/** What the other deployment does between the looks and the calls of a run, and how long a run puts up with it. */
import { type ChildProcess } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { createDeployment } from '../../sandbox/operations/codedeploy/CreateDeployment.ts';
import { anothersInput, deploymentOf, deploymentsOf, go, inPhase, startAnother, stop } from './another.ts';
import { DIGEST_ELSEWHERE, errorsOf, LIMIT_MS, type Rig, type Run, withRig } from './rig.ts';
import { onStage } from './stage.ts';

const CANARY = 'CodeDeployDefault.ECSCanary10Percent15Minutes';
const deploy = { image: DIGEST_ELSEWHERE, 'wait-for': 'none' };
const replace = { ...deploy, 'if-deployment-in-progress': 'replace' };
const finish = { ...deploy, 'if-deployment-in-progress': 'finish' };

/** Does something in the very moment when the step's revision is registered: after its reads, before its start. */
function onRegister({ sandbox }: Rig, work: () => void): void {
  const revisions = sandbox.world.ecs.taskDefinitions;
  const set = revisions.set.bind(revisions);
  revisions.set = (arn, definition) => {
    work();
    return set(arn, definition);
  };
}

const begin = (rig: Rig): void => {
  void createDeployment.handle(anothersInput(rig, 'a colleague’s'), rig.sandbox, {});
};

const counted = async (rig: Rig): Promise<Record<string, number>> => {
  const writes = await rig.writes();
  return Object.fromEntries([...new Set(writes)].map((name) => [name, writes.filter((one) => one === name).length]));
};

/** Does something while a call of the step is on its way to AWS. */
async function during(rig: Rig, operation: string, work: () => Promise<unknown>): Promise<void> {
  await rig.fault({ operation, kind: 'slow', ms: 1_500, times: 1 });
  void rig.faultMet().then(work);
}

describe('between the look and the call', () => {
  test.concurrent(
    'it is shifted and ends before the stop: nothing is stopped, and this one is deployed',
    () =>
      withRig({ stack: { terminationWaitMinutes: 0, readyWaitMinutes: 2880 } }, async (rig) => {
        const other = await startAnother(rig, 'a colleague’s');
        await inPhase(rig, other, 'ReadyWait');
        await during(rig, 'StopDeployment', () => go(rig, other, 'READY_WAIT'));
        const { exitCode, output } = await rig.run(replace);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain(`Deployment ${other} had ended by itself.`);
        expect(deploymentOf(rig, other).status).toBe('Succeeded');
        expect(deploymentsOf(rig)).toHaveLength(2);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'someone else stops it before the stop: its rollback is waited for, and this one is deployed',
    () =>
      withRig({ settings: { createdMs: 20_000 } }, async (rig) => {
        const other = await startAnother(rig, 'a colleague’s', { deploymentConfigName: CANARY });
        await inPhase(rig, other, 'AllowTraffic');
        await rig.forget();
        await during(rig, 'StopDeployment', () => stop(rig, other));
        const { exitCode, output } = await rig.run(replace);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(deploymentsOf(rig).map(({ creator, status }) => [creator, status])).toEqual([
          ['user', 'Stopped'],
          ['codeDeployRollback', 'Succeeded'],
          ['user', expect.any(String)],
        ]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'its termination wait ends before it is told to: it is waited for, and not told again',
    () =>
      withRig({ stack: { terminationWaitMinutes: 2880 }, settings: { drainMs: 300_000 } }, async (rig) => {
        const other = await startAnother(rig, 'a colleague’s');
        await inPhase(rig, other, 'TerminationWait');
        await rig.forget();
        await during(rig, 'ContinueDeployment', () => go(rig, other, 'TERMINATION_WAIT'));
        const { exitCode, output } = await rig.run(finish);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain(`Deployment ${other} is not in that wait any more`);
        expect(await counted(rig)).toEqual({ ContinueDeployment: 2, RegisterTaskDefinition: 1, CreateDeployment: 1 });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'it is taken back before its wait is ended: the rollback is waited for',
    () =>
      withRig({ stack: { terminationWaitMinutes: 2880 }, settings: { createdMs: 20_000 } }, async (rig) => {
        const other = await startAnother(rig, 'a colleague’s');
        await inPhase(rig, other, 'TerminationWait');
        await during(rig, 'ContinueDeployment', () => stop(rig, other));
        const { exitCode, output } = await rig.run(finish);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(deploymentOf(rig, other).status).toBe('Stopped');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );
});

describe('another one begins after the look', () => {
  const soon = { stack: { terminationWaitMinutes: 0 } };

  test.concurrent.each([
    ['wait', { RegisterTaskDefinition: 1, CreateDeployment: 2 }],
    ['replace', { RegisterTaskDefinition: 1, CreateDeployment: 2, StopDeployment: 1 }],
  ])(
    'with %s: treated the same, then everything is read again, and the revision is taken that was registered',
    (policy, expected) =>
      // What is to be stopped does not end by itself before.
      withRig({ ...soon, settings: policy === 'replace' ? { createdMs: 1e9 } : {} }, async (rig) => {
        let begun = 0;
        onRegister(rig, () => {
          if (begun++ === 0) begin(rig);
        });
        const { exitCode, output, outputs } = await rig.run({ ...deploy, 'if-deployment-in-progress': policy });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(await counted(rig)).toEqual(expected);
        expect(outputs['task-definition']).toBe('web:2');
        expect(output.match(/^::group::Look/gm)).toHaveLength(2);
        expect(output).toContain('Revision: web:2 (reused)');
        expect(deploymentsOf(rig)).toHaveLength(2);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'and the next one while it waits for the first: both are waited for',
    () =>
      withRig({ stack: { terminationWaitMinutes: 10 } }, async (rig) => {
        const first = await startAnother(rig, 'the first');
        const next = inPhase(rig, first, 'Succeeded').then(() => startAnother(rig, 'the second'));
        // The next look comes after the second one's start, and well before its end.
        const slow = { operation: 'DescribeServices', kind: 'slow', ms: 1_000, times: 1 } as const;
        const onOutput = (text: string): void => {
          if (text.includes(`Deployment ${first} of this group is in progress`)) void rig.fault(slow);
        };
        const { exitCode, output } = await rig.run(deploy, { onOutput });
        const second = await next;
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain(`Deployment ${second} of this group is in progress: `);
        expect(deploymentOf(rig, second).status).toBe('Succeeded');
        expect(deploymentsOf(rig)).toHaveLength(3);
      }),
    LIMIT_MS,
  );
});

describe('a build', () => {
  test.concurrent.each(['reuse', 'rebuild', 'fail'])(
    'is done once, though another one begins after it (existing-image: %s)',
    (policy) =>
      onStage({ stack: { terminationWaitMinutes: 0 } }, async ({ rig, run }) => {
        let begun = 0;
        onRegister(rig, () => {
          if (begun++ === 0) begin(rig);
        });
        const { exitCode, output, asked } = await run({ 'existing-image': policy });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(asked.match(/^(?:--config \S+ )?build /gm)).toHaveLength(1);
        expect(output.match(/^::group::Look/gm)).toHaveLength(2);
        expect(await counted(rig)).toMatchObject({ RegisterTaskDefinition: 1, CreateDeployment: 2 });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'begins only when the deployment in the way has ended',
    () =>
      onStage({ stack: { terminationWaitMinutes: 2880 } }, async ({ rig, run }) => {
        const other = await startAnother(rig, 'a colleague’s');
        await inPhase(rig, other, 'TerminationWait');
        const { exitCode, output } = await run({ 'if-deployment-in-progress': 'finish' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output.indexOf(`Deployment ${other} is Succeeded`)).toBeLessThan(output.indexOf('::group::Image'));
        expect(output.match(/^::group::Image/gm)).toHaveLength(1);
      }),
    LIMIT_MS,
  );
});

describe('an earlier attempt of this run is in progress', () => {
  test.concurrent(
    'with another AppSpec: it is treated like any other, and this one is deployed',
    () =>
      withRig({ stack: { terminationWaitMinutes: 1 } }, async (rig) => {
        const first = await rig.run({ ...deploy, image: 'registry.example.com/shop/web:v9' });
        await rig.forget();
        const again = { GITHUB_RUN_ATTEMPT: '2' };
        const { exitCode, output, outputs } = await rig.run(deploy, { env: again });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        const id = first.outputs['codedeploy-deployment-id'] ?? 'no id';
        expect(output).toContain(`Deployment ${id} of this group is in progress: started by run 7000000001, attempt 1`);
        expect(deploymentOf(rig, id).status).toBe('Succeeded');
        expect(outputs['codedeploy-deployment-id']).not.toBe(id);
        expect(await counted(rig)).toEqual({ RegisterTaskDefinition: 1, CreateDeployment: 2 });
      }),
    LIMIT_MS,
  );
});

describe('not for ever', () => {
  const stuck = { settings: { createdMs: 1e9 }, stack: { terminationWaitMinutes: 0 } };

  test.concurrent(
    'at the time limit the step gives up: whose it is, its page, what can be done; it is left alone',
    () =>
      withRig(stuck, async (rig) => {
        const other = await startAnother(rig, 'a colleague’s');
        await rig.forget();
        const { exitCode, output, outputs } = await rig.run({ ...deploy, 'wait-for-minutes': '0' });
        expect(exitCode).toBe(1);
        const said = errorsOf(output);
        expect(said).toContain(
          `deployment ${other} (Created, not started by this action, described as "a colleague’s")`,
        );
        expect(said).toContain('is no longer waited for');
        expect(said).toContain(`aws deploy stop-deployment --deployment-id ${other} --auto-rollback-enabled`);
        expect(said).toContain(`/codesuite/codedeploy/deployments/${other}?region=eu-west-1`);
        expect(said).toContain("'wait-for-minutes'");
        expect([await rig.writes(), outputs['codedeploy-deployment-id']]).toEqual([[], undefined]);
        expect(deploymentOf(rig, other).status).toBe('Created');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['SIGINT', 'before the look'],
    ['SIGTERM', 'before the look'],
    ['SIGINT', 'between the look and the start'],
  ] as const)(
    '%s ends the wait for one that began %s at once; it is left alone, and post has nothing to do',
    (signal, begun) =>
      withRig(stuck, async (rig) => {
        if (begun === 'before the look') await startAnother(rig, 'a colleague’s');
        else {
          onRegister(rig, () => {
            begin(rig);
          });
        }
        await rig.forget();
        let child: ChildProcess | null = null;
        let sent = false;
        const run: Run = {
          onStart: (started) => {
            child = started;
          },
          onOutput: (text) => {
            if (!sent && text.includes('Waiting until it has ended')) sent = child?.kill(signal) ?? false;
          },
        };
        const { exitCode, output, postOutput } = await rig.run({ ...deploy, 'wait-max-delay-seconds': '3600' }, run);
        expect([exitCode, postOutput]).toEqual([1, '']);
        expect(errorsOf(output)).toContain(`the run was cancelled (${signal}). No deployment was started.`);
        expect(deploymentsOf(rig).map(({ status }) => status)).toEqual(['Created']);
        const refused = ['RegisterTaskDefinition', 'CreateDeployment'];
        expect(await rig.writes()).toEqual(begun === 'before the look' ? [] : refused);
      }),
    20_000,
  );
});

describe('what speaks against it for other reasons', () => {
  test.concurrent.each<[string, Readonly<Record<string, string>>, string]>([
    ['an image that is not there', { image: 'shop-web:never' }, 'the repository has no such image'],
    ['a container that is not there', { ...deploy, 'container-name': 'nonesuch' }, 'nonesuch'],
    ['a configuration that is not there', { ...deploy, 'codedeploy-deployment-config': 'Nonesuch' }, 'Nonesuch'],
  ])(
    '%s is refused before anything is waited for',
    (_name, inputs, says) =>
      withRig({ settings: { createdMs: 1e9 } }, async (rig) => {
        const other = await startAnother(rig, 'a colleague’s');
        await rig.forget();
        const { exitCode, output } = await rig.run(inputs);
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain(says);
        expect(output).not.toContain(other);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'no right to stop what is in the way: the statement to add',
    () =>
      withRig(
        { settings: { createdMs: 1e9 }, faults: [{ operation: 'StopDeployment', kind: 'denied' }] },
        async (rig) => {
          const other = await startAnother(rig, 'a colleague’s');
          const { exitCode, output } = await rig.run(replace);
          expect(exitCode).toBe(1);
          expect(errorsOf(output)).toContain(`Could not stop the deployment in progress (${other})`);
          expect(errorsOf(output)).toContain('"Action":"codedeploy:StopDeployment"');
        },
      ),
    LIMIT_MS,
  );
});
