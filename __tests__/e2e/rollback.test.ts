/** `mode: rollback` where nothing is in progress: a new deployment of what production ran before. */
import { describe, expect, test } from '@jest/globals';
import { appspecOf, deployed, deploymentOf, image, register, ROLLBACK, stoppedOne } from './past.ts';
import { errorsOf, LIMIT_MS, withRig } from './rig.ts';

const quick = { stack: { terminationWaitMinutes: 0 } };

describe('previous', () => {
  test.concurrent(
    'of 1 ok, 2 stopped, 3 live and 4 registered only it is 1, by a deployment that says so',
    () =>
      withRig(quick, async (rig) => {
        const [two, three] = [await register(rig, image('2')), await register(rig, image('3'))];
        await register(rig, image('4'));
        const first = await deployed(rig, rig.stack.taskDefinition, { commit: 'aaaaaaa1' });
        await stoppedOne(rig, two);
        await deployed(rig, three);
        await rig.forget();
        const { exitCode, output, outputs, summary } = await rig.run(ROLLBACK);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(outputs).toMatchObject({
          result: 'succeeded',
          'task-definition': 'web:1',
          'previous-task-definition': 'web:3',
        });
        expect(await rig.writes()).toEqual(['CreateDeployment']);
        const made = deploymentOf(rig, outputs['codedeploy-deployment-id']);
        expect(made.description).toBe(
          'ecs-blue-green:octo-org/shop:7000000001.1:deploy web:3 ↩ web:1 commit aaaaaaa by octocat',
        );
        expect(made.revision.content).toBe(appspecOf(rig.stack.taskDefinition));
        expect(output).toContain(`AppSpec: the one of deployment ${first}`);
        expect(summary).toContain('web:3 → web:1');
        expect(await rig.live()).toMatchObject({ revision: 'web:1' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'twice in a row goes one further back, and not to the bad one',
    () =>
      withRig(quick, async (rig) => {
        await deployed(rig, rig.stack.taskDefinition);
        for (const tag of ['2', '3']) await deployed(rig, await register(rig, image(tag)));
        const whole = { ...ROLLBACK, 'wait-for': 'completed' };
        const one = await rig.run(whole);
        const two = await rig.run(whole);
        expect([one, two].map(({ outputs }) => outputs['task-definition'])).toEqual(['web:2', 'web:1']);
        expect([one.exitCode, two.exitCode]).toEqual([0, 0]);
        const third = await rig.run(whole);
        expect(third.exitCode).toBe(1);
        expect(errorsOf(third.output)).toContain('no deployment before the current one succeeded');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );
});
