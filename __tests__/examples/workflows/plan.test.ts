import { describe, expect, test } from '@jest/globals';
import { type Event } from '../../../scripts/runner/workflow/triggers.ts';
import { errorsOf, type Rig } from '../../e2e/rig.ts';
import { actionsCalled, example, LIMIT_MS, onStage, PLAN_ROLE, planActions } from './stage.ts';

const FILE = example('plan.yml');
const pullRequest = (head: string): Event => ({ name: 'pull_request', base: 'main', head, number: 7 });

/** A role that may only read. */
async function denyWrites(rig: Rig): Promise<void> {
  const writes = ['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment', 'ContinueDeployment', 'PutImage'];
  for (const operation of writes) await rig.fault({ operation, kind: 'denied' });
}

test('the role that docs/permissions.md gives to a plan may only read', () => {
  for (const action of planActions()) expect(action).toMatch(/^[a-z-]+:(?:Get|List|Describe|BatchGet)[A-Z]/);
});

describe('plan.yml', () => {
  test.concurrent(
    'a pull request of the repository: the plan stands in the summary, made by a role that may only read',
    () =>
      onStage({}, async (stage) => {
        const { rig, roles, commit, run } = stage;
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
        for (const action of await actionsCalled(stage)) expect(planActions()).toContain(action);
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
