/** What RunTask refuses, and where its tasks stand. */
import { type RunTaskRequest } from '@aws-sdk/client-ecs';
import { AwsError } from '../operation.ts';
import { type TaskDefinition, type TaskPlacement } from '../world/ecs.ts';
import { definitionsOf } from './describe-containers.ts';
import { placementOf } from './new-task.ts';

/** ECS API: RunTask. */
const MOST_TASKS = 10;
const LONGEST_STARTED_BY = 128;
const PLATFORMS = /^(?:LATEST|1\.[0-4]\.0)$/;

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** Throws InvalidParameterException or PlatformUnknownException. */
export function checkRunTask(input: RunTaskRequest, definition: TaskDefinition): void {
  const { count = 1, startedBy = '', group = '', propagateTags } = input;
  if (!Number.isInteger(count) || count < 1) throw invalid('count cannot be less than 1.');
  if (count > MOST_TASKS) throw invalid(`count cannot be greater than ${MOST_TASKS}.`);
  if (!/^[A-Za-z0-9_/-]*$/.test(startedBy) || startedBy.length > LONGEST_STARTED_BY) {
    throw invalid(`startedBy may hold up to ${LONGEST_STARTED_BY} letters, numbers, hyphens, slashes and underscores.`);
  }
  if (group.startsWith('service:')) throw invalid("Invalid namespace for group: 'service:' is for services.");
  if (propagateTags === 'SERVICE') throw invalid('propagateTags of SERVICE is not for a task without a service.');
  if (!/^[!-~]{0,64}$/.test(input.clientToken ?? '')) {
    throw invalid('clientToken may hold up to 64 visible ASCII characters.');
  }
  checkCompute(input, definition);
  checkNetwork(input, definition);
  checkOverrides(input, definition);
}

function checkCompute(
  { launchType, capacityProviderStrategy = [], platformVersion }: RunTaskRequest,
  { body }: TaskDefinition,
): void {
  if (launchType !== undefined && capacityProviderStrategy.length > 0) {
    throw invalid(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    );
  }
  const { requiresCompatibilities: made } = body;
  if (launchType !== undefined && Array.isArray(made) && made.length > 0 && !made.includes(launchType)) {
    throw invalid(`Task definition does not support launch_type ${launchType}.`);
  }
  if (platformVersion === undefined) return;
  if (!isFargate({ launchType, capacityProviderStrategy })) {
    throw invalid('The platform version must be null when specifying an EC2 launch type.');
  }
  if (!PLATFORMS.test(platformVersion)) {
    throw new AwsError('PlatformUnknownException', 'The specified platform does not exist.');
  }
}

const isFargate = ({
  launchType,
  capacityProviderStrategy = [],
}: Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy'>) =>
  launchType === 'FARGATE' ||
  capacityProviderStrategy.some(({ capacityProvider }) => capacityProvider?.startsWith('FARGATE') === true);

function checkNetwork({ networkConfiguration }: RunTaskRequest, { body }: TaskDefinition): void {
  const given = networkConfiguration?.awsvpcConfiguration;
  if (body['networkMode'] !== 'awsvpc') {
    if (given) throw invalid('Network Configuration is not valid for the given networkMode of this task definition.');
    return;
  }
  if (!given) throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  if ((given.subnets ?? []).length === 0) throw invalid('subnets can not be empty.');
}

function checkOverrides({ overrides }: RunTaskRequest, { body }: TaskDefinition): void {
  const names = new Set(definitionsOf(body).map((definition) => definition['name']));
  for (const { name = '' } of overrides?.containerOverrides ?? []) {
    if (!names.has(name)) {
      throw invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
    }
  }
}

/** The `index`-th of a request's tasks. EC2 and LATEST hold where nothing is said (ECS API: RunTask). */
export function placedBy(input: RunTaskRequest, index: number): TaskPlacement {
  const {
    subnets = [],
    securityGroups = [],
    assignPublicIp = 'DISABLED',
  } = input.networkConfiguration?.awsvpcConfiguration ?? {};
  const providers = input.capacityProviderStrategy ?? [];
  const placed = {
    network: { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp } },
    capacityProviders: providers.map(({ capacityProvider = '', weight = 0, base = 0 }) => ({
      capacityProvider,
      weight,
      base,
    })),
    launchType: providers.length > 0 ? null : (input.launchType ?? 'EC2'),
    platformVersion: isFargate(input) ? (input.platformVersion ?? 'LATEST') : null,
  };
  return placementOf(placed, index);
}
