import { createHash } from 'node:crypto';

import { findService } from '../ecs/services.ts';
import { findTaskSet, removeTaskSet } from '../ecs/task-sets.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type RollbackEvent } from '../world/codedeploy.ts';
import { type TaskSet } from '../world/ecs.ts';
import { createDeployment } from './deployment.ts';
import { rollbackEvents } from './events.ts';
import { permitPrimary, permitRemoval } from './permissions.ts';
import { makePrimary } from './primary.ts';
import { doneSoon, type Run, serviceOf } from './run.ts';
import { shiftListener } from './shift.ts';

function eventOf(code: string | undefined): RollbackEvent {
  if (code === 'ALARM_ACTIVE') return 'DEPLOYMENT_STOP_ON_ALARM';
  return code === 'MANUAL_STOP' ? 'DEPLOYMENT_STOP_ON_REQUEST' : 'DEPLOYMENT_FAILURE';
}

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

/** The revision that the original task set was deployed with; rendered from the set itself where none was. */
function revisionOf(sandbox: Sandbox, blue: TaskSet): Deployment['revision'] {
  const maker = blue.externalId === null ? undefined : sandbox.world.codedeploy.deployments.get(blue.externalId);
  if (maker) return maker.revision;
  const { containerName, containerPort } = blue.loadBalancer;
  const properties = {
    TaskDefinition: blue.taskDefinition,
    LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
  };
  const resource = { TargetService: { Type: 'AWS::ECS::Service', Properties: properties } };
  const content = JSON.stringify({ version: 0, Resources: [resource] });
  return { content, sha256: sha256(content) };
}

/**
 * Makes the rollback deployment of a failed or stopped one, or nothing where none is asked for or possible: before the
 * replacement exists there is nothing to return from. `asked`: StopDeployment's own word, which comes before the group's.
 */
export function makeRollback(sandbox: Sandbox, original: Deployment, asked: boolean | null): Deployment | null {
  const { options } = original;
  const service = findService(sandbox.world, options.cluster, options.service);
  const blue = service && findTaskSet(service, original.blue ?? '');
  const wanted = asked ?? options.rollbackEvents.includes(eventOf(original.error?.code));
  if (!wanted || original.green === null || !blue || original.creator === 'codeDeployRollback') return null;
  const rollback = createDeployment(sandbox, {
    options,
    configName: original.configName,
    description: null,
    creator: 'codeDeployRollback',
    revision: revisionOf(sandbox, blue),
    events: rollbackEvents(sandbox.settings, original),
  });
  const { blue: blueId, green, blueGroup, greenGroup } = original;
  Object.assign(rollback, { blue: blueId, green, blueGroup, greenGroup });
  rollback.rollback = { deploymentId: null, triggeringId: original.id, message: '' };
  sandbox.clock.after(sandbox.settings.rollbackInfoMs, () => {
    const message = `Deployment ${original.id} did not succeed; deployment ${rollback.id} returns the service to its original task set.`;
    original.rollback = { deploymentId: rollback.id, triggeringId: null, message };
  });
  return rollback;
}

/** The one step of a rollback deployment: both listeners and PRIMARY go back, the replacement goes. */
export function returnToBlue(run: Run): void {
  const { sandbox, deployment } = run;
  const { prodListenerArn, testListenerArn } = deployment.options;
  const service = serviceOf(sandbox, deployment);
  shiftListener(run, prodListenerArn, 0);
  if (testListenerArn !== null) shiftListener(run, testListenerArn, 0);
  if (deployment.blue !== null) {
    permitPrimary(sandbox, deployment);
    makePrimary(sandbox, service, deployment.blue);
  }
  if (deployment.green !== null) {
    permitRemoval(sandbox, deployment, deployment.green);
    removeTaskSet(sandbox, service, deployment.green);
  }
  doneSoon(run);
}
