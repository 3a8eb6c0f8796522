import { type Possible, type Row } from './cell.ts';
import { CONTINUE, CONTINUE_LATE, CREATE, GREEN, REGISTER, ROLLED_BACK, STOP, STOPPED } from './ends.ts';
import { finish } from './finish.ts';
import { wait } from './wait.ts';

const replaced: Possible = {
  writes: [STOP, REGISTER, CREATE],
  production: 'second',
  first: ROLLED_BACK,
  other: GREEN,
  happens:
    'The deployment in progress is stopped with rollback. When production is back on the old tasks, the second run reads everything again and deploys its own.',
  then: 'Nothing. The run of the deployment that was replaced ends red.',
};

const gated: Possible = { ...replaced, writes: [STOP, REGISTER, CREATE, CONTINUE] };

const early: Possible = {
  ...replaced,
  first: STOPPED,
  happens:
    'The deployment, of which nothing exists yet, is stopped. The second run reads everything again and deploys its own.',
};

export const replace: Row = {
  reading: wait.reading,
  building: wait.building,
  registering: wait.registering,
  'run-task': wait['run-task'],
  starting: { ...early, writes: [CREATE, STOP, REGISTER, CREATE] },
  created: early,
  installing: replaced,
  'after-install-hook': replaced,
  'test-traffic-hook': replaced,
  ready: gated,
  'smoke-test': { ...gated, writes: [...gated.writes, CONTINUE_LATE] },
  canary: replaced,
  finishing: replaced,
  terminating: finish.terminating,
  ended: wait.ended,
  'rolling-back': wait['rolling-back'],
};
