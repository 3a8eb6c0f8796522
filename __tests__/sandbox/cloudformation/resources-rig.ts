/** Resources made by their handlers, without a stack around them. */
import { steppedClock, type SteppedClock } from '../../../sandbox/clock.ts';
import { type ResourceContext, type ResourceHandler } from '../../../sandbox/cloudformation/resources/handler.ts';
import { handlers } from '../../../sandbox/cloudformation/resources/index.ts';
import { recordedHandler } from '../../../sandbox/cloudformation/resources/recorded.ts';
import { type Made } from '../../../sandbox/cloudformation/template/template.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { defaultSettings, type Settings } from '../../../sandbox/settings.ts';

export interface Rig {
  readonly sandbox: Sandbox;
  readonly clock: SteppedClock;
  readonly handler: (type: string) => ResourceHandler;
  readonly context: (logicalId: string) => ResourceContext;
  readonly create: (type: string, logicalId: string, properties: JsonObject) => Promise<Made>;
  readonly update: (
    type: string,
    logicalId: string,
    made: Made,
    after: JsonObject,
    before: JsonObject,
  ) => Promise<Made>;
  readonly remove: (type: string, logicalId: string, made: Made, properties: JsonObject) => Promise<void>;
}

export function resources(settings: Partial<Settings> = {}, tags: Record<string, string> = {}): Rig {
  const clock = steppedClock();
  const sandbox = createSandbox({ clock, random: seededRandom(7), settings: { ...defaultSettings, ...settings } });
  const handler = (type: string): ResourceHandler => handlers.get(`AWS::${type}`) ?? recordedHandler(`AWS::${type}`);
  const context = (logicalId: string): ResourceContext => ({
    sandbox,
    stackName: 'shop',
    stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1b2c3d4e',
    logicalId,
    stackTags: new Map(Object.entries(tags)),
  });
  return {
    sandbox,
    clock,
    handler,
    context,
    create: async (type, id, properties) => handler(type).create(properties, context(id)),
    async update(type, id, made, after, before) {
      const changed = handler(type).update?.(made, after, before, context(id));
      if (!changed) throw new Error(`${type} has no update.`);
      return changed;
    },
    async remove(type, id, made, properties) {
      await handler(type).remove?.(made, properties, context(id));
    },
  };
}

/** A service as a template has it, with what it stands on. Values of number parameters are text there. */
export interface ServiceParts {
  readonly cluster: Made;
  readonly balancer: Made;
  readonly blue: Made;
  readonly green: Made;
  readonly listener: Made;
  readonly testListener: Made;
  readonly definition: Made;
  readonly properties: JsonObject;
}

export const taskDefinition: JsonObject = {
  Family: 'shop',
  NetworkMode: 'awsvpc',
  RequiresCompatibilities: ['FARGATE'],
  Cpu: 256,
  Memory: '512',
  ContainerDefinitions: [
    {
      Name: 'app',
      Image: 'public.ecr.aws/nginx/nginx:stable',
      Essential: 'true',
      PortMappings: [{ ContainerPort: '80', Protocol: 'tcp' }],
      DockerLabels: { 'ecs-blue-green.bootstrap': 'image,command', Upper: 'Case' },
    },
  ],
};

const forward = (group: Made): JsonObject => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups: [{ TargetGroupArn: group.ref, Weight: '1' }] },
});

export async function serviceParts(rig: Rig): Promise<ServiceParts> {
  const { create } = rig;
  const elb = 'ElasticLoadBalancingV2';
  const cluster = await create('ECS::Cluster', 'Cluster', { ClusterName: 'shop' });
  const balancer = await create(`${elb}::LoadBalancer`, 'LoadBalancer', { Subnets: ['subnet-1', 'subnet-2'] });
  const group = (id: string): Promise<Made> =>
    create(`${elb}::TargetGroup`, id, { Port: '80', Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' });
  const [blue, green] = [await group('BlueTargetGroup'), await group('GreenTargetGroup')];
  const listen = (id: string, Port: string): Promise<Made> =>
    create(`${elb}::Listener`, id, {
      LoadBalancerArn: balancer.ref,
      Port,
      Protocol: 'HTTP',
      DefaultActions: [forward(blue)],
    });
  const [listener, testListener] = [await listen('ProductionListener', '80'), await listen('TestListener', '8080')];
  const definition = await create('ECS::TaskDefinition', 'TaskDefinition', taskDefinition);
  const properties: JsonObject = {
    Cluster: cluster.ref,
    ServiceName: 'shop',
    LaunchType: 'FARGATE',
    TaskDefinition: definition.ref,
    DeploymentController: { Type: 'CODE_DEPLOY' },
    LoadBalancers: [{ TargetGroupArn: blue.ref, ContainerName: 'app', ContainerPort: '80' }],
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } },
    HealthCheckGracePeriodSeconds: '30',
    EnableExecuteCommand: 'true',
    EnableECSManagedTags: true,
    PropagateTags: 'SERVICE',
  };
  return { cluster, balancer, blue, green, listener, testListener, definition, properties };
}
