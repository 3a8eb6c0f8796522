import { describe, expect, jest, test } from '@jest/globals';
import { figuresOf, p99, type Seen } from '../../../bench/crowd/figures.ts';
import { isBroken } from '../../../bench/figure.ts';

const run = { service: 'web-001', succeeded: true, output: '' };
const good: Seen = {
  runs: [run, { ...run, service: 'web-002' }],
  calls: [
    { operation: 'B', fault: 'rate-limit', ms: 1 },
    { operation: 'A', fault: null, ms: 2 },
  ],
  rssMiB: 100,
  seconds: 1,
};

describe('figuresOf', () => {
  test('a crowd that got through', () => {
    expect(figuresOf(good).filter((figure) => isBroken(figure))).toEqual([]);
  });

  test.each<[string, Partial<Seen>, string]>([
    ['nothing was throttled', { calls: [{ operation: 'A', fault: null, ms: 2 }] }, 'calls that were throttled'],
    [
      'an injected throttle is none of the buckets',
      { calls: [{ operation: 'A', fault: 'throttle', ms: 2 }] },
      'calls that were throttled',
    ],
    ['too much memory', { rssMiB: 301 }, 'the sandbox: memory at most'],
    ['slow calls', { calls: [{ operation: 'A', fault: 'rate-limit', ms: 51 }] }, 'an API call: p99, in the sandbox'],
  ])('broken where %s', (_name, seen, broken) => {
    expect(
      figuresOf({ ...good, ...seen })
        .filter((figure) => isBroken(figure))
        .map(({ name }) => name),
    ).toEqual([broken]);
  });

  test('says which calls were throttled, the most frequent first', () => {
    const throttled = ['A', 'B', 'B'].map((operation) => ({ operation, fault: 'rate-limit', ms: 1 }));
    const [, figure] = figuresOf({ ...good, calls: [...throttled, ...good.calls] });
    expect(figure).toMatchObject({ value: 4, note: 'of 5 calls: B 3, A 1' });
  });

  test('names the services that failed, and prints the end of what each run said', () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const output = `first line\n${'more\n'.repeat(50)}Error: why\n`;
    const [failed] = figuresOf({ ...good, runs: [run, { service: 'web-002', succeeded: false, output }] });
    expect(failed).toMatchObject({ value: 1, note: 'of 2, within 1 s: web-002' });
    expect(printed.mock.calls.flat().join('')).toMatch(/^web-002 failed:\nmore[^]*Error: why/);
    printed.mockRestore();
  });
});

describe('p99', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, at) => count - at);

  test.each([
    ['a hundred', upTo(100), 99],
    ['a thousand', upTo(1000), 990],
    ['one', [7], 7],
    ['none', [], Number.NaN],
  ])('%s', (_name, values, expected) => {
    expect(p99(values)).toBe(expected);
  });
});
