import { beforeEach, describe, expect, test } from '@jest/globals';
import { without } from '../../../sandbox/cloudformation/resources/members.ts';
import { type Made } from '../../../sandbox/cloudformation/template/template.ts';
import { describeService } from '../../../sandbox/ecs/describe-service.ts';
import { describeCluster } from '../../../sandbox/ecs/clusters.ts';
import { resources, type Rig, serviceParts, type ServiceParts, taskDefinition } from './resources-rig.ts';

const ACCOUNT = 'eu-west-1:123456789012';

let rig: Rig;
beforeEach(() => {
  rig = resources();
});

describe('AWS::ECS::Cluster', () => {
  test('by its name, with settings and capacity providers as DescribeClusters shows them', async () => {
    const ClusterSettings = [{ Name: 'containerInsights', Value: 'enhanced' }];
    const made = await rig.create('ECS::Cluster', 'Cluster', { ClusterName: 'shop', ClusterSettings });
    expect(made).toEqual({
      physicalId: 'shop',
      ref: 'shop',
      attributes: { Arn: `arn:aws:ecs:${ACCOUNT}:cluster/shop` },
    });
    const properties = {
      Cluster: 'shop',
      CapacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: '1' }],
    };
    await rig.create('ECS::ClusterCapacityProviderAssociations', 'Providers', properties);
    expect(shownCluster()).toMatchObject({
      settings: [{ name: 'containerInsights', value: 'enhanced' }],
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
    });
    await rig.update(
      'ECS::Cluster',
      'Cluster',
      made,
      { ClusterName: 'shop' },
      { ClusterName: 'shop', ClusterSettings },
    );
    expect(shownCluster()?.settings).toEqual([{ name: 'containerInsights', value: 'disabled' }]);
  });

  test('one that is there is not taken over', async () => {
    await rig.create('ECS::Cluster', 'Cluster', { ClusterName: 'shop' });
    await expect(rig.create('ECS::Cluster', 'Other', { ClusterName: 'shop' })).rejects.toMatchObject({
      code: 'AlreadyExists',
      message: "Resource of type 'AWS::ECS::Cluster' with identifier 'shop' already exists.",
    });
  });

  function shownCluster() {
    const [cluster] = rig.sandbox.world.ecs.clusters.values();
    return cluster && describeCluster(rig.sandbox.world, cluster);
  }
});

describe('AWS::ECS::TaskDefinition', () => {
  test('is registered with the members of the template, all and no more', async () => {
    const made = await rig.create('ECS::TaskDefinition', 'TaskDefinition', {
      ...taskDefinition,
      Volumes: [
        { Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1', AuthorizationConfig: { IAM: 'ENABLED' } } },
      ],
      ProxyConfiguration: {
        ContainerName: 'app',
        ProxyConfigurationProperties: [{ Name: 'EgressIgnoredIPs', Value: 1 }],
      },
    });
    expect(made.ref).toBe(`arn:aws:ecs:${ACCOUNT}:task-definition/shop:1`);
    expect(made.attributes).toEqual({ TaskDefinitionArn: made.ref });
    const { body } = rig.sandbox.world.ecs.taskDefinitions.get(made.ref) ?? {};
    expect(body).toMatchObject({
      family: 'shop',
      cpu: '256',
      memory: '512',
      volumes: [{ name: 'data', efsVolumeConfiguration: { authorizationConfig: { iam: 'ENABLED' } } }],
      proxyConfiguration: { containerName: 'app', properties: [{ name: 'EgressIgnoredIPs', value: '1' }] },
    });
    expect(body?.['containerDefinitions']).toMatchObject([
      {
        essential: true,
        portMappings: [{ containerPort: 80, protocol: 'tcp' }],
        dockerLabels: { 'ecs-blue-green.bootstrap': 'image,command', Upper: 'Case' },
      },
    ]);
    expect(Object.keys(body ?? {}).sort()).toEqual(
      'containerDefinitions cpu family memory networkMode placementConstraints proxyConfiguration requiresCompatibilities volumes'.split(
        ' ',
      ),
    );
  });

  test('a deleted one is INACTIVE; without a family it has one made of stack and logical id', async () => {
    const unnamed = without(taskDefinition, 'Family');
    const made = await rig.create('ECS::TaskDefinition', 'TaskDefinition', unnamed);
    expect(made.ref).toMatch(/:task-definition\/shop-TaskDefinition-[A-Z0-9]{12}:1$/);
    await rig.remove('ECS::TaskDefinition', 'TaskDefinition', made, unnamed);
    expect(rig.sandbox.world.ecs.taskDefinitions.get(made.ref)?.status).toBe('INACTIVE');
  });
});

describe('AWS::ECS::Service', () => {
  const TYPE = 'ECS::Service';
  let parts: ServiceParts;
  let made: Made;

  beforeEach(async () => {
    parts = await serviceParts(rig);
    made = await rig.create(TYPE, 'Service', parts.properties);
  });

  const service = () => {
    const found = rig.sandbox.world.ecs.services.get(made.ref);
    if (!found) throw new Error('There is no service.');
    return found;
  };
  const settled = () => rig.handler(TYPE).settled?.(made, rig.context('Service'));
  const update = (change: object) =>
    rig.update(TYPE, 'Service', made, { ...parts.properties, ...change }, parts.properties);

  test('has ARN and name, one task, its options, and settles once it is steady', () => {
    expect(made).toEqual({
      physicalId: `arn:aws:ecs:${ACCOUNT}:service/shop/shop`,
      ref: `arn:aws:ecs:${ACCOUNT}:service/shop/shop`,
      attributes: { ServiceArn: `arn:aws:ecs:${ACCOUNT}:service/shop/shop`, Name: 'shop' },
    });
    expect(describeService(service(), rig.sandbox.settings)).toMatchObject({
      desiredCount: 1,
      healthCheckGracePeriodSeconds: 30,
      enableExecuteCommand: true,
      enableECSManagedTags: true,
      propagateTags: 'SERVICE',
      deploymentController: { type: 'CODE_DEPLOY' },
      launchType: 'FARGATE',
      loadBalancers: [{ containerName: 'app', containerPort: 80 }],
    });
    expect(settled()).toBe('waiting');
    rig.clock.advance(10_000);
    expect(settled()).toBe('done');
  });

  test('one that never gets healthy does not settle', async () => {
    const ContainerDefinitions = [{ Name: 'app', Image: 'repo/unhealthy:1', PortMappings: [{ ContainerPort: 80 }] }];
    const definition = await rig.create('ECS::TaskDefinition', 'Bad', { ...taskDefinition, ContainerDefinitions });
    const properties = { ...parts.properties, ServiceName: 'other', TaskDefinition: definition.ref };
    made = await rig.create(TYPE, 'Other', properties);
    rig.clock.advance(60 * 60_000);
    expect(settled()).toBe('waiting');
  });

  test.each([
    ['a task definition', { TaskDefinition: 'shop:2' }, 'update task definition'],
    [
      'the network',
      { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-2'] } } },
      'update network parameters',
    ],
    ['the platform version', { PlatformVersion: '1.4.0' }, 'update platform version'],
    ['the load balancer', { LoadBalancers: [] }, 'update load balancers'],
  ])('ECS refuses %s under CODE_DEPLOY', async (_, change, what) => {
    await expect(update(change)).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message:
        `Unable to ${what} on services with a CODE_DEPLOY deployment controller. ` +
        'Use AWS CodeDeploy to trigger a new deployment.',
    });
  });

  test('counts, grace period and options change in place; what leaves the template goes back', async () => {
    await update({ DesiredCount: '3', HealthCheckGracePeriodSeconds: '60', PropagateTags: undefined });
    expect(describeService(service(), rig.sandbox.settings)).toMatchObject({
      desiredCount: 3,
      healthCheckGracePeriodSeconds: 60,
      propagateTags: 'NONE',
      enableExecuteCommand: true,
    });
  });

  test('an unchanged count is not sent: what auto scaling set stays', async () => {
    service().desiredCount = 5;
    await update({ HealthCheckGracePeriodSeconds: 60 });
    expect(service().desiredCount).toBe(5);
  });

  test('where CloudFormation sends everything, every change is refused', async () => {
    rig = resources({ stackServiceUpdate: 'everything' });
    parts = await serviceParts(rig);
    made = await rig.create(TYPE, 'Service', parts.properties);
    await expect(update({ HealthCheckGracePeriodSeconds: 60 })).rejects.toThrow('Unable to update task definition');
    await expect(update({})).resolves.toEqual(made);
  });

  test('the target group must be behind a load balancer', async () => {
    const properties = {
      ...parts.properties,
      ServiceName: 'other',
      LoadBalancers: [{ TargetGroupArn: parts.green.ref, ContainerName: 'app', ContainerPort: 80 }],
    };
    await expect(rig.create(TYPE, 'Other', properties)).rejects.toThrow(
      `The target group with targetGroupArn ${parts.green.ref} does not have an associated load balancer.`,
    );
  });

  test('a deleted one drains, and only then is gone; then the cluster goes too', async () => {
    rig.clock.advance(10_000);
    await rig.remove(TYPE, 'Service', made, parts.properties);
    const gone = () => rig.handler(TYPE).gone?.(made, rig.context('Service'));
    expect(gone()).toBe('waiting');
    await expect(rig.remove('ECS::Cluster', 'Cluster', parts.cluster, {})).rejects.toMatchObject({
      code: 'ClusterContainsServicesException',
    });
    // The target group's deregistration delay is five minutes.
    rig.clock.advance(6 * 60_000);
    expect(gone()).toBe('done');
    await rig.remove('ECS::Cluster', 'Cluster', parts.cluster, {});
    expect([...rig.sandbox.world.ecs.clusters.values()].map(({ status }) => status)).toEqual(['INACTIVE']);
  });
});
