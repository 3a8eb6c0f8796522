import { DeleteAlarms$, type DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch';
import { recordConfiguration } from '../../cloudwatch/put-alarm.ts';
import { operation } from '../../operation.ts';
import { invalid } from './shared.ts';

/** Names that are no alarm's are passed over: the others are deleted all the same (CloudWatch API: DeleteAlarms). */
export const deleteAlarms = operation<DeleteAlarmsInput, object>(DeleteAlarms$, (input, sandbox) => {
  const { AlarmNames: names = [] } = input;
  if (names.length > 100) throw invalid('AlarmNames must hold at most 100 names.');
  for (const name of names) {
    sandbox.world.alarms.delete(name);
    if (sandbox.world.cloudwatch.alarms.delete(name)) recordConfiguration(sandbox, name, 'deleted');
  }
  return {};
});
