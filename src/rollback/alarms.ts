import { type AlarmPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { type DeploymentGroup } from '../target/target.ts';

/**
 * The alarms of the group that are in ALARM, since CodeDeploy starts no deployment while one is, and ends one that goes on.
 * What cannot be read is a warning as well: an alarm is no reason to refuse.
 */
export async function alarmWarnings(
  { info }: Pick<DeploymentGroup, 'info'>,
  ignored: boolean,
  alarms: AlarmPort,
): Promise<readonly string[]> {
  const { enabled, alarms: watched = [] } = info.alarmConfiguration ?? {};
  const names = watched.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (enabled !== true || names.length === 0 || ignored) return [];
  try {
    const states = await alarms.states(names);
    return states
      .filter(({ state }) => state === 'ALARM')
      .map(({ name, reason }) => {
        const why = reason === '' ? '' : ` (${reason})`;
        return plain(
          `Alarm ${name} of the deployment group is in ALARM${why}, and fails a deployment: set ignore-alarms: true if it is due to what this rollback repairs.`,
        );
      });
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    const repair = error.kind === 'denied' ? permissionFor(error) : plain(error.message);
    return [`Whether alarms of the deployment group (${names.join(', ')}) are in ALARM could not be read. ${repair}`];
  }
}
