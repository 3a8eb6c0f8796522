import { type Task } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';

import { type JsonObject } from '../../src/json.ts';
import { judge } from '../../src/run-task/verdict.ts';

const body: JsonObject = {
  containerDefinitions: [{ name: 'app' }, { name: 'proxy', essential: true }, { name: 'agent', essential: false }],
};

type Ends = Readonly<Record<string, number | string | null>>;

/** Exit codes by container; a text is a reason without a code. */
const ended = (ends: Ends, more: Partial<Task> = {}): Task => ({
  startedAt: new Date(0),
  stopCode: 'EssentialContainerExited',
  containers: Object.entries(ends).map(([name, end]) => ({
    name,
    ...(typeof end === 'number' && { exitCode: end }),
    ...(typeof end === 'string' && { reason: end }),
  })),
  ...more,
});

describe('did its work', () => {
  test.each<[string, Ends, readonly string[]]>([
    ['all with 0', { app: 0, proxy: 0, agent: 0 }, []],
    ['a sidecar without a code', { app: 0, proxy: 0, agent: null }, []],
    ['a sidecar that failed', { app: 0, proxy: 0, agent: 3 }, []],
    ['the container that was asked ended, the other essential one was stopped', { app: 0, proxy: 143 }, ['app']],
    ['the same, killed', { app: 0, proxy: 137 }, ['app']],
    ['the same, without a code', { app: 0, proxy: null }, ['app']],
  ])('%s', (_what, ends, overridden) => {
    expect(judge(ended(ends), body, overridden).ok).toBe(true);
  });

  test('without a stop code, as long as the codes are 0', () => {
    expect(judge(ended({ app: 0, proxy: 0 }, { stopCode: undefined }), body, []).ok).toBe(true);
  });

  test('what is not essential is told', () => {
    expect(judge(ended({ app: 0, proxy: 0, agent: 3 }), body, [])).toEqual({
      ok: true,
      notes: ['container agent ended with exit code 3'],
    });
  });
});

describe('failed', () => {
  test.each<[string, Ends, readonly string[], RegExp]>([
    ['an exit code', { app: 2, proxy: 0 }, [], /^container app ended with exit code 2$/],
    ['no exit code', { app: null, proxy: 0 }, [], /^container app ended without an exit code$/],
    [
      'killed, and nothing says which container did the work',
      { app: 0, proxy: 137 },
      [],
      /proxy ended with exit code 137/,
    ],
    ['the container that was asked was killed', { app: 137, proxy: 0 }, ['app'], /app ended with exit code 137/],
    ['the other one failed by itself', { app: 0, proxy: 1 }, ['app'], /proxy ended with exit code 1/],
    ['the other one ran out of memory', { app: 0, proxy: 'OutOfMemoryError: killed' }, ['app'], /OutOfMemoryError/],
    ['overrides of a sidecar alone leave all essential ones to judge', { app: 143, proxy: 0 }, ['agent'], /app ended/],
  ])('%s', (_what, ends, overridden, why) => {
    expect(judge(ended(ends), body, overridden)).toMatchObject({ ok: false, why: expect.stringMatching(why) });
  });

  test.each(['UserInitiated', 'SpotInterruption', 'TerminationNotice', 'ServiceSchedulerInitiated'] as const)(
    'stopped from elsewhere, whatever its codes: %s',
    (stopCode) => {
      const task = ended({ app: 0, proxy: 0 }, { stopCode, stoppedReason: 'by hand' });
      expect(judge(task, body, [])).toMatchObject({ ok: false, why: 'it was stopped before its end: by hand' });
    },
  );

  test.each<[string, Partial<Task>]>([
    ['a stop code that says so', { stopCode: 'TaskFailedToStart' }],
    ['no time of a start', { startedAt: undefined }],
  ])('never started: %s', (_what, more) => {
    const reason = 'CannotPullContainerError: ref shop:2: not found';
    const task = ended({ app: reason }, { stoppedReason: 'Task failed to start', ...more });
    expect(judge(task, body, [])).toEqual({
      ok: false,
      why: `it never started: Task failed to start; container app: ${reason}`,
      hint: expect.stringContaining('the image or its tag does not exist'),
    });
  });

  test('text of AWS and of images stays on its line', () => {
    const task = ended({}, { stopCode: 'UserInitiated', stoppedReason: 'a\n::error::b\u001b[2J' });
    expect(judge(task, body, [])).toMatchObject({ why: expect.not.stringMatching(/\p{Cc}/u) });
  });
});
