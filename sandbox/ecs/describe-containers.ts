import { type Container, type NetworkBinding } from '@aws-sdk/client-ecs';
import { type Json, type JsonObject } from '../json.ts';
import { type Task, type TaskContainer } from '../world/ecs.ts';
import { isObject, text } from './containers.ts';
import { isPrivate } from './network-interface.ts';

export const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

export const definitionsOf = (body: JsonObject): readonly JsonObject[] => objects(body['containerDefinitions']);

/** A task's containers as DescribeTasks shows them. */
export function describeContainers(task: Task, body: JsonObject, id: string): Container[] {
  const isAlone = isPrivate(task);
  return task.containers.map((container, index) => {
    const definition = definitionsOf(body).find((each) => each['name'] === container.name) ?? {};
    return {
      containerArn: `${task.arn.replace(':task/', ':container/')}/${index}`,
      taskArn: task.arn,
      name: container.name,
      image: container.image,
      imageDigest: digestOf(container),
      lastStatus: container.status,
      exitCode: container.exitCode,
      reason: container.reason,
      runtimeId: `${id}-${index}`,
      healthStatus: container.health,
      networkBindings: isAlone || container.status !== 'RUNNING' ? [] : bindings(definition),
      networkInterfaces: isAlone ? [{ attachmentId: id, privateIpv4Address: task.address }] : [],
      cpu: amount(definition['cpu']) ?? '0',
      memory: amount(definition['memory']),
      memoryReservation: amount(definition['memoryReservation']),
    };
  });
}

const amount = (value: Json | undefined): string | undefined => (typeof value === 'number' ? String(value) : undefined);

/** Told once the image has been pulled, where the definition names it by its digest; a tag is not looked up. */
function digestOf({ image, status }: TaskContainer): string | undefined {
  return status === 'PENDING' ? undefined : /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}

/** Ports of the host that a container outside of awsvpc mode has; those that ECS would choose are not emulated. */
function bindings(definition: JsonObject): NetworkBinding[] {
  return objects(definition['portMappings']).flatMap(({ hostPort, containerPort, protocol }) =>
    typeof hostPort === 'number' && typeof containerPort === 'number' && hostPort > 0
      ? [{ bindIP: '0.0.0.0', containerPort, hostPort, protocol: text(protocol) === 'udp' ? 'udp' : 'tcp' }]
      : [],
  );
}
