/** What is live came from a later run: an older one does not put itself over it unasked. */
import { describe, expect, test } from '@jest/globals';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { deploymentOf, go, inPhase, startAnother, stop } from './another.ts';
import { DIGEST_ELSEWHERE, ELSEWHERE, errorsOf, LIMIT_MS, type Rig, type Run, warningsOf, withRig } from './rig.ts';

const OLD = '7000000001';
const NEWER = '7000000002';
const NEWEST = '7000000010';
const started = { image: ELSEWHERE, 'wait-for': 'none' };

const run = (rig: Rig, id: string, inputs: Readonly<Record<string, string>>, more: Run = {}): Promise<ActionResult> =>
  rig.run(inputs, { ...more, env: { GITHUB_RUN_ID: id, ...more.env } });

/** Another run has deployed, and its deployment is over. */
async function deployed(rig: Rig, id: string, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputs, output } = await run(rig, id, { ...started, 'wait-for': 'completed', ...inputs });
  expect(errorsOf(output)).toBe('');
  return outputs['codedeploy-deployment-id'] ?? 'no id';
}

/** Does `work` when the step says that it waits. */
function onceItWaits(work: () => unknown): Run {
  let done = false;
  return {
    onOutput: (text) => {
      if (done || !text.includes('Waiting until')) return;
      done = true;
      void work();
    },
  };
}

const soon = { stack: { terminationWaitMinutes: 0 } };
const gated = { stack: { terminationWaitMinutes: 0, readyWaitMinutes: 2880 } };

describe('an older run', () => {
  test.concurrent(
    'finds what a later one has brought: refused before anything is written',
    () =>
      withRig(soon, async (rig) => {
        const id = await deployed(rig, NEWEST);
        await rig.forget();
        const { exitCode, output } = await run(rig, OLD, { image: DIGEST_ELSEWHERE });
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain(
          `what is live is newer: web:2 of deployment ${id}, started by run ${NEWEST}, attempt 1, job deploy of octo-org/shop, by octocat, and this is run ${OLD}, attempt 1`,
        );
        expect(errorsOf(output)).toContain("input 'allow-older'");
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'is told together with all else that speaks against it',
    () =>
      withRig(soon, async (rig) => {
        await deployed(rig, NEWEST);
        const { output } = await run(rig, OLD, { image: 'shop-web:never' });
        expect(errorsOf(output)).toContain('what is live is newer');
        expect(errorsOf(output)).toContain('the repository has no such image');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'wakes after a newer one: refused, nothing was built or registered',
    () =>
      withRig(gated, async (rig) => {
        const newer = await run(rig, NEWER, { ...started, 'wait-for': 'test-ready' });
        const id = newer.outputs['codedeploy-deployment-id'] ?? 'no id';
        await rig.forget();
        const onWait = onceItWaits(() => go(rig, id, 'READY_WAIT'));
        const { exitCode, output } = await run(rig, OLD, { image: DIGEST_ELSEWHERE }, onWait);
        expect([exitCode, await rig.writes()]).toEqual([1, ['ContinueDeployment']]);
        expect(errorsOf(output)).toContain(
          `what is live became newer while this run waited: web:2 of deployment ${id}`,
        );
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'with replace lets a newer one go on; that is taken back, and the older one deploys',
    () =>
      withRig(gated, async (rig) => {
        const newer = await run(rig, NEWER, { ...started, 'wait-for': 'test-ready' });
        const id = newer.outputs['codedeploy-deployment-id'] ?? 'no id';
        await rig.forget();
        const onWait = onceItWaits(() => stop(rig, id));
        const asked = { image: DIGEST_ELSEWHERE, 'wait-for': 'none', 'if-deployment-in-progress': 'replace' };
        const { exitCode, output } = await run(rig, OLD, asked, onWait);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain('came from a later run than this one: it is waited for, not told to make way.');
        expect(await rig.writes()).toEqual(['StopDeployment', 'RegisterTaskDefinition', 'CreateDeployment']);
        expect(deploymentOf(rig, id).status).toBe('Stopped');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'wakes after a rollback by a later run of another workflow: refused, the rollback stays',
    () =>
      withRig(soon, async (rig) => {
        await deployed(rig, '6000000000');
        await rig.settings({ createdMs: 150_000 });
        const env = { GITHUB_RUN_ID: NEWEST, GITHUB_JOB: 'rollback' };
        const back = await rig.run({ 'task-definition': 'web:1', 'wait-for': 'none' }, { env });
        expect(errorsOf(back.output)).toBe('');
        const { exitCode, output } = await run(rig, OLD, { image: DIGEST_ELSEWHERE });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain(`web:1 of deployment ${back.outputs['codedeploy-deployment-id'] ?? 'none'}`);
        expect(errorsOf(output)).toContain(`run ${NEWEST}, attempt 1, job rollback`);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'insists with allow-older: deploys, with a warning',
    () =>
      withRig(soon, async (rig) => {
        await deployed(rig, NEWEST);
        const { exitCode, output } = await run(rig, OLD, { image: DIGEST_ELSEWHERE, 'allow-older': 'true' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(warningsOf(output)).toContain(`goes back: production runs web:2`);
        expect(warningsOf(output)).toContain('allow-older is set');
        expect((await rig.live()).revision).toBe('web:3');
      }),
    LIMIT_MS,
  );
});

describe('a re-run of an old job', () => {
  const again = { GITHUB_RUN_ATTEMPT: '2' };

  test.concurrent(
    'says what it goes back from, and goes on',
    () =>
      withRig(soon, async (rig) => {
        const id = await deployed(rig, NEWEST);
        const { exitCode, output } = await run(rig, OLD, { image: DIGEST_ELSEWHERE }, { env: again });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(warningsOf(output)).toContain(`production runs web:2 of deployment ${id}, started by run ${NEWEST}`);
        expect(warningsOf(output)).toContain(`this is attempt 2 of run ${OLD}`);
        expect((await rig.live()).revision).toBe('web:3');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'finds on waking that a newer one came meanwhile: refused',
    () =>
      withRig(gated, async (rig) => {
        const newer = await run(rig, NEWER, { ...started, 'wait-for': 'test-ready' });
        const id = newer.outputs['codedeploy-deployment-id'] ?? 'no id';
        const onWait = onceItWaits(() => go(rig, id, 'READY_WAIT'));
        const { exitCode, output } = await run(rig, OLD, { image: DIGEST_ELSEWHERE }, { ...onWait, env: again });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('became newer while this run waited');
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );
});

describe('no judgement', () => {
  test.concurrent(
    'over what another repository, or a pipeline, has brought',
    () =>
      withRig(soon, async (rig) => {
        await rig.run(
          { ...started, 'wait-for': 'completed' },
          { env: { GITHUB_REPOSITORY: 'octo-org/other', GITHUB_RUN_ID: NEWEST } },
        );
        const first = await run(rig, OLD, { image: DIGEST_ELSEWHERE, 'wait-for': 'completed' });
        const pipeline = await startAnother(rig, 'a pipeline’s');
        await inPhase(rig, pipeline, 'Succeeded');
        const second = await run(rig, OLD, { image: DIGEST_ELSEWHERE, 'wait-for': 'none' });
        expect([first, second].map(({ exitCode, output }) => [exitCode, errorsOf(output)])).toEqual([
          [0, ''],
          [0, ''],
        ]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'where the deployment that made the PRIMARY task set may not be read',
    () =>
      withRig(soon, async (rig) => {
        await deployed(rig, NEWEST);
        await rig.fault({ operation: 'GetDeployment', kind: 'denied' });
        const { stack } = rig;
        const group = { 'codedeploy-application': stack.application, 'codedeploy-deployment-group': stack.group };
        const { exitCode, output } = await run(rig, OLD, { ...started, ...group, image: DIGEST_ELSEWHERE });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
      }),
    LIMIT_MS,
  );
});
