/** In processes of their own: a test must not be ended by the signals it sends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Interruption, unlessAborted } from '../../src/ports/signals.ts';

const SIGNALS = pathToFileURL(resolve(import.meta.dirname, '../../src/ports/signals.ts')).href;

interface Program {
  readonly child: ChildProcess;
  /** Resolves when it has printed this. */
  printed(text: string): Promise<void>;
  ended(): Promise<{ code: number | null; output: string }>;
}

function start(body: string): Program {
  const source = `import { endProcess, interruption } from ${JSON.stringify(SIGNALS)};\n${body}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    async printed(text) {
      while (!output.includes(text)) await once(child.stdout, 'data');
    },
    ended: async () => ({ code: (await closed)[0], output }),
  };
}

const LISTEN = `
const signal = interruption();
signal.addEventListener('abort', () => console.log('aborted: ' + signal.reason.name + ': ' + signal.reason.message));
const timer = setTimeout(() => console.log('went on'), Number(process.env.WAIT_MS ?? 60_000));
console.log('ready');
`;

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('aborts, and does not end the process', async () => {
    const program = start(
      `${LISTEN}signal.addEventListener('abort', () => setTimeout(() => clearTimeout(timer), 50));`,
    );
    await program.printed('ready');
    program.child.kill(signal);
    expect(await program.ended()).toEqual({
      code: 0,
      output: `ready\naborted: Interruption: the run was cancelled (${signal})\n`,
    });
  });
});

test('the same signal twice in a moment is one', async () => {
  const program = start(`${LISTEN}signal.addEventListener('abort', () => setTimeout(() => clearTimeout(timer), 200));`);
  await program.printed('ready');
  program.child.kill('SIGINT');
  await program.printed('aborted');
  program.child.kill('SIGINT');
  const { code, output } = await program.ended();
  expect([code, output.match(/aborted/g)?.length]).toEqual([0, 1]);
});

test('a later one ends a process that does not end by itself', async () => {
  const program = start(`${LISTEN}const usual = performance.now.bind(performance);
signal.addEventListener('abort', () => { performance.now = () => usual() + 2_000; });`);
  await program.printed('ready');
  program.child.kill('SIGINT');
  await program.printed('aborted');
  program.child.kill('SIGTERM');
  const { code, output } = await program.ended();
  expect(code).toBe(1);
  expect(output).not.toContain('went on');
});

test('endProcess ends with the exit code that was set, after all output', async () => {
  const program = start(`setInterval(() => undefined, 1_000);
console.log('x'.repeat(300_000));
process.exitCode = 1;
endProcess();`);
  const { code, output } = await program.ended();
  expect([code, output.length]).toEqual([1, 300_001]);
});

describe('unlessAborted', () => {
  const never = new Promise<never>(() => undefined);
  const reason = new Interruption('cancelled');

  test('what work gives', async () => {
    expect(await unlessAborted(new AbortController().signal, Promise.resolve(7))).toBe(7);
  });

  test('what work throws', async () => {
    const { signal } = new AbortController();
    await expect(unlessAborted(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  test('the reason, as soon as it aborts', async () => {
    const controller = new AbortController();
    const work = unlessAborted(controller.signal, never);
    controller.abort(reason);
    await expect(work).rejects.toBe(reason);
  });

  test('the reason, where it has aborted before', async () => {
    await expect(unlessAborted(AbortSignal.abort(reason), never)).rejects.toBe(reason);
  });

  test('work that fails after the abort disturbs nobody', async () => {
    const controller = new AbortController();
    const { promise, reject } = Promise.withResolvers<never>();
    const work = unlessAborted(controller.signal, promise);
    controller.abort(reason);
    await expect(work).rejects.toBe(reason);
    reject(new Error('late'));
    await new Promise(setImmediate);
  });
});
