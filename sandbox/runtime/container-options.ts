/** The parts of a container definition that only real containers have a use for (ECS API: ContainerDefinition). */
import { type Json, type JsonObject } from '../json.ts';
import { type ContainerOptions, type Mount, type Ulimit } from './runtime.ts';

type Members = JsonObject | undefined;

const objects = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const countOf = (value: Json | undefined): number | null => (typeof value === 'number' && value > 0 ? value : null);

function mounts(definition: JsonObject): Mount[] {
  return objects(definition['mountPoints']).flatMap((point) => {
    const volume = textOf(point['sourceVolume']);
    const path = textOf(point['containerPath']);
    return volume === null || path === null ? [] : [{ volume, path, readOnly: point['readOnly'] === true }];
  });
}

function ulimits(definition: JsonObject): Ulimit[] {
  return objects(definition['ulimits']).flatMap((limit) => {
    const { name, softLimit: soft, hardLimit: hard } = limit;
    const whole = typeof name === 'string' && typeof soft === 'number' && typeof hard === 'number';
    return whole ? [{ name, soft, hard }] : [];
  });
}

function labels(given: Members): Record<string, string> {
  const pairs = Object.entries(given ?? {});
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

const secrets = (definition: JsonObject): string[] =>
  objects(definition['secrets']).flatMap((secret) => textOf(secret['name']) ?? []);

/** Members that are absent or of the wrong type are left out. */
export function containerOptions(definition: JsonObject): ContainerOptions {
  const memoryMiB = countOf(definition['memory']);
  const memoryReservationMiB = countOf(definition['memoryReservation']);
  const cpuUnits = countOf(definition['cpu']);
  const dockerLabels = definition['dockerLabels'];
  const lists = {
    mounts: mounts(definition),
    ulimits: ulimits(definition),
    secrets: secrets(definition),
  };
  return {
    ...(memoryMiB !== null && { memoryMiB }),
    ...(memoryReservationMiB !== null && { memoryReservationMiB }),
    ...(cpuUnits !== null && { cpuUnits }),
    ...(definition['readonlyRootFilesystem'] === true && { readonlyRootFilesystem: true }),
    ...(lists.mounts.length > 0 && { mounts: lists.mounts }),
    ...(lists.ulimits.length > 0 && { ulimits: lists.ulimits }),
    ...(isObject(dockerLabels) && { labels: labels(dockerLabels) }),
    ...(lists.secrets.length > 0 && { secrets: lists.secrets }),
  };
}
