import { type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { type Fault } from '../errors.ts';
import { awsCommand } from './command.ts';
import { primaryOf } from './facts.ts';
import { describePlace, type Place } from './place.ts';

/** What speaks against deploying this service; null: there is none of this name. */
export function serviceFaults(service: Service | null, place: Place): readonly Fault[] {
  if (service === null) return [absent(place)];
  if (service.status !== 'ACTIVE') return [notActive(service.status ?? 'unknown', place)];
  const controller = service.deploymentController?.type ?? 'ECS';
  if (controller !== 'CODE_DEPLOY') return [wrongController(controller, service, place)];
  return primaryFaults(service, place);
}

/** What does not speak against it, but should be known. `deploying`: the group has a deployment going on. */
export function serviceWarnings(service: Service, deploying = false): readonly string[] {
  const others = (service.taskSets ?? []).filter(({ status }) => status === 'ACTIVE');
  const left = others.map(({ id, status }) => `${id ?? ''} (${status ?? ''})`).join(', ');
  return [
    ...(service.desiredCount === 0
      ? ['The desired count of the service is 0: no task will run, so that a deployment that succeeds proves nothing.']
      : []),
    ...(others.length > 0 && !deploying
      ? [`Beside the PRIMARY task set the service has ${left}, though its deployment group has no deployment going on.`]
      : []),
  ];
}

function absent(place: Place): Fault {
  return {
    tried: 'find the service',
    on: describePlace(place),
    why: `cluster ${place.cluster} has no service ${place.service} in ${place.region}`,
    repair: `Check inputs 'cluster' and 'service' and the region. What is there: ${awsCommand(place, 'ecs', 'list-services', '--cluster', place.cluster)}`,
  };
}

/** ECS API: Service.status is ACTIVE, DRAINING or INACTIVE. */
function notActive(status: string, place: Place): Fault {
  return {
    tried: 'deploy to the service',
    on: describePlace(place),
    why:
      status === 'DRAINING'
        ? 'it is DRAINING: it is being deleted, and its last tasks are ending'
        : `its status is ${status}${status === 'INACTIVE' ? ': it was deleted' : ''}`,
    repair:
      status === 'DRAINING'
        ? 'Wait until it is gone, then create it again, with the CODE_DEPLOY deployment controller.'
        : "Create it again, with the CODE_DEPLOY deployment controller, or correct inputs 'cluster' and 'service'.",
  };
}

function wrongController(controller: string, service: Service, place: Place): Fault {
  const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
  const native = controller === 'ECS' && strategy !== 'ROLLING';
  return {
    tried: 'deploy to the service',
    on: describePlace(place),
    why: `its deployment controller is ${controller}${native ? ` with strategy ${strategy}` : ''}, and this step deploys services of CODE_DEPLOY`,
    repair: meanwhile(controller),
  };
}

function meanwhile(controller: string): string {
  if (controller === 'ECS') {
    return 'Use aws-actions/amazon-ecs-deploy-task-definition for this service (rolling updates, and ECS’s own blue/green), or make it a service with the CODE_DEPLOY controller and a CodeDeploy deployment group.';
  }
  return 'Deploy it with the tool that makes its task sets (ecs:CreateTaskSet), or make it a service with the CODE_DEPLOY controller and a CodeDeploy deployment group.';
}

function primaryFaults(service: Service, place: Place): readonly Fault[] {
  const look = awsCommand(place, 'ecs', 'describe-services', '--cluster', place.cluster, '--services', place.service);
  const primary = primaryOf(service);
  const at = { tried: 'find what production runs', on: describePlace(place) };
  if (primary === undefined) {
    const why = 'the service has no PRIMARY task set';
    return [
      { ...at, why, repair: `Wait until the service has started its first tasks, then run the job again: ${look}` },
    ];
  }
  if (primary.taskDefinition === undefined || !isBalanced(primary)) {
    const why = `the PRIMARY task set ${primary.id ?? ''} has no ${primary.taskDefinition === undefined ? 'task definition' : 'load balancer'}`;
    return [{ ...at, why, repair: `CodeDeploy needs a service behind a load balancer. What is there: ${look}` }];
  }
  return [];
}

function isBalanced({ loadBalancers }: TaskSet): boolean {
  const { targetGroupArn, containerName, containerPort } = loadBalancers?.[0] ?? {};
  return targetGroupArn !== undefined && containerName !== undefined && containerPort !== undefined;
}
