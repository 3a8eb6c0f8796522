import { describe, expect, test } from '@jest/globals';
import { StepError } from '../../src/errors.ts';
import { type DeploymentEvent } from '../../src/events.ts';
import { AwsCallError, type AwsErrorKind } from '../../src/ports/aws/error.ts';
import { watch } from '../../src/watch.ts';
import { FakeClock } from './fake-clock.ts';
import { Simulated, timeline } from './simulated.ts';
import { allAtOnce, canary, waits, watched } from './watching.ts';

function callError(kind: AwsErrorKind, code: string, message = 'said AWS'): AwsCallError {
  return new AwsCallError(
    { service: 'codedeploy', operation: 'GetDeployment', on: 'd-SIMULATED' },
    { kind, code, message },
  );
}

describe('what cannot get better ends the watch at the first poll', () => {
  test.each([
    ['credentials', 'ExpiredTokenException', 'role-duration-seconds'],
    ['denied', 'AccessDeniedException', '"Action":"codedeploy:GetDeployment"'],
    ['missing', 'DeploymentDoesNotExistException', 'region'],
    ['other', 'InvalidDeploymentIdException', 'console'],
  ] as const)('%s', async (kind, code, repair) => {
    const engines: Simulated[] = [];
    const running = watched(timeline({ steps: canary }), {
      prepare: (engine) => {
        engine.fault = () => callError(kind, code);
        engines.push(engine);
      },
    });
    const error = await running.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StepError);
    expect(error).toMatchObject({ message: expect.stringContaining('d-SIMULATED goes on') });
    expect(error).toMatchObject({ message: expect.stringContaining(repair) });
    expect(error).toMatchObject({ message: expect.stringContaining(code) });
    expect(engines[0]?.calls).toHaveLength(2);
  });

  test('the statement to add names the resource that AWS names', async () => {
    const denied =
      'User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: codedeploy:GetDeploymentTarget on resource: arn:aws:codedeploy:eu-west-1:1:deploymentgroup:app/group because no identity-based policy allows it';
    const running = watched(timeline({ steps: canary }), {
      prepare: (engine) => {
        engine.fault = (part) => (part === 'target' ? callError('denied', 'AccessDeniedException', denied) : null);
      },
    });
    await expect(running).rejects.toThrow(
      '{"Effect":"Allow","Action":"codedeploy:GetDeploymentTarget","Resource":"arn:aws:codedeploy:eu-west-1:1:deploymentgroup:app/group"}',
    );
  });

  test('a token that expires in the middle of a shift', async () => {
    const running = watched(timeline({ steps: canary }), {
      steps: canary,
      prepare: (engine, clock) => {
        engine.fault = () =>
          clock.now() - engine.startedAt > 100_000 ? callError('credentials', 'ExpiredTokenException') : null;
      },
    });
    await expect(running).rejects.toThrow('d-SIMULATED goes on');
  });
});

describe('what can get better is ridden out', () => {
  const moves = timeline({ steps: canary });

  test.each([
    ['throttled', 'ThrottlingException'],
    ['server', 'InternalServerError'],
    ['network', 'ECONNRESET'],
  ] as const)('%s, for ten minutes', async (kind, code) => {
    const { end, events } = await watched(moves, {
      steps: canary,
      prepare: (engine, clock) => {
        engine.fault = () => (clock.now() - engine.startedAt < 600_000 ? callError(kind, code) : null);
      },
    });
    expect(end).toMatchObject({ kind: 'reached', end: 'traffic-shifted' });
    const told = events.filter((event) => event.kind === 'unanswered');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ reason: expect.stringContaining(code) });
  });

  test('bounded by the time limit only', async () => {
    const { end, endMs } = await watched(moves, {
      waiting: { limitMs: 900_000 },
      prepare: (engine) => {
        engine.fault = () => callError('throttled', 'ThrottlingException');
      },
    });
    expect(end).toEqual({ kind: 'timed-out', last: null, limitMs: 900_000 });
    expect(endMs).toBeLessThan(901_000);
  });

  test('fewer calls while throttled, and the usual pace when answered', async () => {
    const long = timeline({ steps: allAtOnce, installMs: 1_200_000 });
    const { engine } = await watched(long, {
      prepare: (simulated, clock) => {
        simulated.fault = () => {
          const ms = clock.now() - simulated.startedAt;
          return ms > 120_000 && ms < 720_000 ? callError('throttled', 'ThrottlingException') : null;
        };
      },
    });
    const between = (from: number, to: number): number =>
      engine.calls.filter(({ at }) => at - engine.startedAt >= from && at - engine.startedAt < to).length;
    expect(between(180_000, 720_000) / 9).toBeLessThanOrEqual(4);
    expect(between(800_000, 860_000)).toBeGreaterThanOrEqual(12);
  });

  test('the longest pause holds for lost connections, not for throttling', async () => {
    const gaps = async (kind: AwsErrorKind): Promise<number> => {
      const { engine } = await watched(moves, {
        waiting: { limitMs: 600_000, maxDelayMs: 5_000 },
        random: () => 0.99,
        prepare: (simulated) => {
          simulated.fault = () => callError(kind, 'Code');
        },
      });
      return Math.max(...engine.calls.map(({ at }, index) => at - (engine.calls[index - 1]?.at ?? at)));
    };
    expect(await gaps('network')).toBeLessThanOrEqual(5_100);
    expect(await gaps('throttled')).toBeGreaterThan(30_000);
  });
});

test('300 watchers under one token bucket all end right', async () => {
  const clock = new FakeClock();
  const bucket = { tokens: 50, at: clock.now() };
  const take = (): Error | null => {
    bucket.tokens = Math.min(50, bucket.tokens + ((clock.now() - bucket.at) / 1000) * 10);
    bucket.at = clock.now();
    if (bucket.tokens < 1) return callError('throttled', 'ThrottlingException');
    bucket.tokens -= 1;
    return null;
  };
  let seed = 1;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const one = async (index: number): Promise<string> => {
    await clock.sleep(index * 20);
    const fails = index % 10 === 0;
    const failed = { atMs: 60_000, status: 'Failed' as const };
    const engine = new Simulated(clock, timeline({ steps: canary, ...(fails ? { failed } : {}) }));
    engine.fault = take;
    const course = watch(engine, `d-${index}`, {
      waiting: waits,
      steps: canary,
      hasTestListener: false,
      clock,
      random,
    });
    const events: DeploymentEvent[] = [];
    for (;;) {
      const next = await course.next();
      if (next.done === true) return `${next.value.kind}${fails ? ' fails' : ''}`;
      events.push(next.value);
    }
  };
  const ends = await clock.run(Promise.all(Array.from({ length: 300 }, (_, index) => one(index))));
  expect(new Set(ends)).toEqual(new Set(['reached', 'failed fails']));
}, 60_000);

test.each([-240_000, -3_000, 3_000, 240_000])(
  "AWS's clock %d ms ahead of ours: the end of a shift is noticed within 4 s, in budget",
  async (skewMs) => {
    const moves = timeline({ steps: canary });
    for (let phaseMs = 0; phaseMs < 5_000; phaseMs += 311) {
      const { at, engine } = await watched(moves, {
        steps: canary,
        phaseMs,
        prepare: (simulated) => {
          simulated.skewMs = skewMs;
        },
      });
      const told = at.find(({ event }) => event.kind === 'traffic' && event.green === 100);
      expect((told?.ms ?? Infinity) - (moves.shift[1]?.atMs ?? 0)).toBeLessThanOrEqual(4_000);
      expect(engine.busiest(0, Infinity)).toBeLessThanOrEqual(15);
    }
  },
);
