import { type AlarmPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { type DeploymentGroup } from '../target/target.ts';
import { alarmNames, alarmWarnings } from '../warnings/alarms.ts';

/** What the alarms of the group may do to the deployment. That they cannot be read is no reason to refuse it. */
export async function readAlarmWarnings(
  { info }: Pick<DeploymentGroup, 'info'>,
  ignored: boolean,
  alarms: AlarmPort,
): Promise<readonly string[]> {
  const names = alarmNames(info);
  if (names.length === 0 || ignored) return [];
  try {
    return alarmWarnings(names, await alarms.states(names), ignored);
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    const repair = error.kind === 'denied' ? permissionFor(error) : plain(error.message);
    return [`Whether alarms of the deployment group (${names.join(', ')}) are in ALARM could not be read. ${repair}`];
  }
}
