import { describe, expect, test } from '@jest/globals';

import { demoArguments } from '../../scripts/demo/options.ts';

describe('the demo’s command line', () => {
  test.each([
    [[], { kind: 'run', stay: false, speed: 10 }],
    [['--stay'], { kind: 'run', stay: true, speed: 10 }],
    [['--speed', '60', '--stay'], { kind: 'run', stay: true, speed: 60 }],
    [['--help'], { kind: 'help' }],
  ])('%j', (args, expected) => {
    expect(demoArguments(args)).toEqual(expected);
  });

  test.each([
    [['--speed', '0'], '--speed must be a number from 1 to 100; received "0".'],
    [['--speed='], '--speed must be a number from 1 to 100; received "".'],
    [['--speed', 'fast'], '--speed must be a number from 1 to 100; received "fast".'],
    [['--stay=yes'], "Option '--stay' does not take an argument"],
    [['--sty'], "Unknown option '--sty'"],
    [['now'], "Unexpected argument 'now'. This command does not take positional arguments"],
  ])('%j is refused, and said why', (args, message) => {
    expect(demoArguments(args)).toEqual({ kind: 'fault', message: expect.stringContaining(message) });
  });
});
