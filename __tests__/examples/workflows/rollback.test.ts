import { GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type Event } from '../../../scripts/runner/workflow/triggers.ts';
import { errorsOf } from '../../e2e/rig.ts';
import { actionsCalled, example, LIMIT_MS, onStage, planActions, PUSH, ROLE } from './stage.ts';

const FILE = example('rollback.yml');
const STACK = { stack: { terminationWaitMinutes: 0 } };
const dispatch = (inputs: Readonly<Record<string, string>> = {}): Event => ({ name: 'workflow_dispatch', inputs });
const outcomes = (steps: readonly { readonly outcome: string }[] = []): readonly string[] =>
  steps.map(({ outcome }) => outcome);

describe('rollback.yml', () => {
  test.concurrent(
    'with no word from the person who starts it: what production ran before, after a plan of it',
    () =>
      onStage(STACK, async ({ rig, roles, deployed, run }) => {
        await deployed('a');
        await deployed('b');
        await rig.forget();
        const { result, name, jobs, concurrency } = await run(FILE, dispatch());
        const [, plan, back] = jobs['rollback']?.steps ?? [];
        expect(errorsOf(`${plan?.output ?? ''}${back?.output ?? ''}`)).toBe('');
        expect([result, outcomes(jobs['rollback']?.steps)]).toEqual(['success', ['success', 'success', 'success']]);
        expect(plan?.summary).toContain('web:2');
        expect(back?.outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2' });
        expect((await rig.live()).revision).toBe('web:2');
        expect(await rig.writes()).toEqual(['CreateDeployment']);
        expect(name).toBe('Roll back web in production to previous');
        expect(concurrency).toEqual({ group: 'rollback-production-web', cancelInProgress: false });
        expect(roles.at(-1)).toMatchObject({ role: ROLE, job: 'rollback', environment: 'production-operator' });
        expect(jobs['rollback']?.permissions).toEqual({ 'id-token': 'write' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'to a commit, and then to a tag',
    () =>
      onStage(STACK, async ({ rig, deployed, run, reached }) => {
        const first = await deployed('a');
        const second = await deployed('b');
        await deployed('c');
        const to = async (where: string): Promise<string> => {
          const { jobs } = await run(FILE, dispatch({ 'rollback-to': where }));
          const back = jobs['rollback']?.steps.at(-1);
          expect(errorsOf(back?.output ?? 'no step ran')).toBe('');
          await reached(back?.outputs['codedeploy-deployment-id'] ?? '', 'Succeeded');
          return (await rig.live()).revision;
        };
        expect(await to(first.sha)).toBe('web:2');
        expect(await to(second.tag)).toBe('web:3');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'while blue is still there: the deployment is stopped, and nothing new is started',
    () =>
      onStage({ stack: { terminationWaitMinutes: 2880 } }, async ({ rig, commit, run }) => {
        await commit('a');
        const deployment = await run(example('deploy.yml'), PUSH);
        expect([deployment.result, (await rig.live()).revision]).toEqual(['success', 'web:2']);
        await rig.forget();
        const { result, jobs } = await run(FILE, dispatch());
        expect(errorsOf(jobs['rollback']?.steps.at(-1)?.output ?? 'no step ran')).toBe('');
        expect([result, (await rig.live()).revision]).toEqual(['success', 'web:1']);
        expect(await rig.writes()).toEqual(['StopDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'plan-only shows what would be done, does none of it, and needs no more than a role that only plans may do',
    () =>
      onStage(STACK, async (stage) => {
        const { rig, deployed, run } = stage;
        await deployed('a');
        await deployed('b');
        await rig.forget();
        const { result, jobs } = await run(FILE, dispatch({ 'plan-only': 'true' }));
        expect(errorsOf(jobs['rollback']?.steps[1]?.output ?? 'no step ran')).toBe('');
        expect([result, outcomes(jobs['rollback']?.steps)]).toEqual(['success', ['success', 'success', 'skipped']]);
        expect(jobs['rollback']?.steps[1]?.summary).toContain('web:2');
        expect(await rig.writes()).toEqual([]);
        for (const action of await actionsCalled(stage)) expect(planActions()).toContain(action);
        expect((await rig.live()).revision).toBe('web:3');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'where there is nothing to return to, the plan says so and the run ends with it',
    () =>
      onStage({}, async ({ rig, run }) => {
        const { result, jobs } = await run(FILE, dispatch({ 'rollback-to': 'v0' }));
        expect([result, outcomes(jobs['rollback']?.steps)]).toEqual(['failure', ['success', 'failure', 'skipped']]);
        expect(errorsOf(jobs['rollback']?.steps[1]?.output ?? '')).not.toBe('');
        expect([await rig.writes(), (await rig.live()).revision]).toEqual([[], 'web:1']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a deployment group as it is configured, and alarms ignored, reach CodeDeploy so',
    () =>
      onStage({ stack: { ...STACK.stack, alarms: ['errors'] } }, async ({ rig, deployed, run }) => {
        await deployed('a');
        await deployed('b');
        await rig.alarm('errors', 'ALARM');
        const { jobs } = await run(FILE, dispatch({ 'deployment-config': 'as configured', 'ignore-alarms': 'true' }));
        const back = jobs['rollback']?.steps.at(-1);
        expect(errorsOf(back?.output ?? 'no step ran')).toBe('');
        const deploymentId = back?.outputs['codedeploy-deployment-id'] ?? '';
        const { deploymentInfo } = await rig.clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
        expect(deploymentInfo?.overrideAlarmConfiguration).toMatchObject({ enabled: false });
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['a service that is not in the list', { service: 'billing' }, 'not in the list of allowed values'],
    ['a configuration that is not in the list', { 'deployment-config': 'Big.Bang' }, 'not in the list'],
    ['no place to return to', { 'rollback-to': '' }, "Required input 'rollback-to' not provided"],
    ['an input that there is not', { force: 'true' }, 'Unexpected inputs provided: force'],
    ['a flag that is neither true nor false', { 'ignore-alarms': 'maybe' }, 'is no boolean'],
  ])(
    '%s is refused before a job begins',
    (_case, inputs, message) =>
      onStage({ stack: { desiredCount: 0 } }, async ({ roles, run }) => {
        await expect(run(FILE, dispatch(inputs))).rejects.toThrow(message);
        expect(roles).toEqual([]);
      }),
    LIMIT_MS,
  );
});
