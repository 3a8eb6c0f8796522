/** DescribeTasks has the members that AWS's own samples have (AWS CLI 1.46.3, examples of ecs describe-tasks). */
import { type RegisterTaskDefinitionCommandInput, type Task } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Account, startAccount, webDefinition, webService } from '../account.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const START = Date.UTC(2026, 0, 1);
const at = (seconds: number): Date => new Date(START + seconds * 1_000);

let account: Account;
let targetGroup: string;

beforeEach(async () => {
  account = await startAccount();
  await account.ecs.createCluster({ clusterName: 'main' });
  const group = { Name: 'blue', Port: 8080, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip' } as const;
  const made = await account.elb.createTargetGroup(group);
  targetGroup = made.TargetGroups?.[0]?.TargetGroupArn ?? '';
});
afterEach(() => account.close());

async function start(
  definition: Partial<RegisterTaskDefinitionCommandInput> = {},
  service: Partial<ReturnType<typeof webService>> = {},
): Promise<void> {
  await account.ecs.registerTaskDefinition({ ...webDefinition, ...definition });
  await account.ecs.createService({ ...webService(targetGroup), ...service });
}

async function tasks(): Promise<Task[]> {
  const arns = [...account.sandbox.world.ecs.tasks.keys()];
  return (await account.ecs.describeTasks({ cluster: 'main', tasks: arns })).tasks ?? [];
}

const fargate = {
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  ephemeralStorage: { sizeInGiB: 20 },
  cpu: '256',
  memory: '512',
  attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
  overrides: { containerOverrides: [{ name: 'app' }], inferenceAcceleratorOverrides: [] },
  enableExecuteCommand: false,
};

test('a task that starts, runs and ends', async () => {
  await start();
  const [young] = await tasks();
  expect(young).toMatchObject({ ...fargate, lastStatus: 'PROVISIONING', createdAt: at(0), version: 1 });
  expect([young?.connectivity, young?.connectivityAt, young?.pullStartedAt, young?.pullStoppedAt]).toEqual(
    Array(4).fill(undefined),
  );
  account.clock.advance(2_000);
  const [pulling] = await tasks();
  expect(pulling).toMatchObject({
    lastStatus: 'PENDING',
    connectivity: 'CONNECTED',
    connectivityAt: at(1),
    pullStartedAt: at(1),
    version: 2,
  });
  expect(pulling?.pullStoppedAt).toBeUndefined();
  account.clock.advance(60_000);
  const [running] = await tasks();
  expect(running).toMatchObject({ ...fargate, startedAt: at(3), pullStoppedAt: at(3), version: 3 });
  expect(running?.executionStoppedAt).toBeUndefined();
  await account.ecs.stopTask({ cluster: 'main', task: running?.taskArn });
  account.clock.advance(300_000);
  const [ended] = await tasks();
  expect(ended).toMatchObject({
    ...fargate,
    lastStatus: 'STOPPED',
    connectivity: 'CONNECTED',
    stoppingAt: at(62),
    executionStoppedAt: at(362),
    stoppedAt: at(362),
    version: 7,
  });
});

test('tasks take turns in the zones of their subnets, and each has an interface of its own', async () => {
  const awsvpcConfiguration = { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-1'] };
  await start({}, { desiredCount: 3, networkConfiguration: { awsvpcConfiguration } });
  account.clock.advance(60_000);
  const found = await tasks();
  expect(found.map(({ availabilityZone }) => availabilityZone)).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1a']);
  const details = found.map(({ attachments }) =>
    Object.fromEntries(attachments?.[0]?.details?.map(({ name = '', value }) => [name, value]) ?? []),
  );
  expect(details.map(({ subnetId }) => subnetId)).toEqual(['subnet-a', 'subnet-b', 'subnet-a']);
  expect(details[0]).toEqual({
    subnetId: 'subnet-a',
    networkInterfaceId: expect.stringMatching(/^eni-0[0-9a-f]{16}$/),
    macAddress: expect.stringMatching(/^0a(:[0-9a-f]{2}){5}$/),
    privateDnsName: expect.stringMatching(/^ip-10-0-\d+-\d+\.eu-west-1\.compute\.internal$/),
    privateIPv4Address: found[0]?.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address,
  });
  expect(new Set(details.map(({ networkInterfaceId }) => networkInterfaceId)).size).toBe(3);
});

test('what the definition says of a container, and the digest once its image is there', async () => {
  const [app] = webDefinition.containerDefinitions ?? [];
  const containers = [
    { ...app, image: `repo/web@${DIGEST}`, cpu: 128, memory: 256, memoryReservation: 64 },
    { name: 'sidecar', image: 'repo/sidecar:1', essential: false },
  ];
  const more = { ephemeralStorage: { sizeInGiB: 50 }, runtimePlatform: { cpuArchitecture: 'ARM64' as const } };
  await start({ containerDefinitions: containers, ...more });
  expect((await tasks())[0]?.containers?.[0]?.imageDigest).toBeUndefined();
  account.clock.advance(60_000);
  const [task] = await tasks();
  expect(task).toMatchObject({
    ephemeralStorage: { sizeInGiB: 50 },
    attributes: [{ name: 'ecs.cpu-architecture', value: 'arm64' }],
    overrides: { containerOverrides: [{ name: 'app' }, { name: 'sidecar' }] },
    containers: [
      { name: 'app', imageDigest: DIGEST, cpu: '128', memory: '256', memoryReservation: '64', networkBindings: [] },
      { name: 'sidecar', cpu: '0', networkBindings: [] },
    ],
  });
  expect([task?.containers?.[1]?.memory, task?.containers?.[1]?.imageDigest]).toEqual([undefined, undefined]);
});

test('on EC2 in bridge mode: ports of the host, no interface and nothing of Fargate', async () => {
  const container = { name: 'app', image: 'web', cpu: 10, memory: 300 };
  await start(
    {
      networkMode: 'bridge',
      requiresCompatibilities: ['EC2'],
      cpu: undefined,
      memory: undefined,
      containerDefinitions: [
        { ...container, portMappings: [{ containerPort: 8080, hostPort: 80 }, { containerPort: 9090 }] },
      ],
    },
    { launchType: 'EC2', networkConfiguration: undefined },
  );
  account.clock.advance(60_000);
  const [task] = await tasks();
  expect(task).toMatchObject({
    launchType: 'EC2',
    cpu: '10',
    memory: '300',
    attachments: [],
    containers: [
      {
        networkBindings: [{ bindIP: '0.0.0.0', containerPort: 8080, hostPort: 80, protocol: 'tcp' }],
        networkInterfaces: [],
      },
    ],
  });
  expect([task?.platformFamily, task?.platformVersion, task?.ephemeralStorage]).toEqual(Array(3).fill(undefined));
  const { services } = await account.ecs.describeServices({ cluster: 'main', services: ['web'] });
  expect([services?.[0]?.platformFamily, services?.[0]?.taskSets?.[0]?.platformFamily]).toEqual(
    Array(2).fill(undefined),
  );
});

test('a service on Fargate and its task sets tell their platform; their tasks do when the set is gone', async () => {
  await start();
  account.clock.advance(60_000);
  const { services } = await account.ecs.describeServices({ cluster: 'main', services: ['web'] });
  expect(services).toMatchObject([{ platformFamily: 'Linux', taskSets: [{ platformFamily: 'Linux' }] }]);
  const { service } = await account.ecs.updateService({ cluster: 'main', service: 'web', desiredCount: 2 });
  expect(service?.platformFamily).toBe('Linux');
  await account.ecs.deleteService({ cluster: 'main', service: 'web', force: true });
  account.clock.advance(310_000);
  expect(await tasks()).toMatchObject([fargate, fargate]);
});
