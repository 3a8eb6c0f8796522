import { type Phase } from './names.ts';

/** What takes the production traffic in the end: `earlier` is what ran before `before`, which ran when the first run began. */
export type Production = 'earlier' | 'before' | 'first' | 'second';

/** How a run ends: exit code of its main process (null: a signal ended it), and the output `result` ('' where it has none). */
export interface End {
  readonly exit: 0 | 1 | null;
  readonly result: '' | 'succeeded' | 'started' | 'rolled-back' | 'failed' | 'stopped' | 'timed-out' | 'interrupted';
}

export interface Possible {
  /** Calls that change something, of all who take part, in order, from when it happens until everything has ended. */
  readonly writes: readonly string[];
  readonly production: Production;
  /** The run that deploys. */
  readonly first: End;
  /** The run that does something about it, where there is one. */
  readonly other?: End;
  /** True where the other run goes on only when the deployment has come to its own end. */
  readonly waits?: true;
  /** What an annotation (error or warning) of the run that acts, or of its `post`, says. */
  readonly says?: RegExp;
  /** For a person: what happens, and what to do then. */
  readonly happens: string;
  readonly then: string;
}

export interface Impossible {
  /** Why it cannot be. */
  readonly impossible: string;
}

export type Cell = Possible | Impossible;
export type Row = Readonly<Record<Phase, Cell>>;

export const isPossible = (cell: Cell): cell is Possible => !('impossible' in cell);
