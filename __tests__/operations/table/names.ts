/** Where a deployment can stand, and what can happen to it there: the rows and columns of the table. */

/** `name`: what the tables call it. `seen`: by what a person knows that it is there. */
export interface PhaseWords {
  readonly name: string;
  readonly seen: string;
}

/** In the order of a run. */
export const PHASES = {
  reading: { name: 'reading', seen: 'The log is at "Look". No deployment id yet.' },
  building: { name: 'building', seen: 'The log is at "Image".' },
  registering: { name: 'registering', seen: 'The image is there, the log has no "Revision" yet.' },
  'run-task': { name: 'run-task', seen: 'The task before the deployment (a migration) runs.' },
  starting: {
    name: 'starting',
    seen: 'The log has a "Revision" and no "Deployment" yet: CreateDeployment is on its way.',
  },
  created: { name: 'Created', seen: 'The deployment is `Created`. Nothing of it exists yet.' },
  installing: { name: 'Install', seen: 'The new tasks start. Production is on the old ones.' },
  'after-install-hook': { name: 'AfterInstall', seen: 'The hook `AfterInstall` runs.' },
  'test-traffic-hook': {
    name: 'test traffic',
    seen: 'The test listener leads to the new tasks, the hook `AfterAllowTestTraffic` runs.',
  },
  ready: { name: 'Ready', seen: 'The deployment is `Ready`: it waits for someone to continue it.' },
  'smoke-test': { name: 'smoke test', seen: 'The deployment is `Ready`, and the command of `smoke-test` runs.' },
  canary: { name: 'shifting', seen: '`AllowTraffic` runs: some of the production traffic is on the new tasks.' },
  finishing: {
    name: 'AfterAllowTraffic',
    seen: 'All production traffic is on the new tasks, the hook `AfterAllowTraffic` runs.',
  },
  terminating: { name: 'released', seen: 'All is shifted and checked. The old tasks wait for their end.' },
  ended: { name: 'ended', seen: 'The deployment is `Succeeded`. The old tasks are gone.' },
  'rolling-back': { name: 'rolling back', seen: 'The deployment is `Failed`, and CodeDeploy takes it back by itself.' },
} as const satisfies Readonly<Record<string, PhaseWords>>;

export type Phase = keyof typeof PHASES;

/** In the order in which somebody looks for them. */
export const ACTIONS = {
  rollback: 'You roll back: `mode: rollback`',
  cancel: 'You cancel the run',
  promote: 'You promote: `mode: promote`',
  timeout: 'The time limit of the run passes',
  kill: 'The step is killed, or its runner crashes',
  wait: 'A second run comes, with `if-deployment-in-progress: wait` (the default)',
  finish: 'A second run comes, with `if-deployment-in-progress: finish`',
  replace: 'A second run comes, with `if-deployment-in-progress: replace`',
  fail: 'A second run comes, with `if-deployment-in-progress: fail`',
} as const;

export type Action = keyof typeof ACTIONS;

export const phases = Object.keys(PHASES) as readonly Phase[]; // the keys of a constant object are its members' names
export const actions = Object.keys(ACTIONS) as readonly Action[];
