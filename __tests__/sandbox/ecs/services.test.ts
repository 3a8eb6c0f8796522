import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Account, createWebService, startAccount, webService } from '../account.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';

let account: Account;
let targetGroup: string;
beforeEach(async () => {
  account = await startAccount();
  ({ targetGroup } = await createWebService(account));
});
afterEach(() => account.close());

const web = { cluster: 'main', service: 'web' };
const described = async () =>
  (await account.ecs.describeServices({ cluster: 'main', services: ['web'] })).services?.[0];

describe('CreateService', () => {
  test('under CODE_DEPLOY the first task set is PRIMARY, and there are no deployments', async () => {
    account.clock.advance(60_000);
    const service = await described();
    expect(service).toMatchObject({
      serviceArn: `${ARN}:service/main/web`,
      status: 'ACTIVE',
      runningCount: 2,
      pendingCount: 0,
      deployments: [],
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: targetGroup, containerName: 'app', containerPort: 8080 }],
      taskSets: [
        {
          status: 'PRIMARY',
          startedBy: 'CODE_DEPLOY',
          computedDesiredCount: 2,
          runningCount: 2,
          stabilityStatus: 'STEADY_STATE',
          launchType: 'FARGATE',
          platformVersion: 'LATEST',
          scale: { value: 100, unit: 'PERCENT' },
          taskDefinition: `${ARN}:task-definition/web:1`,
          networkConfiguration: {
            awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' },
          },
        },
      ],
    });
    expect(service?.taskSets?.[0]?.externalId).toBeUndefined();
  });

  test('the ECS controller is recorded: one deployment, no task sets', async () => {
    const input = { cluster: 'main', serviceName: 'rolling', taskDefinition: 'web', desiredCount: 1 };
    const { service } = await account.ecs.createService(input);
    expect(service).toMatchObject({ deploymentController: { type: 'ECS' }, taskSets: [] });
    expect(service?.deployments).toHaveLength(1);
  });

  test('capacity providers stand in place of a launch type', async () => {
    const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }];
    const input = { ...webService(targetGroup), serviceName: 'spot', launchType: undefined, capacityProviderStrategy };
    const { service } = await account.ecs.createService(input);
    expect(service?.taskSets).toMatchObject([{ capacityProviderStrategy, platformVersion: 'LATEST' }]);
    expect(service?.taskSets?.[0]?.launchType).toBeUndefined();
  });

  const load = (change: object) => ({ loadBalancers: [{ ...webService(targetGroup).loadBalancers?.[0], ...change }] });
  test.each([
    ['the same name again', () => ({ serviceName: 'web' }), 'Creation of service was not idempotent.'],
    ['no such cluster', () => ({ cluster: 'absent' }), 'Cluster not found.'],
    ['no such definition', () => ({ taskDefinition: 'absent' }), 'TaskDefinition not found.'],
    ['no load balancer', () => ({ loadBalancers: [] }), 'exactly one load balancer'],
    ['no such target group', () => load({ targetGroupArn: 'arn:x' }), 'The specified target group does not exist.'],
    [
      'no such container',
      () => load({ containerName: 'db' }),
      'The container db does not exist in the task definition.',
    ],
    ['no such port', () => load({ containerPort: 9 }), 'The container app did not have a container port 9 defined.'],
    ['no network', () => ({ networkConfiguration: undefined }), 'Network Configuration must be provided'],
    ['a daemon', () => ({ schedulingStrategy: 'DAEMON' as const }), 'DAEMON'],
    ['no count', () => ({ desiredCount: undefined }), 'desiredCount must be a whole number'],
    ['half a task', () => ({ desiredCount: 0.5 }), 'desiredCount must be a whole number'],
    ['an odd name', () => ({ serviceName: 'a/b' }), 'Service name'],
  ])('%s is refused, and nothing is made', async (_name, change, message) => {
    const before = account.sandbox.world.ecs.services.size;
    const input = { ...webService(targetGroup), serviceName: 'other', ...change() };
    await expect(account.ecs.createService(input)).rejects.toThrow(message);
    expect(account.sandbox.world.ecs.services.size).toBe(before);
  });
});

describe('UpdateService', () => {
  test('the desired count is followed', async () => {
    account.clock.advance(60_000);
    await account.ecs.updateService({ ...web, desiredCount: 3 });
    expect(await described()).toMatchObject({ desiredCount: 3, taskSets: [{ stabilityStatus: 'STABILIZING' }] });
    account.clock.advance(60_000);
    expect(await described()).toMatchObject({ runningCount: 3, taskSets: [{ stabilityStatus: 'STEADY_STATE' }] });
  });

  test.each([
    [
      { taskDefinition: 'web' },
      'Unable to update task definition on services with a CODE_DEPLOY deployment controller.',
    ],
    [{ networkConfiguration: {} }, 'Unable to update network parameters on services with a CODE_DEPLOY'],
    [{ platformVersion: '1.4.0' }, 'platform version'],
    [{ loadBalancers: [] }, 'load balancers'],
    [{ forceNewDeployment: true }, 'force a new deployment'],
    [{ desiredCount: -1 }, 'whole number'],
  ])('%j is refused', async (change, message) => {
    await expect(account.ecs.updateService({ ...web, ...change })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ['absent', 'ServiceNotFoundException'],
    ['main', 'ClusterNotFoundException'],
  ])('service %s', async (service, name) => {
    const cluster = service === 'main' ? 'absent' : 'main';
    await expect(account.ecs.updateService({ cluster, service })).rejects.toMatchObject({ name });
  });
});

test('DeleteService drains, then the service is INACTIVE and its name free', async () => {
  await expect(account.ecs.deleteService(web)).rejects.toThrow('while it is scaled above 0');
  const { service } = await account.ecs.deleteService({ ...web, force: true });
  expect(service).toMatchObject({ status: 'DRAINING', taskSets: [], runningCount: 0 });
  account.clock.advance(60_000);
  expect((await described())?.status).toBe('INACTIVE');
  await expect(account.ecs.updateService(web)).rejects.toMatchObject({ name: 'ServiceNotActiveException' });
  expect((await account.ecs.listServices({ cluster: 'main' })).serviceArns).toEqual([]);
  await account.ecs.createService(webService(targetGroup));
  expect((await described())?.status).toBe('ACTIVE');
});

test('DescribeServices takes names and ARNs, tells what is missing, and takes ten at most', async () => {
  const services = [`${ARN}:service/main/web`, 'absent'];
  const answer = await account.ecs.describeServices({ cluster: `${ARN}:cluster/main`, services });
  expect(answer.services).toHaveLength(1);
  expect(answer.failures).toEqual([{ arn: `${ARN}:service/main/absent`, reason: 'MISSING' }]);
  const many = account.ecs.describeServices({ cluster: 'main', services: Array<string>(11).fill('web') });
  await expect(many).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('clusters are made once, counted, and looked up by name or ARN', async () => {
  account.clock.advance(60_000);
  expect((await account.ecs.createCluster({ clusterName: 'main' })).cluster?.clusterArn).toBe(`${ARN}:cluster/main`);
  const { clusters, failures } = await account.ecs.describeClusters({ clusters: ['main', 'absent'] });
  expect(clusters).toMatchObject([{ activeServicesCount: 1, runningTasksCount: 2, pendingTasksCount: 0 }]);
  expect(failures).toEqual([{ arn: `${ARN}:cluster/absent`, reason: 'MISSING' }]);
  await expect(account.ecs.createCluster({ clusterName: 'a b' })).rejects.toThrow('Identifiers');
});

test('tasks are listed by state and described with their end', async () => {
  account.clock.advance(60_000);
  const { taskArns = [] } = await account.ecs.listTasks({ cluster: 'main', serviceName: 'web' });
  expect(taskArns).toHaveLength(2);
  expect((await account.ecs.listTasks({ cluster: 'main', maxResults: 1 })).nextToken).toBe('1');
  await account.ecs.updateService({ ...web, desiredCount: 0 });
  const stopped = await account.ecs.listTasks({ cluster: 'main', desiredStatus: 'STOPPED' });
  expect(stopped.taskArns).toEqual(taskArns);
  account.clock.advance(5 * 60_000);
  const id = taskArns[0]?.split('/').at(-1) ?? '';
  const { tasks, failures } = await account.ecs.describeTasks({ cluster: 'main', tasks: [id, 'f00'] });
  expect(tasks).toMatchObject([
    {
      taskArn: taskArns[0],
      lastStatus: 'STOPPED',
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: expect.stringMatching(/^Scaling activity initiated by \(deployment ecs-svc\/\d+\)$/),
      group: 'service:web',
      launchType: 'FARGATE',
      containers: [{ name: 'app', image: 'repo/web:1', exitCode: 0 }],
    },
  ]);
  expect(failures).toEqual([{ arn: `${ARN}:task/main/f00`, reason: 'MISSING' }]);
  const absent = account.ecs.listTasks({ cluster: 'main', serviceName: 'absent' });
  await expect(absent).rejects.toMatchObject({ name: 'ServiceNotFoundException' });
});
