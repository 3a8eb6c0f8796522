import { type ContainerLaunch } from '../runtime.ts';

/** Where a task definition lists what belongs to its placeholder image alone; the action knows it too. */
const LABEL = 'ecs-blue-green.bootstrap';

/**
 * A container as it is run on another image than its own: what its definition says for its own image alone (a command, a
 * user) would be wrong for the one that stands in.
 */
export function stoodIn(container: ContainerLaunch, images: (reference: string) => string): ContainerLaunch {
  if (images(container.image) === container.image) return container;
  const foreign = new Set(container.options?.labels?.[LABEL]?.split(/[\s,]+/));
  return {
    ...container,
    ...(foreign.has('entryPoint') && { entryPoint: null }),
    ...(foreign.has('command') && { command: null }),
    ...(foreign.has('user') && { user: null }),
    ...(foreign.has('workingDirectory') && { workingDirectory: null }),
    ...(foreign.has('healthCheck') && { healthCheck: null }),
    ...(foreign.has('environment') && { environment: {} }),
  };
}
