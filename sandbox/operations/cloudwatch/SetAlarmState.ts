import { SetAlarmState$, type SetAlarmStateInput } from '@aws-sdk/client-cloudwatch';
import { setState } from '../../cloudwatch/alarm-state.ts';
import { AwsError, operation } from '../../operation.ts';
import { type AlarmState } from '../../world/cloudwatch.ts';
import { invalid } from './shared.ts';

const states: readonly AlarmState[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

/** For a while only: the alarm's next evaluation goes by its metric again. Ends what the control API has played. */
export const setAlarmState = operation<SetAlarmStateInput, object>(SetAlarmState$, (input, sandbox) => {
  const state = states.find((each) => each === input.StateValue);
  if (!state) throw invalid(`StateValue must be one of ${states.join(', ')}; received ${String(input.StateValue)}.`);
  const alarm = sandbox.world.cloudwatch.alarms.get(input.AlarmName ?? '');
  // AWS's words for this one are not known.
  if (!alarm) throw new AwsError('ResourceNotFound', `There is no alarm with the name ${input.AlarmName ?? ''}.`, 404);
  sandbox.world.alarms.delete(alarm.name);
  const { StateReason: reason = '', StateReasonData: data } = input;
  setState(sandbox, alarm, { state, reason, reasonData: data === undefined ? null : checked(data) });
  return {};
});

function checked(json: string): string {
  try {
    JSON.parse(json);
    return json;
  } catch {
    throw new AwsError('InvalidFormatFault', 'StateReasonData must be JSON.');
  }
}
