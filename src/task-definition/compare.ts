import { elementsOf, isList, isObject, type Json, type JsonObject, objectsIn, textOf, without } from '../json.ts';
import { cleanDefinition } from './clean.ts';

/**
 * Whether two definitions would run the same. Output-only members, null members and tags do not count, nor does the
 * order of members, of environment and secrets (both keyed by name) and of requiresCompatibilities.
 *
 * What ECS fills in by itself is filled in on both sides first. RegisterTaskDefinition answers, for a container that
 * names nothing: cpu 0, essential true, and empty environment, mountPoints, volumesFrom, portMappings and
 * systemControls; for a task: empty volumes and placementConstraints; for a port: protocol tcp and the host port; for a
 * health check: interval 30, timeout 5, retries 3; and it lists secrets, secretOptions and enableFaultInjection in
 * definitions that never named them. Only there, absent and empty are the same. Elsewhere a difference counts: at worst
 * a revision is registered that runs the same, never is a change kept back.
 */
export function sameDefinition(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(normalDefinition(a)) === JSON.stringify(normalDefinition(b));
}

/** What `sameDefinition` compares: without what does not count, with what ECS fills in, members in the order of their names. */
export function normalDefinition(body: JsonObject): JsonObject {
  const definition = sorted(normal(body));
  return isObject(definition) ? definition : {};
}

function normal(body: JsonObject): JsonObject {
  const definition = without(cleanDefinition(body).body, new Set(['tags']));
  const normalised: Record<string, Json> = {
    volumes: [],
    placementConstraints: [],
    enableFaultInjection: false,
    ...definition,
    containerDefinitions: elementsOf(definition['containerDefinitions']).map((container) =>
      isObject(container) ? normalContainer(container, definition['networkMode']) : container,
    ),
  };
  // "256" and 256, "1 vCPU" and "1024", "2 GB" and "2048" (ECS API: cpu, memory).
  for (const size of ['cpu', 'memory']) {
    const given = normalised[size];
    if (typeof given === 'string' || typeof given === 'number') normalised[size] = normalSize(String(given));
  }
  const compatibilities = normalised['requiresCompatibilities'];
  if (isList(compatibilities)) normalised['requiresCompatibilities'] = compatibilities.map(String).sort();
  return normalised;
}

function normalContainer(container: JsonObject, networkMode: Json | undefined): JsonObject {
  const normalised: Record<string, Json> = {
    cpu: 0,
    essential: true,
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    environment: byName(container['environment']),
    secrets: byName(container['secrets']),
    portMappings: elementsOf(container['portMappings']).map((port) =>
      isObject(port) ? normalPort(port, networkMode) : port,
    ),
  };
  const { healthCheck, logConfiguration } = container;
  if (isObject(healthCheck)) normalised['healthCheck'] = { interval: 30, timeout: 5, retries: 3, ...healthCheck };
  if (isObject(logConfiguration)) normalised['logConfiguration'] = { secretOptions: [], ...logConfiguration };
  return normalised;
}

/** ECS API, PortMapping: with awsvpc and host the host port is the container's; with bridge an absent one is dynamic, 0. */
function normalPort(port: JsonObject, networkMode: Json | undefined): JsonObject {
  const container = port['containerPort'];
  if (container === undefined) return { protocol: 'tcp', ...port };
  const host = networkMode === 'awsvpc' || networkMode === 'host' ? container : 0;
  return { protocol: 'tcp', hostPort: host, ...port };
}

/** Sorted by name; entries of one name keep their order, which decides between them. */
function byName(list: Json | undefined): readonly Json[] {
  if (objectsIn(list).length !== elementsOf(list).length) return elementsOf(list);
  return [...objectsIn(list)].sort((a, b) => order(textOf(a['name']), textOf(b['name'])));
}

function normalSize(size: string): string {
  const parsed = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(size);
  if (parsed === null) return size;
  return String(Number(parsed[1]) * (parsed[2] === undefined ? 1 : 1024));
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => order(a, b));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
