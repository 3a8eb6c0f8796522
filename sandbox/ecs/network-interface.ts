/** A task's own network interface, which it has in awsvpc mode, and where it stands. */
import { type Attachment } from '@aws-sdk/client-ecs';
import { type Task, type TaskPlacement } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { taskId } from './tasks.ts';

/** Whether the task has an interface of its own; else it shares its host's. */
export const isPrivate = ({ placement: { launchType, subnet } }: Task): boolean =>
  (launchType !== 'EC2' && launchType !== 'EXTERNAL') || subnet !== null;

/** The zone of its subnet: the first subnet stands in `a`, the next in `b`, as those of load balancers do. */
export function zoneOf({ region }: World, { subnet }: TaskPlacement): string {
  return `${region}${String.fromCharCode('a'.charCodeAt(0) + ((subnet?.index ?? 0) % 26))}`;
}

/** As DescribeTasks attaches it; ids that nothing here has a use for are made of the task's. */
export function interfaceOf({ region }: World, task: Task): Attachment {
  const id = taskId(task);
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  const details = {
    ...(task.placement.subnet && { subnetId: task.placement.subnet.id }),
    networkInterfaceId: `eni-0${id.slice(0, 16)}`,
    macAddress: ['0a', ...(id.match(/../g) ?? []).slice(0, 5)].join(':'),
    privateDnsName: `ip-${task.address.replaceAll('.', '-')}.${domain}`,
    privateIPv4Address: task.address,
  };
  return {
    id,
    type: 'ElasticNetworkInterface',
    status: task.status === 'STOPPED' ? 'DELETED' : task.status === 'RUNNING' ? 'ATTACHED' : 'PRECREATED',
    details: Object.entries(details).map(([name, value]) => ({ name, value })),
  };
}
