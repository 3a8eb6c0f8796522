/** Two jobs with an approval between them: the first ends where the deployment waits, the second lets it go on. */
import { CreateRuleCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import { DIGEST_ELSEWHERE as image, errorsOf, LIMIT_MS, type RigOptions, warningsOf, withRig } from './rig.ts';

const waits: RigOptions = { speed: 30, stack: { readyWaitMinutes: 30 } };

describe('wait-for: test-ready', () => {
  test.concurrent(
    'ends at Ready with the address, through which the new version answers; the second job brings it to production',
    () =>
      withRig({ ...waits, real: true }, async (rig) => {
        const first = await rig.run({ image, 'wait-for': 'test-ready' });
        expect([first.exitCode, errorsOf(first.output), warningsOf(first.output)]).toEqual([0, '', '']);
        const { 'codedeploy-deployment-id': id = '', 'task-definition': revision = '' } = first.outputs;
        expect(first.outputs).toMatchObject({ result: 'started', 'task-definition': 'web:2' });
        const address = first.outputs['test-url'] ?? 'no address';
        expect(first.output).toContain(`Test address: ${address}`);
        expect(first.summary).toContain('Test address');
        expect(await (await fetch(address)).json()).toMatchObject({ revision: 'web:2' });
        expect(await (await fetch(first.outputs['url'] ?? '')).json()).toMatchObject({ revision: 'web:1' });
        await rig.forget();

        const approved = { mode: 'promote', 'codedeploy-deployment-id': id, 'task-definition': revision };
        const second = await rig.run(approved, { env: { GITHUB_JOB: 'promote' } });
        expect([second.exitCode, errorsOf(second.output)]).toEqual([0, '']);
        expect(second.outputs).toMatchObject({
          result: 'succeeded',
          'task-definition': 'web:2',
          'previous-task-definition': 'web:1',
          'codedeploy-deployment-id': id,
          url: first.outputs['url'],
        });
        expect(second.postOutput).toBe('');
        expect(await rig.writes()).toEqual(['ContinueDeployment']);
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the host of the rule that leads to the service is the address',
    () =>
      withRig(waits, async (rig) => {
        await rig.clients.elb.send(
          new CreateRuleCommand({
            ListenerArn: rig.stack.testListenerArn ?? '',
            Priority: 1,
            Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['test.shop.example.com'] } }],
            Actions: [{ Type: 'forward', TargetGroupArn: rig.stack.targetGroups[0]?.arn }],
          }),
        );
        const { outputs } = await rig.run({ image, 'wait-for': 'test-ready' });
        expect(outputs['test-url']).toBe('http://test.shop.example.com:8080');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['the group does not wait', { readyWaitMinutes: 0 }, 'STOP_DEPLOYMENT'],
    ['it has no test listener', { readyWaitMinutes: 30, testListener: false }, 'testTrafficRoute'],
  ] as const)(
    'is refused with the setting to change where %s',
    (_, stack, setting) =>
      withRig({ stack }, async (rig) => {
        const { exitCode, output } = await rig.run({ image, 'wait-for': 'test-ready' });
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain(setting);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a rejected approval: the job that only stops this deployment returns production',
    () =>
      withRig(waits, async (rig) => {
        const first = await rig.run({ image, 'wait-for': 'test-ready' });
        const id = first.outputs['codedeploy-deployment-id'] ?? '';
        const { exitCode, output } = await rig.run({ mode: 'rollback', 'codedeploy-deployment-id': id });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect((await rig.live()).revision).toBe('web:1');
        const late = await rig.run({ mode: 'promote', 'codedeploy-deployment-id': id });
        expect(late.exitCode).toBe(1);
        expect(errorsOf(late.output)).toContain('what has ended cannot be promoted');
      }),
    LIMIT_MS,
  );
});

test.concurrent(
  'a group that waits for a word that nobody gives: the warning names both ways',
  () =>
    withRig({ speed: 100, stack: { readyWaitMinutes: 1 } }, async (rig) => {
      const { output } = await rig.run({ image });
      expect(warningsOf(output)).toMatch(/'smoke-test'.*'wait-for: test-ready'.*'mode: promote'/);
    }),
  LIMIT_MS,
);
