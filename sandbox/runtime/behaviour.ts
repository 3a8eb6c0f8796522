/** What an image does where no real container runs: told by parts of its reference (see the settings). */
import { type Settings } from '../settings.ts';
import { type TaskLaunch } from './runtime.ts';

export type Behaviour = 'well' | 'crash' | 'unhealthy';

export function behaviourOf(settings: Settings, launch: TaskLaunch): Behaviour {
  const holds = (parts: readonly string[]): boolean =>
    launch.containers.some(({ image }) => parts.some((part) => image.includes(part)));
  if (holds(settings.crashingImages)) return 'crash';
  return holds(settings.unhealthyImages) ? 'unhealthy' : 'well';
}
