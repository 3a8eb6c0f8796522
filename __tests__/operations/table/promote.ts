import { type Impossible, type Possible, type Row } from './cell.ts';
import { CONTINUE, CONTINUE_AGAIN, END_WAIT, GREEN, RED, ROLLED_BACK } from './ends.ts';

const unknown: Impossible = { impossible: 'There is no deployment yet whose id could be promoted.' };

const refused: Possible = {
  writes: [],
  production: 'first',
  first: GREEN,
  other: RED,
  says: /does not wait|not Ready|waits for nobody/,
  happens: 'Refused: the deployment does not wait for anyone. It goes on by itself.',
  then: 'Wait. Promote when it is Ready.',
};

const followed: Possible = {
  writes: [],
  production: 'first',
  first: GREEN,
  other: GREEN,
  waits: true,
  happens: 'It goes on already: nothing is sent. The step follows it to its end.',
  then: 'Nothing.',
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
    writes: [CONTINUE, CONTINUE_AGAIN],
    production: 'first',
    first: GREEN,
    other: GREEN,
    happens: 'The deployment is continued although the smoke test still runs: you have decided.',
    then: 'Watch it. `mode: rollback` takes it back in seconds while the old tasks live.',
  },
  canary: followed,
  finishing: followed,
  terminating: {
    writes: [END_WAIT],
    production: 'first',
    first: GREEN,
    other: GREEN,
    happens:
      'With `wait-for: completed` the wait is ended: the old tasks are removed now. From then on a rollback is a deployment, not seconds. Without it nothing is sent.',
    then: 'Nothing.',
  },
  ended: {
    writes: [],
    production: 'first',
    first: GREEN,
    other: GREEN,
    happens: 'It is out already: nothing is sent, and the log says so.',
    then: 'Nothing.',
  },
  'rolling-back': {
    writes: [],
    production: 'before',
    first: ROLLED_BACK,
    other: ROLLED_BACK,
    waits: true,
    says: /what has ended cannot be promoted/,
    happens: 'Nothing is sent: the deployment has failed. The step follows its rollback and ends red.',
    then: 'Repair what failed, then deploy again.',
  },
};
