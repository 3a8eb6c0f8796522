import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as codedeploy from '@aws-sdk/client-codedeploy';
import * as ecs from '@aws-sdk/client-ecs';
import * as elb from '@aws-sdk/client-elastic-load-balancing-v2';

import { type SteppedClock, steppedClock } from '../../../sandbox/clock.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { appSpec, groupInput } from '../lifecycle/rig.ts';

let running: RunningSandbox;
const clock: SteppedClock = steppedClock();
let clients: { cd: codedeploy.CodeDeployClient; ecs: ecs.ECSClient; elb: elb.ElasticLoadBalancingV2Client };

beforeAll(async () => {
  running = await startSandbox({ clock, seed: 1, registry: 'none' });
  const config = {
    endpoint: running.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  clients = {
    cd: new codedeploy.CodeDeployClient(config),
    ecs: new ecs.ECSClient(config),
    elb: new elb.ElasticLoadBalancingV2Client(config),
  };
});
afterAll(() => running.close());

/** Load balancer, groups and two listeners, as the SDK makes them. */
async function balancer() {
  const made = await clients.elb.send(new elb.CreateLoadBalancerCommand({ Name: 'web', Subnets: ['s-1', 's-2'] }));
  const LoadBalancerArn = made.LoadBalancers?.[0]?.LoadBalancerArn;
  const groups: (string | undefined)[] = [];
  for (const Name of ['one', 'two']) {
    const input = { Name, Port: 8080, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' } as const;
    const group = await clients.elb.send(new elb.CreateTargetGroupCommand(input));
    groups.push(group.TargetGroups?.[0]?.TargetGroupArn);
  }
  const listeners: string[] = [];
  for (const Port of [80, 8443]) {
    const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn: groups[0] }];
    const input = { LoadBalancerArn, Port, Protocol: 'HTTP' as const, DefaultActions };
    const listener = await clients.elb.send(new elb.CreateListenerCommand(input));
    listeners.push(listener.Listeners?.[0]?.ListenerArn ?? '');
  }
  return { groups, listeners };
}

async function register(image: string): Promise<string> {
  const containerDefinitions = [{ name: 'app', image, portMappings: [{ containerPort: 8080 }] }];
  const answer = await clients.ecs.send(
    new ecs.RegisterTaskDefinitionCommand({ family: 'web', containerDefinitions, networkMode: 'awsvpc' }),
  );
  return answer.taskDefinition?.taskDefinitionArn ?? '';
}

async function service(targetGroupArn: string | undefined): Promise<void> {
  await clients.ecs.send(new ecs.CreateClusterCommand({ clusterName: 'main' }));
  await clients.ecs.send(
    new ecs.CreateServiceCommand({
      cluster: 'main',
      serviceName: 'web',
      taskDefinition: await register('app:1'),
      desiredCount: 2,
      launchType: 'FARGATE',
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['s-1'], securityGroups: [], assignPublicIp: 'DISABLED' },
      },
    }),
  );
}

const deploymentInfo = async (deploymentId: string | undefined) =>
  (await clients.cd.send(new codedeploy.GetDeploymentCommand({ deploymentId }))).deploymentInfo;

const primaryGroup = async () => {
  const answer = await clients.ecs.send(new ecs.DescribeServicesCommand({ cluster: 'main', services: ['web'] }));
  const primary = answer.services?.[0]?.taskSets?.find((taskSet) => taskSet.status === 'PRIMARY');
  return primary?.loadBalancers?.[0]?.targetGroupArn;
};

describe('through the SDK, over HTTP', () => {
  test('from an empty account to shifted traffic', async () => {
    const { groups, listeners } = await balancer();
    await service(groups[0]);
    clock.advance(60_000);
    const { cd } = clients;
    await cd.send(new codedeploy.CreateApplicationCommand({ applicationName: 'app', computePlatform: 'ECS' }));
    const [prod = '', testing = ''] = listeners;
    const pair = {
      targetGroups: [{ name: 'one' }, { name: 'two' }],
      prodTrafficRoute: { listenerArns: [prod] },
      testTrafficRoute: { listenerArns: [testing] },
    };
    const group = groupInput({ group: { loadBalancerInfo: { targetGroupPairInfoList: [pair] } } });
    await cd.send(new codedeploy.CreateDeploymentGroupCommand(group));
    const content = appSpec(await register('app:2'));
    const { deploymentId } = await cd.send(
      new codedeploy.CreateDeploymentCommand({
        applicationName: 'app',
        deploymentGroupName: 'group',
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
      }),
    );
    const created = await deploymentInfo(deploymentId);
    expect([created?.status, created?.createTime]).toEqual(['Created', new Date(clock.now())]);

    clock.advance(60_000);
    const target = await cd.send(new codedeploy.GetDeploymentTargetCommand({ deploymentId, targetId: 'main:web' }));
    expect(target.deploymentTarget?.ecsTarget).toMatchObject({
      status: 'Succeeded',
      taskSetsInfo: [{ trafficWeight: 0 }, { trafficWeight: 100 }],
    });
    expect(target.deploymentTarget?.ecsTarget?.taskSetsInfo?.[0]?.identifer).toMatch(/^ecs-svc\//);
    expect((await deploymentInfo(deploymentId))?.status).toBe('InProgress');
    const answer = await clients.elb.send(new elb.DescribeListenersCommand({ ListenerArns: [prod] }));
    expect(answer.Listeners?.[0]?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups).toEqual([
      { TargetGroupArn: groups[1], Weight: 100 },
      { TargetGroupArn: groups[0], Weight: 0 },
    ]);
    expect(await primaryGroup()).toBe(groups[1]);

    clock.advance(5 * 60_000);
    expect((await deploymentInfo(deploymentId))?.status).toBe('Succeeded');
    const health = await clients.elb.send(new elb.DescribeTargetHealthCommand({ TargetGroupArn: groups[1] }));
    expect(health.TargetHealthDescriptions?.map((one) => one.TargetHealth?.State)).toEqual(['healthy', 'healthy']);
  });

  test('errors arrive under their modelled names', async () => {
    const unknown = new elb.DescribeTargetGroupsCommand({ Names: ['none'] });
    await expect(clients.elb.send(unknown)).rejects.toBeInstanceOf(elb.TargetGroupNotFoundException);
    await expect(deploymentInfo('d-AAAAAAAAA')).rejects.toBeInstanceOf(codedeploy.DeploymentDoesNotExistException);
  });
});
