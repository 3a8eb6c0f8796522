import { expect, test } from '@jest/globals';
import { SimulatedClock } from '../../../bench/watch/clock.ts';

test('tasks run in the order of their time, those of one time in the order in which they were added', async () => {
  const clock = new SimulatedClock(0);
  const ran: [string, number][] = [];
  const note = (name: string) => () => void ran.push([name, clock.now()]);
  clock.after(300, note('late'));
  clock.after(100, note('first'));
  clock.after(100, note('second'));
  clock.after(200, () => {
    clock.after(50, note('added meanwhile'));
  });
  await clock.run(clock.sleep(1_000));
  expect(ran).toEqual([
    ['first', 100],
    ['second', 100],
    ['added meanwhile', 250],
    ['late', 300],
  ]);
  expect(clock.now()).toBe(1_000);
});

test('who sleeps goes on before time does', async () => {
  const clock = new SimulatedClock(0);
  const woke: number[] = [];
  const sleeper = async (ms: number): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      await clock.sleep(ms);
      woke.push(clock.now());
    }
  };
  await clock.run(Promise.all([sleeper(10), sleeper(25)]));
  expect(woke).toEqual([10, 20, 25, 30, 50, 75]);
});

test('what was cancelled does not run', async () => {
  const clock = new SimulatedClock(0);
  let ran = false;
  const cancel = clock.after(10, () => {
    ran = true;
  });
  cancel();
  await clock.run(clock.sleep(20));
  expect(ran).toBe(false);
});

test('work that nothing can settle is an error, not an endless wait', async () => {
  const clock = new SimulatedClock(0);
  await expect(clock.run(new Promise(() => undefined))).rejects.toThrow('Nothing is due');
});
