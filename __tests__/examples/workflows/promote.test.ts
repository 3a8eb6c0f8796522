import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type WorkflowRun, type World } from '../../../scripts/runner/workflow/world.ts';
import { errorsOf } from '../../e2e/rig.ts';
import { example, LIMIT_MS, onStage, PUSH, type Stage } from './stage.ts';

const FILE = example('promote.yml');
const CANARY = 'CodeDeployDefault.ECSCanary10Percent5Minutes';
const WAITS = { stack: { readyWaitMinutes: 2880, terminationWaitMinutes: 2880 } };

const results = ({ jobs }: WorkflowRun): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(jobs).map(({ id, result }) => [id, result]));

const errors = ({ jobs }: WorkflowRun): string =>
  Object.values(jobs)
    .flatMap(({ steps }) => steps.map(({ output }) => errorsOf(output)))
    .join('');

const withReview = (review: () => Promise<'approved' | 'rejected'>, more: Partial<World> = {}): Partial<World> => ({
  environments: { production: { review }, 'production-candidate': {} },
  ...more,
});

const statusOf = async ({ rig, reached }: Stage, run: WorkflowRun, status: string): Promise<void> => {
  await reached(run.jobs['candidate']?.outputs['codedeploy-deployment-id'] ?? '', status);
  await rig.steady();
};

describe('promote.yml', () => {
  test.concurrent(
    'approved: the candidate waits behind the test listener for the review, and then takes the traffic',
    () =>
      onStage(WAITS, async ({ rig, roles, commit, run }) => {
        await commit('a');
        const seen: string[] = [];
        const review = async (): Promise<'approved'> => {
          seen.push((await rig.live()).revision);
          return 'approved';
        };
        const ended = await run(FILE, PUSH, withReview(review));
        expect(errors(ended)).toBe('');
        expect(results(ended)).toEqual({ candidate: 'success', promote: 'success', reject: 'skipped' });
        expect([seen, (await rig.live()).revision]).toEqual([['web:1'], 'web:2']);
        expect(ended.jobs['candidate']?.environment?.url).toMatch(/^http:/);
        expect(ended.jobs['promote']?.steps.at(-1)?.outputs).toMatchObject({ result: 'succeeded' });
        expect(ended.concurrency).toEqual({ group: 'deploy-production', cancelInProgress: false });
        expect(roles.map(({ job, environment }) => `${job} in ${environment ?? ''}`)).toEqual([
          'candidate in production-candidate',
          'promote in production',
        ]);
        expect(ended.jobs['promote']?.permissions).toEqual({ 'id-token': 'write' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'rejected: the candidate is taken down, production stays, the run is red',
    () =>
      onStage(WAITS, async (stage) => {
        const { rig, commit, run, roles } = stage;
        await commit('a');
        const ended = await run(
          FILE,
          PUSH,
          withReview(() => Promise.resolve('rejected')),
        );
        expect(errors(ended)).toBe('');
        expect(ended.result).toBe('failure');
        expect(results(ended)).toEqual({ candidate: 'success', promote: 'failure', reject: 'success' });
        await statusOf(stage, ended, 'Stopped');
        expect((await rig.live()).revision).toBe('web:1');
        expect((await rig.writes()).slice(-1)).toEqual(['StopDeployment']);
        expect(roles.at(-1)).toMatchObject({ job: 'reject', environment: 'production-candidate' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'cancelled while it waits for the review: the candidate is taken down',
    () =>
      onStage(WAITS, async (stage) => {
        const { rig, commit, run } = stage;
        await commit('a');
        const cancel = new AbortController();
        const pending = (): Promise<'approved'> => {
          cancel.abort();
          return new Promise(() => undefined);
        };
        const ended = await run(FILE, PUSH, withReview(pending, { cancel: cancel.signal }));
        expect(errors(ended)).toBe('');
        expect(ended.result).toBe('cancelled');
        expect(results(ended)).toEqual({ candidate: 'success', promote: 'cancelled', reject: 'success' });
        await statusOf(stage, ended, 'Stopped');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'cancelled while the candidate comes up: its own step takes it down, and no other job begins',
    () =>
      onStage(WAITS, async ({ rig, commit, run }) => {
        await rig.settings({ taskStartMs: 1e9 });
        await commit('a');
        const cancel = new AbortController();
        let told = '';
        const onOutput = (text: string): void => {
          told += text;
          if (/deployment InProgress|deployment Created/.test(told)) cancel.abort();
        };
        const ended = await run(
          FILE,
          PUSH,
          withReview(() => Promise.resolve('approved'), { cancel: cancel.signal, onOutput }),
        );
        expect(results(ended)).toEqual({ candidate: 'cancelled', promote: 'skipped', reject: 'skipped' });
        expect((await rig.writes()).filter((name) => name === 'StopDeployment')).toHaveLength(1);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'cancelled while the traffic shifts: its own step returns it, once, and the job for the rejection has no part in it',
    () =>
      onStage({ stack: { ...WAITS.stack, deploymentConfig: CANARY } }, async ({ rig, commit, run }) => {
        await commit('a');
        const cancel = new AbortController();
        let told = '';
        const onOutput = (text: string): void => {
          told += text;
          if (told.includes('green 10 %')) cancel.abort();
        };
        const approve = (): Promise<'approved'> => Promise.resolve('approved');
        const ended = await run(FILE, PUSH, withReview(approve, { cancel: cancel.signal, onOutput }));
        expect(ended.jobs['promote']?.outputs).toEqual({ begun: 'true' });
        expect(results(ended)).toEqual({ candidate: 'success', promote: 'cancelled', reject: 'skipped' });
        expect((await rig.writes()).filter((name) => name === 'StopDeployment')).toHaveLength(1);
        await rig.steady();
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a promotion that fails after it was begun is left to its own step: the job for the rejection has no part in it',
    () =>
      onStage(WAITS, async ({ rig, commit, run }) => {
        await commit('a');
        const review = async (): Promise<'approved'> => {
          await rig.fault({ operation: 'ContinueDeployment', kind: 'denied' });
          return 'approved';
        };
        const ended = await run(FILE, PUSH, withReview(review));
        expect(ended.jobs['promote']?.outputs).toEqual({ begun: 'true' });
        expect(results(ended)).toEqual({ candidate: 'success', promote: 'failure', reject: 'skipped' });
        expect(await rig.writes()).not.toContain('StopDeployment');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'approved when the deployment was stopped meanwhile: refused, and production stays',
    () =>
      onStage(WAITS, async ({ rig, commit, run }) => {
        await commit('a');
        const review = async (): Promise<'approved'> => {
          const [deployment] = rig.sandbox.world.codedeploy.deployments.keys();
          const stop = { deploymentId: deployment ?? '', autoRollbackEnabled: true };
          await rig.clients.codedeploy.send(new StopDeploymentCommand(stop));
          return 'approved';
        };
        const ended = await run(FILE, PUSH, withReview(review));
        expect(results(ended)).toEqual({ candidate: 'success', promote: 'failure', reject: 'skipped' });
        expect(errors(ended)).not.toBe('');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'with nothing to deploy nobody is asked',
    () =>
      onStage({ stack: { ...WAITS.stack, terminationWaitMinutes: 0 } }, async (stage) => {
        const { commit, run } = stage;
        await commit('a');
        const approve = (): Promise<'approved'> => Promise.resolve('approved');
        const first = await run(FILE, PUSH, withReview(approve));
        expect(results(first)).toMatchObject({ promote: 'success' });
        await statusOf(stage, first, 'Succeeded');
        const ask = (): Promise<'approved'> => Promise.reject(new Error('nobody should be asked'));
        const again = await run(FILE, PUSH, withReview(ask));
        expect(results(again)).toEqual({ candidate: 'success', promote: 'skipped', reject: 'skipped' });
      }),
    LIMIT_MS,
  );
});
