import { type Row } from './cell.ts';
import { CREATE, END_WAIT, GREEN, REGISTER } from './ends.ts';
import { wait } from './wait.ts';

/** Waits, as `wait` does, but not for old tasks that only wait for their end. */
export const finish: Row = {
  ...wait,
  terminating: {
    writes: [END_WAIT, REGISTER, CREATE],
    production: 'second',
    first: GREEN,
    other: GREEN,
    happens: 'The wait is ended, the old tasks of the first deployment are removed, and the second run deploys.',
    then: 'Nothing. There is no way back to the old tasks in seconds from here.',
  },
};
