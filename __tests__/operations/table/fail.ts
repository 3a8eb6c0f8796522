import { type Possible, type Row } from './cell.ts';
import { CONTINUE, CREATE, GREEN, RED, ROLLED_BACK } from './ends.ts';
import { wait } from './wait.ts';

const refused: Possible = {
  writes: [],
  production: 'first',
  first: GREEN,
  other: RED,
  happens:
    'The second run is refused before anything is built or written. It names the deployment, whose it is, and the ways out. The first goes on.',
  then: 'Run the second again when the first has ended.',
};

export const fail: Row = {
  reading: wait.reading,
  building: wait.building,
  registering: wait.registering,
  'run-task': wait['run-task'],
  starting: { ...refused, writes: [CREATE] },
  created: refused,
  installing: refused,
  'after-install-hook': refused,
  'test-traffic-hook': refused,
  ready: {
    ...refused,
    production: 'before',
    first: ROLLED_BACK,
    happens: refused.happens + ' Here that means that it waits until its time is over, and is then taken back.',
    then: 'Decide over the first one: `mode: promote`, or `mode: rollback`.',
  },
  'smoke-test': { ...refused, writes: [CONTINUE] },
  canary: refused,
  finishing: refused,
  terminating: refused,
  ended: wait.ended,
  'rolling-back': { ...refused, production: 'before', first: ROLLED_BACK },
};
