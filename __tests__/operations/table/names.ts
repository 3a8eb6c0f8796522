/** Where a deployment can stand, and what can happen to it there: the rows and columns of the table. */

/** In the order of a run, and how a person says it. */
export const PHASES = {
  reading: 'the step is still reading what is there',
  building: 'the image is being built',
  registering: 'the task definition is being registered',
  'run-task': 'the run-task (a migration) is running',
  starting: 'CreateDeployment has been sent, its answer is not here yet',
  created: 'the deployment is Created, nothing of it exists yet',
  installing: 'the new tasks are starting (Install)',
  'after-install-hook': 'the AfterInstall hook is running',
  'test-traffic-hook': 'test traffic is on the new tasks, the AfterAllowTestTraffic hook is running',
  ready: 'the deployment is Ready and waits for someone to continue it',
  'smoke-test': 'the deployment is Ready and the smoke test is running',
  canary: 'production traffic is being shifted (10 % is on the new tasks)',
  finishing: 'all production traffic is on the new tasks, the AfterAllowTraffic hook is running',
  terminating: 'released: the old tasks wait for their end (termination wait)',
  ended: 'the deployment has Succeeded, the old tasks are gone',
  'rolling-back': 'CodeDeploy is rolling back by itself',
} as const;

export type Phase = keyof typeof PHASES;

export const ACTIONS = {
  rollback: 'a run with `mode: rollback`',
  cancel: 'the run is cancelled',
  promote: 'a run with `mode: promote`',
  timeout: 'the time limit of the run passes',
  kill: 'the process of the step is killed',
  wait: 'a second run, `if-deployment-in-progress: wait`',
  finish: 'a second run, `if-deployment-in-progress: finish`',
  replace: 'a second run, `if-deployment-in-progress: replace`',
  fail: 'a second run, `if-deployment-in-progress: fail`',
} as const;

export type Action = keyof typeof ACTIONS;

export const phases = Object.keys(PHASES) as readonly Phase[]; // the keys of a constant object are its members' names
export const actions = Object.keys(ACTIONS) as readonly Action[];
