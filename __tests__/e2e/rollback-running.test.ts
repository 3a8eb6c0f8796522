/** `mode: rollback` while a deployment is in progress: stopped where that leads where was asked, else out of the way first. */
import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type Phase } from '../../sandbox/world/codedeploy.ts';
import { allOver, begin, deployed, deploymentOf, image, inPhase, register, ROLLBACK } from './past.ts';
import { errorsOf, LIMIT_MS, type Rig, type RigOptions, withRig } from './rig.ts';

const CANARY = { deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent15Minutes' };
/** At the rig's speed none of these ends by itself while a run looks at it. */
const PHASES: readonly (readonly [Phase, RigOptions])[] = [
  ['Created', {}],
  ['Install', {}],
  ['ReadyWait', { stack: { readyWaitMinutes: 600 } }],
  ['AllowTraffic', { stack: CANARY, speed: 60 }],
  ['AfterAllowTraffic', { settings: { hooks: { check: 'silent' }, hookTimeoutMs: 1e9 } }],
  ['TerminationWait', { stack: { terminationWaitMinutes: 600 } }],
];

/** web:1 ok, web:2 ok and live, web:3 in progress, held in this phase. */
async function held(rig: Rig, phase: Phase): Promise<string> {
  const [two, three] = [await register(rig, image('2')), await register(rig, image('3'))];
  await deployed(rig, rig.stack.taskDefinition);
  await deployed(rig, two);
  if (phase === 'Created') await rig.settings({ createdMs: 1e9 });
  if (phase === 'Install') await rig.settings({ taskStartMs: 1e9 });
  const hooks = phase === 'AfterAllowTraffic' ? [{ AfterAllowTraffic: 'check' }] : [];
  const id = await begin(rig, three, { from: 'web:2', hooks });
  await inPhase(rig, id, phase);
  await rig.settings({ createdMs: 1_000, taskStartMs: 3_000 });
  await rig.forget();
  return id;
}

const wholly = ({ revision, traffic, targetGroup }: Awaited<ReturnType<Rig['live']>>): unknown => ({
  revision,
  share: traffic[targetGroup],
});

describe('previous is one stop', () => {
  test.concurrent.each(PHASES)(
    'in %s',
    (phase, options) =>
      withRig(options, async (rig) => {
        const id = await held(rig, phase);
        const { exitCode, output, outputs, state, postOutput } = await rig.run(ROLLBACK);
        expect([exitCode, errorsOf(output), postOutput]).toEqual([0, '', '']);
        expect(outputs).toMatchObject({
          result: 'succeeded',
          'task-definition': 'web:2',
          'codedeploy-deployment-id': id,
          'previous-task-definition': 'web:3',
        });
        expect(output).toContain(`because deployment ${id} is in progress, and stopping it leads to web:2`);
        expect(await rig.writes()).toEqual(['StopDeployment']);
        expect(deploymentOf(rig, id).status).toBe('Stopped');
        expect(wholly(await rig.live())).toEqual({ revision: 'web:2', share: 100 });
        expect(state['ended']).toBe('reported');
        const rollback = deploymentOf(rig, id).rollback?.deploymentId ?? undefined;
        expect(outputs['rollback-deployment-id']).toBe(rollback);
        // Before there is a replacement there is nothing to take back.
        expect(rollback !== undefined).toBe(phase !== 'Created');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'which takes three calls until the rollback is known to have ended, and one for the last look',
    () =>
      withRig({ stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        await held(rig, 'TerminationWait');
        await rig.run(ROLLBACK);
        const calls = await rig.calls();
        expect(calls.slice(calls.indexOf('StopDeployment'), calls.indexOf('StopDeployment') + 4)).toEqual([
          'StopDeployment',
          'GetDeployment',
          'GetDeployment',
          'DescribeServices',
        ]);
        expect(calls).not.toContain('ListDeployments');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'as the revision by its number is, which its original task set runs',
    () =>
      withRig({ stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        await held(rig, 'TerminationWait');
        const { outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': '2' });
        expect(outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2' });
        expect(await rig.writes()).toEqual(['StopDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'wait-for: none does not stay for it',
    () =>
      withRig({ stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        await held(rig, 'TerminationWait');
        const { exitCode, outputs } = await rig.run({ ...ROLLBACK, 'wait-for': 'none' });
        expect([exitCode, outputs['result']]).toEqual([0, 'started']);
        expect(await rig.writes()).toEqual(['StopDeployment']);
        await allOver(rig);
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );
});

describe('another revision', () => {
  test.concurrent.each(PHASES.filter(([phase]) => phase !== 'AfterAllowTraffic' && phase !== 'TerminationWait'))(
    'in %s: stopped with rollback, then deployed',
    (phase, options) =>
      withRig(options, async (rig) => {
        const id = await held(rig, phase);
        const { exitCode, output, outputs } = await rig.run({
          ...ROLLBACK,
          'rollback-to': 'web:1',
          'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
        });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:1' });
        expect(deploymentOf(rig, id).status).toBe('Stopped');
        expect((await rig.writes()).slice(0, 2)).toEqual(['StopDeployment', 'CreateDeployment']);
        expect(deploymentOf(rig, outputs['codedeploy-deployment-id']).description).toContain('web:2 ↩ web:1');
        expect(wholly(await rig.live())).toEqual({ revision: 'web:1', share: 100 });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'in the termination wait: the wait is ended, production goes from the new to the asked one alone',
    () =>
      withRig({ stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        const id = await held(rig, 'TerminationWait');
        const { exitCode, output, outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': '1' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(await rig.writes()).toEqual(['ContinueDeployment', 'CreateDeployment']);
        expect(deploymentOf(rig, id).status).toBe('Succeeded');
        expect(deploymentOf(rig, outputs['codedeploy-deployment-id']).description).toContain('web:3 ↩ web:1');
        expect(outputs).toMatchObject({ result: 'succeeded', 'previous-task-definition': 'web:3' });
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that is live in the termination wait: nothing is done',
    () =>
      withRig({ stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        await held(rig, 'TerminationWait');
        const { exitCode, output, outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': '3' });
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', []]);
        expect(output).toContain('takes the production traffic already; nothing was deployed');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that the deployment in progress brings: it is followed',
    () =>
      withRig({ speed: 60, stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        await rig.settings({ taskStartMs: 120_000 });
        const three = await register(rig, image('3'));
        const id = await begin(rig, three);
        await inPhase(rig, id, 'Install');
        await rig.forget();
        const { exitCode, outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': '2' });
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', []]);
        expect(outputs['codedeploy-deployment-id']).toBe(id);
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );
});

describe('a rollback by CodeDeploy is never stopped', () => {
  /** The stop has been carried out, and its rollback takes 90 s of emulated time to begin. */
  async function returning(rig: Rig): Promise<string> {
    const id = await held(rig, 'TerminationWait');
    await rig.settings({ createdMs: 200_000 });
    await rig.clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
    await rig.settings({ createdMs: 1_000 });
    await rig.forget();
    return id;
  }
  const waits = { stack: { terminationWaitMinutes: 600 } };

  test.concurrent(
    'previous follows it',
    () =>
      withRig(waits, async (rig) => {
        await returning(rig);
        const { exitCode, output, outputs } = await rig.run(ROLLBACK);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect([outputs['result'], outputs['task-definition'], await rig.writes()]).toEqual(['succeeded', 'web:2', []]);
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'another revision is deployed when it has ended',
    () =>
      withRig(waits, async (rig) => {
        await returning(rig);
        const { exitCode, output } = await rig.run({ ...ROLLBACK, 'rollback-to': '1' });
        expect([exitCode, errorsOf(output), await rig.writes()]).toEqual([0, '', ['CreateDeployment']]);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the named deployment that it takes back is as good as stopped',
    () =>
      withRig(waits, async (rig) => {
        const id = await returning(rig);
        const { exitCode, outputs } = await rig.run({ ...ROLLBACK, 'codedeploy-deployment-id': id });
        expect([exitCode, outputs['result'], outputs['task-definition'], await rig.writes()]).toEqual([
          0,
          'succeeded',
          'web:2',
          [],
        ]);
      }),
    LIMIT_MS,
  );
});

describe('a rollback of this action in progress', () => {
  test.concurrent(
    'in its termination wait: previous goes one further back, not to the bad one',
    () =>
      withRig({}, async (rig) => {
        await deployed(rig, rig.stack.taskDefinition);
        for (const tag of ['2', '3']) await deployed(rig, await register(rig, image(tag)), { from: 'web:1' });
        const first = await rig.run(ROLLBACK);
        expect(first.outputs['task-definition']).toBe('web:2');
        await rig.forget();
        const second = await rig.run(ROLLBACK, { env: { GITHUB_RUN_ID: '7000000002' } });
        expect([second.exitCode, errorsOf(second.output)]).toEqual([0, '']);
        expect(second.outputs['task-definition']).toBe('web:1');
        expect(second.output).toContain('would return to web:3, which was rolled back from');
        expect(await rig.writes()).toEqual(['ContinueDeployment', 'CreateDeployment']);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'before its shift: it is followed, and a second attempt of its own job finds it done',
    () =>
      withRig({ stack: { terminationWaitMinutes: 600 } }, async (rig) => {
        const [two, three] = [await register(rig, image('2')), await register(rig, image('3'))];
        await deployed(rig, two);
        await deployed(rig, three, { from: 'web:2' });
        await rig.settings({ taskStartMs: 200_000 });
        const first = await rig.run({ ...ROLLBACK, 'wait-for': 'none' });
        await rig.forget();
        const second = await rig.run(ROLLBACK, { env: { GITHUB_RUN_ID: '7000000002' } });
        expect([second.exitCode, second.outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', []]);
        expect(second.outputs['codedeploy-deployment-id']).toBe(first.outputs['codedeploy-deployment-id']);
        const again = await rig.run(ROLLBACK, { env: { GITHUB_RUN_ATTEMPT: '2' } });
        expect([again.exitCode, again.outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', []]);
        expect(again.output).toContain('by an earlier attempt of this job');
      }),
    LIMIT_MS,
  );
});
