/** A main process that still lives when `post` runs, known by its id and its start time. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { systemClock } from '../../src/ports/clock.ts';
import { endMarked, markText, ownProcess, parseMark, type ProcessMark } from '../../src/ports/process-mark.ts';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A process that ends only where it is made to, and its mark. */
async function living(body: string): Promise<{ readonly child: ChildProcess; readonly mark: ProcessMark }> {
  const child = spawn(process.execPath, ['--eval', `${body}; setInterval(() => 0, 1000); console.log('up')`]);
  started.push(child);
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return { child, mark: { pid, start: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '' } };
}

/** Waits no time, but lets the process do what it does. */
const hurried = { now: () => Date.now() * 100, sleep: () => systemClock.sleep(5) };

test('one’s own mark comes back from its text', () => {
  expect(ownProcess()).toMatchObject({ pid: process.pid, start: expect.stringMatching(/^\d+$/) });
  expect(parseMark(markText(ownProcess()))).toEqual(ownProcess());
});

test.each(['', 'null', '0 1', '-1 5', '12', '12 x', '12 5; rm'])('no mark is read from "%s"', (text) => {
  expect(parseMark(text)).toBeNull();
});

describe('ended', () => {
  test('by SIGTERM, where it takes it', async () => {
    const { child, mark } = await living('');
    const closed = once(child, 'close');
    expect(await endMarked(mark, systemClock)).toBe('ended');
    expect((await closed)[1]).toBe('SIGTERM');
  });

  test.each([
    ['it ignores signals', "for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => 0)", false],
    ['it stands still', '', true],
  ])('by SIGKILL, where %s', async (_, body, stands) => {
    const { child, mark } = await living(body);
    if (stands) child.kill('SIGSTOP');
    const closed = once(child, 'close');
    expect(await endMarked(mark, hurried)).toBe('ended');
    expect((await closed)[1]).toBe('SIGKILL');
  });
});

test('another process that got the same id is left alone', async () => {
  const { child, mark } = await living('');
  expect(await endMarked({ ...mark, start: '1' }, systemClock)).toBe('gone');
  expect(child.exitCode ?? child.signalCode).toBeNull();
});

test('one that has ended is gone', async () => {
  const { child, mark } = await living('');
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await endMarked(mark, systemClock)).toBe('gone');
});
