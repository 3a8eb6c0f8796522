/** All that a piece of a program leads to, with the way there. */
import { indexMembers } from './members.ts';
import { type Program } from './program.ts';
import { type Command, type Piece, type References, referencesOf } from './references.ts';
import { nameAround } from './syntax.ts';
import { NOTHING_KNOWN } from './known.ts';

export interface Call extends Command {
  /** Functions from where it began to where the command is made, as `deploy`, `start`, `createDeployment`. */
  readonly way: readonly string[];
}

export interface Reached {
  /** One for each operation, by the shortest way. */
  readonly calls: readonly Call[];
  /** Keys of the step's state that are given a value on the way. */
  readonly states: ReadonlySet<string>;
}

/** `states`: keys that an earlier part of the run gave a value. */
export type Reach = (from: Piece, states?: ReadonlySet<string>) => Reached;

export function reachIn(program: Program): Reach {
  const members = indexMembers(program);
  const numbers = new Map<object, number>();
  const keyOf = ({ node, known }: Piece): string => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return JSON.stringify([number, ...known]);
  };
  const read = new Map<string, References>();
  const referencesIn = (piece: Piece): References => {
    const found = read.get(keyOf(piece)) ?? referencesOf(piece, program, members);
    read.set(keyOf(piece), found);
    return found;
  };
  return (from, states = new Set()) => walk(from, states, keyOf, referencesIn);
}

interface Step {
  readonly piece: Piece;
  readonly before: Step | null;
}

function walk(
  from: Piece,
  given: ReadonlySet<string>,
  keyOf: (piece: Piece) => string,
  read: (piece: Piece) => References,
): Reached {
  const steps = new Map<string, Step>([[keyOf(from), { piece: from, before: null }]]);
  const calls = new Map<string, Call>();
  const states = new Set<string>();
  // A map can be added to while it is gone through, and the new ones are met too.
  for (const step of steps.values()) {
    const { pieces, commands, states: saved, guarded } = read(step.piece);
    const live = guarded.filter(({ keys }) => keys.some((key) => given.has(key)));
    const rest = live.flatMap(({ statements }) => statements.map((node) => ({ node, known: NOTHING_KNOWN })));
    for (const piece of [...pieces, ...rest]) {
      if (!steps.has(keyOf(piece))) steps.set(keyOf(piece), { piece, before: step });
    }
    for (const key of saved) states.add(key);
    for (const command of commands) {
      const name = `${command.client}:${command.operation}`;
      if (!calls.has(name)) calls.set(name, { ...command, way: wayTo(step) });
    }
  }
  return { calls: [...calls.values()], states };
}

function wayTo(step: Step): readonly string[] {
  const names: string[] = [];
  for (let at: Step | null = step; at !== null; at = at.before) {
    const name = nameAround(at.piece.node);
    if (names[0] !== name) names.unshift(name);
  }
  return names;
}
