/** What RunTask is asked (pure): the inputs, and for what they leave open, how the service runs its tasks. */
import { type NetworkConfiguration, type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { type Fault } from '../errors.ts';
import { type RunTaskInputs } from '../inputs/types.ts';
import { isObject, type JsonObject, textOf } from '../json.ts';
import { containerNames } from '../task-definition/containers.ts';
import { type Target } from '../target/target.ts';

/** From the service that is deployed. */
export type Like = Pick<Target, 'cluster' | 'service' | 'primary'>;

/** Who starts the task, as ECS lists it, where the inputs name nobody. */
const STARTED_BY = 'ecs-blue-green';

export interface Requested {
  readonly inputs: RunTaskInputs;
  readonly like: Like;
  /** ARN of the revision, and its body. */
  readonly revision: string;
  readonly body: JsonObject;
}

/** The body of RunTask, without its client token. Members of the inputs that this version does not know are kept. */
export function requestOf({ inputs, like, revision, body }: Requested): JsonObject {
  const { overrides, tags } = inputs;
  return {
    cluster: like.cluster,
    taskDefinition: revision,
    count: 1,
    startedBy: inputs.startedBy ?? STARTED_BY,
    ...computeOf(inputs, like),
    ...(isPrivate(body) && { networkConfiguration: { awsvpcConfiguration: networkOf(inputs, like) } }),
    ...(overrides.length > 0 && { overrides: { containerOverrides: overrides } }),
    ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ key, value })) }),
    ...volumesOf(inputs),
  };
}

/** A task of its own network interface (ECS API: TaskDefinition.networkMode). */
const isPrivate = (body: JsonObject): boolean => body['networkMode'] === 'awsvpc';

function computeOf(inputs: RunTaskInputs, { primary, service }: Like): JsonObject {
  const { launchType, capacityProviderStrategy: given } = inputs;
  if (given.length > 0) return { capacityProviderStrategy: given, ...platformOf(given, primary) };
  if (launchType !== null) return { launchType, ...(launchType === 'FARGATE' && platform(primary, service)) };
  const own = [primary, service].find((each) => (each.capacityProviderStrategy ?? []).length > 0);
  const strategy = (own?.capacityProviderStrategy ?? []).map((item) => ({ ...item }) as JsonObject);
  if (strategy.length > 0) return { capacityProviderStrategy: strategy, ...platformOf(strategy, primary, service) };
  const like = primary.launchType ?? service.launchType;
  if (like === undefined) return {};
  return { launchType: like, ...(like === 'FARGATE' && platform(primary, service)) };
}

/** Only Fargate has platforms (ECS API: RunTask.platformVersion). */
function platformOf(strategy: readonly JsonObject[], ...of: readonly (TaskSet | Service)[]): JsonObject {
  const isFargate = strategy.some((item) => textOf(item['capacityProvider']).startsWith('FARGATE'));
  return isFargate ? platform(...of) : {};
}

function platform(...of: readonly (TaskSet | Service)[]): JsonObject {
  const found = of.map(({ platformVersion }) => platformVersion).find((version) => version !== undefined);
  return found === undefined || found === '' ? {} : { platformVersion: found };
}

type Vpc = NonNullable<NetworkConfiguration['awsvpcConfiguration']>;

function vpcOf({ primary, service }: Like): Vpc | undefined {
  return [primary, service].map((each) => each.networkConfiguration?.awsvpcConfiguration).find((vpc) => vpc);
}

function networkOf(inputs: RunTaskInputs, like: Like): JsonObject {
  const own = vpcOf(like);
  const subnets = inputs.subnets.length > 0 ? inputs.subnets : (own?.subnets ?? []);
  const securityGroups = inputs.securityGroups.length > 0 ? inputs.securityGroups : (own?.securityGroups ?? []);
  // A public address is for Fargate alone (ECS API: AwsVpcConfiguration.assignPublicIp).
  const elsewhere = inputs.launchType === 'EC2' || inputs.launchType === 'EXTERNAL';
  const assignPublicIp = inputs.assignPublicIp ?? (elsewhere ? undefined : own?.assignPublicIp);
  return {
    subnets: [...subnets],
    ...(securityGroups.length > 0 && { securityGroups: [...securityGroups] }),
    ...(assignPublicIp !== undefined && { assignPublicIp }),
  };
}

/** ECS API: TaskVolumeConfiguration. */
function volumesOf({ volumeName, volume }: RunTaskInputs): JsonObject {
  if (volumeName === null || volume === null) return {};
  return { volumeConfigurations: [{ name: volumeName, managedEBSVolume: volume }] };
}

/** What ECS would refuse, told before anything is built. */
export function requestFaults(inputs: RunTaskInputs, like: Like, body: JsonObject): readonly Fault[] {
  const on = `the task definition of ${like.cluster}/${like.service.serviceName ?? ''}`;
  const known = containerNames(body);
  const unknown = inputs.overrides.map(({ name }) => textOf(name)).filter((name) => !known.includes(name));
  const volumes = Array.isArray(body['volumes']) ? (body['volumes'] as readonly unknown[]).filter(isObject) : [];
  const { volumeName } = inputs;
  const noVolume = volumeName !== null && !volumes.some(({ name }) => name === volumeName);
  const noSubnets = isPrivate(body) && inputs.subnets.length === 0 && (vpcOf(like)?.subnets ?? []).length === 0;
  return [
    ...unknown.map((name) => ({
      tried: 'run the task before the deployment',
      on,
      why: `'run-task-container-overrides' names container '${name}', which is not in it; it has: ${known.join(', ')}.`,
      repair: "Name one of these as 'name'.",
    })),
    ...(noVolume
      ? [
          {
            tried: 'run the task before the deployment',
            on,
            why: `'run-task-managed-ebs-volume-name' names volume '${volumeName}', which is not in it.`,
            repair: "Add it to 'volumes' of the task definition, with 'configuredAtLaunch': true, or correct the name.",
          },
        ]
      : []),
    ...(noSubnets
      ? [
          {
            tried: 'run the task before the deployment',
            on,
            why: 'its network mode is awsvpc, and the service has no subnets that the task could take over.',
            repair: "Give 'run-task-subnets' and 'run-task-security-groups'.",
          },
        ]
      : []),
  ];
}
