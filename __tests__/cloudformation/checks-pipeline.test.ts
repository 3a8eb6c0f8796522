/** Faults in the pipeline and its buildspecs, which CloudFormation passes on unread: each is planted, and found. */
import { expect, test } from '@jest/globals';

import { buildspecs } from '../../scripts/templates/checks/buildspec.ts';
import { pipelines } from '../../scripts/templates/checks/pipeline.ts';
import { type Change, found, mutant } from './mutants.ts';

const STAGES = 'Resources/Pipeline/Properties/Stages';
const DEPLOY = `${STAGES}/3/Actions/1`;
const BUILDSPEC = 'Resources/ImageProject/Properties/Source/BuildSpec';
const spec = (phases: string): string => `version: 0.2\nphases:\n${phases}\nartifacts:\n  files: [a]\n`;

test.each<readonly [fault: string, change: Change, finding: string]>([
  ['a key that is none', [`${DEPLOY}/Configuration/AppSpecPath`, 'a'], 'Deploy: AppSpecPath is no key of CodeDeployToECS'],
  ['a key that is missing', [`${DEPLOY}/Configuration/DeploymentGroupName`, undefined], 'Deploy: DeploymentGroupName is missing'],
  ['an artifact that is no input', [`${DEPLOY}/Configuration/Image1ArtifactName`, 'Image'], 'Image1ArtifactName names "Image", which is no input'],
  ['an artifact that nobody makes', [`${DEPLOY}/InputArtifacts/0/Name`, 'Nothing'], 'no action before makes "Nothing"'],
  ['polling', [`${STAGES}/0/Actions/0/1/Configuration/PollForSourceChanges`, 'true'], 'Source: it polls'],
  ['an unknown provider', [`${DEPLOY}/ActionTypeId/Provider`, 'CodeDeployToMoon'], 'CodeDeployToMoon is a provider'],
  ['V1', ['Resources/Pipeline/Properties/PipelineType', 'V1'], 'It is not of type V2'],
])('%s', (_fault, change, finding) => {
  expect(found(pipelines, mutant('pipeline.yml', change))).toEqual(
    expect.arrayContaining([expect.stringContaining(finding)]),
  );
}); // prettier-ignore

test.each([
  ['no YAML', 'version: [', 'Its buildspec is no YAML'],
  ['another version', spec('  build: { commands: [a] }').replace('0.2', '0.1'), 'Its buildspec is not of version 0.2'],
  ['no build', spec('  install: { commands: [a] }'), 'Its buildspec has no phase build'],
  ['an unknown phase', spec('  build: { commands: [a] }\n  buidl: { commands: [a] }'), 'buidl is no phase'],
  ['no commands', spec('  build: {}'), 'Phase build has no commands'],
  [
    'a colon',
    spec('  build:\n    commands:\n      - echo this: that'),
    'A command of phase build is no text: a colon made it a map',
  ],
  ['no artifacts', 'version: 0.2\nphases: { build: { commands: [a] } }', 'It hands on no files'],
  ['none', '', 'It has no inline buildspec'],
])('buildspec: %s', (_fault, text, finding) => {
  expect(found(buildspecs, mutant('pipeline.yml', [BUILDSPEC, text]))).toEqual(
    expect.arrayContaining([expect.stringContaining(`ImageProject: ${finding}`)]),
  );
});
