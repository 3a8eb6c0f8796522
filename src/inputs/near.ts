import { type InputFault } from '../errors.ts';
import { INPUT_NAMES, isInputName } from './names.ts';
import { isPeerInput } from './peer.ts';
import { type Environment, variableOf } from './reading.ts';

// The length bounds the work, the letters keep line ends out of the message.
const VARIABLE = /^INPUT_([\w-]{1,64})$/;

/** Faults for inputs that we do not know but whose names are a slip away from one of ours. Their values are not shown. */
export function nearMisses(env: Environment): readonly InputFault[] {
  return Object.keys(env).flatMap((variable) => {
    const name = VARIABLE.exec(variable)?.[1]?.toLowerCase() ?? '';
    const meant = name === '' || isInputName(name) || isPeerInput(name) ? null : nearest(name);
    return meant === null ? [] : [{ input: name, received: 'an input of that name', allowed: repair(meant) }];
  });
}

function repair(meant: string): string {
  return `the inputs in action.yml, which has none of that name; did you mean '${meant}'?`;
}

/** Our input that this name most likely stands for, null when none is near. */
export function nearest(name: string): string | null {
  const same = INPUT_NAMES.find((each) => letters(each) === letters(name));
  if (same !== undefined) {
    return same;
  }
  const [best] = INPUT_NAMES.map((each) => ({ each, distance: editDistance(name, each) }))
    .filter(({ each, distance }) => distance <= slips(Math.min(each.length, name.length)))
    .sort((a, b) => a.distance - b.distance);
  return best?.each ?? null;
}

// In a short word two slips make another word: `role` is no `file`.
function slips(length: number): number {
  return length < 6 ? 1 : 2;
}

function letters(name: string): string {
  return variableOf(name).replaceAll(/[-_]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
