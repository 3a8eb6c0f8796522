import { listenerPorts } from './balancer/ports.ts';
import { realClock } from './clock.ts';
import { type HookRunner } from './hooks/runner.ts';
import { seededRandom } from './ids.ts';
import { type Sandbox } from './operation.ts';
import { type SandboxOptions } from './options.ts';
import { chooseRuntime } from './runtime/choose.ts';
import { createSandbox } from './sandbox.ts';
import { type Settings } from './settings.ts';
import { createWorld } from './world/world.ts';

/** The emulated account of a running sandbox, with what really runs its tasks and listeners. */
export async function assemble(
  options: SandboxOptions,
  settings: Settings,
  hooks: HookRunner,
  log: (line: string) => void,
): Promise<Sandbox> {
  const { tasks: mode = 'simulated', images, seed, listeners, listenerPorts: fixed = new Map() } = options;
  const clock = options.clock ?? realClock(options.speed);
  const world = createWorld({ account: options.account ?? '123456789012', region: options.region ?? 'eu-west-1' });
  return createSandbox({
    world,
    clock,
    settings,
    hooks,
    log,
    runtime: await chooseRuntime({ mode, clock, settings, world, images, log }),
    random: seed === undefined ? Math.random : seededRandom(seed),
    ...(listeners === 'ports' && { balancer: (served) => listenerPorts(served, { fixed, log }) }),
  });
}
