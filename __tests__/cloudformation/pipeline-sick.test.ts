/** An image that never gets healthy, and who rolls back: `node scripts/engine.ts -- npm test -- pipeline-sick`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UpdateDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isOver } from '../../sandbox/lifecycle/table.ts';
import { type Execution } from '../../scripts/rehearsal/pipeline/execution.ts';
import { type Opened } from '../opened.ts';
import { course, errorsIn, left, LIMIT_MS, openPipeline, type PipelineRig } from './pipeline-rig.ts';
import { pipelineWith } from './pipeline-template.ts';

if (left !== null) process.stderr.write(`pipeline, sick: ${left}\n`);

/** One image, deployed once more for each way back. */
(left === null ? describe : describe.skip)(left ?? 'an image that never gets healthy', () => {
  const withRollback = pipelineWith({ RollbackOnFailure: 'yes' });
  let open: Opened<PipelineRig>;
  let rig: PipelineRig;
  let first: Execution;
  let healthy: string;

  beforeAll(async () => {
    open = await openPipeline({ stack: { terminationWaitMinutes: 1 } });
    rig = open.value;
    first = await rig.play();
    healthy = (await rig.live()).image;
    await rig.commit({ text: 'sick' });
    await rig.settings({ installTimeoutMs: 120_000 });
  }, LIMIT_MS);
  afterAll(() => open.close(), LIMIT_MS);

  async function sick(of?: typeof withRollback): Promise<Execution> {
    const keepLog = async (_group: string, _stream: string, lines: readonly string[]): Promise<void> => {
      const built = lines.find((line) => line.startsWith('Image: '))?.split('@')[1];
      if (built !== undefined && !healthy.endsWith(built)) await rig.settings({ unhealthyImages: [built] });
    };
    const execution = await rig.play(first, { keepLog }, of);
    expect([execution.status, course(execution)]).toEqual([
      'Failed',
      ['Source/Source: Succeeded', 'Build/Image: Succeeded', 'Deploy/Render: Succeeded', 'Deploy/Deploy: Failed'],
    ]);
    expect(execution.stages.at(-1)?.actions.at(-1)?.summary).toMatch(/^Deployment d-\w+ Failed: \[\w+\] .*healthy/);
    return execution;
  }

  const rollsBack = (enabled: boolean) =>
    rig.clients.codedeploy.send(
      new UpdateDeploymentGroupCommand({
        applicationName: 'AppECS-shop-web',
        currentDeploymentGroupName: 'DgpECS-shop-web',
        autoRollbackConfiguration: enabled ? { enabled, events: ['DEPLOYMENT_FAILURE'] } : { enabled },
      }),
    );

  test(
    'CodeDeploy rolls back, the pipeline ends with the cause',
    async () => {
      const execution = await sick();
      expect([execution.rollback, (await rig.live()).image]).toEqual([null, healthy]);
    },
    LIMIT_MS,
  );

  test(
    'with a rollback of the stage where CodeDeploy has none: the last image is deployed once more',
    async () => {
      const { deployments } = rig.sandbox.world.codedeploy;
      while ([...deployments.values()].some(({ phase }) => !isOver(phase))) await sleep(20);
      await rollsBack(false);
      const execution = await sick(withRollback);
      expect(execution.rollback?.status).toBe('Succeeded');
      const { image, revision } = await rig.live();
      expect([image, revision]).toEqual([healthy, 'web:5']);
    },
    LIMIT_MS,
  );

  test(
    'with a rollback of the stage beside that of CodeDeploy: the one is in the way of the other',
    async () => {
      await rollsBack(true);
      await rig.settings({ createdMs: 1_200_000 }); // A rollback that takes a while, as on AWS.
      const execution = await sick(withRollback);
      const log = execution.rollback?.actions.flatMap((action) => action.log).join('\n') ?? '';
      expect(errorsIn(log)[0]).toMatch(/Deployment d-\w+ is in progress in DgpECS-shop-web/);
      expect((await rig.live()).image).toBe(healthy);
    },
    LIMIT_MS,
  );
});
