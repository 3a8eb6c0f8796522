import { type Fault, StepError } from '../errors.ts';
import { type BuildInputs } from '../inputs/types.ts';
import { type DockerPort, type DockerState } from '../ports/docker.ts';
import { type RunContext } from '../ports/runner.ts';
import { capabilityFaults } from './capabilities.ts';
import { readCommit } from './commit.ts';
import { pathFaults } from './paths.ts';
import { imageTags, tagFaults } from './tags.ts';

export interface CheckPorts {
  readonly docker: DockerPort;
  readonly runner: { readonly context: RunContext };
}

/** What speaks against the build by itself: no context, no Dockerfile, a secret's file missing, wrong tags. No Docker process. */
export async function checkSource(source: BuildInputs, ports: CheckPorts): Promise<Fault[]> {
  const [paths, commit] = await Promise.all([
    pathFaults(source, ports.runner.context.workspace, ports.docker),
    readCommit(source, ports),
  ]);
  return [...paths, ...tagFaults(imageTags(commit.sha, source.tags, source.repository), source.repository)];
}

/** What speaks against building here: no Docker engine, or one that cannot do what is asked. */
export async function checkBuilder(source: BuildInputs, docker: DockerPort): Promise<Fault[]> {
  const [state, builder] = await Promise.all([docker.state(), docker.builder(source.builder)]);
  return state.kind === 'ready' ? capabilityFaults(source, builder) : [stateFault(state)];
}

/** The engine that answers and can do what is asked; throws a StepError where there is none. */
export async function requireReady(
  source: BuildInputs,
  docker: DockerPort,
): Promise<DockerState & { readonly kind: 'ready' }> {
  const [fault] = await checkBuilder(source, docker);
  if (fault !== undefined) throw new StepError(fault);
  const state = await docker.state();
  if (state.kind === 'ready') return state;
  throw new StepError(stateFault(state));
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
