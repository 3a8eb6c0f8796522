/** CodePipeline actions: configuration keys and artifacts, which CloudFormation passes on unread (CodePipeline user guide). */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { isObject } from '../../../sandbox/cloudformation/template/shape.ts';
import { at, each, possible, same, textOf } from '../values.ts';

interface Keys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const KEYS: Readonly<Record<string, Keys>> = {
  CodeCommit: {
    required: ['RepositoryName', 'BranchName', 'PollForSourceChanges'],
    optional: ['OutputArtifactFormat'],
  },
  CodeStarSourceConnection: {
    required: ['ConnectionArn', 'FullRepositoryId', 'BranchName'],
    optional: ['OutputArtifactFormat', 'DetectChanges'],
  },
  CodeBuild: {
    required: ['ProjectName'],
    optional: ['PrimarySource', 'EnvironmentVariables', 'BatchEnabled', 'CombineArtifacts'],
  },
  Manual: { required: [], optional: ['NotificationArn', 'ExternalEntityLink', 'CustomData'] },
  CodeDeployToECS: {
    required: ['ApplicationName', 'DeploymentGroupName', 'TaskDefinitionTemplateArtifact', 'AppSpecTemplateArtifact'],
    optional: [
      'TaskDefinitionTemplatePath',
      'AppSpecTemplatePath',
      ...[1, 2, 3, 4].flatMap((n) => [`Image${n}ArtifactName`, `Image${n}ContainerName`]),
    ],
  },
};

export function* pipelines(subject: Subject): Generator<Fault> {
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::CodePipeline::Pipeline')) {
    const made: Json[] = [];
    for (const stage of possible(properties['Stages'])) {
      for (const action of possible(at(stage, 'Actions'))) {
        const name = textOf(at(action, 'Name')) || textOf(at(action, 'ActionTypeId', 'Provider'));
        for (const [what, repair] of faultsOf(action, made)) yield { place, what: `${name}: ${what}`, repair };
        made.push(...artifactsOf(action, 'OutputArtifacts'));
      }
    }
    if (properties['PipelineType'] !== 'V2')
      yield { place, what: 'It is not of type V2.', repair: 'Set PipelineType: V2.' };
  }
}

const isFalse = (value: Json | undefined): boolean => value === false || value === 'false';

const artifactsOf = (action: Json, list: string): readonly Json[] =>
  possible(at(action, list)).flatMap((artifact) => each(at(artifact, 'Name')));

function* faultsOf(action: Json, made: readonly Json[]): Generator<readonly [string, string]> {
  const provider = textOf(at(action, 'ActionTypeId', 'Provider'));
  const keys = KEYS[provider];
  if (!keys) {
    yield [`${provider} is a provider whose keys are not known here.`, 'Add it to KEYS.'];
    return;
  }
  for (const configuration of possible(at(action, 'Configuration') ?? {})) {
    const given = isObject(configuration) ? Object.keys(configuration) : [];
    const unknown = given.filter((key) => ![...keys.required, ...keys.optional].includes(key));
    const missing = keys.required.filter((key) => !given.includes(key));
    if (unknown.length > 0) yield [`${unknown.join(', ')} is no key of ${provider}.`, 'See the action reference.'];
    if (missing.length > 0) yield [`${missing.join(', ')} is missing.`, 'Add it.'];
    if (provider === 'CodeCommit' && !isFalse(at(configuration, 'PollForSourceChanges'))) {
      yield ['it polls, and the event rule starts it a second time.', 'Set PollForSourceChanges: false.'];
    }
    yield* artifacts(action, configuration, made);
  }
}

function* artifacts(action: Json, configuration: Json, made: readonly Json[]): Generator<readonly [string, string]> {
  const taken = artifactsOf(action, 'InputArtifacts');
  for (const artifact of taken) {
    if (made.some((one) => same(one, artifact))) continue;
    yield [`no action before makes ${JSON.stringify(artifact)}.`, 'Name an OutputArtifact of an earlier action.'];
  }
  for (const [key, artifact] of Object.entries(isObject(configuration) ? configuration : {})) {
    const names = key.endsWith('Artifact') || key.endsWith('ArtifactName') || key === 'PrimarySource';
    if (!names || artifact === undefined || taken.some((one) => same(one, artifact))) continue;
    yield [`${key} names ${JSON.stringify(artifact)}, which is no input of it.`, 'List it in InputArtifacts.'];
  }
}
