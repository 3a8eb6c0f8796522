/** What ECS makes of a task definition when it is registered. */
import { type Json, type JsonObject } from '../json.ts';
import { isObject } from './containers.ts';

/** Members that ECS fills in for a container that leaves them out (as DescribeTaskDefinition shows them). */
const containerDefaults: JsonObject = {
  cpu: 0,
  portMappings: [],
  essential: true,
  environment: [],
  mountPoints: [],
  volumesFrom: [],
  systemControls: [],
};

/** RegisterTaskDefinition's body as it is kept: members no one knows included, `tags` beside it and nulls gone. */
export function registeredBody(raw: JsonObject): JsonObject {
  const body = Object.fromEntries(Object.entries(withoutNulls(raw)).filter(([name]) => name !== 'tags'));
  const definitions = body['containerDefinitions'];
  return {
    volumes: [],
    placementConstraints: [],
    ...body,
    containerDefinitions: Array.isArray(definitions)
      ? (definitions as readonly Json[]).map((each) => (isObject(each) ? container(each, body['networkMode']) : each))
      : [],
  };
}

function withoutNulls(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([name, item]) => [name, isObject(item) ? withoutNulls(item) : item]),
  );
}

function container(given: JsonObject, networkMode: Json | undefined): JsonObject {
  const filled = { ...containerDefaults, ...withoutNulls(given) };
  const ports = filled['portMappings'];
  if (!Array.isArray(ports)) return filled;
  const mappings = (ports as readonly Json[]).map((port) => (isObject(port) ? portMapping(port, networkMode) : port));
  return { ...filled, portMappings: mappings };
}

/** In awsvpc mode the host port is the container's (ECS API: PortMapping.hostPort). */
function portMapping(port: JsonObject, networkMode: Json | undefined): JsonObject {
  const hostPort = networkMode === 'awsvpc' ? port['containerPort'] : 0;
  return { hostPort, protocol: 'tcp', ...withoutNulls(port) };
}
