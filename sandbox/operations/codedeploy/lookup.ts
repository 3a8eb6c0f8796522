import { AwsError } from '../../operation.ts';
import { type Application, type Deployment, type DeploymentGroup } from '../../world/codedeploy.ts';
import { type World } from '../../world/world.ts';

/** CodeDeploy API: application, group and configuration names have 1 to 100 characters. */
const NAME = /^[A-Za-z0-9._+=,@-]{1,100}$/;

export type NameKind = 'Application' | 'DeploymentGroup' | 'DeploymentConfig';

/** Throws `…NameRequiredException` or `Invalid…NameException`. */
export function checkName(kind: NameKind, name: string | undefined): string {
  if (name === undefined || name === '') throw new AwsError(`${kind}NameRequiredException`, `${kind} name is required`);
  if (!NAME.test(name)) throw new AwsError(`Invalid${kind}NameException`, `${kind} name is invalid`);
  return name;
}

/** Throws RoleRequiredException or InvalidRoleException. */
export function checkRole(arn: string | undefined): string {
  if (!arn) throw new AwsError('RoleRequiredException', 'The role ID is required');
  if (/^arn:[^:]+:iam::\d{12}:role\/.+/.test(arn)) return arn;
  throw new AwsError('InvalidRoleException', 'The service role ARN is malformed');
}

export function findApplication(world: World, input: string | undefined): Application {
  const name = checkName('Application', input);
  const application = world.codedeploy.applications.get(name);
  if (application) return application;
  throw new AwsError('ApplicationDoesNotExistException', `No application found for name: ${name}`);
}

export function findGroup(world: World, application: string | undefined, input: string | undefined): DeploymentGroup {
  const { groups } = findApplication(world, application);
  const name = checkName('DeploymentGroup', input);
  const group = groups.get(name);
  if (group) return group;
  throw new AwsError('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`);
}

export function findDeployment(world: World, id: string | undefined): Deployment {
  if (id === undefined || id === '') throw new AwsError('DeploymentIdRequiredException', 'Deployment id is required');
  if (!/^d-[A-Z0-9]{9}$/.test(id))
    throw new AwsError('InvalidDeploymentIdException', `Deployment id is invalid: ${id}`);
  const deployment = world.codedeploy.deployments.get(id);
  if (deployment) return deployment;
  throw new AwsError('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
}
