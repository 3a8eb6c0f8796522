import { type LifecycleEvent } from '../engine/engine.ts';
import { type DeploymentEvent } from '../events.ts';
import { duration, elapsed } from './duration.ts';
import { plain } from './plain.ts';

/** What a lifecycle event of CodeDeploy is about, for a reader who does not know its name. */
const STAGES: Readonly<Record<string, string>> = {
  BeforeInstall: 'checks before the replacement is put up',
  Install: 'replacement task set starts and gets healthy',
  AfterInstall: 'checks of the replacement',
  AllowTestTraffic: 'test listener goes to the replacement',
  AfterAllowTestTraffic: 'tests through the test listener',
  BeforeAllowTraffic: 'checks before production traffic',
  AllowTraffic: 'production traffic shifts',
  AfterAllowTraffic: 'checks after the shift',
};

const DONE: Readonly<Record<LifecycleEvent['status'], string>> = {
  Pending: 'waits',
  InProgress: 'begins',
  Succeeded: 'done',
  Failed: 'FAILED',
  Skipped: 'skipped',
  Unknown: 'state unknown',
};

/** One line for the log: elapsed time, then what has changed. */
export function line(event: DeploymentEvent): string {
  return `${elapsed(event.elapsedMs)}  ${plain(textOf(event))}`;
}

function textOf(event: DeploymentEvent): string {
  switch (event.kind) {
    case 'status':
      return `deployment ${event.status}`;
    case 'lifecycle':
      return lifecycleText(event.event);
    case 'traffic':
      return `traffic blue ${percent(event.blue)} / green ${percent(event.green)}`;
    case 'tasks':
      return `green tasks ${event.running} running, ${event.pending} pending, ${event.desired} desired`;
    case 'rollback':
      return `rollback deployment ${event.deploymentId} ${event.status}`;
    case 'unanswered':
      return `AWS did not answer (${event.reason}); the deployment goes on, next try in ${duration(event.retryMs)}`;
    case 'waiting':
      return `waiting for ${event.stage}; at most ${duration(event.leftMs)} more`;
  }
}

function lifecycleText({ name, status, startedAt, endedAt }: LifecycleEvent): string {
  const stage = STAGES[name];
  const took =
    status !== 'Skipped' && startedAt !== null && endedAt !== null ? ` in ${duration(endedAt - startedAt)}` : '';
  return `${name}${stage === undefined ? '' : ` (${stage})`}: ${DONE[status]}${took}`;
}

function percent(weight: number): string {
  return `${Math.round(weight * 10) / 10} %`;
}
