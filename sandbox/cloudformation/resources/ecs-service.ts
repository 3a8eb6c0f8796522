import { isDeepStrictEqual } from 'node:util';
import { createService } from '../../operations/ecs/CreateService.ts';
import { deleteService } from '../../operations/ecs/DeleteService.ts';
import { updateService } from '../../operations/ecs/UpdateService.ts';
import { loadBalancersOf } from '../../operations/elb/actions.ts';
import { type Json, type JsonObject } from '../../json.ts';
import { AwsError, type Sandbox } from '../../operation.ts';
import { type Service } from '../../world/ecs.ts';
import { type Made } from '../template/template.ts';
import { answered, call } from './call.ts';
import { changeEcsTags } from './ecs-tags.ts';
import { type Progress, type ResourceContext, type ResourceHandler } from './handler.ts';
import { objectsOf, stringOf, without } from './members.ts';
import { generatedName } from './names.ts';
import { lowerTags } from './tags.ts';
import { camelCased } from './typed.ts';

const TYPE = 'AWS::ECS::Service';

/** What UpdateService takes, and what a member that leaves the template goes back to; undefined: it stays as it was. */
const updatable: Readonly<Record<string, Json | undefined>> = {
  taskDefinition: undefined,
  networkConfiguration: undefined,
  platformVersion: undefined,
  loadBalancers: undefined,
  capacityProviderStrategy: undefined,
  serviceRegistries: undefined,
  deploymentConfiguration: undefined,
  desiredCount: undefined,
  placementConstraints: [],
  placementStrategy: [],
  healthCheckGracePeriodSeconds: 0,
  enableExecuteCommand: false,
  enableECSManagedTags: false,
  propagateTags: 'NONE',
};

/** Members as the API spells them. */
function membersOf(properties: JsonObject): JsonObject {
  const { placementStrategies: placementStrategy, ...members } = camelCased(TYPE, properties);
  return { ...without(members, 'forceNewDeployment'), ...(placementStrategy !== undefined && { placementStrategy }) };
}

const serviceOf = ({ world }: Sandbox, made: Made): Service | undefined => world.ecs.services.get(made.physicalId);

/** ECS's own check and words. CreateService leaves it to the stacks: rehearsals make services without a listener. */
function checkBalancer({ world }: Sandbox, members: JsonObject): void {
  for (const each of objectsOf(members['loadBalancers'])) {
    const arn = stringOf(each, 'targetGroupArn');
    if (arn === undefined || !world.elb.targetGroups.has(arn) || loadBalancersOf(world, arn).length > 0) continue;
    const message = `The target group with targetGroupArn ${arn} does not have an associated load balancer.`;
    throw new AwsError('InvalidParameterException', message);
  }
}

/** Steady once the primary task set is, as the events of ECS say it. Other controllers' services have no tasks here. */
function steadiness(service: Service | undefined): Progress {
  if (!service) return { failed: 'Service not found.' };
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  return service.controller !== 'CODE_DEPLOY' || primary?.stability === 'STEADY_STATE' ? 'done' : 'waiting';
}

const hasLiveTasks = ({ world }: Sandbox, arn: string): boolean =>
  [...world.ecs.tasks.values()].some(({ serviceArn, status }) => serviceArn === arn && status !== 'STOPPED');

/** What UpdateService is told. */
function changesOf(properties: JsonObject, previous: JsonObject, all: boolean): JsonObject {
  const [after, before] = [membersOf(properties), membersOf(previous)];
  const names = Object.keys(updatable).filter((name) => all || !isDeepStrictEqual(after[name], before[name]));
  const members = names.map((name) => [name, after[name] ?? updatable[name]] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

async function update(
  made: Made,
  properties: JsonObject,
  previous: JsonObject,
  context: ResourceContext,
): Promise<Made> {
  const { sandbox } = context;
  const { clusterArn: cluster, name: service } = serviceOf(sandbox, made) ?? {};
  const changes = changesOf(properties, previous, sandbox.settings.stackServiceUpdate === 'everything');
  if (Object.keys(changes).length > 0 && !isDeepStrictEqual(properties, previous)) {
    await call(updateService, { cluster, service, ...changes }, sandbox);
  }
  await changeEcsTags(made.physicalId, properties, context);
  return made;
}

export const serviceHandler: ResourceHandler = {
  async create(properties, context) {
    const { sandbox } = context;
    const members = membersOf(properties);
    checkBalancer(sandbox, members);
    const input = {
      // CloudFormation reference, AWS::ECS::Service: one task where the template names no count.
      desiredCount: 1,
      serviceName: generatedName(context),
      ...members,
      tags: lowerTags(properties, context),
    };
    const { service } = await call(createService, input, sandbox);
    const arn = answered(service?.serviceArn, 'serviceArn');
    return { physicalId: arn, ref: arn, attributes: { ServiceArn: arn, Name: input.serviceName } };
  },
  settled: (made, { sandbox }) => steadiness(serviceOf(sandbox, made)),
  update,
  async remove(made, _properties, { sandbox }) {
    const service = serviceOf(sandbox, made);
    if (service?.status !== 'ACTIVE') return;
    await call(deleteService, { cluster: service.clusterArn, service: service.name, force: true }, sandbox);
  },
  gone(made, { sandbox }) {
    const drained = serviceOf(sandbox, made)?.status !== 'DRAINING' && !hasLiveTasks(sandbox, made.physicalId);
    return drained ? 'done' : 'waiting';
  },
};
