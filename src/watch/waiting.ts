import { type DeploymentEvent } from '../events.ts';
import { type Waiting } from '../plan.ts';
import { type Course } from './course.ts';
import { dueAt } from './due.ts';
import { offsetMs } from './offset.ts';

export interface Word {
  readonly waiting: Waiting;
  readonly hasTestListener: boolean;
  readonly leftMs: number;
  readonly elapsedMs: number;
  readonly now: number;
}

/** What is waited for, and for how long at most. In `Ready`, until when someone has to continue the deployment. */
export function waitingEvent(course: Course, word: Word): DeploymentEvent {
  const { elapsedMs, leftMs, waiting, now } = word;
  if (course.stage !== 'ready') return { kind: 'waiting', stage: stageWords(course), leftMs, elapsedMs };
  const marks = { stageAt: course.stageAt, fullAt: course.fullAt, offsetMs: offsetMs(course.offset) };
  const due = dueAt(course.last, 'ready', { steps: [], waiting }, marks) ?? now;
  const test = word.hasTestListener ? 'test it through the test listener, then ' : '';
  const stage =
    `someone to continue the deployment (${test}aws deploy continue-deployment --deployment-id ${course.last.id} ` +
    '--deployment-wait-type READY_WAIT), or CodeDeploy stops it';
  return { kind: 'waiting', stage, leftMs: Math.max(0, Math.min(due - now, waiting.readyMs)), elapsedMs };
}

function stageWords({ stage, last }: Course): string {
  const running = last.events.find((event) => event.status === 'InProgress')?.name;
  const during = running === undefined ? '' : ` (${running})`;
  switch (stage) {
    case 'starting':
      return 'the deployment to begin';
    case 'installing':
      return `the replacement tasks${during}`;
    case 'shifting':
      return `the traffic shift${during}`;
    case 'finishing':
      return `the checks after the shift${during}`;
    case 'terminating':
      return 'the end of the original task set';
    case 'ready':
    case 'over':
      return 'the deployment to go on';
  }
}
