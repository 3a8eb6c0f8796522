/** What happens in each phase of a deployment when somebody, or something, comes in between. The tests hold it to the built step, docs/operations.md shows it. */
import { cancel } from './table/cancel.ts';
import { type Row } from './table/cell.ts';
import { fail } from './table/fail.ts';
import { finish } from './table/finish.ts';
import { kill } from './table/kill.ts';
import { type Action } from './table/names.ts';
import { promote } from './table/promote.ts';
import { replace } from './table/replace.ts';
import { rollback } from './table/rollback.ts';
import { timeout } from './table/timeout.ts';
import { wait } from './table/wait.ts';

/** No cell can be missing: that would not compile. */
export const TABLE: Readonly<Record<Action, Row>> = {
  rollback,
  cancel,
  promote,
  timeout,
  kill,
  wait,
  finish,
  replace,
  fail,
};
