/** A deployment's lifecycle, step by step with durations, and the waits between its steps. */
import type { DeploymentView, LifecycleEventView, WaitView } from '../view-types.ts';
import { h, hidden, styled } from './dom.ts';
import { clockTime, duration } from './format.ts';

interface Step {
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly note: string | null;
  readonly log: string | null;
}

const waitNames = {
  ready: 'Ready: waits for “Promote”',
  termination: 'Termination wait: the original stays',
  hook: 'Hook',
} as const;

const event = ({ name, status, startedAt, endedAt, message, log }: LifecycleEventView): Step => ({
  key: name,
  name,
  status,
  from: startedAt,
  to: endedAt,
  note: message,
  log,
});

function waitStep(kind: WaitView['kind'], wait: WaitView, now: number): Step {
  const left = duration(wait.until - now);
  const note = `until ${clockTime(wait.until)} UTC, ${left} from now; then it ${kind === 'ready' ? 'stops' : 'goes on'}`;
  return { key: `wait ${kind}`, name: waitNames[kind], status: 'Waiting', from: wait.since, to: null, note, log: null };
}

/** Where the deployment waits now, as a step in its place among the events. */
function steps(deployment: DeploymentView, now: number): Step[] {
  const { events, wait } = deployment;
  // The deployment's own message is told above.
  const listed = events
    .map(event)
    .map((step) => (step.note === deployment.error?.message ? { ...step, note: null } : step));
  if (wait === null) return listed;
  if (wait.kind === 'hook') {
    const note = `waits for its hook's answer until ${clockTime(wait.until)} UTC`;
    return listed.map((step) => (step.status === 'InProgress' ? { ...step, note } : step));
  }
  const next = events.findIndex(({ status }) => status === 'Pending');
  const at = wait.kind === 'ready' && next >= 0 ? next : listed.length;
  return listed.toSpliced(at, 0, waitStep(wait.kind, wait, now));
}

const symbols: Readonly<Record<string, string>> = {
  Succeeded: '✓',
  Failed: '✕',
  InProgress: '▸',
  Waiting: '‖',
  Skipped: '–',
  Pending: '·',
};

function bar(step: Step, deployment: DeploymentView, now: number): HTMLElement {
  const start = deployment.createdAt;
  const whole = Math.max(1, (deployment.completedAt ?? now) - start);
  const share = (at: number): number => Math.min(100, Math.max(0, ((at - start) / whole) * 100));
  const left = step.from === null ? 0 : share(step.from);
  const width = step.from === null ? 0 : Math.max(0.6, share(step.to ?? now) - left);
  return h(
    'span',
    { class: 'span', 'aria-hidden': 'true' },
    styled(h('i', { class: step.from === null ? 'off' : 'on' }), {
      left: `${Math.min(left, 99.4)}%`,
      width: `${width}%`,
    }),
  );
}

function row(step: Step, deployment: DeploymentView, now: number): HTMLElement {
  const took = step.from === null ? '' : duration((step.to ?? now) - step.from);
  return h(
    'li',
    { class: `step ${step.status.toLowerCase()}`, 'data-key': step.key },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbols[step.status] ?? '·'),
    h('span', { class: 'name' }, step.name, hidden(`: ${step.status}`)),
    h('span', { class: 'took' }, step.status === 'Skipped' ? 'skipped' : took),
    bar(step, deployment, now),
    step.note === null ? null : h('span', { class: 'note' }, step.note),
    step.log === null
      ? null
      : h('pre', { class: 'note', tabindex: '0', role: 'region', 'aria-label': `Output of ${step.name}` }, step.log),
  );
}

export function timeline(deployment: DeploymentView, now: number): HTMLElement {
  return h(
    'ol',
    { class: 'timeline', 'data-key': 'timeline', 'aria-label': 'Lifecycle of the deployment' },
    ...steps(deployment, now).map((step) => row(step, deployment, now)),
  );
}
