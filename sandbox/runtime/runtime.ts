/** How tasks are run. The scheduler says what is to run, a runtime says what becomes of it. */
import { type HealthCheck } from '../world/elb.ts';

/** Where something really answers on this machine. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** What a runtime has to know of a container definition (ECS API: ContainerDefinition). */
export interface ContainerLaunch {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  /** Container ports, TCP. */
  readonly ports: readonly number[];
  readonly entryPoint: readonly string[] | null;
  readonly command: readonly string[] | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly workingDirectory: string | null;
  /** From SIGTERM to SIGKILL, in emulated seconds: 30 unless the definition says otherwise. */
  readonly stopTimeoutSeconds: number;
  readonly healthCheck: ContainerHealthCheck | null;
  readonly options?: ContainerOptions;
}

/** What only real containers have a use for; absent members are the engine's defaults (see container-options.ts). */
export interface ContainerOptions {
  /** The hard limit: a container that needs more is killed. */
  readonly memoryMiB?: number;
  readonly memoryReservationMiB?: number;
  /** 1024 are one vCPU. */
  readonly cpuUnits?: number;
  readonly readonlyRootFilesystem?: boolean;
  /** Volumes of the task by their names, shared by its containers. All are empty, whatever the definition says of them. */
  readonly mounts?: readonly Mount[];
  readonly ulimits?: readonly Ulimit[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Names of environment variables whose values lie elsewhere (ECS API: ContainerDefinition.secrets). */
  readonly secrets?: readonly string[];
}

export interface Mount {
  readonly volume: string;
  readonly path: string;
  readonly readOnly: boolean;
}

export interface Ulimit {
  readonly name: string;
  readonly soft: number;
  readonly hard: number;
}

export interface ContainerHealthCheck {
  /** As in the definition: `CMD`, arguments, or `CMD-SHELL` and one text. */
  readonly command: readonly string[];
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly startPeriodSeconds: number;
}

export interface TaskLaunch {
  /** The 32 hex digits that the task's ARN ends with. */
  readonly taskId: string;
  /** `web:3` */
  readonly revision: string;
  readonly cluster: string;
  /** null for a task that RunTask started. */
  readonly service: string | null;
  readonly containers: readonly ContainerLaunch[];
  /** How a task of RunTask ends where its containers are not processes; null for a service's, which goes on. */
  readonly course: TaskCourse | null;
}

/** Members that are absent: it starts, runs for `runTaskMs`, and every container exits with 0. */
export interface TaskCourse {
  /** Emulated milliseconds from its start to its end. */
  readonly afterMs?: number;
  /** The `stoppedReason` of a task whose containers never run. In every runtime. */
  readonly neverStarts?: string;
  /** By container name. */
  readonly containers?: Readonly<Record<string, ContainerEnd>>;
}

export interface ContainerEnd {
  /** null: ECS tells none, as of a container that never ran. */
  readonly exitCode: number | null;
  readonly reason?: string;
  /** What it writes, spread over the time it runs. */
  readonly lines?: readonly string[];
}

/** What a runtime tells about one task. Nothing is told after the last container has exited or the start has failed. */
export interface TaskEvents {
  /** All containers run. `ports`: container port to where it really answers; empty where nothing can be reached. */
  running(ports: ReadonlyMap<number, Endpoint>): void;
  /** A container's own health check, where its definition has one. */
  health(container: string, status: 'HEALTHY' | 'UNHEALTHY'): void;
  /** `exitCode` is null where there is none (it never ran). `reason` is ECS's for the container, as `OutOfMemoryError: …`. */
  exited(container: string, exitCode: number | null, reason: string | null): void;
  /** The task never ran: `CannotPullContainerError: …`, in ECS's form. Nothing of it is left. */
  failed(container: string, reason: string): void;
  /** A line that the container wrote, without its line break. */
  output(container: string, line: string): void;
}

export interface RunningTask {
  /** SIGTERM, then SIGKILL after each container's stop time-out. `events.exited` tells the end of each. */
  stop(): void;
  /** As a person or a bug would: SIGKILL at once, to that container or to all. */
  kill(container?: string): void;
}

/** `null`: passed. Otherwise what the load balancer would give as the reason. */
export type CheckFailure =
  | { readonly reason: 'Target.ResponseCodeMismatch'; readonly status: number }
  | { readonly reason: 'Target.Timeout' | 'Target.FailedHealthChecks' };
export type CheckResult = CheckFailure | null;

export interface TaskRuntime {
  readonly kind: 'docker' | 'responder' | 'simulated';
  /** Never throws: what goes wrong is told to `events`. */
  start(launch: TaskLaunch, events: TaskEvents): RunningTask;
  /** One health check of a target, as the load balancer makes it. A simulated runtime answers at once. */
  check(
    taskId: string,
    port: number,
    check: HealthCheck,
    endpoint: Endpoint | null,
  ): CheckResult | Promise<CheckResult>;
  /** Ends all that it started; nothing of it is left behind. */
  close(): Promise<void>;
}
