/** `mode: plan` with `rollback-to`: where a rollback would lead and how, and nothing is moved. */
import { describe, expect, test } from '@jest/globals';
import { begin, deployed, image, inPhase, register } from './past.ts';
import { type Planned, planned as plannedOf } from './planned.ts';
import { annotations, errorsOf, LIMIT_MS, type Rig, type RigOptions, warningsOf, withRig } from './rig.ts';

const planned = (rig: Rig, inputs: Readonly<Record<string, string>>): Promise<Planned<'rollback'>> =>
  plannedOf<'rollback'>(rig, inputs);

const plan = (name: string, rig: RigOptions, work: (rig: Rig) => Promise<void>): void => {
  test.concurrent(name, () => withRig(rig, work), LIMIT_MS);
};

const quick: RigOptions = { stack: { terminationWaitMinutes: 0 } };

/** web:1, web:2 and web:3, each with success. */
async function withPast(rig: Rig): Promise<readonly string[]> {
  const ids = [await deployed(rig, rig.stack.taskDefinition, { commit: 'aaaaaaa1' })];
  for (const tag of ['2', '3'])
    ids.push(await deployed(rig, await register(rig, image(tag)), { commit: `bbbbbb${tag}` }));
  return ids;
}

describe('the plan of a rollback', () => {
  plan(
    'of a deployment that is over: a new one, with age, commit, actor, image and the other candidates',
    quick,
    async (rig) => {
      const [one, two] = await withPast(rig);
      const result = await planned(rig, {
        'rollback-to': 'previous',
        'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
      });
      expect([result.exitCode, errorsOf(result.output)]).toEqual([0, '']);
      expect(result.plan).toMatchObject({
        of: 'rollback',
        result: 'deploy',
        how: 'deploy',
        target: { runs: 'web:3', group: 'DgpECS-shop-web' },
        leaves: 'web:3',
        to: {
          revision: 'web:2',
          deploymentId: two,
          commit: 'bbbbbb2',
          actor: 'hubot',
          image: image('2'),
          ageMinutes: expect.any(Number),
        },
        appspec: {
          from: `the one of deployment ${two ?? ''}`,
          content: expect.stringContaining('<account>:task-definition/web:2'),
        },
        deployment: { configuration: 'CodeDeployDefault.ECSAllAtOnce' },
        wait: { until: 'traffic-shifted' },
        candidates: [{ revision: 'web:1', deploymentId: one, commit: 'aaaaaaa' }],
        refusals: [],
      });
      expect(result.outputs['plan']).not.toContain('123456789012');
      expect(result.output).toMatch(
        /web:2, deployed \S+ \(.+ ago\), by deployment d-\w+, commit bbbbbb2, by hubot, image registry/,
      );
      expect(result.summary).toContain('**Other candidates**');
      expect(await rig.live()).toMatchObject({ revision: 'web:3' });
    },
  );

  plan('in the termination wait: a stop, and the deployment goes on', {}, async (rig) => {
    const id = await begin(rig, await register(rig, image('2')), {});
    await inPhase(rig, id, 'TerminationWait');
    const result = await planned(rig, { 'rollback-to': 'previous' });
    expect([result.exitCode, errorsOf(result.output)]).toEqual([0, '']);
    expect(result.plan).toMatchObject({
      result: 'stop',
      how: 'stop',
      deploymentId: id,
      leaves: 'web:2',
      to: { revision: 'web:1' },
    });
    expect(result.plan).toMatchObject({ appspec: null, deployment: null, wait: null });
    expect(result.output).toContain(`By stopping deployment ${id} with rollback.`);
    expect((await rig.live()).revision).toBe('web:2');
  });

  plan('to what production runs: nothing', quick, async (rig) => {
    await withPast(rig);
    const result = await planned(rig, { 'rollback-to': 'web:3' });
    expect([result.exitCode, result.plan.result, result.plan.how, result.plan.to?.revision]).toEqual([
      0,
      'nothing',
      'there',
      'web:3',
    ]);
  });

  plan('to what is not there: refused, in red, with a plan all the same', quick, async (rig) => {
    await withPast(rig);
    const result = await planned(rig, { 'rollback-to': '99' });
    expect([result.exitCode, result.plan.result, result.plan.to]).toEqual([1, 'refused', null]);
    expect(annotations('error', result.output)).toHaveLength(result.plan.refusals.length);
    expect(errorsOf(result.output)).toMatch(/web:99[^]*What there is: web:2/);
    expect(result.summary).toContain('### ❌ Plan: refused');
  });

  plan('by a role that may not read the history: refused with the statement to add', quick, async (rig) => {
    await withPast(rig);
    await rig.fault({ operation: 'ListDeployments', kind: 'denied' });
    const result = await planned(rig, { 'rollback-to': 'previous' });
    expect([result.exitCode, result.plan.result]).toEqual([1, 'refused']);
    expect(errorsOf(result.output)).toContain('codedeploy:ListDeployments');
  });

  plan('goes on where scaling may not be read', quick, async (rig) => {
    await withPast(rig);
    await rig.fault({ operation: 'DescribeScalingActivities', kind: 'denied' });
    const result = await planned(rig, { 'rollback-to': 'previous' });
    expect([result.exitCode, warningsOf(result.output)]).toEqual([0, '']);
    expect(result.plan.notKnown).toEqual([expect.stringContaining('Application Auto Scaling')]);
  });
});
