import { isInAlarm } from '../cloudwatch/alarm-state.ts';
import { type Run } from './run.ts';
import { next } from './table.ts';

function activeAlarms(run: Run): string[] {
  const { alarms, alarmsEnabled } = run.deployment.options;
  return alarmsEnabled ? alarms.filter((name) => isInAlarm(run.sandbox.world, name)) : [];
}

/** Ends the deployment as soon as one of its alarms is active. True if it has. */
export function watchAlarms(run: Run): boolean {
  const { deployment, sandbox } = run;
  if (next(deployment.phase, 'alarm', deployment.readyWaitAfter) === undefined || !deployment.options.alarmsEnabled)
    return false;
  const active = activeAlarms(run);
  if (active.length > 0) {
    const message = `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <${active.join(', ')}>`;
    run.send(sandbox.settings.alarmStatus === 'Stopped' ? 'stop' : 'alarm', { code: 'ALARM_ACTIVE', message });
    return true;
  }
  run.after(sandbox.settings.pollMs, () => {
    watchAlarms(run);
  });
  return false;
}
