import { type Cell, isPossible, type Possible, type Row } from './cell.ts';
import { cancel } from './cancel.ts';
import { KILLED } from './ends.ts';

const POST =
  'The post part does what the step could not: it stops the deployment with rollback, once, follows the rollback to its end and reports it.';
const GONE = 'If the whole runner is gone and post does not run, CodeDeploy goes on by itself: run `mode: rollback`.';

/** As a cancel: what the step would have done, `post` does. */
function as(cell: Cell, words: Partial<Possible> = {}): Cell {
  if (!isPossible(cell)) return cell;
  return { ...cell, first: KILLED, ...words };
}

/** What the killed process would have said, nobody says: there is no annotation at all. */
const nothing = {
  says: /^\s*$/,
  happens: 'Nothing was deployed. The post part removes what was left behind on the runner.',
  then: 'Nothing. Run the job again.',
};
const stopped = { happens: POST, then: GONE };

export const kill: Row = {
  reading: as(cancel.reading, nothing),
  building: as(cancel.building, nothing),
  registering: as(cancel.registering, {
    ...nothing,
    happens: nothing.happens + ' A revision that nobody uses may be left, which costs nothing.',
  }),
  'run-task': as(cancel['run-task'], {
    says: /[Tt]ask/,
    happens: 'Nothing was deployed. The post part stops the task.',
    then: 'Look at what the task had done by then: a migration may be half way. Then run the job again.',
  }),
  starting: as(cancel.starting, {
    happens: 'The post part finds the deployment by the mark in its description. ' + POST,
    then: GONE,
  }),
  created: as(cancel.created, stopped),
  installing: as(cancel.installing, stopped),
  'after-install-hook': as(cancel['after-install-hook'], stopped),
  'test-traffic-hook': as(cancel['test-traffic-hook'], stopped),
  ready: as(cancel.ready, stopped),
  'smoke-test': as(cancel['smoke-test'], stopped),
  canary: as(cancel.canary, stopped),
  finishing: as(cancel.finishing, stopped),
  terminating: as(cancel.terminating, {
    happens: 'Nothing is stopped: the release is out and checked, and stays. The post part says so as a warning.',
  }),
  ended: { impossible: 'The run has ended: there is no process to kill.' },
  'rolling-back': as(cancel['rolling-back'], {
    happens: 'A rollback is never stopped. The post part follows it to its end and reports it.',
    then: 'Nothing. If post does not run either, CodeDeploy ends the rollback by itself.',
  }),
};
