import { arn } from '../ids.ts';
import { type JsonObject } from '../json.ts';
import { type TaskDefinition } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { requiredAttributes } from './required-attributes.ts';

/** By ARN, `family:revision`, or `family` for its latest ACTIVE revision. */
export function findTaskDefinition(world: World, reference: string): TaskDefinition | undefined {
  const prefix = arn(world, 'ecs', 'task-definition/');
  const name = reference.startsWith(prefix) ? reference.slice(prefix.length) : reference;
  const exact = world.ecs.taskDefinitions.get(`${prefix}${name}`);
  return exact ?? revisions(world, name).findLast((each) => each.status === 'ACTIVE');
}

/** All revisions of a family, oldest first. */
export function revisions(world: World, family: string): TaskDefinition[] {
  return [...world.ecs.taskDefinitions.values()].filter((each) => each.family === family);
}

/** As RegisterTaskDefinition and DescribeTaskDefinition answer it: the body as registered, and what ECS puts beside. */
export function describeTaskDefinition(world: World, definition: TaskDefinition): JsonObject {
  const { body } = definition;
  const requires = body['requiresCompatibilities'];
  return {
    ...body,
    taskDefinitionArn: definition.arn,
    revision: definition.revision,
    status: definition.status,
    requiresAttributes: requiredAttributes(body),
    compatibilities: Array.isArray(requires) && requires.includes('FARGATE') ? ['EC2', 'FARGATE'] : ['EC2'],
    registeredAt: definition.registeredAt / 1000,
    registeredBy: `arn:${world.partition}:sts::${world.account}:assumed-role/deploy/session`,
  };
}
