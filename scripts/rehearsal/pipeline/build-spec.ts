/** Reads a buildspec of version 0.2 (CodeBuild user guide, "Build specification reference"), as far as it is played here. */
import { parse } from 'yaml';
import { isList, isObject, type Json, type JsonObject } from '../../../src/json.ts';
import { PipelineFault } from './pipeline.ts';

export const PHASES = ['install', 'pre_build', 'build', 'post_build'] as const;
export type PhaseName = (typeof PHASES)[number];

export interface Phase {
  readonly name: PhaseName;
  readonly commands: readonly string[];
  /** Without it, post_build runs after a build that failed. */
  readonly abortOnFailure: boolean;
}

export interface BuildSpec {
  readonly shell: 'bash' | 'sh';
  readonly phases: readonly Phase[];
  /** Paths below the source folder. */
  readonly files: readonly string[];
}

/** @throws PipelineFault: the build would end in DOWNLOAD_SOURCE with YAML_FILE_ERROR, or holds what is not played here. */
export function readBuildSpec(text: string): BuildSpec {
  const document = parsed(text);
  known(document, ['version', 'env', 'phases', 'artifacts'], 'the buildspec');
  if (document['version'] !== 0.2) throw new PipelineFault('YAML_FILE_ERROR: the version of the buildspec is not 0.2.');
  const env = section(document, 'env');
  known(env, ['shell'], 'env');
  const shell = env['shell'] ?? 'sh';
  if (shell !== 'bash' && shell !== 'sh') throw new PipelineFault('YAML_FILE_ERROR: env.shell is neither bash nor sh.');
  const phases = section(document, 'phases');
  known(phases, PHASES, 'phases');
  const artifacts = section(document, 'artifacts');
  known(artifacts, ['files'], 'artifacts');
  return {
    shell,
    phases: PHASES.flatMap((name) => (phases[name] === undefined ? [] : [readPhase(name, section(phases, name))])),
    files: texts(artifacts['files'] ?? [], 'artifacts.files'),
  };
}

function readPhase(name: PhaseName, phase: JsonObject): Phase {
  known(phase, ['commands', 'on-failure'], name);
  return {
    name,
    commands: texts(phase['commands'] ?? [], `${name}.commands`),
    abortOnFailure: phase['on-failure'] === 'ABORT',
  };
}

function parsed(text: string): JsonObject {
  try {
    const document: unknown = parse(text, { logLevel: 'error', maxAliasCount: 0 });
    if (isObject(document)) return document;
  } catch (cause) {
    throw new PipelineFault(`YAML_FILE_ERROR: the buildspec is no YAML: ${String(cause)}`);
  }
  throw new PipelineFault('YAML_FILE_ERROR: the buildspec is no map.');
}

function known(map: JsonObject, keys: readonly string[], where: string): void {
  const other = Object.keys(map).find((key) => !keys.includes(key));
  if (other !== undefined) throw new PipelineFault(`YAML_FILE_ERROR: ${where} has ${other}, which is not played here.`);
}

function section(map: JsonObject, key: string): JsonObject {
  const value = map[key] ?? {};
  if (isObject(value)) return value;
  throw new PipelineFault(`YAML_FILE_ERROR: ${key} is no map.`);
}

function texts(value: Json, what: string): readonly string[] {
  const list = isList(value) ? value.filter((each) => typeof each === 'string') : [];
  if (isList(value) && list.length === value.length) return list;
  throw new PipelineFault(`YAML_FILE_ERROR: ${what} is no list of texts.`);
}
