/** Members of CreateDeployment that mean nothing for ECS, and are checked all the same (CodeDeploy API: CreateDeployment). */
import { type CreateDeploymentInput } from '@aws-sdk/client-codedeploy';

import { AwsError } from '../../operation.ts';

const fileBehaviors: readonly string[] = ['DISALLOW', 'OVERWRITE', 'RETAIN'];

export function checkUnused({ fileExistsBehavior, targetInstances }: CreateDeploymentInput): void {
  if (fileExistsBehavior !== undefined && !fileBehaviors.includes(fileExistsBehavior)) {
    throw new AwsError('InvalidFileExistsBehaviorException', `One of ${fileBehaviors.join(', ')} is allowed`);
  }
  if (targetInstances && Object.keys(targetInstances).length > 0) {
    throw new AwsError('InvalidTargetInstancesException', 'A deployment to Amazon ECS has no target instances');
  }
}
