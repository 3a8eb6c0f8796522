/** Two services behind one production listener, told apart by the Host: a deployment of one leaves the other alone. */
import { CreateApplicationCommand, CreateDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import { CreateServiceCommand, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import {
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DescribeListenersCommand,
  DescribeRulesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Pool } from 'undici';

import { steppedClock, type SteppedClock } from '../../../sandbox/clock.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { clientsFor, type Clients } from '../../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../../scripts/rehearsal/stack.ts';
import { deployImage } from '../deploy-image.ts';

const LINEAR = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';
const HOST = 'api.example';
/** Hundreds of requests in real time, on a machine that may have other work. */
const LIMIT_MS = 60_000;
const api = { service: 'api', application: 'api', group: 'api' };

let clock: SteppedClock;
let running: RunningSandbox;
let clients: Clients;
let stack: Stack;
let pool: Pool;

beforeEach(async () => {
  clock = steppedClock();
  running = await startSandbox({ clock, seed: 1, registry: 'none', tasks: 'responder', listeners: 'ports' });
  clients = clientsFor(running.url);
  stack = await putUpStack(clients, { image: 'shop/web:v1', deploymentConfig: LINEAR });
  await addApi();
  await clock.advanceThrough(20_000);
  const endpoint = running.sandbox.balancer.endpoint(stack.productionListener);
  pool = new Pool(`http://127.0.0.1:${endpoint?.port ?? 0}`, { connections: 10 });
});
afterEach(async () => {
  await pool.destroy();
  await running.close();
});

/** A pair of groups, a rule of the listener for the Host, and what CodeDeploy needs to know. */
async function addApi(): Promise<void> {
  const [one = '', two = ''] = await Promise.all(['api-one', 'api-two'].map(targetGroup));
  const weights = [one, two].map((TargetGroupArn, index) => ({ TargetGroupArn, Weight: index === 0 ? 100 : 0 }));
  await clients.elb.send(
    new CreateRuleCommand({
      ListenerArn: stack.productionListener,
      Priority: 1,
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [HOST] } }],
      Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: weights } }],
    }),
  );
  await apiService(one);
  await clients.codedeploy.send(new CreateApplicationCommand({ applicationName: 'api', computePlatform: 'ECS' }));
  const routes = { prodTrafficRoute: { listenerArns: [stack.productionListener] } };
  await clients.codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: 'api',
      deploymentGroupName: 'api',
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      deploymentConfigName: LINEAR,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ecsServices: [{ clusterName: stack.cluster, serviceName: 'api' }],
      loadBalancerInfo: {
        targetGroupPairInfoList: [{ targetGroups: [{ name: 'api-one' }, { name: 'api-two' }], ...routes }],
      },
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 1 },
      },
    }),
  );
}

async function targetGroup(Name: string): Promise<string> {
  const group = { Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1', TargetType: 'ip', HealthCheckPath: '/health' } as const;
  const made = await clients.elb.send(new CreateTargetGroupCommand({ Name, ...group }));
  return made.TargetGroups?.[0]?.TargetGroupArn ?? '';
}

async function apiService(targetGroupArn: string): Promise<void> {
  const container = { name: 'app', image: 'shop/api:v1', portMappings: [{ containerPort: 8080 }] };
  await clients.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'api',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [container],
    }),
  );
  await clients.ecs.send(
    new CreateServiceCommand({
      cluster: stack.cluster,
      serviceName: 'api',
      taskDefinition: 'api',
      desiredCount: 2,
      launchType: 'FARGATE',
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-1'] } },
    }),
  );
}

type Counts = Map<string, number>;

async function ask(host: string, counts: Counts): Promise<void> {
  const { statusCode, body } = await pool.request({ path: '/', method: 'GET', headers: { host } });
  const { revision } = (await body.json()) as { revision: string }; // the responder's answer
  const key = `${statusCode} ${revision}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What the listener's routes say, each as one text. */
async function routes(): Promise<{ readonly web: string; readonly api: string }> {
  const ListenerArn = stack.productionListener;
  const { Listeners } = await clients.elb.send(new DescribeListenersCommand({ ListenerArns: [ListenerArn] }));
  const { Rules } = await clients.elb.send(new DescribeRulesCommand({ ListenerArn }));
  const rule = Rules?.find(({ Priority }) => Priority === '1');
  return { web: JSON.stringify(Listeners?.[0]?.DefaultActions), api: JSON.stringify(rule?.Actions) };
}

test.each([
  { deployed: 'api', of: api, host: HOST, other: 'web.example', stays: 'web', shifts: 'api' },
  { deployed: 'web', of: null, host: 'web.example', other: HOST, stays: 'api', shifts: 'web' },
] as const)(
  '$deployed is deployed: every request of the other is answered as before',
  async (row) => {
    const before = await routes();
    const id = await deployImage(clients, row.of ?? stack, `shop/${row.deployed}:v2`);
    const deployment = running.sandbox.world.codedeploy.deployments.get(id);
    const own: Counts = new Map();
    const others: Counts = new Map();
    const seen = new Set<string>();
    let sent = 0;
    // Requests are under way while time moves: 10 of each in every half minute.
    for (let steps = 0; deployment?.status !== 'Succeeded' && steps < 200; steps += 1) {
      const asked = Array.from({ length: 10 }, () => [ask(row.host, own), ask(row.other, others)]).flat();
      await Promise.all([...asked, clock.advanceThrough(30_000)]);
      sent += 10;
      const now = await routes();
      expect(now[row.stays]).toBe(before[row.stays]);
      seen.add(now[row.shifts]);
    }
    expect(deployment).toMatchObject({ status: 'Succeeded', error: null });
    expect(others).toEqual(new Map([[`200 ${row.stays}:1`, sent]]));
    const [old = 0, fresh = 0] = [1, 2].map((revision) => own.get(`200 ${row.shifts}:${revision}`));
    expect(old + fresh).toBe(sent);
    expect(Math.min(old, fresh)).toBeGreaterThan(0);
    // As it was, then every tenth; a gradual shift has both groups named from Install on.
    expect(seen.size).toBeGreaterThanOrEqual(10);
    own.clear();
    await Promise.all(Array.from({ length: 20 }, () => ask(row.host, own)));
    expect(own).toEqual(new Map([[`200 ${row.shifts}:2`, 20]]));
  },
  LIMIT_MS,
);
