import { StepError } from '../errors.ts';
import { type DefinitionChanges } from '../inputs/types.ts';
import { elementsOf, isObject, type Json, type JsonObject, objectsIn, textOf } from '../json.ts';

/** Everything but the image that the inputs may change in one container. */
export type ContainerChanges = Omit<DefinitionChanges, 'containerName' | 'images'>;

/**
 * One container with the changes of the inputs; a new object. Members that no input names stay as they are.
 * @throws StepError: a name would be in both `environment` and `secrets`, or log options have no driver.
 */
export function changeContainer(container: JsonObject, changes: ContainerChanges, origin: string): JsonObject {
  const on = `container '${textOf(container['name'])}' of ${origin}`;
  refuseTwice(container, changes, on);
  const changed: Record<string, Json> = {};
  if (changes.command !== null) changed['command'] = changes.command;
  if (changes.environment.size > 0) {
    changed['environment'] = setByName(container['environment'], changes.environment, 'value');
  }
  if (changes.secrets.size > 0) {
    changed['secrets'] = setByName(container['secrets'], changes.secrets, 'valueFrom');
  }
  if (changes.dockerLabels.size > 0) {
    changed['dockerLabels'] = setMembers(container['dockerLabels'], changes.dockerLabels);
  }
  if (changes.logDriver !== null || changes.logOptions.size > 0) {
    changed['logConfiguration'] = logConfiguration(container['logConfiguration'], changes, on);
  }
  return { ...container, ...changed };
}

/** ECS refuses a container that has a name in both lists; better told before anything is built. */
function refuseTwice(container: JsonObject, changes: ContainerChanges, on: string): void {
  const given = (member: string): readonly string[] => objectsIn(container[member]).map(({ name }) => textOf(name));
  const secrets = new Set([...given('secrets'), ...changes.secrets.keys()]);
  const environment = new Set([...given('environment'), ...changes.environment.keys()]);
  const named = [...changes.environment.keys(), ...changes.secrets.keys()];
  const both = [...new Set(named)].filter((name) => secrets.has(name) && environment.has(name));
  if (both.length === 0) return;
  throw new StepError({
    tried: 'set environment variables and secrets',
    on,
    why: `${both.join(', ')} would be both an environment variable and a secret, which ECS refuses`,
    repair: 'Keep each name in one place: remove it from the task definition there, or from the input.',
  });
}

/** Sets entries by name: those that are there in their place, new ones at the end. Unknown members of entries stay. */
function setByName(list: Json | undefined, values: ReadonlyMap<string, string>, member: string): readonly Json[] {
  const entries = elementsOf(list);
  const there = new Set(objectsIn(entries).map(({ name }) => name));
  const kept = entries.map((entry) => {
    const value = isObject(entry) && typeof entry['name'] === 'string' ? values.get(entry['name']) : undefined;
    return isObject(entry) && value !== undefined ? { ...entry, [member]: value } : entry;
  });
  const added = [...values].filter(([name]) => !there.has(name));
  return [...kept, ...added.map(([name, value]) => ({ name, [member]: value }))];
}

function setMembers(object: Json | undefined, values: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries([...Object.entries(isObject(object) ? object : {}), ...values]);
}

/** Options are merged while the driver stays. Another driver begins anew: it does not know the old one's options. */
function logConfiguration(current: Json | undefined, changes: ContainerChanges, on: string): JsonObject {
  const there = isObject(current) ? current : {};
  const driver = changes.logDriver ?? there['logDriver'];
  if (driver === undefined) {
    throw new StepError({
      tried: 'set log options',
      on,
      why: 'the container has no log driver',
      repair: 'Set log-configuration-log-driver as well, for example to awslogs.',
    });
  }
  const base: JsonObject = driver === there['logDriver'] ? there : { logDriver: driver };
  if (changes.logOptions.size === 0) return base;
  return { ...base, options: setMembers(base['options'], changes.logOptions) };
}
