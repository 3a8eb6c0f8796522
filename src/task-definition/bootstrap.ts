import { isObject, type JsonObject, without } from '../json.ts';

/** Lists the members of a container that belong to a placeholder image: `command, healthCheck`. */
export const BOOTSTRAP_LABEL = 'ecs-blue-green.bootstrap';

/** A container without them would be no container. */
const NEEDED = new Set(['name', 'image']);

export interface Unbootstrapped {
  readonly container: JsonObject;
  /** Paths inside the container. */
  readonly dropped: readonly string[];
}

/**
 * Drops what belonged to the placeholder image, and the label that says so: from the next revision on there is
 * nothing to drop. Without the label nothing is touched.
 */
export function dropBootstrap(container: JsonObject): Unbootstrapped {
  const labels = container['dockerLabels'];
  const label = isObject(labels) && Object.hasOwn(labels, BOOTSTRAP_LABEL) ? labels[BOOTSTRAP_LABEL] : undefined;
  if (!isObject(labels) || typeof label !== 'string') return { container, dropped: [] };
  const listed = new Set(label.split(/[\s,]+/).filter((name) => Object.hasOwn(container, name) && !NEEDED.has(name)));
  const unlabelled = { ...container, dockerLabels: without(labels, new Set([BOOTSTRAP_LABEL])) };
  return {
    container: without(unlabelled, listed),
    dropped: [...listed, `dockerLabels["${BOOTSTRAP_LABEL}"]`],
  };
}
