import { describe, expect, test } from '@jest/globals';
import { errorsOf } from '../../e2e/rig.ts';
import { example, LIMIT_MS, onStage, PUSH, ROLE } from './stage.ts';

describe('deploy.yml', () => {
  test.concurrent(
    'a push to main ends with production on its commit',
    () =>
      onStage({}, async ({ rig, roles, commit, run }) => {
        const { sha, digest } = await commit('a');
        const { result, jobs, concurrency } = await run(example('deploy.yml'), PUSH);
        const [checkout, credentials, ours] = jobs['deploy']?.steps ?? [];
        expect(errorsOf(ours?.output ?? 'no step')).toBe('');
        expect([checkout, credentials, ours].map((step) => step?.outcome)).toEqual(['success', 'success', 'success']);
        expect(ours?.outputs).toMatchObject({ result: 'succeeded', 'image-digest': digest, 'image-tag': sha });
        expect(await rig.live()).toMatchObject({ revision: 'web:2', image: expect.stringContaining(digest) });
        expect(result).toBe('success');
        expect(concurrency).toEqual({ group: 'deploy-production', cancelInProgress: false });
        expect(roles).toEqual([{ role: ROLE, region: 'eu-west-1', job: 'deploy', environment: 'production' }]);
        expect(jobs['deploy']?.permissions).toEqual({ 'id-token': 'write', contents: 'read' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a deployment that fails leaves the run red and production as it was',
    () =>
      onStage({}, async ({ rig, commit, run }) => {
        await commit('a');
        const faults = { operation: 'CreateDeployment', kind: 'denied' } as const;
        await rig.fault(faults);
        const { result, jobs } = await run(example('deploy.yml'), PUSH);
        expect([result, jobs['deploy']?.result]).toEqual(['failure', 'failure']);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a push to another branch does not start it',
    () =>
      onStage({ stack: { desiredCount: 0 } }, async ({ run }) => {
        await expect(run(example('deploy.yml'), { name: 'push', branch: 'feature' })).rejects.toThrow(
          'not started by push',
        );
      }),
    LIMIT_MS,
  );
});
