/** Faults in the template that nothing but a run shows: the stage that deploys ends with them, and nothing is live of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Rig } from '../e2e/rig.ts';
import { type Opened, opened } from '../opened.ts';
import { type Deploy, withDeployStage } from './pipeline-deploy-stage.ts';
import { leftWithoutBuild as left, LIMIT_MS } from './pipeline-rig.ts';
import { planted } from './pipeline-template.ts';

if (left !== null) process.stderr.write(`pipeline, faults: ${left}\n`);

(left === null ? describe : describe.skip)(left ?? 'the stage that deploys', () => {
  let open: Opened<{ readonly rig: Rig; readonly deploy: Deploy }>;

  beforeAll(async () => {
    open = await opened((work) =>
      withDeployStage({ stack: { terminationWaitMinutes: 1 } }, (rig, deploy) => work({ rig, deploy })),
    );
  }, LIMIT_MS);
  afterAll(() => open.close(), LIMIT_MS);

  test.each<readonly [fault: string, template: string, where: string, says: RegExp, recorded: boolean]>([
    [
      'a project that is not there',
      planted('ProjectName: !Ref RenderProject', 'ProjectName: shop-rendering'),
      'Render: Failed',
      /Project cannot be found: shop-rendering/,
      true,
    ],
    [
      'another name for the placeholder',
      planted('Image1ContainerName: IMAGE1_NAME', 'Image1ContainerName: IMAGE_NAME'),
      'Deploy: Failed',
      /No image of the action's configuration fills <IMAGE1_NAME>/,
      true,
    ],
    [
      'the wrong container',
      planted("[0].containerName')", "[0].containerPort')"),
      'Render: Failed',
      /has no container 8080\./,
      true,
    ],
    [
      'a file that is not in the artifact',
      planted('TaskDefinitionTemplatePath: taskdef.json', 'TaskDefinitionTemplatePath: task.json'),
      'Deploy: Failed',
      /The artifact has no file task.json/,
      true,
    ],
    [
      'an artifact that the build does not make',
      planted('- taskdef.json\n', '- task.json\n'),
      'Render: Failed',
      /no matching artifact paths found: task.json/,
      true,
    ],
    [
      'another group',
      planted(
        "Value: !If [HasStack, { 'Fn::ImportValue': !Sub '${ServiceStack}-Application' }, !Ref Application]",
        'Value: AppECS-other',
      ),
      'Render: Failed',
      /aws deploy get-deployment-group failed/,
      false,
    ],
  ])(
    'is caught: %s',
    async (_, template, where, says, recorded) => {
      const { rig, deploy } = open.value;
      const { status, actions } = await deploy({ template, recorded });
      const last = actions.at(-1);
      expect([status, `${last?.name ?? ''}: ${last?.status ?? ''}`]).toEqual(['Failed', where]);
      expect([last?.summary, ...(last?.log ?? [])].join('\n')).toMatch(says);
      expect((await rig.live()).revision).toBe('web:1');
    },
    LIMIT_MS,
  );

  // Last: it changes what is live.
  test(
    'goes through as the template is',
    async () => {
      const { rig, deploy } = open.value;
      expect([(await deploy()).status, (await rig.live()).revision]).toEqual(['Succeeded', 'web:2']);
    },
    LIMIT_MS,
  );
});
