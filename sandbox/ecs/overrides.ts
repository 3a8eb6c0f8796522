/** What RunTask changes of a task definition for one task (ECS API: TaskOverride). */
import { type ContainerOverride, type TaskOverride } from '@aws-sdk/client-ecs';
import { type JsonObject } from '../json.ts';
import { type World } from '../world/world.ts';
import { type Task } from '../world/ecs.ts';
import { text } from './containers.ts';
import { definitionsOf } from './describe-containers.ts';

/** The definition's body as the task runs it. */
export function bodyOf(
  { ecs }: World,
  { taskDefinition, overrides }: Pick<Task, 'taskDefinition' | 'overrides'>,
): JsonObject {
  const body = ecs.taskDefinitions.get(taskDefinition)?.body ?? {};
  return overrides === null ? body : overridden(body, overrides);
}

function overridden(body: JsonObject, override: TaskOverride): JsonObject {
  const { cpu, memory, taskRoleArn, executionRoleArn, containerOverrides = [] } = override;
  const containers = definitionsOf(body).map((definition) => {
    const own = containerOverrides.find(({ name }) => name === definition['name']);
    return own ? overriddenContainer(definition, own) : definition;
  });
  return {
    ...body,
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(taskRoleArn !== undefined && { taskRoleArn }),
    ...(executionRoleArn !== undefined && { executionRoleArn }),
    containerDefinitions: containers,
  };
}

function overriddenContainer(definition: JsonObject, given: ContainerOverride): JsonObject {
  const { command, environment, cpu, memory, memoryReservation } = given;
  return {
    ...definition,
    ...(command && { command }),
    ...(environment && { environment: merged(definition, environment) }),
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(memoryReservation !== undefined && { memoryReservation }),
  };
}

/** Entries of the same name are replaced, others are added (ECS API: ContainerOverride.environment). */
function merged(definition: JsonObject, given: NonNullable<ContainerOverride['environment']>): JsonObject[] {
  const own = definition['environment'];
  const before = Array.isArray(own) ? (own as readonly JsonObject[]) : [];
  const names = new Set(given.map(({ name }) => name));
  return [
    ...before.filter((entry) => !names.has(text(entry['name']))),
    ...given.map(({ name = '', value = '' }) => ({ name, value })),
  ];
}
