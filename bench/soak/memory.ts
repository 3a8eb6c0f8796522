import { setTimeout as sleep } from 'node:timers/promises';
import { isAdjustable } from '../../sandbox/clock.ts';
import { type RunningSandbox } from '../../sandbox/server.ts';
import { type Memory } from './soaked.ts';

/** Stopped tasks are shown for an hour, as AWS does; what is left of draining and waits is shorter. */
const REST_MINUTES = 90;
const REST_SPEED = 3_000;
const COLLECTIONS = 5;

/** This process's, when what AWS shows for a while only is gone. Needs --expose-gc. */
export async function memoryAtRest({ sandbox: { clock } }: RunningSandbox): Promise<Memory> {
  if (!globalThis.gc) throw new Error('Memory can only be told of a process that is started with --expose-gc.');
  if (!isAdjustable(clock)) throw new Error('Memory at rest needs a clock whose speed can be set.');
  const speed = clock.speed();
  clock.setSpeed(REST_SPEED);
  await sleep((REST_MINUTES * 60_000) / REST_SPEED);
  clock.setSpeed(speed);
  // More than once: what is finalised by one collection is free after the next.
  for (let turn = 0; turn < COLLECTIONS; turn += 1) {
    globalThis.gc();
    await sleep(50);
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
}
