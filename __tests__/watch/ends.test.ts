import { describe, expect, test } from '@jest/globals';
import { AwsCallError, type AwsErrorKind } from '../../src/ports/aws/error.ts';
import { type Observation } from '../../src/engine/engine.ts';
import { timeline } from './simulated.ts';
import { allAtOnce, canary, watched } from './watching.ts';

const failed = timeline({ steps: canary, failed: { atMs: 40_000, status: 'Failed' } });

function rollbackInfo(fromMs: number): (seen: Observation, ms: number) => Observation {
  return (seen, ms) =>
    seen.id === 'd-SIMULATED' && ms >= fromMs
      ? { ...seen, rollback: { deploymentId: 'd-ROLLBACK1', message: null } }
      : seen;
}

describe('a failed deployment', () => {
  test('whose rollback is named late and ends at once is followed to its end', async () => {
    const { end, events } = await watched(failed, {
      prepare: (engine) => {
        engine.change = (seen, ms) => {
          if (seen.id === 'd-ROLLBACK1') return { ...seen, status: 'Succeeded', rawStatus: 'Succeeded' };
          return rollbackInfo(47_000)(seen, ms);
        };
      },
    });
    expect(end).toMatchObject({ kind: 'failed', rollback: { id: 'd-ROLLBACK1', status: 'Succeeded' } });
    expect(events.filter(({ kind }) => kind === 'rollback')).toHaveLength(1);
  });

  test('whose rollback takes its time tells each of its states once', async () => {
    const { end, events } = await watched(failed, {
      prepare: (engine) => {
        engine.change = (seen, ms) => {
          if (seen.id !== 'd-ROLLBACK1') return rollbackInfo(0)(seen, ms);
          const status = ms > 100_000 ? 'Succeeded' : 'InProgress';
          return { ...seen, status, rawStatus: status };
        };
      },
    });
    expect(end).toMatchObject({ rollback: { status: 'Succeeded' } });
    const told = events.flatMap((event) => (event.kind === 'rollback' ? [event.status] : []));
    expect(told).toEqual(['InProgress', 'Succeeded']);
  });

  test('whose rollback never ends is not followed for ever', async () => {
    const { end, endMs } = await watched(failed, {
      prepare: (engine) => {
        engine.change = (seen, ms) =>
          seen.id === 'd-ROLLBACK1'
            ? { ...seen, status: 'InProgress', rawStatus: 'InProgress' }
            : rollbackInfo(0)(seen, ms);
      },
    });
    expect(end).toMatchObject({ kind: 'failed', rollback: { status: 'InProgress' } });
    expect(endMs).toBeLessThan(6 * 60_000);
  });

  test('without a rollback ends after a short grace', async () => {
    const { end, endMs, events } = await watched(failed);
    expect(end).toMatchObject({ kind: 'failed', rollback: null });
    const skipped = events.filter((event) => event.kind === 'lifecycle' && event.event.status === 'Skipped');
    expect(skipped).toEqual([]);
    expect(endMs - 40_000).toBeLessThanOrEqual(20_000);
  });

  test('that was stopped with traffic on the replacement is waited on for its rollback, though it is named late', async () => {
    const stopped = timeline({ steps: canary, failed: { atMs: 40_000, status: 'Stopped' } });
    const { end } = await watched(stopped, {
      prepare: (engine) => {
        engine.change = (seen, ms) => {
          if (seen.id === 'd-ROLLBACK1') return { ...seen, status: 'Succeeded', rawStatus: 'Succeeded' };
          return rollbackInfo(75_000)(seen, ms);
        };
      },
    });
    expect(end).toMatchObject({ kind: 'stopped', rollback: { id: 'd-ROLLBACK1', status: 'Succeeded' } });
  });

  test('that was stopped with no rollback to be seen is not waited on for ever, and shows where the traffic is', async () => {
    const stopped = timeline({ steps: canary, failed: { atMs: 40_000, status: 'Stopped' } });
    const { end, endMs } = await watched(stopped);
    expect(end).toMatchObject({ kind: 'stopped', rollback: null });
    expect(end.last?.taskSets.find(({ color }) => color === 'green')?.weight).toBe(10);
    expect(endMs - 40_000).toBeGreaterThan(50_000);
    expect(endMs - 40_000).toBeLessThan(80_000);
  });

  test('keeps its end where its rollback may not be read', async () => {
    const { end } = await watched(failed, {
      prepare: (engine) => {
        engine.change = (seen, ms) => {
          if (seen.id === 'd-ROLLBACK1') throw callError('denied', 'AccessDeniedException');
          return rollbackInfo(0)(seen, ms);
        };
      },
    });
    expect(end).toMatchObject({ kind: 'failed', rollback: { id: 'd-ROLLBACK1', status: 'Created' } });
  });
});

describe('until', () => {
  test('none: not a single call', async () => {
    const { engine, end } = await watched(failed, { waiting: { until: 'none' } });
    expect(end).toMatchObject({ kind: 'reached', end: 'none' });
    expect(engine.calls).toEqual([]);
  });

  test('test-ready: within 5 s of Ready', async () => {
    const moves = timeline({ steps: allAtOnce, readyMs: 600_000 });
    for (let phaseMs = 0; phaseMs < 5_000; phaseMs += 311) {
      const { end, endMs } = await watched(moves, { phaseMs, waiting: { until: 'test-ready', readyMs: 600_000 } });
      expect(end).toMatchObject({ kind: 'reached', end: 'test-ready', last: { status: 'Ready' } });
      expect(endMs - (moves.readyMs ?? 0)).toBeLessThanOrEqual(5_200);
    }
  });

  test('test-ready: past where nothing waited and production shifts', async () => {
    const { end } = await watched(timeline({ steps: canary }), { waiting: { until: 'test-ready' }, steps: canary });
    expect(end).toMatchObject({ kind: 'reached', end: 'test-ready', last: { status: 'InProgress' } });
  });

  test('traffic-shifted: Ready is no end, and told once with the command and the time', async () => {
    const moves = timeline({ steps: allAtOnce, readyMs: 60_000 });
    const { end, events } = await watched(moves, { waiting: { readyMs: 3_600_000 }, hasTestListener: true });
    expect(end).toMatchObject({ kind: 'reached', end: 'traffic-shifted' });
    const waiting = events.flatMap((event) => (event.kind === 'waiting' ? [event] : []));
    expect(waiting).toHaveLength(1);
    expect(waiting[0]?.stage).toMatch(/test listener.*continue-deployment --deployment-id d-SIMULATED/);
    expect(waiting[0]?.leftMs).toBeGreaterThan(3_580_000);
    expect(waiting[0]?.leftMs).toBeLessThanOrEqual(3_600_000);
  });

  test('traffic-shifted: reached at once where the deployment has Succeeded before the first look', async () => {
    const moves = timeline({ steps: allAtOnce });
    const { end, engine } = await watched(moves, { phaseMs: moves.completedMs + 60_000 });
    expect(end).toMatchObject({ kind: 'reached', end: 'traffic-shifted', last: { status: 'Succeeded' } });
    expect(engine.calls).toHaveLength(2);
  });

  test('traffic-shifted: the target says shifted, but the deployment has failed: not reached', async () => {
    const moves = timeline({ steps: allAtOnce });
    const { end } = await watched(moves, {
      prepare: (engine) => {
        engine.change = (seen, ms) =>
          ms > moves.afterShiftMs - 100 && seen.status !== 'Created' && engine.calls.at(-1)?.part === 'deployment'
            ? { ...seen, status: 'Failed', rawStatus: 'Failed' }
            : seen;
      },
    });
    expect(end.kind).toBe('failed');
  });

  test('completed: waits on after the shift', async () => {
    const moves = timeline({ steps: allAtOnce, terminationMs: 300_000 });
    const { end, endMs } = await watched(moves, { waiting: { until: 'completed', terminationMs: 300_000 } });
    expect(end).toMatchObject({ kind: 'reached', end: 'completed' });
    expect(endMs).toBeGreaterThanOrEqual(moves.completedMs);
  });
});

describe('odd answers', () => {
  test('an unknown status is told and waited through', async () => {
    const { end, events } = await watched(timeline({ steps: allAtOnce }), {
      prepare: (engine) => {
        engine.change = (seen, ms) => (ms < 20_000 ? { ...seen, status: 'Unknown', rawStatus: 'Pondering' } : seen);
      },
    });
    expect(end.kind).toBe('reached');
    expect(events).toContainEqual(expect.objectContaining({ kind: 'status', status: 'Pondering' }));
  });

  test('an unknown target status does not hide the end', async () => {
    const moves = timeline({ steps: allAtOnce });
    const { end, endMs } = await watched(moves, {
      prepare: (engine) => {
        engine.change = (seen) => ({ ...seen, targetStatus: 'Unknown' });
      },
    });
    expect(end).toMatchObject({ kind: 'reached', end: 'traffic-shifted' });
    expect(endMs - moves.afterShiftMs).toBeLessThanOrEqual(10_500);
  });

  test('each change is told once', async () => {
    const { events } = await watched(timeline({ steps: canary }), { steps: canary });
    const told = events.map(({ elapsedMs: _, ...event }) => JSON.stringify(event));
    expect(new Set(told).size).toBe(told.length);
    expect(events.filter(({ kind }) => kind === 'traffic')).toHaveLength(2);
  });
});

describe('the limit and the cancel', () => {
  test('the limit ends the watch, after a last look', async () => {
    const moves = timeline({ steps: canary });
    const { end, endMs } = await watched(moves, { waiting: { limitMs: 60_000 } });
    expect(end).toMatchObject({ kind: 'timed-out', limitMs: 60_000, last: { status: 'InProgress' } });
    expect(endMs).toBeLessThanOrEqual(60_500);
  });

  test('an end right at the limit is still an end', async () => {
    const moves = timeline({ steps: allAtOnce });
    const { end } = await watched(moves, { waiting: { limitMs: moves.afterShiftMs + 100 } });
    expect(end.kind).toBe('reached');
  });

  test('a cancel ends the watch at once, in a pause as in a call that hangs', async () => {
    for (const atMs of [20_000, 20_555, 23_210]) {
      const controller = new AbortController();
      const { end, endMs } = await watched(timeline({ steps: canary }), {
        signal: controller.signal,
        prepare: (engine, clock) => {
          clock.at(engine.startedAt + atMs, () => {
            controller.abort();
          });
        },
      });
      expect(end.kind).toBe('interrupted');
      expect(endMs).toBe(atMs);
    }
  });

  test('a cancel while a rollback is followed keeps what is known of it', async () => {
    const controller = new AbortController();
    const { end, endMs } = await watched(failed, {
      signal: controller.signal,
      prepare: (engine, clock) => {
        engine.change = (seen, ms) =>
          seen.id === 'd-ROLLBACK1'
            ? { ...seen, status: 'InProgress', rawStatus: 'InProgress' }
            : rollbackInfo(0)(seen, ms);
        clock.at(engine.startedAt + 70_000, () => {
          controller.abort();
        });
      },
    });
    expect(end).toMatchObject({ kind: 'failed', rollback: { id: 'd-ROLLBACK1', status: 'InProgress' } });
    expect(endMs).toBe(70_000);
  });

  test('a word every few minutes where nothing changes', async () => {
    const { at } = await watched(timeline({ steps: allAtOnce, installMs: 1_200_000 }));
    const words = at.filter(({ event }) => event.kind === 'waiting').map(({ ms }) => ms);
    expect(words.length).toBeGreaterThanOrEqual(5);
    expect(words.length).toBeLessThanOrEqual(7);
  });
});

function callError(kind: AwsErrorKind, code: string): AwsCallError {
  const call = { service: 'codedeploy', operation: 'GetDeployment', on: 'd-SIMULATED' };
  return new AwsCallError(call, { kind, code, message: 'said AWS' });
}
