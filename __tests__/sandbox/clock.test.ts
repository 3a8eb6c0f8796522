import { describe, expect, test } from '@jest/globals';
import { noShorter, realClock, steppedClock, type Clock } from '../../sandbox/clock.ts';

/** Keeps the process busy for `ms`, so that every timer comes late. */
function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Resolves when a task that is later than all others has run. */
const last = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const alive = setTimeout(() => undefined, 60_000);
    clock.after(ms, () => {
      clearTimeout(alive);
      resolve();
    });
  });

describe('the real clock', () => {
  test('runs late tasks in the order of their times', async () => {
    const clock = realClock(100);
    const ran: number[] = [];
    const all = Promise.withResolvers<undefined>();
    const note = (ms: number): void => {
      if (ran.push(ms) === 120) all.resolve(undefined);
    };
    for (let round = 0; round < 20; round += 1)
      for (const ms of [3_000, 1_000, 5_000, 2_000, 4_000])
        clock.after(ms, () => {
          note(ms);
          if (ms === 1_000)
            clock.after(500, () => {
              note(1_500);
            });
        });
    busy(80);
    await all.promise;
    expect(ran).toHaveLength(120);
    // What a late task plans counts from the time at which it ran.
    expect(ran.filter((ms) => ms !== 1_500)).toEqual(
      [1_000, 2_000, 3_000, 4_000, 5_000].flatMap((ms) => Array<number>(20).fill(ms)),
    );
  });

  test('a cancelled task does not run', async () => {
    const clock = realClock(1_000);
    const ran: string[] = [];
    const cancel = clock.after(1_000, () => ran.push('cancelled'));
    clock.after(2_000, () => ran.push('kept'));
    cancel();
    await last(clock, 3_000);
    expect(ran).toEqual(['kept']);
  });

  test('a wait that setTimeout cannot take neither fires at once nor breaks the others', async () => {
    const clock = realClock(1);
    const ran: string[] = [];
    clock.after(60 * 24 * 60 * 60_000, () => ran.push('in two months'));
    clock.after(1, () => ran.push('now'));
    await last(clock, 20);
    expect(ran).toEqual(['now']);
  });
});

describe('the speed of the real clock', () => {
  test('what is pending falls due by the new speed, faster or slower', async () => {
    const clock = realClock(0.1);
    const ran: string[] = [];
    const end = last(clock, 60 * 60_000);
    clock.after(30 * 60_000, () => ran.push('early'));
    clock.after(59 * 60_000, () => ran.push('late'));
    expect(clock.speed()).toBe(0.1);
    clock.setSpeed(100_000);
    await end;
    expect(ran).toEqual(['early', 'late']);
    clock.after(1_000, () => ran.push('not yet'));
    clock.setSpeed(0.1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ran).not.toContain('not yet');
  });

  test('time neither jumps nor turns back when it changes', () => {
    const clock = realClock(10_000);
    busy(5);
    for (const speed of [1, 5_000, 0.1, 100]) {
      const [real, before] = [performance.now(), clock.now()];
      clock.setSpeed(speed);
      const passed = clock.now() - before;
      // Milliseconds that pass while it is changed count by either speed.
      expect(passed).toBeGreaterThanOrEqual(0);
      expect(passed).toBeLessThanOrEqual((performance.now() - real + 2) * 10_000);
    }
  });
});

describe('the stepped clock', () => {
  test('runs what falls due in order, also what a task plans', () => {
    const clock = steppedClock(0);
    const ran: string[] = [];
    const note = (name: string) => () => {
      ran.push(`${name} at ${clock.now()}`);
    };
    clock.after(30, note('c'));
    clock.after(10, () => {
      note('a')();
      clock.after(10, note('b'));
    });
    clock.after(10, note('a2'));
    clock.after(100, note('later'));
    clock.advance(50);
    expect(ran).toEqual(['a at 10', 'a2 at 10', 'b at 20', 'c at 30']);
    expect(clock.now()).toBe(50);
  });
});

test.each([
  ['real', realClock(), 30_000],
  ['ten times as fast', realClock(10), 50_000],
  ['a thousand times as fast', realClock(1_000), 5_000_000],
  ['stepped', steppedClock(), 30_000],
])('30 s and no less than 5 real ones, on a clock that is %s', (_, clock, ms) => {
  expect(noShorter(clock, 30_000, 5_000)).toBe(ms);
});
