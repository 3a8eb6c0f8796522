import { createServer, type Server } from 'node:http';
import { assemble } from './assemble.ts';
import { createCallLog } from './control/calls.ts';
import { type ControlContext } from './control/control.ts';
import { createFaults } from './control/faults.ts';
import { maskBody } from './control/mask.ts';
import { createRateLimiter } from './control/rate-limits.ts';
import { commandHooks } from './hooks/commands.ts';
import { noHooks } from './hooks/runner.ts';
import { seededRandom, uuid } from './ids.ts';
import { type Sandbox } from './operation.ts';
import { operationNames, operations } from './operations/operations.ts';
import { type SandboxOptions } from './options.ts';
import { createPage } from './page/page.ts';
import { type DispatchContext } from './protocol/dispatch.ts';
import { closeServer, listen, logMalformed, requestListener } from './protocol/http.ts';
import { startRegistry } from './registry/registry.ts';
import { defaultSettings, type Settings } from './settings.ts';

export type { SandboxOptions } from './options.ts';

export interface RunningSandbox {
  /** `http://127.0.0.1:PORT`: what goes into AWS_ENDPOINT_URL, and the address of the page. */
  readonly url: string;
  readonly registryUrl: string | null;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** Starts an emulated AWS account on the loopback. Rejects, with nothing left behind, when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const log = options.log ?? (() => undefined);
  const { enforceIam = defaultSettings.enforceIam } = options;
  const settings: Settings = { ...defaultSettings, enforceIam, ...options.settings };
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  let url = '';
  try {
    const hooks = hooksOf(options, log, () => url);
    closers.push(() => hooks.close());
    const sandbox = await assemble(options, settings, hooks, log);
    closers.push(() => sandbox.balancer.close());
    const registry = await startRegistry(sandbox, { mode: options.registry ?? 'auto', log });
    if (registry) closers.push(() => registry.close());
    // Before the registry: what was pulled from it is taken out of the engine again.
    closers.push(() => sandbox.runtime.close());
    const registryUrl = registry && `http://${registry.host}`;
    const context = contextOf(options, sandbox, registryUrl, (patch) => Object.assign(settings, patch));
    const page = createPage(context);
    const server: Server = createServer(requestListener({ ...context, page }));
    logMalformed(server, log);
    url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
    closers.push(
      () => closeServer(server),
      () => {
        page.close();
      },
    );
    return { url, registryUrl, sandbox, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function contextOf(
  options: SandboxOptions,
  sandbox: Sandbox,
  registryUrl: string | null,
  changeSettings: (patch: Partial<Settings>) => void,
): ControlContext & DispatchContext {
  const now = (): number => sandbox.clock.now();
  return {
    sandbox,
    operations,
    operationNames,
    registryUrl,
    log: options.log ?? (() => undefined),
    faults: createFaults(now),
    calls: createCallLog(maskBody),
    rateLimits: createRateLimiter(options.rateLimits ?? false, now),
    nextRequestId: requestIds(options.seed),
    changeSettings,
  };
}

function hooksOf({ hooks, region = 'eu-west-1' }: SandboxOptions, log: (line: string) => void, endpoint: () => string) {
  return hooks && hooks.size > 0 ? commandHooks(hooks, { region, endpoint, log }) : noHooks;
}

/** A sequence of its own: the ids of what is made do not depend on how often someone looked. */
function requestIds(seed: number | undefined): () => string {
  const random = seed === undefined ? Math.random : seededRandom(seed ^ 0x5f3759df);
  return () => uuid(random);
}
