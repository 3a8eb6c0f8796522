import { isInAlarm } from '../cloudwatch/alarm-state.ts';
import { Fault } from './fault.ts';
import { permitAlarms } from './permissions.ts';
import { type Run } from './run.ts';
import { next } from './table.ts';

function activeAlarms(run: Run): string[] {
  const { alarms, alarmsEnabled } = run.deployment.options;
  return alarmsEnabled ? alarms.filter((name) => isInAlarm(run.sandbox.world, name)) : [];
}

/** Whether the service role lets them be read; without that the deployment fails. */
function mayRead(run: Run): boolean {
  try {
    permitAlarms(run.sandbox, run.deployment);
    return true;
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    run.send('fail', { code: cause.code, message: cause.message });
    return false;
  }
}

/** Ends the deployment as soon as one of its alarms is active. True if it has. */
export function watchAlarms(run: Run): boolean {
  const { deployment, sandbox } = run;
  if (next(deployment.phase, 'alarm', deployment.readyWaitAfter) === undefined || !deployment.options.alarmsEnabled)
    return false;
  if (!mayRead(run)) return true;
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
