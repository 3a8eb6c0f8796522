/** Reads AWS::CodePipeline::Pipeline and AWS::CodeBuild::Project from resolved properties. */
import { isList, isObject, type Json, type JsonObject } from '../../../src/json.ts';
import { checkConfiguration } from './configuration.ts';
import { type Action, type Pipeline, PipelineFault, type Project, type Stage } from './pipeline.ts';

/** @throws PipelineFault for what CreatePipeline refuses: keys, artifacts, order. */
export function readPipeline(properties: JsonObject, projects: readonly JsonObject[]): Pipeline {
  const pipeline: Pipeline = {
    name: text(properties['Name'], 'Name'),
    roleArn: text(properties['RoleArn'], 'RoleArn'),
    executionMode: typeof properties['ExecutionMode'] === 'string' ? properties['ExecutionMode'] : 'SUPERSEDED',
    stages: objects(properties['Stages'], 'Stages').map(readStage),
    projects: new Map(projects.map(readProject).map((project) => [project.name, project])),
  };
  for (const stage of pipeline.stages) stage.actions.forEach(checkConfiguration);
  checkArtifacts(pipeline.stages);
  const [first] = pipeline.stages;
  if (!first?.actions.every(({ type }) => type.startsWith('Source/'))) {
    throw new PipelineFault('The first stage of a pipeline holds source actions alone.');
  }
  return pipeline;
}

function readStage(stage: JsonObject): Stage {
  const name = text(stage['Name'], 'the name of a stage');
  const onFailure = isObject(stage['OnFailure']) ? stage['OnFailure']['Result'] : 'FAIL';
  if (onFailure !== 'ROLLBACK' && onFailure !== 'FAIL') {
    throw new PipelineFault(
      `OnFailure of the stage ${name} is ${JSON.stringify(onFailure)}, which is not played here.`,
    );
  }
  return { name, onFailure, actions: objects(stage['Actions'], `Actions of ${name}`).map(readAction) };
}

function readAction(action: JsonObject): Action {
  const name = text(action['Name'], 'the name of an action');
  const id = isObject(action['ActionTypeId']) ? action['ActionTypeId'] : {};
  const type = ['Category', 'Owner', 'Provider'].map((part) => text(id[part], `${part} of ${name}`)).join('/');
  const configuration = Object.entries(isObject(action['Configuration']) ? action['Configuration'] : {});
  return {
    name,
    type,
    runOrder: typeof action['RunOrder'] === 'number' ? action['RunOrder'] : 1,
    configuration: Object.fromEntries(configuration.map(([key, value]) => [key, text(value, `${key} of ${name}`)])),
    inputs: artifacts(action['InputArtifacts'], name),
    outputs: artifacts(action['OutputArtifacts'], name),
  };
}

const artifacts = (value: Json | undefined, action: string): readonly string[] =>
  objects(value ?? [], `artifacts of ${action}`).map((each) => text(each['Name'], `an artifact of ${action}`));

/** An artifact is made once, by an earlier stage or an earlier action of the same one. */
function checkArtifacts(stages: readonly Stage[]): void {
  const made = new Set<string>();
  for (const stage of stages) {
    const orders = [...new Set(stage.actions.map(({ runOrder }) => runOrder))].sort((a, b) => a - b);
    for (const order of orders) {
      const now = stage.actions.filter(({ runOrder }) => runOrder === order);
      for (const { name, inputs } of now) {
        const missing = inputs.find((input) => !made.has(input));
        if (missing === undefined) continue;
        throw new PipelineFault(`The action ${name} takes the artifact ${missing}, which no action before it makes.`);
      }
      for (const { name, outputs } of now) {
        const again = outputs.find((output) => made.has(output));
        if (again !== undefined) throw new PipelineFault(`The action ${name} makes the artifact ${again} once more.`);
        outputs.forEach((output) => made.add(output));
      }
    }
  }
}

function readProject(project: JsonObject): Project {
  const name = text(project['Name'], 'the name of a build project');
  const source = object(project['Source'], `Source of ${name}`);
  const artifacts = object(project['Artifacts'], `Artifacts of ${name}`);
  if (source['Type'] !== 'CODEPIPELINE' || artifacts['Type'] !== 'CODEPIPELINE') {
    throw new PipelineFault(
      `The project ${name} cannot be used in a pipeline: source and artifacts are not CODEPIPELINE.`,
    );
  }
  const environment = object(project['Environment'], `Environment of ${name}`);
  const logs = isObject(project['LogsConfig']) ? project['LogsConfig']['CloudWatchLogs'] : undefined;
  const log = (key: string): string | null => (isObject(logs) && typeof logs[key] === 'string' ? logs[key] : null);
  const variables = objects(environment['EnvironmentVariables'] ?? [], `variables of ${name}`);
  return {
    name,
    roleArn: text(project['ServiceRole'], `ServiceRole of ${name}`),
    buildSpec: text(source['BuildSpec'], `BuildSpec of ${name}`),
    privileged: environment['PrivilegedMode'] === true,
    environment: Object.fromEntries(variables.map((one) => [text(one['Name'], 'a variable'), value(one['Value'])])),
    logGroup: log('GroupName'),
    logStream: log('StreamName'),
  };
}

function object(value: Json | undefined, what: string): JsonObject {
  if (isObject(value)) return value;
  throw new PipelineFault(`${what} is missing.`);
}

function objects(value: Json | undefined, what: string): readonly JsonObject[] {
  if (isList(value) && value.every(isObject)) return value;
  throw new PipelineFault(`${what} is not a list.`);
}

function text(value: Json | undefined, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new PipelineFault(`${what} is missing.`);
}

/** A variable may be empty. */
const value = (given: Json | undefined): string => (typeof given === 'string' ? given : JSON.stringify(given ?? ''));
