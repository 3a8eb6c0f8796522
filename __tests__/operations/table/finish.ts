import { type Possible, type Row } from './cell.ts';
import { CONTINUE, CREATE, END_WAIT, GREEN, REGISTER } from './ends.ts';
import { wait } from './wait.ts';

const NO_WAY_BACK = 'Nothing. Back to the old tasks in seconds: that is over from here.';

/** Waits, as `wait` does, but not for old tasks that only wait for their end. */
const finished: Possible = {
  writes: [END_WAIT, REGISTER, CREATE],
  production: 'second',
  first: GREEN,
  other: GREEN,
  waits: true,
  happens:
    'The second run waits until the deployment is released, ends the wait of its old tasks, reads everything again, and deploys its own.',
  then: NO_WAY_BACK,
};

export const finish: Row = {
  ...wait,
  starting: { ...finished, writes: [CREATE, END_WAIT, REGISTER, CREATE] },
  created: finished,
  installing: finished,
  'after-install-hook': finished,
  'test-traffic-hook': finished,
  'smoke-test': { ...finished, writes: [CONTINUE, END_WAIT, REGISTER, CREATE, CONTINUE] },
  canary: finished,
  finishing: finished,
  terminating: {
    writes: [END_WAIT, REGISTER, CREATE],
    production: 'second',
    first: GREEN,
    other: GREEN,
    happens:
      'The wait is ended, the old tasks of the first deployment are removed, and the second run reads everything again and deploys its own.',
    then: NO_WAY_BACK,
  },
};
