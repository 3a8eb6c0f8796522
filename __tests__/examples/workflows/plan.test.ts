import { describe, expect, test } from '@jest/globals';
import { type Event } from '../../../scripts/runner/workflow/triggers.ts';
import { errorsOf, type Rig } from '../../e2e/rig.ts';
import { example, LIMIT_MS, onStage, PLAN_ROLE } from './stage.ts';

const FILE = example('plan.yml');
const pullRequest = (head: string): Event => ({ name: 'pull_request', base: 'main', head, number: 7 });

/** A role that may only read. */
async function denyWrites(rig: Rig): Promise<void> {
  const writes = ['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment', 'ContinueDeployment', 'PutImage'];
  for (const operation of writes) await rig.fault({ operation, kind: 'denied' });
}

describe('plan.yml', () => {
  test.concurrent(
    'a pull request of the repository: the plan stands in the summary, made by a role that may only read',
    () =>
      onStage({}, async ({ rig, roles, commit, run }) => {
        await commit('a');
        await denyWrites(rig);
        await rig.forget();
        const { result, jobs } = await run(FILE, pullRequest('octo-org/shop'));
        const plan = jobs['plan']?.steps.at(-1);
        expect(errorsOf(plan?.output ?? 'no step ran')).toBe('');
        expect(result).toBe('success');
        expect(plan?.summary).toContain('web:1');
        expect(JSON.parse(plan?.outputs['plan'] ?? '')).toEqual(expect.any(Object));
        expect(await rig.writes()).toEqual([]);
        expect(roles).toEqual([{ role: PLAN_ROLE, region: 'eu-west-1', job: 'plan', environment: null }]);
        expect(jobs['plan']?.permissions).toEqual({ 'id-token': 'write', contents: 'read' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a pull request from a fork gets no role',
    () =>
      onStage({ stack: { desiredCount: 0 } }, async ({ roles, run }) => {
        const { result, jobs } = await run(FILE, pullRequest('someone/shop'));
        expect([result, jobs['plan']?.result, roles]).toEqual(['success', 'skipped', []]);
      }),
    LIMIT_MS,
  );
});
