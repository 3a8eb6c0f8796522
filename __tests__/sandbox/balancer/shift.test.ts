import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Pool } from 'undici';
import { shiftTraffic } from '../../../sandbox/lifecycle/traffic.ts';
import { forward, type Stage, stage } from './stage.ts';

let s: Stage;
let clients: Pool;
beforeEach(async () => {
  s = await stage();
  for (const version of ['one', 'two']) {
    await s.target(s.blue, `blue-${version}`, (_request, response) => response.end('blue'));
    await s.target(s.green, `green-${version}`, (_request, response) => response.end('green'));
  }
});
afterEach(async () => {
  await clients.close();
  await s.close();
});

async function listen() {
  const { arn, url } = await s.listen([forward([s.blue, 100], [s.green, 0])]);
  clients = new Pool(url, { connections: 20 });
  const ask = async (): Promise<string> => (await clients.request({ path: '/', method: 'GET' })).body.text();
  const shift = (green: number): void => {
    shiftTraffic(s.sandbox.world, arn, { blue: s.blue, green: s.green }, green);
  };
  return { arn, ask, shift };
}

const times = <T>(count: number, task: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, task));
const greens = (answers: readonly string[]) => answers.filter((answer) => answer === 'green').length;

describe('weights', () => {
  test('of any 100 requests, as many as the weight says; over 20 connections at once', async () => {
    const { ask, shift } = await listen();
    for (const weight of [0, 1, 10, 25, 50, 73, 99, 100]) {
      shift(weight);
      // A window may begin anywhere.
      await times(37, ask);
      expect([weight, greens(await times(100, ask)), greens(await times(100, ask))]).toEqual([weight, weight, weight]);
    }
  });

  test('the targets of a group take turns', async () => {
    const { arn, ask, shift } = await listen();
    shift(50);
    await times(100, ask);
    const counts = [...(s.sandbox.traffic.totals().get(arn) ?? [])].map(([revision, { requests }]) => [
      revision,
      requests,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ 'blue-one': 25, 'blue-two': 25, 'green-one': 25, 'green-two': 25 });
  });

  test('the same weights, set again, turn on where they were', async () => {
    const { ask, shift } = await listen();
    shift(50);
    const answers: string[] = [];
    for (let count = 0; count < 10; count += 1) {
      answers.push(await ask());
      shift(50);
    }
    expect(greens(answers)).toBe(5);
  });

  test('a new weight counts from the next request on', async () => {
    const { ask, shift } = await listen();
    for (const [weight, expected] of [
      [100, 'green'],
      [0, 'blue'],
      [100, 'green'],
    ] as const) {
      shift(weight);
      expect(await ask()).toBe(expected);
    }
  });
});

describe('under load', () => {
  const HANDS = 20;
  const REQUESTS = 2_200;

  test('nothing is lost while weights shift, and each step gets its share', async () => {
    const { arn, ask, shift } = await listen();
    const answers: string[] = [];
    let sent = 0;
    // The weight changes as the next 200 begin, with others still on their way.
    const next = async (): Promise<void> => {
      while (sent < REQUESTS) {
        if (sent % 200 === 0) shift((sent / 200) * 10);
        sent += 1;
        answers.push(await ask());
      }
    };
    await times(HANDS, next);
    expect(answers).toHaveLength(REQUESTS);
    expect(s.counts(arn)).toMatchObject({ requests: REQUESTS, target2xx: REQUESTS, balancer4xx: 0, balancer5xx: 0 });
    // 20 to 180 of each 200, and the ones that were on their way at a change: at most one hand each, at ten changes.
    const expected = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].reduce((sum, step) => sum + step * 20, 0);
    expect(Math.abs(greens(answers) - expected)).toBeLessThanOrEqual(HANDS * 10);
  });

  test('nothing is lost while targets come, drain and go', async () => {
    const { arn, ask, shift } = await listen();
    const { targets } = s.sandbox.world.elb;
    shift(50);
    let sent = 0;
    let statuses = 0;
    const next = async (): Promise<void> => {
      while (sent < REQUESTS) {
        sent += 1;
        const [first, ...others] = targets.get(s.blue) ?? [];
        if (first && sent % 100 === 0) first.state = 'draining';
        if (first && sent % 100 === 50) targets.set(s.blue, [...others, { ...first, state: 'healthy' }]);
        await ask();
        statuses += 1;
      }
    };
    await times(HANDS, next);
    expect(statuses).toBe(REQUESTS);
    expect(s.counts(arn)).toMatchObject({ requests: REQUESTS, target2xx: REQUESTS });
  });
});
