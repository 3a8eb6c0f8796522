import { type Clock } from '../clock.ts';
import { type Settings } from '../settings.ts';
import { type World } from '../world/world.ts';
import { responderRuntime } from './responder.ts';
import { type TaskRuntime } from './runtime.ts';
import { simulatedRuntime } from './simulated.ts';

/** `auto`: containers where a Docker engine answers, else responders. */
export const taskModes = ['auto', 'docker', 'responder', 'simulated'] as const;
export type TaskMode = (typeof taskModes)[number];

export interface RuntimeOptions {
  readonly mode: TaskMode;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly world: World;
  readonly images: ((reference: string) => string) | undefined;
  readonly log: (line: string) => void;
}

/** Rejects where containers are asked for and no engine answers; says why there are none where it is left open. */
export async function chooseRuntime(options: RuntimeOptions): Promise<TaskRuntime> {
  const { mode, clock, settings, log } = options;
  if (mode === 'simulated') return simulatedRuntime(clock, settings);
  const reason = mode === 'responder' ? null : await dockerOr(options);
  if (typeof reason === 'object' && reason !== null) return reason;
  if (mode === 'docker') throw new Error(`No Docker engine can be used, which --tasks docker needs: ${reason ?? ''}`);
  if (reason !== null) log(`No containers: ${reason} A built-in responder answers in place of each task.`);
  return responderRuntime(clock, settings);
}

/** The runtime, or why there is none. Loaded only where it may be used: its HTTP client costs a tenth of the start. */
async function dockerOr({ clock, world, images, log }: RuntimeOptions): Promise<TaskRuntime | string> {
  const [{ findEngine }, { dockerRuntime }, { sandboxRegistry }] = await Promise.all([
    import('./docker/find-engine.ts'),
    import('./docker/docker.ts'),
    import('./docker/registry.ts'),
  ]);
  const found = await findEngine();
  if (found.kind === 'none') return found.reason;
  const registry = sandboxRegistry({ world, clock });
  return dockerRuntime({ engine: found.engine, clock, log, registry, ...(images && { images }) });
}
