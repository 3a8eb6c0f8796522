import { resolve } from 'node:path';
import { StepError } from '../errors.ts';
import { type DefinitionSource } from '../inputs/types.ts';
import { isObject, type JsonObject, without } from '../json.ts';
import { type DescribedTaskDefinition, type EcsPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type ReadFile } from '../ports/files.ts';
import { containerNames, containersOf } from './containers.ts';
import { type LoadedDefinition } from './definition.ts';
import { parseDefinition } from './parse.ts';
import { mergeTags, TagError, tagsOf } from './tags.ts';

/** `live` is not loaded: the target has read it already; see `fromDescribed`. */
export type LoadableSource = Exclude<DefinitionSource, { readonly kind: 'live' }>;

/**
 * Loads the definition to start from. Files may hold JSON or YAML, also in the `{taskDefinition, tags}` form that
 * `aws ecs describe-task-definition` prints.
 * @throws StepError: no such file (with the absolute path), not parseable (with line and column), not a definition,
 *   no such revision. Throttling, network and credential faults of AWS are thrown as they came.
 */
export async function loadDefinition(
  source: LoadableSource,
  ports: {
    readonly ecs: Pick<EcsPort, 'describeTaskDefinition'>;
    readonly readFile: ReadFile;
    readonly workspace: string;
  },
): Promise<LoadedDefinition> {
  if (source.kind === 'file') return loadFile(source.path, ports.readFile, ports.workspace);
  return fromDescribed(await describe(source.reference, ports.ecs));
}

/** The definition of a registered revision. */
export function fromDescribed(described: DescribedTaskDefinition): LoadedDefinition {
  return {
    body: described.definition,
    tags: mergeTags(described.tags),
    origin: revisionName(described.arn),
    arn: described.arn,
  };
}

/** `arn:…:task-definition/web:12` → `web:12`: free of the account id. */
export function revisionName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

async function loadFile(path: string, readFile: ReadFile, workspace: string): Promise<LoadedDefinition> {
  const absolute = resolve(workspace, path);
  const text = await readFile(absolute);
  if (text === null) {
    throw fault(
      path,
      `there is no file ${absolute}`,
      'Check the path: it is relative to the workspace, and the repository must be checked out before this step.',
    );
  }
  return fromDocument(path, await parseDefinition(path, text));
}

function fromDocument(path: string, document: unknown): LoadedDefinition {
  const whole = isObject(document) ? document : {};
  const wrapped = whole['taskDefinition'];
  const body = isObject(wrapped) ? wrapped : whole;
  const problem = problemOf(body);
  if (problem !== null) throw fault(path, problem, 'Write it as RegisterTaskDefinition takes it.');
  try {
    const tags = mergeTags(tagsOf(body['tags']), isObject(wrapped) ? tagsOf(whole['tags']) : []);
    return { body: without(body, new Set(['tags'])), tags, origin: path, arn: null };
  } catch (error) {
    if (!(error instanceof TagError)) throw error;
    throw fault(path, error.message, 'Write tags as a list of {key, value}.');
  }
}

/** What RegisterTaskDefinition requires, and what this project reads. */
function problemOf(body: JsonObject): string | null {
  if (typeof body['family'] !== 'string' || body['family'] === '') return 'it has no family';
  const containers = containersOf(body);
  if (containers.length === 0) return 'it has no containerDefinitions';
  if (containers.length !== listLength(body)) return 'containerDefinitions holds something that is not a container';
  const names = containerNames(body);
  if (names.length !== containers.length) return 'one of its containers has no name';
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? null : `two of its containers are named '${twice}'`;
}

function listLength(body: JsonObject): number {
  const list = body['containerDefinitions'];
  return Array.isArray(list) ? list.length : 0;
}

async function describe(
  reference: string,
  ecs: Pick<EcsPort, 'describeTaskDefinition'>,
): Promise<DescribedTaskDefinition> {
  try {
    return await ecs.describeTaskDefinition(reference);
  } catch (error) {
    // ECS API: an unknown family or revision is a ClientException, "Unable to describe task definition."
    if (!(error instanceof AwsCallError) || !['missing', 'other'].includes(error.kind)) throw error;
    throw fault(
      reference,
      `ECS answered ${error.code}: ${awsMessage(error)}`,
      'Check family, revision, account and region. For a file, give a path with a folder or a .json, .yml or .yaml ending.',
      error,
    );
  }
}

/** What AWS itself said, without the call that stands before it. */
export function awsMessage(error: AwsCallError): string {
  const mark = `${error.code}: `;
  const start = error.message.indexOf(mark);
  return start < 0 ? error.message : error.message.slice(start + mark.length);
}

function fault(on: string, why: string, repair: string, cause?: unknown): StepError {
  return new StepError({ tried: 'load the task definition', on, why, repair }, { cause });
}
