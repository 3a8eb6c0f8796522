/** Deployments that fail, are stopped or do not end: red, with the cause, and with what CodeDeploy did about it. */
import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { ELSEWHERE, errorsOf, LIMIT_MS, type Rig, withRig } from './rig.ts';

const HOOKED = [
  'version: 0.0',
  'Resources:',
  '  - TargetService:',
  '      Type: AWS::ECS::Service',
  '      Properties:',
  '        TaskDefinition: "<TASK_DEFINITION>"',
  '        LoadBalancerInfo: { ContainerName: app, ContainerPort: 8080 }',
  'Hooks:',
  '  - AfterAllowTestTraffic: check',
].join('\n');

const GRADUAL = { deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent15Minutes' };

/** Red, rolled back, the rollback named in output and log, and production as it was. */
async function expectRolledBack(rig: Rig, result: ActionResult): Promise<void> {
  const { exitCode, output, outputs, postOutput, summary } = result;
  expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 1, result: 'rolled-back' });
  const rollback = outputs['rollback-deployment-id'] ?? 'no rollback';
  expect(rollback).toMatch(/^d-[A-Z0-9]{9}$/);
  expect(rig.sandbox.world.codedeploy.deployments.get(rollback)?.creator).toBe('codeDeployRollback');
  expect(rollback).not.toBe(outputs['codedeploy-deployment-id']);
  expect(output).toMatch(new RegExp(`^\\d\\d:\\d\\d {2}rollback deployment ${rollback} Succeeded$`, 'm'));
  expect(errorsOf(output)).toContain(`rolled back by deployment ${rollback}`);
  expect(errorsOf(output)).toContain(outputs['console-url']);
  expect(summary).toContain('Rolled back');
  expect(postOutput).toBe('');
  expect((await rig.live()).revision).toBe('web:1');
}

/** Does `work` once, as soon as the log matches. */
function when(pattern: RegExp, work: (told: string) => Promise<unknown>): (text: string) => void {
  let told = '';
  let done = false;
  return (text) => {
    told += text;
    if (done || !pattern.test(told)) return;
    done = true;
    void work(told);
  };
}

describe('rolled back is red', () => {
  test.concurrent(
    'an image that never gets healthy',
    () =>
      withRig({ settings: { installTimeoutMs: 20_000 } }, async (rig) => {
        const result = await rig.run({ image: 'registry.example.com/unhealthy:1' });
        await expectRolledBack(rig, result);
        expect(errorsOf(result.output)).toMatch(/unhealthy|healthy|health check/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'an image that crashes: the cause names the exit code',
    () =>
      withRig({ settings: { installTimeoutMs: 20_000 } }, async (rig) => {
        const result = await rig.run({ image: 'registry.example.com/crash:1' });
        await expectRolledBack(rig, result);
        expect(errorsOf(result.output)).toMatch(/exit code:? 1\b/);
        expect(errorsOf(result.output)).toContain('look at its log');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['refuses', 'Failed', 'look at the log of its Lambda function'],
    ['does not call back', 'silent', 'PutLifecycleEventHookExecutionStatus'],
  ] as const)(
    'a hook that %s',
    (_, outcome, hint) =>
      withRig(
        { files: { 'appspec.yaml': HOOKED }, settings: { hooks: { check: outcome }, hookTimeoutMs: 30_000 } },
        async (rig) => {
          const result = await rig.run({ image: ELSEWHERE });
          await expectRolledBack(rig, result);
          expect(errorsOf(result.output)).toContain('HOOK_EXECUTION_FAILURE');
          expect(errorsOf(result.output)).toContain(hint);
          expect(result.output).toMatch(/AfterAllowTestTraffic .*FAILED/);
        },
      ),
    LIMIT_MS,
  );

  test.concurrent.each(['Failed', 'Stopped'] as const)(
    'an alarm during the shift, where CodeDeploy calls that %s',
    (alarmStatus) =>
      withRig({ speed: 60, settings: { alarmStatus }, stack: { ...GRADUAL, alarms: ['errors'] } }, async (rig) => {
        const result = await rig.run(
          { image: ELSEWHERE },
          { onOutput: when(/green 10 %/, () => rig.alarm('errors', 'ALARM')) },
        );
        await expectRolledBack(rig, result);
        expect(errorsOf(result.output)).toContain('an alarm of the deployment group went off');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'an alarm after the shift, while the end of blue is waited for',
    () =>
      withRig({ speed: 60, stack: { alarms: ['errors'], terminationWaitMinutes: 2880 } }, async (rig) => {
        const result = await rig.run(
          { image: ELSEWHERE, 'wait-for': 'completed' },
          { onOutput: when(/AfterAllowTraffic .*: done/, () => rig.alarm('errors', 'ALARM')) },
        );
        await expectRolledBack(rig, result);
        expect(result.output).toMatch(/green 100 %/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'someone stops the deployment and lets it roll back',
    () =>
      withRig({}, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const result = await rig.run(
          { image: ELSEWHERE },
          { onOutput: when(/Install .*: begins|green tasks/, (told) => stop(rig, told, true)) },
        );
        await expectRolledBack(rig, result);
        expect(errorsOf(result.output)).toContain('someone stopped the deployment');
      }),
    LIMIT_MS,
  );
});

describe('not rolled back', () => {
  test.concurrent(
    'a group that does not roll back: failed, with the cause',
    () =>
      withRig({ settings: { installTimeoutMs: 20_000 }, stack: { rollback: false } }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({ image: 'registry.example.com/crash:1' });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 1, result: 'failed' });
        expect(outputs).not.toHaveProperty('rollback-deployment-id');
        expect(errorsOf(output)).toMatch(/exit code:? 1\b/);
        expect(errorsOf(output)).not.toContain('rolled back');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'someone stops the deployment and does not let it roll back: stopped',
    () =>
      withRig({}, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const { exitCode, output, outputs } = await rig.run(
          { image: ELSEWHERE },
          { onOutput: when(/Install .*: begins|green tasks/, (told) => stop(rig, told, false)) },
        );
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 1, result: 'stopped' });
        expect(errorsOf(output)).toContain('someone stopped the deployment');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'success by CodeDeploy’s word, but production runs something else: failed',
    () =>
      withRig({ speed: 60, stack: { ...GRADUAL, terminationWaitMinutes: 2880 } }, async (rig) => {
        const [service] = rig.sandbox.world.ecs.services.values();
        const { exitCode, output, outputs } = await rig.run(
          { image: ELSEWHERE, 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' },
          {
            onOutput: when(/^Deployment: /m, () => {
              // The PRIMARY task set keeps its revision whatever CodeDeploy says.
              for (const set of service?.taskSets ?? []) Object.defineProperty(set, 'status', PINNED);
              return Promise.resolve();
            }),
          },
        );
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 1, result: 'failed' });
        expect(errorsOf(output)).toMatch(/Production runs web:1, not web:2, although deployment d-\w+ is/);
      }),
    LIMIT_MS,
  );
});

const PINNED: PropertyDescriptor = { get: () => 'PRIMARY', set: () => undefined };

async function stop({ clients }: Rig, told: string, autoRollbackEnabled: boolean): Promise<void> {
  const deploymentId = /^Deployment: (d-[A-Z0-9]+)$/m.exec(told)?.[1] ?? '';
  await clients.codedeploy.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled }));
}
