/** The command itself, with real processes and a clock of the test. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { runSmokeTest, type TestResult } from '../../src/gate/smoke-test.ts';
import { type Clock } from '../../src/ports/clock.ts';
import { recordedRun, type RecordedRun } from '../recorded.ts';

let workspace = '';
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'smoke-'));
});
afterEach(() => rm(workspace, { recursive: true }));

interface Case {
  readonly command: string;
  /** What the log has to hold for the limit to be over, or the run to be cancelled. */
  readonly when?: RegExp;
  readonly what?: 'limit' | 'cancel';
}

async function run({
  command,
  when = /never/,
  what = 'limit',
}: Case): Promise<{ result: TestResult; run: RecordedRun }> {
  const recorded = recordedRun();
  const cancelled = new AbortController();
  const { promise: limit, resolve: isLate } = Promise.withResolvers<undefined>();
  const clock: Clock = {
    now: () => 0,
    sleep: (_ms, signal) => {
      signal?.addEventListener('abort', () => {
        isLate(undefined);
      });
      return limit;
    },
  };
  const log = {
    ...recorded.log,
    info: (text: string): void => {
      recorded.log.info(text);
      if (!when.test(text)) return;
      if (what === 'cancel') cancelled.abort();
      else isLate(undefined);
    },
  };
  const env = { PATH: process.env['PATH'] ?? '' };
  const gate = { test: { command, minutes: 10 }, env, workspace };
  const result = await runSmokeTest(gate, { ms: 1, words: '9 min' }, { clock, log, signal: cancelled.signal });
  return { result, run: recorded };
}

const pidsIn = ({ lines }: RecordedRun): readonly number[] =>
  lines.flatMap((line) => [...line.matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid)));

/** One that has ended stays in the table as a zombie where nothing takes its exit code. */
const isThere = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
};

test('passes', async () => {
  expect((await run({ command: 'true' })).result).toEqual({ kind: 'passed' });
});

test('at the limit the whole group is ended, those that ignore SIGTERM too, and the last lines are told', async () => {
  const command = 'sleep 600 & echo "pid $!"; (trap "" TERM; sleep 601) & echo "pid $! begun"; wait';
  const { result, run: recorded } = await run({ command, when: /begun/ });
  expect(result.kind).toBe('failed');
  expect(result).toHaveProperty('cause', expect.stringMatching(/^the smoke test did not end within 9 min; .*begun$/));
  expect(pidsIn(recorded)).toHaveLength(2);
  expect(pidsIn(recorded).filter(isThere)).toEqual([]);
}, 20_000);

test('that it ends well when it is told to does not make it pass', async () => {
  const { result } = await run({ command: 'trap "exit 0" TERM; echo begun; sleep 600 & wait', when: /begun/ });
  expect(result.kind).toBe('failed');
});

test('cancelled: ended within few seconds, and no verdict', async () => {
  const { result, run: recorded } = await run({
    command: 'trap "" TERM; echo "pid $$ begun"; while :; do sleep 1; done',
    when: /begun/,
    what: 'cancel',
  });
  expect(result).toEqual({ kind: 'cancelled' });
  expect(pidsIn(recorded).filter(isThere)).toEqual([]);
});

test('what it leaves running holds nothing up, and is ended', async () => {
  const { result, run: recorded } = await run({ command: 'sleep 600 & echo "pid $!"' });
  expect(result).toEqual({ kind: 'passed' });
  expect(pidsIn(recorded).filter(isThere)).toEqual([]);
});

test('one that leaves its group behind holds nothing up', async () => {
  const { result, run: recorded } = await run({ command: 'setsid sleep 30 & echo "pid $!"; sleep 0.2' });
  for (const pid of pidsIn(recorded)) if (isThere(pid)) process.kill(pid);
  expect(result).toEqual({ kind: 'passed' });
});

test('it has no input to wait for', async () => {
  expect((await run({ command: 'read line || echo "no input"' })).result).toEqual({ kind: 'passed' });
});
