/** What CodeDeploy tells its group's topics. There is no SNS here: only whether the service role lets it be told. */
import { assumed, mayAs } from '../iam/act-as.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type Phase } from '../world/codedeploy.ts';
import { serviceRole } from './permissions.ts';

/** CodeDeploy API: TriggerEventType. */
const events: Readonly<Partial<Record<Phase, string>>> = {
  Created: 'DeploymentStart',
  ReadyWait: 'DeploymentReady',
  Succeeded: 'DeploymentSuccess',
  Failed: 'DeploymentFailure',
  Stopped: 'DeploymentStop',
};

/** A notification that may not be sent is lost; the deployment takes no notice (assumed). */
export function notify(sandbox: Sandbox, deployment: Deployment): void {
  const { triggers = [] } = deployment.options;
  if (!sandbox.settings.enforceIam || triggers.length === 0) return;
  const role = serviceRole(sandbox, deployment.options);
  if (assumed(sandbox, role) !== null) return;
  const { phase, creator } = deployment;
  const event = phase === 'Created' && creator === 'codeDeployRollback' ? 'DeploymentRollback' : events[phase];
  for (const { triggerEvents = [], triggerTargetArn: resource = '*' } of triggers) {
    if (triggerEvents.some((each) => each === event)) mayAs(sandbox, role, { action: 'sns:Publish', resource });
  }
}
