import { type Balancer, paperBalancer, type Served } from './balancer/balancer.ts';
import { createTraffic } from './balancer/traffic.ts';
import { type Clock } from './clock.ts';
import { type HookRunner, noHooks } from './hooks/runner.ts';
import { type Sandbox } from './operation.ts';
import { type TaskRuntime } from './runtime/runtime.ts';
import { simulatedRuntime } from './runtime/simulated.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { createWorld, type World } from './world/world.ts';

export interface SandboxParts {
  readonly clock: Clock;
  readonly world?: World;
  readonly settings?: Settings;
  readonly random?: () => number;
  readonly runtime?: TaskRuntime;
  readonly balancer?: (served: Served) => Balancer;
  readonly hooks?: HookRunner;
  readonly log?: (line: string) => void;
}

/** An emulated account; without a runtime and a balancer its tasks are simulated and its listeners have no ports. */
export function createSandbox(parts: SandboxParts): Sandbox {
  const { clock, settings = defaultSettings } = parts;
  const world = parts.world ?? createWorld({ account: '123456789012', region: 'eu-west-1' });
  const traffic = createTraffic(() => clock.now(), Date.now);
  return {
    world,
    clock,
    settings,
    random: parts.random ?? Math.random,
    runtime: parts.runtime ?? simulatedRuntime(clock, settings),
    balancer: parts.balancer?.({ world, clock, traffic }) ?? paperBalancer,
    traffic,
    hooks: parts.hooks ?? noHooks,
    log: parts.log ?? (() => undefined),
  };
}
