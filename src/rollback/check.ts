/** What speaks against returning to a revision. */
import { type AppSpecService } from '../appspec/appspec.ts';
import { type Fault } from '../errors.ts';
import { isObject, type JsonObject, textOf } from '../json.ts';
import { BOOTSTRAP_LABEL } from '../task-definition/bootstrap.ts';
import { containerNames, containerPorts, containersOf } from '../task-definition/containers.ts';

/** ECS API: TaskDefinitionStatus is ACTIVE, INACTIVE or DELETE_IN_PROGRESS. */
export function statusFaults(body: JsonObject, revision: string): readonly Fault[] {
  const status = textOf(body['status']);
  if (status === '' || status === 'ACTIVE') return [];
  return [
    {
      tried: 'use the revision to roll back to',
      on: revision,
      why: `it is ${status}: it was deregistered, and ECS starts no new task set of it`,
      repair: 'Register the same definition again and roll back to that revision, or choose another one.',
    },
  ];
}

/** Container and port behind the load balancer must be in the definition (CodeDeploy user guide: AppSpec resources for ECS). */
export function balancerFaults(
  body: JsonObject,
  revision: string,
  { containerName, containerPort }: Pick<AppSpecService, 'containerName' | 'containerPort'>,
): readonly Fault[] {
  const at = { tried: 'put the load balancer in front of the revision to roll back to', on: revision };
  const repair =
    'Choose a revision with this container and port, or deploy the old commit with a definition that has them.';
  const names = containerNames(body);
  if (!names.includes(containerName)) {
    const why = `the load balancer goes to container '${containerName}', and this revision has: ${names.join(', ')}`;
    return [{ ...at, why, repair }];
  }
  const ports = containerPorts(body, containerName);
  if (ports.includes(containerPort)) return [];
  const maps = ports.length === 0 ? 'no port of it' : `only ${ports.join(', ')}`;
  const why = `the load balancer goes to port ${containerPort} of container '${containerName}', and this revision maps ${maps}`;
  return [{ ...at, why, repair }];
}

/** True for the placeholder that a fresh stack begins with. */
export function isPlaceholder(body: JsonObject): boolean {
  return containersOf(body).some(({ dockerLabels }) => isObject(dockerLabels) && BOOTSTRAP_LABEL in dockerLabels);
}
