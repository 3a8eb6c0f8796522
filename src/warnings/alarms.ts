import { type DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import { type AlarmState } from '../ports/aws/aws.ts';

/** Names of the alarms that a deployment of the group looks at (CodeDeploy API: AlarmConfiguration). */
export function alarmNames({ alarmConfiguration }: Pick<DeploymentGroupInfo, 'alarmConfiguration'>): readonly string[] {
  if (alarmConfiguration?.enabled !== true) return [];
  return (alarmConfiguration.alarms ?? []).flatMap(({ name }) => (name === undefined || name === '' ? [] : [name]));
}

/** Alarms that are in ALARM end a deployment as soon as it looks at them (CodeDeploy API: ErrorCode ALARM_ACTIVE). */
export function alarmWarnings(
  names: readonly string[],
  states: readonly AlarmState[],
  ignored: boolean,
): readonly string[] {
  const active = states.filter(({ state }) => state === 'ALARM');
  const gone = names.filter((name) => !states.some((state) => state.name === name));
  const told = active.map(({ name, reason }) => (reason === '' ? name : `${name} (${reason})`)).join('; ');
  const them = active.length === 1 ? 'An alarm' : `${active.length} alarms`;
  const then = ignored
    ? "'ignore-alarms' is set, so that the deployment does not look at it."
    : 'CodeDeploy stops a deployment as soon as it sees it (ALARM_ACTIVE): repair what it tells of first; a fix that has to go out meanwhile can set ignore-alarms: true.';
  return [
    ...(active.length === 0 ? [] : [`${them} of the deployment group in ALARM: ${told}. ${then}`]),
    ...(gone.length === 0 || ignored
      ? []
      : [
          `CloudWatch does not know these alarms of the deployment group: ${gone.join(', ')}. A deployment cannot look at them: create them, or take them out of the group.`,
        ]),
  ];
}
