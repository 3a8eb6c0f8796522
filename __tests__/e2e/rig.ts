/** One emulated account with one service for one test, and the built step to run against it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock } from '../../sandbox/clock.ts';
import { type CallRecord } from '../../sandbox/control/calls.ts';
import { type FaultSpec, type ListedFault } from '../../sandbox/control/faults.ts';
import { type JsonObject } from '../../sandbox/json.ts';
import { type TaskMode } from '../../sandbox/runtime/choose.ts';
import { type Sandbox } from '../../sandbox/operation.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { type Settings } from '../../sandbox/settings.ts';
import { awsEnvironment, clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { type Live, readLive } from '../../scripts/rehearsal/live.ts';
import { digestOf, putManifest } from '../../scripts/rehearsal/manifest.ts';
import { putUpStack, type Stack, type StackOptions } from '../../scripts/rehearsal/stack.ts';
import { steady } from '../../scripts/rehearsal/steady.ts';
import { type ActionResult, type ActionRun, runAction } from '../../scripts/runner/run-action.ts';

/** Generous: no verdict hangs on how fast the machine is. */
export const LIMIT_MS = 90_000;

export type Fault = Pick<FaultSpec, 'operation' | 'kind'> & Partial<FaultSpec>;

export interface RigOptions {
  readonly speed?: number;
  /** In place of a real clock at that speed. */
  readonly clock?: Clock;
  readonly registry?: 'auto' | 'none';
  /** Default: simulated. */
  readonly tasks?: TaskMode;
  /** Tasks answer, and listeners are real ports: their addresses can be opened. Default: both on paper. */
  readonly real?: boolean;
  /** From the start. */
  readonly settings?: Partial<Settings>;
  readonly stack?: Partial<StackOptions>;
  /** Played from when the service is up. */
  readonly faults?: readonly Fault[];
  /** Paths in the workspace to their contents. */
  readonly files?: Readonly<Record<string, string>>;
}

export type Run = Partial<Omit<ActionRun, 'inputs' | 'workspace'>>;

export interface Rig {
  readonly url: string;
  readonly registryUrl: string | null;
  readonly sandbox: Sandbox;
  readonly clients: Clients;
  readonly stack: Stack;
  readonly workspace: string;
  /** Runs the step with `cluster` and `service` of the stack, and the shortest pauses between two looks. */
  run(inputs?: Readonly<Record<string, string>>, more?: Run): Promise<ActionResult>;
  /** Names of the operations called since the stack was up (or `forget`), oldest first. */
  calls(): Promise<readonly string[]>;
  callRecords(): Promise<readonly CallRecord[]>;
  /** Those that change something. */
  writes(): Promise<readonly string[]>;
  forget(): Promise<void>;
  fault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** Resolves when a fault has met a call, which may still be under way. */
  faultMet(): Promise<void>;
  settings(patch: Partial<Settings>): Promise<void>;
  alarm(name: string, state: 'ALARM' | 'OK'): Promise<void>;
  live(): Promise<Live>;
  steady(): Promise<void>;
  /** The body of a revision (`web:2`) as it was sent. */
  body(revision: string): JsonObject;
}

/** Puts the account up, hands it to `work`, and takes it down. */
export async function withRig<T>(options: RigOptions, work: (rig: Rig) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
  const started = startSandbox({
    speed: options.speed ?? 100,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    registry: options.registry ?? 'none',
    settings: options.settings ?? {},
    tasks: options.tasks ?? (options.real === true ? 'responder' : 'simulated'),
    ...(options.real === true ? { listeners: 'ports' } : {}),
  });
  const running = await within('the start of the sandbox', started);
  try {
    await writeFiles(workspace, options.files ?? {});
    const clients = clientsFor(running.url);
    const stack = await within('putting up the stack', putUpStack(clients, options.stack ?? {}));
    const rig = rigOf({ ...running, clients, stack, workspace });
    if (stack.desiredCount > 0) await rig.steady();
    await within('clearing the call log', rig.forget());
    for (const fault of options.faults ?? []) await within('playing a fault', rig.fault(fault));
    return await work(rig);
  } finally {
    await within('the end of the sandbox', running.close());
    await rm(workspace, { recursive: true, force: true });
  }
}

const PART_LIMIT_MS = 30_000;

/** A part that hangs is named, where the test's own limit would only say that something did. */
async function within<T>(what: string, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const limit = sleep(PART_LIMIT_MS, null, { signal: late.signal, ref: false }).then(
    () => {
      throw new Error(`${what} did not end within ${PART_LIMIT_MS / 1000} s`);
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work, limit]);
  } finally {
    late.abort();
  }
}

type Parts = Pick<Rig, 'url' | 'registryUrl' | 'sandbox' | 'clients' | 'stack' | 'workspace'>;

function rigOf(parts: Parts): Rig {
  const { url, sandbox, clients, stack, workspace } = parts;
  const control = controlOf(url);
  const callRecords = async (): Promise<readonly CallRecord[]> => {
    const { calls } = (await control('GET', 'calls')) as { calls: CallRecord[] };
    return calls;
  };
  const calls = async (): Promise<readonly string[]> => (await callRecords()).map(({ operation }) => operation);
  return {
    ...parts,
    calls,
    callRecords,
    writes: async () => (await calls()).filter((name) => !/^(?:Describe|Get|List|BatchGet)/.test(name)),
    forget: async () => {
      await control('DELETE', 'calls');
    },
    fault: async (fault) => {
      await control('POST', 'faults', fault);
    },
    clearFaults: async () => {
      await control('DELETE', 'faults');
    },
    faultMet: async () => {
      const met = async (): Promise<boolean> => {
        const { faults } = (await control('GET', 'faults')) as { faults: ListedFault[] };
        return faults.some(({ hits }) => hits > 0);
      };
      while (!(await met())) await sleep(20);
    },
    settings: async (patch) => {
      await control('PATCH', 'settings', patch);
    },
    alarm: async (name, state) => {
      await control('POST', 'alarms', { name, state });
    },
    live: () => readLive(clients, stack),
    steady: () => within('a steady service', steady(clients, stack, PART_LIMIT_MS / 2)),
    body: (revision) => bodyOf(sandbox, revision),
    run: (inputs = {}, { env, ...more } = {}) =>
      runAction({
        inputs: { cluster: stack.cluster, service: stack.service, 'wait-max-delay-seconds': '1', ...inputs },
        env: { ...awsEnvironment(url), ...env },
        workspace,
        ...more,
      }),
  };
}

function controlOf(url: string): (method: string, path: string, body?: unknown) => Promise<unknown> {
  return async (method, path, body) => {
    const answer = await fetch(`${url}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };
}

function bodyOf({ world }: Sandbox, revision: string): JsonObject {
  const found = [...world.ecs.taskDefinitions.values()].find((each) => `${each.family}:${each.revision}` === revision);
  if (found === undefined) throw new Error(`There is no revision ${revision}.`);
  return found.body;
}

export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

export { digestOf };

/** An image in ECR, as if an earlier build had put it there. Resolves to its digest. */
export const putImage = ({ clients, stack }: Rig, imageTag: string, content = imageTag): Promise<string> =>
  putManifest(clients.ecr, stack.repository, imageTag, content);

/** An image of a registry that nobody asks: deployed as it is written. */
export const ELSEWHERE = 'registry.example.com/shop/web:v2';
export const DIGEST_ELSEWHERE = `registry.example.com/shop/web@${digestOf('web')}`;

/** Lines that the runner would carry out as a command, with what `::stop-commands::` covers left out. */
export function commandsIn(output: string): readonly string[] {
  const found: string[] = [];
  let stopped: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const name = /^\s*::([^\s:]+)/.exec(line)?.[1] ?? (line.includes('##[') ? '##[' : undefined);
    if (stopped !== null) {
      if (line === `::${stopped}::`) stopped = null;
    } else if (name === 'stop-commands') {
      stopped = line.slice('::stop-commands::'.length);
    } else if (name !== undefined) found.push(line);
  }
  return found;
}

/** What the annotations of one kind say, decoded. */
export function annotations(kind: 'error' | 'warning', output: string): readonly string[] {
  return commandsIn(output).flatMap((line) => {
    const text = new RegExp(`^::${kind}(?: [^:]*)?::(.*)$`).exec(line)?.[1];
    return text === undefined ? [] : [text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')];
  });
}

export const errorsOf = (output: string): string => annotations('error', output).join('\n\n');
export const warningsOf = (output: string): string => annotations('warning', output).join('\n\n');
