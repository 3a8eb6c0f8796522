/** Runs of the built step beside each other, as the GitHub runner treats them. */
import { type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { type Rig, type Run } from '../e2e/rig.ts';

export interface StartedRun {
  /** Everything it has written so far, `post` included. */
  output(): string;
  /** Resolves when it has written one of these; rejects where it ends without. */
  says(...texts: readonly string[]): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** The main process has ended; `post` follows. */
  readonly mainEnded: Promise<void>;
  readonly result: Promise<ActionResult>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly post?: boolean;
}

/** Its clock can be moved ahead by SIGUSR2. */
export const JUMPS = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'jump.ts')).href}` };

const LIMIT_MS = 120_000;

export function startRun(rig: Rig, inputs: Readonly<Record<string, string>>, options: RunOptions = {}): StartedRun {
  const main = Promise.withResolvers<undefined>();
  let child: ChildProcess | null = null;
  let told = '';
  let watchers: (() => void)[] = [];
  const notify = (): void => {
    const now = watchers;
    watchers = [];
    for (const watch of now) watch();
  };
  const run: Run = {
    ...options,
    limitMs: LIMIT_MS,
    onStart: (started) => {
      child = started;
      started.on('exit', () => {
        main.resolve(undefined);
      });
    },
    onOutput: (text) => {
      told += text;
      notify();
    },
  };
  const state = { over: false };
  const result = rig.run(inputs, run).finally(() => {
    state.over = true;
    notify();
  });
  result.catch(main.reject);
  main.promise.catch(() => undefined);
  return {
    output: () => told,
    async says(...texts) {
      while (!texts.some((text) => told.includes(text))) {
        if (state.over) throw new Error(`the run ended and did not say ${texts.join(' or ')}:\n${told}`);
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
    signal: (signal) => {
      child?.kill(signal);
    },
    mainEnded: main.promise,
    result,
  };
}

/** GitHub's runner: SIGINT to the process alone, SIGTERM 7.5 s later, the end at 10 s. Resolves to the signals that were needed. */
export async function cancel(run: StartedRun): Promise<readonly NodeJS.Signals[]> {
  const sent: NodeJS.Signals[] = [];
  const send = (signal: NodeJS.Signals): void => {
    sent.push(signal);
    run.signal(signal);
  };
  send('SIGINT');
  const timers = [setTimeout(send, 7_500, 'SIGTERM'), setTimeout(send, 10_000, 'SIGKILL')];
  try {
    await run.mainEnded;
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
  return sent;
}
