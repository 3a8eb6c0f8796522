import { describe, expect, test } from '@jest/globals';
import { timeline } from './simulated.ts';
import { allAtOnce, canary, linear, watched } from './watching.ts';

/** Where in a pause the deployment's own times fall: the watch begins this long after the deployment. */
const phases = Array.from({ length: 25 }, (_, index) => index * 397);

/** How late the latest of many watches was. */
async function latest(run: (phaseMs: number) => Promise<number>): Promise<number> {
  let most = 0;
  for (const phase of phases) most = Math.max(most, await run(phase));
  return most;
}

describe('a shift', () => {
  test.each([
    ['canary', canary, 0],
    ['canary, AWS 1 s late', canary, 1_000],
    ['linear', linear, 0],
    ['linear, AWS 1 s late', linear, 1_000],
  ])('%s: each step and the end within 2 s, at most 15 calls a minute', async (_name, steps, lagMs) => {
    const moves = timeline({ steps, lagMs });
    let calls = 0;
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { steps, phaseMs });
      calls = Math.max(calls, seen.engine.busiest(0, Infinity));
      expect(seen.end).toMatchObject({ kind: 'reached', end: 'traffic-shifted' });
      const stepsLate = moves.shift.slice(1).map(({ atMs, percent }) => {
        const told = seen.at.find(({ event }) => event.kind === 'traffic' && event.green === percent);
        return (told?.ms ?? Infinity) - atMs;
      });
      return Math.max(seen.endMs - moves.afterShiftMs, ...stepsLate);
    });
    expect(late).toBeLessThanOrEqual(2_000);
    expect(calls).toBeLessThanOrEqual(15);
  });

  test.each([
    ['all at once, which cannot be foreseen', allAtOnce, {}],
    ['a deployment of six seconds', allAtOnce, { installMs: 3_000 }],
    ['a hook of a minute after the shift', canary, { checksMs: 61_234 }],
  ])('%s: the end within 5 s', async (_name, steps, more) => {
    const moves = timeline({ steps, ...more });
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { steps, phaseMs });
      expect(seen.engine.busiest(0, Infinity)).toBeLessThanOrEqual(15);
      return seen.endMs - moves.afterShiftMs;
    });
    expect(late).toBeLessThanOrEqual(5_200);
  });

  test.each([
    ['canary', canary, 3_000],
    ['canary', canary, 7_000],
    ['linear', linear, 3_000],
    ['linear', linear, 6_000],
  ])('%s, which AWS carries out late: within 5 s, and still at most 15 calls a minute', async (_name, steps, lagMs) => {
    const moves = timeline({ steps, lagMs });
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { steps, phaseMs });
      expect(seen.engine.busiest(0, Infinity)).toBeLessThanOrEqual(15);
      return seen.endMs - moves.afterShiftMs;
    });
    expect(late).toBeLessThanOrEqual(5_200);
  });

  test('an emulated AWS that is faster than its schedule is not waited for until the schedule says so', async () => {
    const moves = timeline({
      steps: [
        { atMs: 0, percent: 10 },
        { atMs: 5_000, percent: 100 },
      ],
    });
    const late = await latest(async (phaseMs) => {
      return (await watched(moves, { steps: canary, phaseMs })).endMs - moves.afterShiftMs;
    });
    expect(late).toBeLessThanOrEqual(10_000);
  });
});

describe('a failure', () => {
  test.each([
    ['in Install', 17_321, 'Failed'],
    ['in a canary', 130_777, 'Failed'],
    ['by a stop in a canary', 200_123, 'Stopped'],
    ['by a stop in Install', 21_999, 'Stopped'],
  ] as const)('%s: within 5 s', async (_name, atMs, status) => {
    const moves = timeline({ steps: canary, failed: { atMs, status } });
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { steps: canary, phaseMs });
      expect(seen.end.kind).toBe(status.toLowerCase());
      const told = seen.at.find(({ event }) => event.kind === 'status' && event.status === status);
      return (told?.ms ?? Infinity) - atMs;
    });
    expect(late).toBeLessThanOrEqual(5_200);
  });

  test.each([
    ['in Install', 21_999, 30_000],
    ['in a canary', 200_123, 10_500],
  ])('that the target does not show, %s: with the next look at the deployment', async (_name, atMs, most) => {
    const moves = timeline({ steps: canary, failed: { atMs, status: 'Stopped', hidden: true } });
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { steps: canary, phaseMs });
      const told = seen.at.find(({ event }) => event.kind === 'status' && event.status === 'Stopped');
      return (told?.ms ?? Infinity) - atMs;
    });
    expect(late).toBeLessThanOrEqual(most);
  });
});

describe('a long wait', () => {
  const terminationMs = 3_600_000;

  test.each([
    ['on time', 0],
    ['1.5 s late', 1_500],
  ])('for the end of the original, AWS %s: 4 calls a minute, the end within 2 s', async (_name, drainMs) => {
    const moves = timeline({ steps: allAtOnce, terminationMs, drainMs });
    let calls = 0;
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { phaseMs, waiting: { until: 'completed', terminationMs } });
      expect(seen.end).toMatchObject({ kind: 'reached', end: 'completed' });
      calls = Math.max(calls, seen.engine.busiest(moves.afterShiftMs + 5_000, moves.completedMs + 2_000));
      return seen.endMs - moves.completedMs;
    });
    expect(late).toBeLessThanOrEqual(2_000);
    expect(calls).toBeLessThanOrEqual(4);
  });

  test('for a removal of the original that takes minutes: within 5 s of it, 15 calls a minute', async () => {
    const moves = timeline({ steps: allAtOnce, terminationMs, drainMs: 200_000 });
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { phaseMs, waiting: { until: 'completed', terminationMs } });
      expect(seen.engine.busiest(0, Infinity)).toBeLessThanOrEqual(15);
      return seen.endMs - moves.completedMs;
    });
    expect(late).toBeLessThanOrEqual(5_200);
  });

  test('no wait at all before the original ends: the end of the deployment within 2 s of the shift it follows', async () => {
    const moves = timeline({ steps: canary });
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { steps: canary, phaseMs, waiting: { until: 'completed' } });
      return seen.endMs - moves.completedMs;
    });
    expect(late).toBeLessThanOrEqual(2_000);
  });

  test('for someone to continue: 4 calls a minute', async () => {
    const moves = timeline({ steps: allAtOnce, readyMs: 1_800_000 });
    const seen = await watched(moves, { waiting: { readyMs: 3_600_000 } });
    expect(seen.end).toMatchObject({ kind: 'reached', end: 'traffic-shifted' });
    expect(seen.engine.busiest((moves.readyMs ?? 0) + 5_000, moves.shift[0]?.atMs ?? 0)).toBeLessThanOrEqual(4);
  });

  test('that nobody ends: the stop is noticed within 2 s', async () => {
    const readyMs = 1_800_000;
    const waiting = { readyMs };
    const begin = timeline({ steps: allAtOnce, readyMs });
    const atMs = (begin.readyMs ?? 0) + readyMs;
    const moves = { ...begin, shift: [{ atMs: Infinity, percent: 100 }], failed: { atMs, status: 'Stopped' as const } };
    const late = await latest(async (phaseMs) => {
      const seen = await watched(moves, { phaseMs, waiting });
      const told = seen.at.find(({ event }) => event.kind === 'status' && event.status === 'Stopped');
      return (told?.ms ?? Infinity) - atMs;
    });
    expect(late).toBeLessThanOrEqual(2_000);
  });
});

test('the longest pause that was asked for holds', async () => {
  const moves = timeline({ steps: allAtOnce, terminationMs: 600_000 });
  const { engine } = await watched(moves, {
    waiting: { until: 'completed', terminationMs: 600_000, maxDelayMs: 3_000 },
  });
  const pauses = engine.calls.map(({ at }, index) => at - (engine.calls[index - 1]?.at ?? engine.startedAt));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(3_000 + 120);
});
