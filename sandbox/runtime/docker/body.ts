/** What the engine is asked to create for a container of a task (Engine API: POST /containers/create). */
import { type JsonObject } from '../../json.ts';
import { type ContainerLaunch, type ContainerOptions, type TaskLaunch } from '../runtime.ts';
import { type Marks, PULLED, taskLabels, volumeName } from './labels.ts';

/** A task has one network, as in awsvpc mode: one container has it and publishes the ports, the others join that one. */
export type Place =
  | { readonly kind: 'owns'; readonly network: string; readonly ports: readonly number[] }
  | { readonly kind: 'joins'; readonly containerId: string };

export interface Plan {
  readonly marks: Marks;
  readonly task: TaskLaunch;
  readonly place: Place;
  /** What is really run. */
  readonly image: string;
  /** It came out of the sandbox's registry for this container. */
  readonly pulled: boolean;
}

/** The engine refuses less memory than this (Engine API: HostConfig.Memory). */
const LEAST_MEMORY_MIB = 6;
const LEAST_CPU_SHARES = 2;
const MIB = 1024 * 1024;

/** Read by way of the engine, whatever its own log driver; bounded on the disk. */
const LOGS = { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '2' } };

const port = (number: number): string => `${number}/tcp`;

function networking(place: Place): { exposed: JsonObject; host: JsonObject } {
  if (place.kind === 'joins') return { exposed: {}, host: { NetworkMode: `container:${place.containerId}` } };
  const ports = [...new Set(place.ports)];
  return {
    exposed: Object.fromEntries(ports.map((number) => [port(number), {}])),
    host: {
      NetworkMode: place.network,
      PortBindings: Object.fromEntries(
        ports.map((number) => [port(number), [{ HostIp: '127.0.0.1', HostPort: '' }]] as const),
      ),
    },
  };
}

/** No swap beyond the limit: a task that needs more memory is to be killed, as on Fargate. */
function limits({ memoryMiB, memoryReservationMiB, cpuUnits, ulimits }: ContainerOptions): JsonObject {
  const memory = memoryMiB === undefined ? null : Math.max(memoryMiB, LEAST_MEMORY_MIB) * MIB;
  return {
    ...(memory !== null && { Memory: memory, MemorySwap: memory }),
    ...(memoryReservationMiB !== undefined && {
      MemoryReservation: Math.max(memoryReservationMiB, LEAST_MEMORY_MIB) * MIB,
    }),
    ...(cpuUnits !== undefined && { CpuShares: Math.max(cpuUnits, LEAST_CPU_SHARES) }),
    ...(ulimits && { Ulimits: ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })) }),
  };
}

const mounts = ({ marks, task }: Plan, { mounts = [] }: ContainerOptions): JsonObject[] =>
  mounts.map(({ volume, path, readOnly }) => ({
    Type: 'volume',
    Source: volumeName(marks, task, volume),
    Target: path,
    ReadOnly: readOnly,
    VolumeOptions: { Labels: marks.labels },
  }));

/** Values of secrets are unknown here: each is set, to an empty text. */
function environment({ environment: given, options }: ContainerLaunch): string[] {
  const secrets = (options?.secrets ?? []).filter((name) => !Object.hasOwn(given, name));
  return [...Object.entries(given).map(([name, value]) => `${name}=${value}`), ...secrets.map((name) => `${name}=`)];
}

export function containerBody(container: ContainerLaunch, plan: Plan): JsonObject {
  const { options = {}, entryPoint, command, user, workingDirectory } = container;
  const { exposed, host } = networking(plan.place);
  // Always set: an image's own label of that name would pass to its container.
  const labels = { ...taskLabels(plan.marks, plan.task, container), [PULLED]: plan.pulled ? plan.image : '' };
  return {
    Image: plan.image,
    Env: environment(container),
    ...(entryPoint && { Entrypoint: entryPoint }),
    ...(command && { Cmd: command }),
    ...(user !== null && { User: user }),
    ...(workingDirectory !== null && { WorkingDir: workingDirectory }),
    Labels: labels,
    ExposedPorts: exposed,
    // ECS heeds its own health checks only, never an image's (ECS API: HealthCheck); see health.ts.
    Healthcheck: { Test: ['NONE'] },
    HostConfig: {
      ...host,
      ...limits(options),
      ReadonlyRootfs: options.readonlyRootFilesystem === true,
      Mounts: mounts(plan, options),
      LogConfig: LOGS,
      RestartPolicy: { Name: 'no' },
    },
  };
}

/** Which container has the task's network: it should be there for as long as the task, and its ports are the task's. */
export function networkOwner(containers: readonly ContainerLaunch[]): ContainerLaunch | undefined {
  const rank = ({ essential, ports }: ContainerLaunch): number => (essential ? 2 : 0) + (ports.length > 0 ? 1 : 0);
  return containers.toSorted((one, other) => rank(other) - rank(one))[0];
}
