/**
 * What an image does where no real container runs. Told by `FAULT` in a container's environment, which the sample app of
 * `examples/app` obeys in the same way, else by a part of its reference (see the settings).
 */
import { type Settings } from '../settings.ts';
import { type TaskLaunch } from './runtime.ts';

/** `flaky` answers 500 to a part of the requests; the health checks it answers well. */
export const behaviours = ['well', 'unhealthy', 'crash', 'crash-late', 'flaky'] as const;
export type Behaviour = (typeof behaviours)[number];

export function behaviourOf(settings: Settings, { containers }: TaskLaunch): Behaviour {
  const told = containers.map(({ environment }) => environment['FAULT']);
  const named = behaviours.find((behaviour) => told.includes(behaviour));
  if (named) return named;
  const holds = (parts: readonly string[]): boolean =>
    containers.some(({ image }) => parts.some((part) => image.includes(part)));
  if (holds(settings.lateCrashingImages)) return 'crash-late';
  if (holds(settings.crashingImages)) return 'crash';
  if (holds(settings.flakyImages)) return 'flaky';
  return holds(settings.unhealthyImages) ? 'unhealthy' : 'well';
}

/** Emulated milliseconds from the start of a task to its crash; null for one that does not crash. */
export function crashAfterMs(settings: Settings, behaviour: Behaviour): number | null {
  if (behaviour === 'crash') return 1_000;
  return behaviour === 'crash-late' ? settings.lateCrashMs : null;
}
