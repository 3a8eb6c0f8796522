/** What follows `npm run bench --`: which benches run, and what is judged. */
import { type Judging } from './figure.ts';

export type Arguments =
  | { readonly kind: 'run'; readonly names: readonly string[]; readonly judging: Judging }
  | { readonly kind: 'fault'; readonly message: string };

/** `known`: every bench, in the order in which they run; `usual`: those that run where none is named. */
export function parseArguments(
  args: readonly string[],
  known: readonly string[],
  usual: readonly string[] = known,
): Arguments {
  const flags = args.filter((each) => each.startsWith('-'));
  const named = args.filter((each) => !each.startsWith('-'));
  const strange = flags.filter((flag) => flag !== NO_TIMINGS);
  if (strange.length > 0) {
    return { kind: 'fault', message: `There is no option ${strange.join(', ')}. There is: ${NO_TIMINGS}.` };
  }
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return { kind: 'fault', message: `There is no bench ${unknown.join(', ')}. There are: ${known.join(', ')}.` };
  }
  const names = named.length === 0 ? usual : known.filter((name) => named.includes(name));
  return { kind: 'run', names, judging: { timings: !flags.includes(NO_TIMINGS) } };
}

const NO_TIMINGS = '--no-timings';
