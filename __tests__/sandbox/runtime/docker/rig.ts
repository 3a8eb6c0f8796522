/** Runtimes on the Docker engine of this machine, where one answers. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Clock, realClock } from '../../../../sandbox/clock.ts';
import { dockerRuntime, type DockerOptions } from '../../../../sandbox/runtime/docker/docker.ts';
import { type Engine } from '../../../../sandbox/runtime/docker/engine.ts';
import { findEngine } from '../../../../sandbox/runtime/docker/find-engine.ts';
import { type TaskLaunch, type TaskRuntime } from '../../../../sandbox/runtime/runtime.ts';

const found = await findEngine();
if (found.kind === 'none') process.stderr.write(`Tasks as containers: left out. ${found.reason}\n`);
else await found.engine.close();

export const engineIsThere = found.kind === 'engine';

export async function openEngine(): Promise<Engine> {
  const opened = await findEngine();
  if (opened.kind === 'none') throw new Error(opened.reason);
  return opened.engine;
}

/** What the client printed; rejects where it ends with another code than 0. */
export const docker = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('docker', args)).stdout.trim();

/** What sandboxes of a process have in the engine; other tests may run beside this one. */
export async function held(pid: number | undefined = process.pid): Promise<string[]> {
  const list = async (...args: string[]): Promise<string[]> => {
    const format = '{{.Label "ecs-blue-green.owner"}}';
    const output = await docker(...args, '--filter', 'label=ecs-blue-green.sandbox', '--format', format);
    return output.split('\n').filter((owner) => owner.includes(`"pid":"${String(pid)}"`));
  };
  const lists = [list('ps', '--all'), list('network', 'ls'), list('volume', 'ls')];
  return (await Promise.all(lists)).flat();
}

export const containerId = ({ taskId }: TaskLaunch, container: string): Promise<string> =>
  docker('ps', '--quiet', '--no-trunc', '--filter', `name=-${container}-${taskId.slice(0, 12)}-`);

export interface Rig {
  readonly logged: string[];
  open(options?: Partial<DockerOptions>, clock?: Clock): Promise<TaskRuntime>;
  /** Closes all that it opened. */
  close(): Promise<void>;
}

export function createRig(): Rig {
  const runtimes: TaskRuntime[] = [];
  const logged: string[] = [];
  return {
    logged,
    async open(options = {}, clock = realClock()) {
      const engine = options.engine ?? (await openEngine());
      const log = (line: string): void => void logged.push(line);
      const runtime = await dockerRuntime({ clock, log, registry: () => null, ...options, engine });
      runtimes.push(runtime);
      return runtime;
    },
    async close() {
      await Promise.all(runtimes.splice(0).map((runtime) => runtime.close()));
      logged.length = 0;
    },
  };
}
