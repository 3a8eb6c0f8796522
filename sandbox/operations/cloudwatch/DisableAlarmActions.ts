import { DisableAlarmActions$, type DisableAlarmActionsInput } from '@aws-sdk/client-cloudwatch';
import { operation } from '../../operation.ts';

/** Names that are no alarm's are passed over. */
export const disableAlarmActions = operation<DisableAlarmActionsInput, object>(
  DisableAlarmActions$,
  (input, sandbox) => {
    for (const name of input.AlarmNames ?? []) {
      const alarm = sandbox.world.cloudwatch.alarms.get(name);
      if (alarm) alarm.actionsEnabled = false;
    }
    return {};
  },
);
