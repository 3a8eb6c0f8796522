/** Every change of an alarm's state goes through here. */
import { type Sandbox } from '../operation.ts';
import { type Alarm, type AlarmEvent, type AlarmState } from '../world/cloudwatch.ts';
import { type World } from '../world/world.ts';

/** Oldest ones go first. AWS keeps two weeks (CloudWatch API: DescribeAlarmHistory). */
const HISTORY_KEPT = 2_000;

/** By what an alarm of that name says, or by what was played over the control API: there need be no such alarm then. */
export const isInAlarm = ({ alarms, cloudwatch }: World, name: string): boolean =>
  alarms.has(name) || cloudwatch.alarms.get(name)?.state === 'ALARM';

export function record({ world }: Sandbox, event: AlarmEvent): void {
  const { history } = world.cloudwatch;
  history.push(event);
  if (history.length > HISTORY_KEPT) history.splice(0, history.length - HISTORY_KEPT);
}

export interface NewState {
  readonly state: AlarmState;
  readonly reason: string;
  /** JSON. */
  readonly reasonData: string | null;
}

/** Sets it; a state that is another than before goes into the history. */
export function setState(sandbox: Sandbox, alarm: Alarm, to: NewState): void {
  const before = { stateValue: alarm.state, stateReason: alarm.reason, ...parsed(alarm.reasonData) };
  const changed = alarm.state !== to.state;
  alarm.stateAt = sandbox.clock.now();
  alarm.state = to.state;
  alarm.reason = to.reason;
  alarm.reasonData = to.reasonData;
  if (!changed) return;
  alarm.changedAt = alarm.stateAt;
  record(sandbox, {
    alarm: alarm.name,
    at: alarm.stateAt,
    type: 'StateUpdate',
    summary: `Alarm updated from ${before.stateValue} to ${to.state}`,
    data: JSON.stringify({
      version: '1.0',
      oldState: before,
      newState: { stateValue: to.state, stateReason: to.reason, ...parsed(to.reasonData) },
    }),
  });
}

const parsed = (json: string | null): { stateReasonData?: unknown } =>
  json === null ? {} : { stateReasonData: JSON.parse(json) as unknown };

/** Plays an alarm over the control API. ALARM stays until it is taken back: the alarm's metric is not looked at meanwhile. */
export function playAlarm(sandbox: Sandbox, name: string, state: 'ALARM' | 'OK'): void {
  const { alarms, cloudwatch } = sandbox.world;
  if (state === 'ALARM') alarms.add(name);
  else alarms.delete(name);
  const alarm = cloudwatch.alarms.get(name);
  if (alarm) setState(sandbox, alarm, { state, reason: 'Set over the control API of the sandbox.', reasonData: null });
}
