/** A wait that takes too long: on-timeout says what becomes of the deployment, and the step is red. */
import { describe, expect, test } from '@jest/globals';
import { DIGEST_ELSEWHERE, ELSEWHERE, errorsOf, LIMIT_MS, withRig } from './rig.ts';
import { ENDLESS, unended } from './signalled.ts';

const TO_STOPPED = ['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment'];
const NOT_A_MINUTE = { 'wait-for-minutes': '0' };

test.concurrent.each(['rollback', 'rollback-always'])(
  'on-timeout: %s stops a deployment that installs, once, and follows the rollback',
  (policy) =>
    withRig({}, async (rig) => {
      await rig.settings(ENDLESS);
      const inputs = { image: ELSEWHERE, ...NOT_A_MINUTE, 'on-timeout': policy };
      const { exitCode, output, outputs, postOutput, summary } = await rig.run(inputs);
      expect([exitCode, outputs['result']]).toEqual([1, expect.stringMatching(/^(?:rolled-back|stopped)$/)]);
      expect(errorsOf(output)).toMatch(
        /no longer waited for.*(?:rolled back by deployment d-|no rollback, production runs web:1)/,
      );
      expect(errorsOf(output)).toContain(outputs['console-url']);
      expect(summary).toMatch(/Rolled back|Stopped/);
      expect(postOutput).toBe('');
      expect(unended(rig)).toEqual([]);
      expect((await rig.live()).revision).toBe('web:1');
      expect(await rig.writes()).toEqual(TO_STOPPED);
    }),
  LIMIT_MS,
);

test.concurrent(
  'on-timeout: leave lets it go on, and says so',
  () =>
    withRig({}, async (rig) => {
      await rig.settings(ENDLESS);
      const inputs = { image: ELSEWHERE, ...NOT_A_MINUTE, 'on-timeout': 'leave' };
      const { exitCode, output, outputs, postOutput, summary } = await rig.run(inputs);
      expect([exitCode, outputs['result']]).toEqual([1, 'timed-out']);
      expect(errorsOf(output)).toMatch(/no longer waited for; it goes on by itself \(on-timeout: leave\)/);
      expect(summary).toContain('Not finished in time');
      expect(postOutput).toBe('');
      expect(unended(rig)).toEqual([outputs['codedeploy-deployment-id']]);
      expect(await rig.writes()).toEqual(TO_STOPPED.slice(0, 2));
    }),
  LIMIT_MS,
);

describe('in the shift', () => {
  test.concurrent(
    'a second attempt that finds the first one’s canary and has no time left takes it back',
    () =>
      withRig({ speed: 20 }, async (rig) => {
        const canary = { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent15Minutes' };
        const first = await rig.run({ image: DIGEST_ELSEWHERE, 'wait-for': 'none', ...canary });
        const deployment = rig.sandbox.world.codedeploy.deployments.get(
          first.outputs['codedeploy-deployment-id'] ?? '',
        );
        const shift = (): string | undefined => deployment?.events.find(({ name }) => name === 'AllowTraffic')?.status;
        while (shift() !== 'InProgress') await new Promise(setImmediate);
        const second = await rig.run(
          { image: DIGEST_ELSEWHERE, ...NOT_A_MINUTE },
          { env: { GITHUB_RUN_ATTEMPT: '2' } },
        );
        expect(second.outputs['codedeploy-deployment-id']).toBe(first.outputs['codedeploy-deployment-id']);
        expect([second.exitCode, second.outputs['result']]).toEqual([1, 'rolled-back']);
        expect((await rig.live()).revision).toBe('web:1');
        expect((await rig.writes()).filter((name) => name === 'StopDeployment')).toHaveLength(1);
      }),
    LIMIT_MS,
  );
});
