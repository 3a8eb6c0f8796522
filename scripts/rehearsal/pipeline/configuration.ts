/**
 * Which keys the configuration of an action takes (CodePipeline user guide, action structure references). cfn-lint lets
 * any key pass; CodePipeline refuses one that it does not know.
 */
import { type Action, PipelineFault } from './pipeline.ts';

interface Keys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** How many artifacts go in and out, at least and at most. */
  readonly inputs: readonly [number, number];
  readonly outputs: readonly [number, number];
}

const NUMBERS = ['1', '2', '3', '4'];

const KEYS: ReadonlyMap<string, Keys> = new Map([
  [
    'Source/AWS/CodeCommit',
    {
      required: ['RepositoryName', 'BranchName'],
      optional: ['PollForSourceChanges', 'OutputArtifactFormat'],
      inputs: [0, 0],
      outputs: [1, 1],
    },
  ],
  [
    'Source/AWS/CodeStarSourceConnection',
    {
      required: ['ConnectionArn', 'FullRepositoryId', 'BranchName'],
      optional: ['OutputArtifactFormat', 'DetectChanges'],
      inputs: [0, 0],
      outputs: [1, 1],
    },
  ],
  [
    'Build/AWS/CodeBuild',
    {
      required: ['ProjectName'],
      optional: ['PrimarySource', 'BatchEnabled', 'CombineArtifacts', 'EnvironmentVariables'],
      inputs: [1, 5],
      outputs: [0, 5],
    },
  ],
  [
    'Approval/AWS/Manual',
    {
      required: [],
      optional: ['NotificationArn', 'CustomData', 'ExternalEntityLink'],
      inputs: [0, 0],
      outputs: [0, 0],
    },
  ],
  [
    'Deploy/AWS/CodeDeployToECS',
    {
      required: ['ApplicationName', 'DeploymentGroupName', 'TaskDefinitionTemplateArtifact', 'AppSpecTemplateArtifact'],
      optional: [
        'TaskDefinitionTemplatePath',
        'AppSpecTemplatePath',
        ...NUMBERS.flatMap((n) => [`Image${n}ArtifactName`, `Image${n}ContainerName`]),
      ],
      inputs: [1, 5],
      outputs: [0, 0],
    },
  ],
]);

/** Keys whose value names an artifact that must be among the action's inputs. */
const ARTIFACT_KEYS = [
  'PrimarySource',
  'TaskDefinitionTemplateArtifact',
  'AppSpecTemplateArtifact',
  ...NUMBERS.map((n) => `Image${n}ArtifactName`),
];

/** @throws PipelineFault for what CreatePipeline refuses. */
export function checkConfiguration(action: Action): void {
  const refuse = (why: string): never => {
    throw new PipelineFault(`The action ${action.name} (${action.type}) is refused: ${why}.`);
  };
  const keys = KEYS.get(action.type) ?? refuse('its type is not played here');
  const given = Object.keys(action.configuration);
  const unknown = given.find((key) => !keys.required.includes(key) && !keys.optional.includes(key));
  if (unknown !== undefined) refuse(`its configuration has the unknown key ${unknown}`);
  const missing = keys.required.find((key) => !given.includes(key));
  if (missing !== undefined) refuse(`its configuration lacks ${missing}`);
  for (const key of ARTIFACT_KEYS) {
    const artifact = action.configuration[key];
    if (artifact !== undefined && !action.inputs.includes(artifact)) {
      refuse(`${key} names the artifact ${artifact}, which is none of its inputs`);
    }
  }
  within('input', action.inputs.length, keys.inputs, refuse);
  within('output', action.outputs.length, keys.outputs, refuse);
}

function within(what: string, count: number, [least, most]: readonly [number, number], refuse: (why: string) => never) {
  if (count < least || count > most) refuse(`it has ${count} ${what} artifacts, not ${least} to ${most}`);
}
