import { type Fault, StepError } from '../errors.ts';
import { type BuildInputs, type ImageSource } from '../inputs/types.ts';
import { type DockerPort, type DockerState } from '../ports/docker.ts';
import { type RunContext } from '../ports/runner.ts';
import { buildCall } from './call.ts';
import { imageTags, tagFaults } from './tags.ts';

export interface CheckPorts {
  readonly docker: DockerPort;
  readonly runner: { readonly context: RunContext };
}

/**
 * All that speaks against the build before it is tried: no Docker engine, no context, no Dockerfile, wrong tags.
 * Writes nothing; empty where nothing is built.
 */
export async function checkBuild(source: ImageSource, ports: CheckPorts): Promise<Fault[]> {
  if (source.kind !== 'build') return [];
  const { sha } = ports.runner.context;
  const [state, paths] = await Promise.all([ports.docker.state(), pathFaults(source, ports)]);
  const tags = tagFaults(imageTags(sha, source.tags, source.repository), source.repository);
  return [...stateFaults(state), ...paths, ...tags];
}

/** The engine that answers; throws a StepError where none does. */
export async function requireReady(docker: DockerPort): Promise<DockerState & { readonly kind: 'ready' }> {
  const state = await docker.state();
  if (state.kind === 'ready') return state;
  throw new StepError(stateFault(state));
}

function stateFaults(state: DockerState): Fault[] {
  return state.kind === 'ready' ? [] : [stateFault(state)];
}

function stateFault(state: Exclude<DockerState, { readonly kind: 'ready' }>): Fault {
  const tried = { tried: 'ask Docker for its engine', on: 'docker version' };
  const use =
    "Use a runner with Docker (ubuntu-latest has it), or give 'image' instead of 'repository' to build nothing.";
  if (state.kind === 'no-client') return { ...tried, why: 'there is no docker on the PATH.', repair: use };
  return {
    ...tried,
    why: `no Docker engine answers: ${state.why}`,
    repair: `Start the engine, or set DOCKER_HOST. ${use}`,
  };
}

async function pathFaults(source: BuildInputs, { docker, runner }: CheckPorts): Promise<Fault[]> {
  const call = buildCall(source, runner.context, { buildx: false, references: [] });
  const context = await docker.lookAt(call.context);
  if (context !== 'folder') {
    const why = context === 'file' ? 'it is a file, not a folder.' : 'there is nothing.';
    const repair = "Set 'context' to a folder in the workspace, and check the code out before this step.";
    return [{ tried: 'find the build context', on: call.context, why, repair }];
  }
  const file = await docker.lookAt(call.file);
  if (file === 'file') return [];
  const why = file === 'folder' ? 'it is a folder, not a file.' : 'there is nothing.';
  const repair = "Set 'file' to the path of the Dockerfile, relative to the workspace.";
  return [{ tried: 'find the Dockerfile', on: call.file, why, repair }];
}
