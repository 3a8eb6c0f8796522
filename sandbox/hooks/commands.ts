import { type ChildProcess, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { type HookCommand } from './command.ts';
import { type HookCall, type HookResult, type HookRunner } from './runner.ts';

export interface HookEnvironment {
  readonly region: string;
  /** What goes into AWS_ENDPOINT_URL. */
  readonly endpoint: () => string;
  readonly log: (line: string) => void;
}

/** CodeDeploy API: Diagnostics.logTail, the last 4 KB. */
const TAIL_BYTES = 4_096;
/** From SIGTERM to SIGKILL, and from a command's end to that of its output: real milliseconds. */
const GRACE_MS = 2_000;

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<HookResult>;
}

/** Runs the commands in process groups of their own, so that what they start ends with them. */
export function commandHooks(commands: ReadonlyMap<string, HookCommand>, environment: HookEnvironment): HookRunner {
  const running = new Map<string, Running>();
  const abandon = (): void => {
    for (const { child } of running.values()) signalGroup(child, 'SIGKILL');
  };
  process.once('exit', abandon);
  return {
    has: (name) => commands.has(name),
    run(name, call) {
      const hook = commands.get(name);
      if (!hook) return Promise.resolve({ status: 'Failed', logTail: '' });
      const started = start(name, hook, call, environment);
      running.set(call.executionId, started);
      return started.ended.finally(() => running.delete(call.executionId));
    },
    stop(executionId) {
      const found = running.get(executionId);
      if (found) end(found.child);
    },
    async close() {
      for (const { child } of running.values()) end(child);
      await Promise.all([...running.values()].map(({ ended }) => ended));
      process.off('exit', abandon);
    },
  };
}

function start(name: string, hook: HookCommand, call: HookCall, environment: HookEnvironment): Running {
  const [program, ...args] = hook.command;
  const child = spawn(program, args, { env: variables(call, environment), stdio: 'pipe', detached: true });
  let tail = Buffer.alloc(0);
  const keep = (chunk: Buffer): void => {
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  // It need not read what it is told.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify({ DeploymentId: call.deploymentId, LifecycleEventHookExecutionId: call.executionId }));
  const late = setTimeout(() => {
    keep(Buffer.from(`\nEnded after ${hook.timeoutMs} ms.`));
    end(child);
  }, hook.timeoutMs);
  const ended = new Promise<HookResult>((resolve) => {
    const settle = (status: HookResult['status']): void => {
      clearTimeout(late);
      resolve({ status, logTail: tailText(tail) });
    };
    child.once('error', (cause) => {
      environment.log(`The hook ${name} could not be run: ${cause.message}. See --hook.`);
      keep(Buffer.from(cause.message));
      settle('Failed');
    });
    child.once('exit', (code) => {
      // What it left behind in its group ends with it: an open pipe would keep the hook from ever being over. What has
      // left the group (setsid) goes on, and is not listened to any longer.
      signalGroup(child, 'SIGKILL');
      const open = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, GRACE_MS);
      child.once('close', () => {
        clearTimeout(open);
        settle(code === 0 ? 'Succeeded' : 'Failed');
      });
    });
  });
  return { child, ended };
}

/** A hook sees the sandbox and no credentials of whoever started it. */
function variables({ deploymentId, executionId }: HookCall, { endpoint, region }: HookEnvironment): NodeJS.ProcessEnv {
  const own = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: endpoint(),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    DEPLOYMENT_ID: deploymentId,
    LIFECYCLE_EVENT_HOOK_EXECUTION_ID: executionId,
  };
}

function end(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child, 'SIGTERM');
  const late = setTimeout(() => {
    signalGroup(child, 'SIGKILL');
  }, GRACE_MS);
  child.once('exit', () => {
    clearTimeout(late);
  });
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone.
  }
}

/** A character that the cut has split is left out. */
const tailText = (tail: Buffer): string => tail.toString('utf8').replace(/^\ufffd+/, '');
