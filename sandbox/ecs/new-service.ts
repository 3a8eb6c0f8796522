/** What CreateService asks for, checked. */
import { type CreateServiceRequest } from '@aws-sdk/client-ecs';
import { type Json } from '../json.ts';
import { AwsError } from '../operation.ts';
import { type TaskDefinition } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { isObject } from './containers.ts';
import { findTaskDefinition } from './task-definitions.ts';
import { type TaskSetSpec } from './task-sets.ts';

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** The ACTIVE task definition. Throws ClientException. */
export function activeTaskDefinition(world: World, reference: string | undefined): TaskDefinition {
  if (!reference) throw invalid('TaskDefinition can not be blank.');
  const definition = findTaskDefinition(world, reference);
  if (!definition) throw new AwsError('ClientException', 'TaskDefinition not found.');
  if (definition.status !== 'ACTIVE') throw new AwsError('ClientException', 'TaskDefinition is inactive');
  return definition;
}

/** The first task set of a CODE_DEPLOY service. Throws InvalidParameterException. */
export function firstTaskSet(world: World, input: CreateServiceRequest, definition: TaskDefinition): TaskSetSpec {
  if (input.schedulingStrategy === 'DAEMON') {
    throw invalid('The CODE_DEPLOY deployment controller does not support the DAEMON scheduling strategy.');
  }
  const providers = input.capacityProviderStrategy ?? [];
  return {
    taskDefinition: definition.arn,
    loadBalancer: loadBalancer(world, input, definition),
    network: network(input, definition),
    capacityProviders: providers.map(({ capacityProvider = '', weight = 0, base = 0 }) => ({
      capacityProvider,
      weight,
      base,
    })),
    ...compute(input),
    externalId: null,
    status: 'PRIMARY',
  };
}

/** ECS API, CreateService: EC2 unless told otherwise; Fargate tasks run on LATEST unless told otherwise. */
function compute(input: CreateServiceRequest): Pick<TaskSetSpec, 'launchType' | 'platformVersion'> {
  const providers = input.capacityProviderStrategy ?? [];
  const isFargate =
    input.launchType === 'FARGATE' || providers.some(({ capacityProvider }) => capacityProvider?.startsWith('FARGATE'));
  return {
    launchType: providers.length > 0 ? null : isFargate ? 'FARGATE' : 'EC2',
    platformVersion: isFargate ? (input.platformVersion ?? 'LATEST') : null,
  };
}

function loadBalancer(
  world: World,
  { loadBalancers = [] }: CreateServiceRequest,
  definition: TaskDefinition,
): TaskSetSpec['loadBalancer'] {
  const [given] = loadBalancers;
  const { targetGroupArn, containerName, containerPort } = given ?? {};
  if (loadBalancers.length !== 1 || !targetGroupArn || !containerName || containerPort === undefined) {
    throw invalid(
      'A service with the CODE_DEPLOY deployment controller needs exactly one load balancer, with targetGroupArn, ' +
        'containerName and containerPort.',
    );
  }
  if (!world.elb.targetGroups.has(targetGroupArn)) throw invalid('The specified target group does not exist.');
  checkContainer(definition, containerName, containerPort);
  return { targetGroupArn, containerName, containerPort };
}

function checkContainer({ body }: TaskDefinition, name: string, port: number): void {
  const members = (value: Json | undefined): readonly Json[] =>
    Array.isArray(value) ? (value as readonly Json[]) : [];
  const container = members(body['containerDefinitions'])
    .filter(isObject)
    .find((each) => each['name'] === name);
  if (!container) throw invalid(`The container ${name} does not exist in the task definition.`);
  const ports = members(container['portMappings']).filter(isObject);
  if (!ports.some((each) => each['containerPort'] === port)) {
    throw invalid(`The container ${name} did not have a container port ${port} defined.`);
  }
}

function network({ networkConfiguration }: CreateServiceRequest, { body }: TaskDefinition): TaskSetSpec['network'] {
  const given = networkConfiguration?.awsvpcConfiguration;
  if (body['networkMode'] === 'awsvpc' && !given) {
    throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  if (!given) return null;
  const { subnets = [], securityGroups = [], assignPublicIp } = given;
  if (subnets.length === 0) throw invalid('subnets can not be empty.');
  return {
    awsvpcConfiguration: {
      subnets,
      securityGroups,
      assignPublicIp: assignPublicIp === 'ENABLED' ? 'ENABLED' : 'DISABLED',
    },
  };
}
