import { assumed } from '../../iam/act-as.ts';
import { notAssumed, serviceRole } from '../../lifecycle/permissions.ts';
import { AwsError, type Sandbox } from '../../operation.ts';
import { type DeploymentGroup } from '../../world/codedeploy.ts';

/** Where IAM is enforced, the role must be there and trust CodeDeploy. Throws InvalidRoleException. */
export function checkTrust(sandbox: Sandbox, group: DeploymentGroup): void {
  if (!sandbox.settings.enforceIam || assumed(sandbox, serviceRole(sandbox, group)) === null) return;
  throw new AwsError('InvalidRoleException', notAssumed(group.serviceRoleArn));
}
