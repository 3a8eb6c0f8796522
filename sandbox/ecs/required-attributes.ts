import { type Json, type JsonObject } from '../json.ts';
import { isObject, text } from './containers.ts';

/** Attributes that ECS derives from a task definition; a good part of them, not all. */
export function requiredAttributes(body: JsonObject): Json[] {
  const definitions = body['containerDefinitions'];
  const containers = Array.isArray(definitions) ? (definitions as readonly Json[]).filter(isObject) : [];
  const names = new Set<string>();
  for (const container of containers) {
    const log = container['logConfiguration'];
    if (isObject(log)) names.add(`com.amazonaws.ecs.capability.logging-driver.${text(log['logDriver'])}`);
    if (container['secrets'] !== undefined) names.add('ecs.capability.secrets.asm.environment-variables');
    if (container['healthCheck'] !== undefined) names.add('ecs.capability.container-health-check');
    if (text(container['image']).includes('.dkr.ecr.')) names.add('com.amazonaws.ecs.capability.ecr-auth');
  }
  if (body['taskRoleArn'] !== undefined) names.add('com.amazonaws.ecs.capability.task-iam-role');
  if (body['executionRoleArn'] !== undefined) names.add('ecs.capability.execution-role-ecr-pull');
  if (body['networkMode'] === 'awsvpc') names.add('ecs.capability.task-eni');
  return [...names, 'com.amazonaws.ecs.capability.docker-remote-api.1.18'].map((name) => ({ name }));
}
