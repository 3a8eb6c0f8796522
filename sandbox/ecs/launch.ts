/** A task definition's containers, as a runtime gets them. Members are read as they were registered: hostile until here. */
import { type Json, type JsonObject } from '../json.ts';
import { containerOptions } from '../runtime/container-options.ts';
import { type ContainerHealthCheck, type ContainerLaunch } from '../runtime/runtime.ts';
import { isObject, text } from './containers.ts';

/** ECS API, ContainerDefinition.stopTimeout and HealthCheck: what holds where nothing is said. Seconds and counts. */
const STOP_TIMEOUT = 30;
const HEALTH_CHECK = { interval: 30, timeout: 5, retries: 3, startPeriod: 0 };

/** All containers of a task definition's body, in its order. */
export function launchesOf(body: JsonObject): ContainerLaunch[] {
  return objects(body['containerDefinitions']).map((container) => ({
    name: text(container['name']),
    image: text(container['image']),
    essential: container['essential'] !== false,
    ports: objects(container['portMappings'])
      .filter((mapping) => text(mapping['protocol']) !== 'udp')
      .map((mapping) => number(mapping['containerPort'], 0))
      .filter((port) => port > 0 && port <= 65_535),
    entryPoint: texts(container['entryPoint']),
    command: texts(container['command']),
    environment: environment(container['environment']),
    user: optional(container['user']),
    workingDirectory: optional(container['workingDirectory']),
    stopTimeoutSeconds: number(container['stopTimeout'], STOP_TIMEOUT),
    healthCheck: healthCheck(container['healthCheck']),
    options: containerOptions(container),
  }));
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

const number = (value: Json | undefined, fallback: number): number => (typeof value === 'number' ? value : fallback);
const optional = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** An empty list is as good as none: the image's own holds. */
function texts(value: Json | undefined): string[] | null {
  const found = Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === 'string') : [];
  return found.length > 0 ? found : null;
}

function environment(value: Json | undefined): Record<string, string> {
  return Object.fromEntries(objects(value).map((entry) => [text(entry['name']), text(entry['value'])]));
}

function healthCheck(value: Json | undefined): ContainerHealthCheck | null {
  if (!isObject(value)) return null;
  const command = texts(value['command']);
  if (!command || command[0] === 'NONE') return null;
  return {
    command,
    intervalSeconds: number(value['interval'], HEALTH_CHECK.interval),
    timeoutSeconds: number(value['timeout'], HEALTH_CHECK.timeout),
    retries: number(value['retries'], HEALTH_CHECK.retries),
    startPeriodSeconds: number(value['startPeriod'], HEALTH_CHECK.startPeriod),
  };
}
