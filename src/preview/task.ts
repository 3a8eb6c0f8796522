import { type RunTaskInputs } from '../inputs/types.ts';
import { objectsIn, textOf } from '../json.ts';
import { type PlannedTask } from './output.ts';

/** The task that would be run before the deployment. Of overrides only names: they hold environment entries. */
export function plannedTask({ minutes, overrides, launchType, subnets, securityGroups }: RunTaskInputs): PlannedTask {
  const network = [
    ...(launchType === null ? [] : [`launch type ${launchType}`]),
    ...(subnets.length === 0 ? [] : [`subnets ${subnets.join(', ')}`]),
    ...(securityGroups.length === 0 ? [] : [`security groups ${securityGroups.join(', ')}`]),
  ];
  const given = network.length === 0 ? 'network and capacity as the service has them' : network.join('; ');
  const told = `One task with the new revision, before traffic moves, ${given}. If it fails, nothing is deployed.`;
  const names = overrides.map((override) => {
    const members = Object.keys(override).filter((name) => name !== 'name' && name !== 'environment');
    const environment = objectsIn(override['environment']).map(({ name }) => `environment ${textOf(name)}`);
    return `${textOf(override['name'])}: ${[...members, ...environment].join(', ')}`;
  });
  return { minutes, overrides: names, told };
}
