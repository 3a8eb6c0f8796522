import { type Possible, type Row } from './cell.ts';
import { CREATE, INTERRUPTED, RED, ROLLED_BACK, STOP, STOP_TASK } from './ends.ts';

const AGAIN = 'Nothing. Run the job again when you want it.';
const READ = 'Nothing. The last lines of the job name the rollback and what it came to.';

const before: Possible = {
  writes: [],
  production: 'before',
  first: RED,
  says: /[Nn]o deployment was started/,
  happens: 'The step ends red within seconds. No deployment was started.',
  then: AGAIN,
};

const stopped: Possible = {
  writes: [STOP],
  production: 'before',
  first: INTERRUPTED,
  says: /rolled back by deployment d-/,
  happens:
    'The step stops the deployment with rollback, once, and ends red within seconds. Its post part follows the rollback to its end and reports it.',
  then: READ,
};

export const cancel: Row = {
  reading: before,
  building: {
    ...before,
    happens: 'The build is ended, and the step ends red within seconds. Nothing half pushed is deployed.',
  },
  registering: {
    ...before,
    happens:
      'The step ends red within seconds. No deployment was started; a revision that nobody uses may be left, which costs nothing.',
  },
  'run-task': {
    ...before,
    writes: [STOP_TASK],
    happens: 'The task is stopped, and the step ends red within seconds. No deployment was started.',
    then: 'Look at what the task had done by then: a migration may be half way. Then run the job again.',
  },
  starting: {
    ...stopped,
    writes: [CREATE, STOP],
    says: /there is no rollback, production runs/,
    happens:
      'The step does not know yet which deployment it is and ends red within seconds. Its post part finds it by the mark in its description, stops it with rollback, and reports it.',
  },
  created: {
    ...stopped,
    says: /there is no rollback, production runs/,
    happens:
      'The step stops the deployment, once, and ends red within seconds. Nothing of it exists yet, so there is nothing to take back. Its post part reports the end.',
    then: AGAIN,
  },
  installing: stopped,
  'after-install-hook': stopped,
  'test-traffic-hook': stopped,
  ready: stopped,
  'smoke-test': {
    ...stopped,
    happens: 'The smoke test is ended. ' + stopped.happens,
  },
  canary: {
    ...stopped,
    happens: stopped.happens + ' Production traffic goes back whole.',
  },
  finishing: {
    ...stopped,
    happens: stopped.happens + ' The check after the shift had not passed yet, so all production traffic goes back.',
  },
  terminating: {
    writes: [],
    production: 'first',
    first: INTERRUPTED,
    says: /the release stays/,
    happens: 'Nothing is stopped: the release is out and checked, and stays. A warning says so.',
    then: 'If you want it back, run `mode: rollback` now: while the old tasks live it takes seconds.',
  },
  ended: { impossible: 'The run has ended: there is nothing to cancel. To go back, run `mode: rollback`.' },
  'rolling-back': {
    writes: [],
    production: 'before',
    first: ROLLED_BACK,
    waits: true,
    says: /rolled back by deployment d-/,
    happens:
      'The step ends red within seconds. A rollback is never stopped. The post part follows it to its end and reports it.',
    then: READ,
  },
};
