import { describe, expect, test } from '@jest/globals';
import { TraceIds } from '../../../sandbox/balancer/trace-id.ts';
import { steppedClock } from '../../../sandbox/clock.ts';

const ids = new TraceIds(steppedClock(Date.UTC(2026, 0, 1)));
const own = '1-6955b900-[0-9a-f]{24}';

describe('X-Amzn-Trace-Id', () => {
  test.each([
    ['none: a root', undefined, `Root=${own}`],
    ['empty: a root', '', `Root=${own}`],
    ['a root: it stays, behind a self', 'Root=1-1-a', `Self=${own};Root=1-1-a`],
    ['own fields stay', 'Root=1-1-a;CalledFrom=app', `Self=${own};Root=1-1-a;CalledFrom=app`],
    ['a self: another one', 'Self=1-2-b;Root=1-1-a', `Self=${own};Root=1-1-a`],
    ['no root: it gets one', 'CalledFrom=app', `Root=${own};CalledFrom=app`],
  ])('%s', (_name, given, expected) => {
    expect(ids.header(given)).toMatch(new RegExp(`^${expected}$`));
  });

  test('no two are the same', () => {
    expect(new Set(Array.from({ length: 1000 }, () => ids.header(undefined))).size).toBe(1000);
  });
});
