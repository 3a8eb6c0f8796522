/**
 * The action CodeDeployToECS (CodePipeline user guide, "Amazon ECS and CodeDeploy blue-green deploy action reference"): puts
 * the images into the task definition, registers it, puts its ARN into the AppSpec, starts a deployment and waits.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CodeDeployClient,
  CreateDeploymentCommand,
  type DeploymentInfo,
  GetDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { ECSClient, RegisterTaskDefinitionCommand, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { isObject, objectsIn, textOf } from '../../../src/json.ts';
import { type ActionEnd, failed, type PlayedAction } from './execution.ts';
import { type Action, PipelineFault } from './pipeline.ts';

/** CodePipeline user guide, quotas. */
const MAX_INPUT_BYTES = 3 * 1024 * 1024;
const LOOK_MS = 100;
const TERMINAL = new Set(['Succeeded', 'Failed', 'Stopped']);

export async function playDeployToEcs(action: Action, played: PlayedAction): Promise<ActionEnd> {
  try {
    const [definition, appSpec] = await templates(action, played);
    const sdk = await clientsOf(played);
    const registered = await sdk.ecs.send(new RegisterTaskDefinitionCommand(definition));
    const content = appSpec.replaceAll('<TASK_DEFINITION>', registered.taskDefinition?.taskDefinitionArn ?? '');
    const { deploymentId = '' } = await sdk.codedeploy.send(
      new CreateDeploymentCommand({
        applicationName: action.configuration['ApplicationName'],
        deploymentGroupName: action.configuration['DeploymentGroupName'],
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
      }),
    );
    const { status, errorInformation } = await ended(sdk.codedeploy, deploymentId);
    if (status === 'Succeeded') return { status, summary: `Deployment ${deploymentId} succeeded` };
    const why = errorInformation === undefined ? '' : `: [${errorInformation.code}] ${errorInformation.message}`;
    return failed(`Deployment ${deploymentId} ${status ?? 'is gone'}${why}`);
  } catch (fault) {
    // What AWS answers ends the action with its text; anything else is a fault of the rehearsal.
    if (fault instanceof PipelineFault || (fault instanceof Error && '$fault' in fault)) {
      return failed(`${fault.name}: ${fault.message}`);
    }
    throw fault;
  }
}

async function templates(
  { configuration, inputs }: Action,
  { artifacts }: PlayedAction,
): Promise<readonly [RegisterTaskDefinitionCommandInput, string]> {
  const folderOf = (artifact: string | undefined): string => artifacts.get(artifact ?? '') ?? '';
  const sizes = await Promise.all(inputs.map((input) => sizeOf(folderOf(input))));
  if (sizes.some((size) => size > MAX_INPUT_BYTES)) throw new PipelineFault('An input artifact is larger than 3 MB.');
  let text = await textIn(
    folderOf(configuration['TaskDefinitionTemplateArtifact']),
    configuration['TaskDefinitionTemplatePath'] ?? 'taskdef.json',
  );
  for (const number of ['1', '2', '3', '4']) {
    const [artifact, name] = [
      configuration[`Image${number}ArtifactName`],
      configuration[`Image${number}ContainerName`],
    ];
    if (artifact === undefined && name === undefined) continue;
    if (artifact === undefined || name === undefined) {
      throw new PipelineFault(`Image${number}ArtifactName and Image${number}ContainerName go together.`);
    }
    text = text.replaceAll(`<${name}>`, imageUri(await textIn(folderOf(artifact), 'imageDetail.json')));
  }
  const appSpec = await textIn(
    folderOf(configuration['AppSpecTemplateArtifact']),
    configuration['AppSpecTemplatePath'] ?? 'appspec.yaml',
  );
  return [definitionIn(text), appSpec];
}

function definitionIn(text: string): RegisterTaskDefinitionCommandInput {
  const definition: unknown = parsed(text, 'The task definition template');
  if (!isObject(definition)) throw new PipelineFault('The task definition template is no object.');
  // On AWS it would be registered, and its tasks could not pull such an image.
  const [unfilled] = objectsIn(definition['containerDefinitions'])
    .map(({ image }) => textOf(image))
    .filter((image) => /^<\w+>$/.test(image));
  if (unfilled !== undefined) throw new PipelineFault(`No image of the action's configuration fills ${unfilled}.`);
  // What is wrong in it is for RegisterTaskDefinition to say.
  return definition as unknown as RegisterTaskDefinitionCommandInput;
}

function imageUri(text: string): string {
  const detail: unknown = parsed(text, 'imageDetail.json');
  const uri = isObject(detail) ? detail['ImageURI'] : undefined;
  if (typeof uri !== 'string') throw new PipelineFault('imageDetail.json has no ImageURI.');
  return uri;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PipelineFault(`${what} is no JSON.`);
  }
}

async function textIn(folder: string, file: string): Promise<string> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null);
  if (text === null) throw new PipelineFault(`The artifact has no file ${file}.`);
  return text;
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name)));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
}

async function clientsOf({ world, pipeline }: PlayedAction): Promise<{ ecs: ECSClient; codedeploy: CodeDeployClient }> {
  const { roleArn, name: resource } = pipeline;
  const env = await world.awsEnvironment({ roleArn, service: 'codepipeline', resource });
  const config = {
    region: env['AWS_REGION'] ?? '',
    endpoint: env['AWS_ENDPOINT_URL'] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(env['AWS_SESSION_TOKEN'] === undefined ? {} : { sessionToken: env['AWS_SESSION_TOKEN'] }),
    },
  };
  return { ecs: new ECSClient(config), codedeploy: new CodeDeployClient(config) };
}

/** Waits for the deployment's own end, which comes after the wait before the original tasks are ended. */
async function ended(codedeploy: CodeDeployClient, deploymentId: string): Promise<DeploymentInfo> {
  for (;;) {
    const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    if (TERMINAL.has(deploymentInfo?.status ?? '')) return deploymentInfo ?? {};
    await sleep(LOOK_MS);
  }
}
