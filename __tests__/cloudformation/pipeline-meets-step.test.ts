/** Two deployers for one group: what the pipeline does while the step deploys, and the step while the pipeline does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { deploymentOf, deploymentsOf, go, inPhase } from '../e2e/another.ts';
import { DIGEST_ELSEWHERE, errorsOf, type Rig } from '../e2e/rig.ts';
import { errorsIn, leftWithoutBuild as left, LIMIT_MS } from './pipeline-rig.ts';
import { IMAGE } from './pipeline-answers.ts';
import { withDeployStage } from './pipeline-deploy-stage.ts';

const long = { stack: { terminationWaitMinutes: 2880 } };
const step = { image: DIGEST_ELSEWHERE, 'wait-for': 'none' };

async function newest(rig: Rig): Promise<string> {
  for (;;) {
    const id = deploymentsOf(rig).at(-1)?.id;
    if (id !== undefined) return id;
    await sleep(20);
  }
}

if (left !== null) process.stderr.write(`pipeline, meets-step: ${left}\n`);

(left === null ? describe : describe.skip)(left ?? 'the pipeline and the step', () => {
  test(
    'the step deploys: the pipeline is refused before it changes anything, and goes through once it is retried',
    () =>
      withDeployStage(long, async (rig, deploy) => {
        const { outputs } = await rig.run({ ...step, 'wait-for': 'traffic-shifted' });
        const running = outputs['codedeploy-deployment-id'] ?? '';
        await rig.forget();
        const refused = await deploy();
        expect(refused.actions.map(({ name, status }) => `${name}: ${status}`)).toEqual(['Render: Failed']);
        expect(errorsIn(refused.actions[0]?.log.join('\n') ?? '')).toEqual([
          `ERROR: Deployment ${running} is in progress in DgpECS-shop-web, and a group takes one at a time.`,
          expect.stringContaining('Then retry this stage from its first action.'),
        ]);
        expect((await rig.writes()).filter((name) => !name.includes('Log'))).toEqual([]);
        await go(rig, running, 'TERMINATION_WAIT');
        while (deploymentOf(rig, running).status !== 'Succeeded') await sleep(20);
        const retried = deploy();
        while (deploymentsOf(rig).length < 2) await sleep(20);
        const own = await newest(rig);
        await inPhase(rig, own, 'TerminationWait');
        await go(rig, own, 'TERMINATION_WAIT');
        expect([(await retried).status, (await rig.live()).image]).toEqual(['Succeeded', IMAGE]);
      }),
    LIMIT_MS,
  );

  test(
    'the pipeline deploys: the step is refused with `fail`, and waits for it otherwise; neither undoes the other',
    () =>
      withDeployStage(long, async (rig, deploy) => {
        const deploying = deploy();
        const theirs = await newest(rig);
        await inPhase(rig, theirs, 'TerminationWait');
        const failed = await rig.run({ ...step, 'if-deployment-in-progress': 'fail' });
        expect([failed.exitCode, errorsOf(failed.output)]).toEqual([
          1,
          expect.stringMatching(new RegExp(`deployment ${theirs}.* is \\w+ since .* one deployment at a time`)),
        ]);
        let told = '';
        let ended = false;
        const waited = rig.run(step, {
          onOutput: (text) => {
            told += text;
            if (ended || !told.includes('Waiting until')) return;
            ended = true;
            void go(rig, theirs, 'TERMINATION_WAIT');
          },
        });
        expect((await waited).exitCode).toBe(0);
        expect((await deploying).status).toBe('Succeeded');
        // What the step has rendered began from what the pipeline had made live.
        const image = (revision: string) =>
          (rig.body(revision)['containerDefinitions'] as [{ image: string }])[0].image;
        expect([image('web:2'), image('web:3')]).toEqual([IMAGE, DIGEST_ELSEWHERE]);
      }),
    LIMIT_MS,
  );
});
