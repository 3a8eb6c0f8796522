import { revisionOf } from '../engine/codedeploy/describe.ts';
import { type LeftBecause } from './decide.ts';

export interface Left {
  /** ARN of the definition that was to be deployed. */
  readonly asked: string;
  /** The input that says what is to be done: `on-cancel`, `on-timeout`; null where none does. */
  readonly input: string | null;
  /** Why nothing was seen; only with `unseen`. */
  readonly unseen: string;
}

/** Why a deployment was not stopped, and what it does now: a clause. */
export function leftFor(why: LeftBecause, { asked, input, unseen }: Left): string {
  switch (why) {
    case 'asked':
      return `it goes on by itself${input === null ? '' : ` (${input}: leave)`}`;
    case 'never':
      return 'a run in mode rollback or wait does not stop what it follows; it goes on by itself';
    case 'rollback':
      return 'it is a rollback that CodeDeploy started, which is never stopped: it goes on by itself';
    case 'shifted':
      return `${shifted(asked)}: the release stays`;
    case 'unseen':
      return `where it stands could not be seen (${unseen}), so it was not stopped and goes on by itself`;
  }
}

/** Where the production traffic is when all of it is on the new task set. */
export function shifted(asked: string): string {
  return `${revisionOf(asked)} takes all production traffic already, and the checks after the shift are done`;
}
