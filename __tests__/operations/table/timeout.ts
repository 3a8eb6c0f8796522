import { type Impossible, type Possible, type Row } from './cell.ts';
import { ROLLED_BACK, STOP, STOPPED, TIMED_OUT } from './ends.ts';

const early: Impossible = {
  impossible:
    'The time limit counts from the start of the deployment. AWS calls have retries of their own, a build the limit of the job.',
};

const stopped: Possible = {
  writes: [STOP],
  production: 'before',
  first: ROLLED_BACK,
  says: /rolled back by deployment d-/,
  happens: 'The step stops the deployment with rollback, once, follows the rollback to its end, and ends red.',
  then: 'Read why it took so long: the log has the last state of every task. `wait-for-minutes` gives it more time.',
};

export const timeout: Row = {
  reading: early,
  building: early,
  registering: early,
  'run-task': {
    impossible:
      'The task has a limit of its own, `run-task-minutes`; after it the run ends red and nothing is deployed.',
  },
  starting: early,
  created: {
    ...stopped,
    first: STOPPED,
    says: /there is no rollback, production runs/,
    happens: 'The step stops the deployment, of which nothing exists yet, and ends red.',
  },
  installing: stopped,
  'after-install-hook': stopped,
  'test-traffic-hook': stopped,
  ready: {
    ...stopped,
    then: 'Somebody has to continue such a deployment in time: use `wait-for: test-ready` with `mode: promote`, or `smoke-test`.',
  },
  'smoke-test': {
    ...stopped,
    happens: 'The smoke test is ended and counts as failed. ' + stopped.happens,
    then: 'Read the last lines of the smoke test. `smoke-test-minutes` gives it more time.',
  },
  canary: stopped,
  finishing: {
    ...stopped,
    happens: stopped.happens + ' The check after the shift had not passed yet, so all production traffic goes back.',
  },
  terminating: {
    writes: [],
    production: 'first',
    first: TIMED_OUT,
    says: /the release stays/,
    happens:
      'Nothing is stopped: the release is out and checked, and stays. The step ends red, because you asked it to wait for more.',
    then: 'Nothing, or `wait-for: traffic-shifted`, which does not wait for the end of the old tasks.',
  },
  ended: { impossible: 'The run has ended: no limit counts any more.' },
  'rolling-back': {
    writes: [],
    production: 'before',
    first: ROLLED_BACK,
    happens: 'The step does not wait for the rollback any longer and ends red. The rollback goes on by itself.',
    then: 'Look at the rollback, which the log names, until it has Succeeded.',
  },
};
