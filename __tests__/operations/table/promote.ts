import { type Impossible, type Possible, type Row } from './cell.ts';
import { CONTINUE, END_WAIT, GREEN, RED, ROLLED_BACK } from './ends.ts';

const unknown: Impossible = { impossible: 'There is no deployment yet whose id could be promoted.' };

const refused: Possible = {
  writes: [],
  production: 'first',
  first: GREEN,
  other: RED,
  happens: 'Refused: the deployment does not wait for anyone. It goes on by itself.',
  then: 'Wait. Promote when it is Ready.',
};

export const promote: Row = {
  reading: unknown,
  building: unknown,
  registering: unknown,
  'run-task': unknown,
  starting: unknown,
  created: refused,
  installing: refused,
  'after-install-hook': refused,
  'test-traffic-hook': refused,
  ready: {
    writes: [CONTINUE],
    production: 'first',
    first: GREEN,
    other: GREEN,
    happens: 'The deployment is continued. The step waits until production traffic is on the new tasks.',
    then: 'Watch it. `mode: rollback` takes it back in seconds while the old tasks live.',
  },
  'smoke-test': {
    writes: [CONTINUE],
    production: 'first',
    first: GREEN,
    other: GREEN,
    happens: 'The deployment is continued although the smoke test still runs: you have decided.',
    then: 'Watch it. `mode: rollback` takes it back in seconds while the old tasks live.',
  },
  canary: { ...refused, happens: 'Refused: the shift runs already and needs no word.', then: 'Wait.' },
  finishing: {
    ...refused,
    happens: 'Refused: all traffic has moved, and the check after the shift runs.',
    then: 'Wait.',
  },
  terminating: {
    writes: [END_WAIT],
    production: 'first',
    first: GREEN,
    other: GREEN,
    happens: 'The wait is ended: the old tasks are removed now. From then on a rollback is a deployment, not seconds.',
    then: 'Nothing.',
  },
  ended: { ...refused, happens: 'Refused: the deployment has ended.', then: 'Nothing: it is out.' },
  'rolling-back': {
    ...refused,
    production: 'before',
    first: ROLLED_BACK,
    happens: 'Refused: the deployment has failed, and its traffic goes back.',
    then: 'Repair what failed, then deploy again.',
  },
};
