import { type Possible, type Row } from './cell.ts';
import {
  CONTINUE_LATE,
  CREATE,
  CREATE_REFUSED,
  GREEN,
  PUT_IMAGE,
  RED,
  REGISTER,
  ROLLED_BACK,
  STOP,
  STOPPED,
} from './ends.ts';

const earlier: Possible = {
  writes: [CREATE],
  production: 'earlier',
  first: RED,
  other: GREEN,
  happens:
    'Nothing is in progress yet, so what runs is rolled back: to what ran before it. The run that was under way is refused when it comes to deploy.',
  then: 'Was it that run you wanted to stop? Then cancel it instead: production has not changed yet.',
};

const stopped: Possible = {
  writes: [STOP],
  production: 'before',
  first: ROLLED_BACK,
  other: GREEN,
  happens:
    'The deployment is stopped with rollback, and the rollback is followed to its end. Seconds, and no new tasks.',
  then: 'Nothing. Production is where it was. The run that deployed ends red.',
};

export const rollback: Row = {
  reading: earlier,
  building: { ...earlier, writes: [CREATE, PUT_IMAGE, REGISTER, CREATE_REFUSED] },
  registering: { ...earlier, writes: [REGISTER, CREATE, CREATE_REFUSED] },
  'run-task': { ...earlier, writes: [CREATE, CREATE_REFUSED] },
  starting: {
    ...stopped,
    writes: [CREATE, STOP],
    first: STOPPED,
    happens: 'The deployment is stopped. Nothing of it exists yet, so there is nothing to take back.',
  },
  created: {
    ...stopped,
    first: STOPPED,
    happens: 'The deployment is stopped. Nothing of it exists yet, so there is nothing to take back.',
  },
  installing: stopped,
  'after-install-hook': stopped,
  'test-traffic-hook': stopped,
  ready: stopped,
  'smoke-test': { ...stopped, writes: [STOP, CONTINUE_LATE] },
  canary: { ...stopped, happens: stopped.happens + ' The 10 % go back first.' },
  finishing: stopped,
  terminating: {
    ...stopped,
    happens:
      'The old tasks are still there: the deployment is stopped with rollback, and all traffic goes back to them. Seconds, and no new tasks.',
  },
  ended: {
    writes: [CREATE],
    production: 'before',
    first: GREEN,
    other: GREEN,
    happens:
      'The old tasks are gone: the revision that ran before is deployed again, as any deployment. Minutes. Nothing is built.',
    then: 'Watch it. `codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce` skips a slow shift, `ignore-alarms: true` an alarm that blocks it.',
  },
  'rolling-back': {
    writes: [],
    production: 'before',
    first: ROLLED_BACK,
    other: GREEN,
    waits: true,
    happens: 'CodeDeploy is doing it already. Its rollback is followed to its end, and never stopped.',
    then: 'Nothing.',
  },
};
