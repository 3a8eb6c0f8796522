import { CreateService$, type CreateServiceRequest, type CreateServiceResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { describeService } from '../../ecs/describe-service.ts';
import { activeTaskDefinition, firstTaskSet } from '../../ecs/new-service.ts';
import { recordedOptions } from '../../ecs/recorded-options.ts';
import { findService } from '../../ecs/services.ts';
import { tagsOf } from '../../ecs/tags.ts';
import { createTaskSet } from '../../ecs/task-sets.ts';
import { arn } from '../../ids.ts';
import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Service } from '../../world/ecs.ts';

/** Under CODE_DEPLOY the first task set is made with the service and is PRIMARY; other controllers are recorded only. */
export const createService = operation<CreateServiceRequest, CreateServiceResponse>(
  CreateService$,
  (input, sandbox) => {
    const { world } = sandbox;
    const definition = activeTaskDefinition(world, input.taskDefinition);
    const service = newService(input, sandbox, definition.arn);
    const first = service.controller === 'CODE_DEPLOY' ? firstTaskSet(world, input, definition) : null;
    world.ecs.services.set(service.arn, service);
    if (first) createTaskSet(sandbox, service, first);
    return { service: { ...describeService(service, sandbox.settings), tags: [...service.tags] } };
  },
);

function newService(input: CreateServiceRequest, { world, clock }: Sandbox, taskDefinition: string): Service {
  const { serviceName: name = '', desiredCount } = input;
  const cluster = clusterOf(world, input.cluster);
  const refuse = (message: string): AwsError => new AwsError('InvalidParameterException', message);
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
    throw refuse('Service name may hold letters, numbers, hyphens and underscores.');
  if (desiredCount === undefined || !Number.isInteger(desiredCount) || desiredCount < 0 || desiredCount > 5000) {
    throw refuse('desiredCount must be a whole number from 0 to 5000 for the REPLICA scheduling strategy.');
  }
  const existing = findService(world, cluster.arn, name);
  if (existing && existing.status !== 'INACTIVE') throw refuse('Creation of service was not idempotent.');
  return {
    arn: arn(world, 'ecs', `service/${cluster.name}/${name}`),
    name,
    clusterArn: cluster.arn,
    controller: input.deploymentController?.type ?? 'ECS',
    createdAt: clock.now(),
    tags: tagsOf(input.tags),
    status: 'ACTIVE',
    desiredCount,
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    recorded: recordedOptions(input),
    taskDefinition,
    taskSets: [],
    events: [],
  };
}
