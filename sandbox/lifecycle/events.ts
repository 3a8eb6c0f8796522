import { type Settings } from '../settings.ts';
import { type Deployment, type LifecycleEvent } from '../world/codedeploy.ts';
import { type Cause } from './run.ts';
import { type Signal } from './table.ts';

const order = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic',
];
const testEvents = ['AllowTestTraffic', 'AfterAllowTestTraffic'];

const pending = (name: string): LifecycleEvent => ({
  name,
  status: 'Pending',
  startedAt: null,
  endedAt: null,
  diagnostics: null,
});

/** The events of a deployment at its start. Without a test listener there are six, or eight of which two are Skipped. */
export function plannedEvents(settings: Settings, hasTestRoute: boolean): LifecycleEvent[] {
  if (hasTestRoute) return order.map(pending);
  if (settings.eventsWithoutTestRoute === 'six') return order.filter((name) => !testEvents.includes(name)).map(pending);
  return order.map((name) => ({ ...pending(name), status: testEvents.includes(name) ? 'Skipped' : 'Pending' }));
}

/** What a rollback deployment lists is not documented; what it does goes by the name of AllowTraffic. */
export function rollbackEvents({ rollbackDeploymentEvents: listed }: Settings, original: Deployment): LifecycleEvent[] {
  if (listed === 'none') return [];
  const names = listed === 'all' ? original.events.map(({ name }) => name) : ['AllowTraffic'];
  return names.map((name) => ({ ...pending(name), status: name === 'AllowTraffic' ? 'Pending' : 'Skipped' }));
}

const phaseEvent = (deployment: Deployment): LifecycleEvent | undefined => {
  const name = deployment.phase === 'Return' ? 'AllowTraffic' : deployment.phase;
  return deployment.events.find((event) => event.name === name && event.status !== 'Skipped');
};

export function openEvent(deployment: Deployment, now: number): void {
  const event = phaseEvent(deployment);
  if (!event) return;
  event.status = 'InProgress';
  event.startedAt = now;
}

function errorCode(cause: Cause): string {
  if (cause.code === 'HOOK_EXECUTION_FAILURE') return 'ScriptFailed';
  return cause.code === 'TIMEOUT' ? 'ScriptTimedOut' : 'UnknownError';
}

export const eventInProgress = ({ events }: Deployment): LifecycleEvent | undefined =>
  events.find((event) => event.status === 'InProgress');

/** Ends the event of the phase that is left; a failure or a stop leaves the rest Skipped. */
export function closeEvent(deployment: Deployment, signal: Signal, now: number, cause?: Cause): void {
  const event = eventInProgress(deployment);
  const ended = signal === 'fail' || signal === 'alarm' || signal === 'stop';
  if (event) {
    event.status = ended ? 'Failed' : 'Succeeded';
    event.endedAt = now;
    if (ended && cause)
      event.diagnostics = { ...event.diagnostics, errorCode: errorCode(cause), message: cause.message };
  }
  if (!ended) return;
  for (const later of deployment.events.filter((other) => other.status === 'Pending')) later.status = 'Skipped';
}
