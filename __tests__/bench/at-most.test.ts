import { expect, test } from '@jest/globals';

import { atMost } from '../../bench/crowd/at-most.ts';

/** Work whose start and end the test decides. */
function work() {
  const { promise: startedWhen, resolve: start } = Promise.withResolvers<undefined>();
  const { promise: endedWhen, resolve: end } = Promise.withResolvers<undefined>();
  const seen = { begun: false };
  const run = async (started: () => void): Promise<void> => {
    seen.begun = true;
    await Promise.race([startedWhen.then(started), endedWhen]);
    await endedWhen;
  };
  return {
    seen,
    run,
    start: () => {
      start(undefined);
    },
    end: () => {
      end(undefined);
    },
  };
}

const settle = () => new Promise(setImmediate);

test('no more than the limit start at a time; those that have started go on beside the others', async () => {
  const starting = atMost(2);
  const works = [work(), work(), work(), work()];
  const all = Promise.all(works.map(({ run }) => starting(run)));
  const begun = () => works.map(({ seen }) => seen.begun);
  await settle();
  expect(begun()).toEqual([true, true, false, false]);
  works[0]?.start();
  await settle();
  expect(begun()).toEqual([true, true, true, false]);
  works[0]?.end();
  await settle();
  expect(begun()).toEqual([true, true, true, false]);
  works[1]?.end();
  await settle();
  expect(begun()).toEqual([true, true, true, true]);
  for (const { end } of works) end();
  await all;
});

test('work that fails makes room and is told', async () => {
  const starting = atMost(1);
  await expect(starting(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  let ran = false;
  await starting(() => {
    ran = true;
    return Promise.resolve();
  });
  expect(ran).toBe(true);
});
