import { type Possible, type Row } from './cell.ts';
import { CONTINUE, CREATE, CREATE_REFUSED, GREEN, PUT_IMAGE, RED, REGISTER, ROLLED_BACK } from './ends.ts';

/** The second run deploys while the first is not that far; that one then finds a newer one in its way, or in production. */
export const overtakes: Possible = {
  writes: [REGISTER, CREATE],
  production: 'second',
  first: RED,
  other: GREEN,
  happens:
    'Nothing is in progress yet: the second run deploys. The first one, when it comes to deploy, is refused, because what runs came from a later run.',
  then: 'Nothing. A `concurrency` group in the workflow keeps the two apart from the start.',
};

export const waited: Possible = {
  writes: [REGISTER, CREATE],
  production: 'second',
  first: GREEN,
  other: GREEN,
  waits: true,
  happens:
    'The second run says whose deployment it waits for and how long at most. When that has ended it reads everything again and deploys its own.',
  then: 'Nothing. In a hurry? Cancel it and run it with `if-deployment-in-progress: replace`.',
};

export const behind = {
  building: { ...overtakes, writes: [REGISTER, CREATE, PUT_IMAGE, REGISTER, CREATE_REFUSED] },
  // The first run's own call had been sent before.
  registering: { ...overtakes, writes: [REGISTER, REGISTER, CREATE, CREATE_REFUSED] },
  'run-task': { ...overtakes, writes: [REGISTER, CREATE, CREATE_REFUSED] },
} as const satisfies Partial<Row>;

export const afterTheEnd: Possible = {
  writes: [REGISTER, CREATE],
  production: 'second',
  first: GREEN,
  other: GREEN,
  happens: 'Nothing is in progress: the second run deploys.',
  then: 'Nothing.',
};

export const wait: Row = {
  reading: overtakes,
  ...behind,
  starting: { ...waited, writes: [CREATE, REGISTER, CREATE] },
  created: waited,
  installing: waited,
  'after-install-hook': waited,
  'test-traffic-hook': waited,
  ready: {
    ...waited,
    writes: [REGISTER, CREATE, CONTINUE],
    first: ROLLED_BACK,
    happens:
      'The second run waits until somebody continues the deployment, or until its wait runs out and CodeDeploy takes it back. Then it reads everything again and deploys its own.',
    then: 'Decide over the first one: `mode: promote`, or `mode: rollback`. Nobody else will.',
  },
  'smoke-test': { ...waited, writes: [CONTINUE, REGISTER, CREATE, CONTINUE] },
  canary: waited,
  finishing: waited,
  terminating: {
    ...waited,
    then: 'Nothing. `if-deployment-in-progress: finish` does not wait for the old tasks, and ends them at once.',
  },
  ended: afterTheEnd,
  'rolling-back': {
    ...waited,
    first: ROLLED_BACK,
    happens: 'The second run waits for the rollback to end, reads everything again, and deploys its own.',
    then: 'Nothing, unless the second run has the same fault.',
  },
};
