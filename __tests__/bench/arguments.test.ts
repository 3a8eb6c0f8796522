import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../bench/arguments.ts';

const known = ['size', 'crowd', 'soak'];

describe('parseArguments', () => {
  test.each([
    ['nothing: the usual ones', [], ['size', 'crowd'], true],
    ['a name', ['soak'], ['soak'], true],
    ['names, run in their own order', ['soak', 'size'], ['size', 'soak'], true],
    ['no timings, and nothing else', ['--no-timings'], ['size', 'crowd'], false],
    ['no timings, before names', ['--no-timings', 'crowd'], ['crowd'], false],
    ['no timings, behind names', ['crowd', '--no-timings'], ['crowd'], false],
  ])('%s', (_name, args, names, timings) => {
    expect(parseArguments(args, known, ['size', 'crowd'])).toEqual({ kind: 'run', names, judging: { timings } });
  });

  test.each([
    ['an unknown name', ['crowds'], 'There is no bench crowds. There are: size, crowd, soak.'],
    ['an unknown flag', ['--timings', 'crowd'], 'There is no option --timings. There is: --no-timings.'],
    ['a flag with a value', ['--no-timings=1'], 'There is no option --no-timings=1. There is: --no-timings.'],
    ['a single dash', ['-n'], 'There is no option -n. There is: --no-timings.'],
  ])('refuses %s', (_name, args, message) => {
    expect(parseArguments(args, known)).toEqual({ kind: 'fault', message });
  });
});
