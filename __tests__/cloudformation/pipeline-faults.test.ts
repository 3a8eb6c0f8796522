/** Faults in the template that nothing but a run shows: the stage that deploys ends with them, and nothing is live of it. */
import { describe, expect, test } from '@jest/globals';
import { withDeployStage } from './pipeline-deploy-stage.ts';
import { leftWithoutBuild as left, LIMIT_MS } from './pipeline-rig.ts';
import { planted, TEMPLATE } from './pipeline-template.ts';

if (left !== null) process.stderr.write(`pipeline, faults: ${left}\n`);

(left === null ? describe : describe.skip)(left ?? 'the stage that deploys', () => {
  test(
    'goes through as the template is',
    () =>
      withDeployStage({ template: TEMPLATE, stack: { terminationWaitMinutes: 1 } }, async (rig, deploy) => {
        expect([(await deploy()).status, (await rig.live()).revision]).toEqual(['Succeeded', 'web:2']);
      }),
    LIMIT_MS,
  );

  test.each<[string, string, string, RegExp]>([
    [
      'a project that is not there',
      planted('ProjectName: !Ref RenderProject', 'ProjectName: shop-rendering'),
      'Render: Failed',
      /Project cannot be found: shop-rendering/,
    ],
    [
      'another name for the placeholder',
      planted('Image1ContainerName: IMAGE1_NAME', 'Image1ContainerName: IMAGE_NAME'),
      'Deploy: Failed',
      /No image of the action's configuration fills <IMAGE1_NAME>/,
    ],
    [
      'the wrong container',
      planted("[0].containerName')", "[0].containerPort')"),
      'Render: Failed',
      /has no container 8080\./,
    ],
    [
      'a file that is not in the artifact',
      planted('TaskDefinitionTemplatePath: taskdef.json', 'TaskDefinitionTemplatePath: task.json'),
      'Deploy: Failed',
      /The artifact has no file task.json/,
    ],
    [
      'an artifact that the build does not make',
      planted('- taskdef.json\n', '- task.json\n'),
      'Render: Failed',
      /no matching artifact paths found: task.json/,
    ],
    [
      'another group',
      planted(
        "Value: !If [HasStack, { 'Fn::ImportValue': !Sub '${ServiceStack}-Application' }, !Ref Application]",
        'Value: AppECS-other',
      ),
      'Render: Failed',
      /aws deploy get-deployment-group failed/,
    ],
  ])(
    'is caught: %s',
    (_, template, where, says) =>
      withDeployStage({ template, settings: { installTimeoutMs: 120_000 } }, async (rig, deploy) => {
        const { status, actions } = await deploy();
        const last = actions.at(-1);
        expect([status, `${last?.name ?? ''}: ${last?.status ?? ''}`]).toEqual(['Failed', where]);
        expect([last?.summary, ...(last?.log ?? [])].join('\n')).toMatch(says);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );
});
