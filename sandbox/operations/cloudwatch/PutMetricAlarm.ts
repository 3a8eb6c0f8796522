import { PutMetricAlarm$, type PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { putAlarm } from '../../cloudwatch/put-alarm.ts';
import { operation } from '../../operation.ts';

export const putMetricAlarm = operation<PutMetricAlarmInput, object>(PutMetricAlarm$, (input, sandbox) => {
  putAlarm(sandbox, input);
  return {};
});
