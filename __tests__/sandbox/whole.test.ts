/**
 * The sandbox as a whole, no part of it a stand-in: tasks that answer, listeners that are ports, health checks, a shift,
 * metrics, an alarm, a rollback and logs, under traffic that never ends, sixty times as fast as AWS.
 */
import { DescribeAlarmsCommand, type MetricDataQuery, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ContinueDeploymentCommand, type DeploymentInfo, GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { type ContainerDefinition, DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../scripts/rehearsal/stack.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { deployImage } from './deploy-image.ts';
import { startLoad, type Load } from './load.ts';

const LIMIT_MS = 120_000;
const LINEAR = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';
const ALARM = 'errors-of-web';
const container: Partial<ContainerDefinition> = {
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app' },
  },
};

let running: RunningSandbox;
let clients: Clients;
let stack: Stack;
let load: Load;

beforeAll(async () => {
  running = await startSandbox({ registry: 'none', tasks: 'responder', listeners: 'ports', speed: 60 });
  clients = clientsFor(running.url);
  stack = await putUpStack(clients, {
    image: 'shop/web:v1',
    deploymentConfig: LINEAR,
    // Ten hours, ten minutes on this machine: time to look at the test listener before the shift.
    readyWaitMinutes: 600,
    terminationWaitMinutes: 1,
    alarms: [ALARM],
  });
  await putAlarm();
  await until('the service is steady', async () => (await taskSets())[0]?.stabilityStatus === 'STEADY_STATE');
  load = startLoad(portOf(stack.productionListener));
}, LIMIT_MS);

afterAll(async () => {
  try {
    await load.stop();
  } finally {
    await running.close();
  }
});

const portOf = (listenerArn: string | null): number => {
  const port = running.sandbox.balancer.endpoint(listenerArn ?? '')?.port;
  if (port === undefined) throw new Error(`The listener ${String(listenerArn)} has no port.`);
  return port;
};

/** Looks again and again; throws what it waited for when that does not come. */
async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + LIMIT_MS / 2;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The share of 5xx, in percent, over both target groups together. */
async function putAlarm(): Promise<void> {
  const ending = (arn: string, mark: string): string => arn.slice(arn.indexOf(mark) + mark.length);
  const balancer = ending(stack.productionListener, ':listener/').split('/').slice(0, 3).join('/');
  const query = (Id: string, MetricName: string, group: string): MetricDataQuery => {
    const Dimensions = [
      { Name: 'LoadBalancer', Value: balancer },
      { Name: 'TargetGroup', Value: `targetgroup/${ending(group, ':targetgroup/')}` },
    ];
    const Metric = { Namespace: 'AWS/ApplicationELB', MetricName, Dimensions };
    return { Id, ReturnData: false, MetricStat: { Metric, Period: 60, Stat: 'Sum' } };
  };
  const of = stack.targetGroups.flatMap(({ arn }, index) => [
    query(`e${index}`, 'HTTPCode_Target_5XX_Count', arn),
    query(`r${index}`, 'RequestCount', arn),
  ]);
  const Expression = '100 * (FILL(e0, 0) + FILL(e1, 0)) / (FILL(r0, 0) + FILL(r1, 0))';
  await clients.cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: ALARM,
      // One bad minute is enough, and is remembered for half an hour.
      EvaluationPeriods: 30,
      DatapointsToAlarm: 1,
      Threshold: 8,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      Metrics: [...of, { Id: 'share', Expression, Label: 'Errors in percent' }],
    }),
  );
}

async function taskSets() {
  const { services } = await clients.ecs.send(
    new DescribeServicesCommand({ cluster: stack.cluster, services: [stack.service] }),
  );
  return services?.[0]?.taskSets ?? [];
}

async function infoOf(deploymentId: string): Promise<DeploymentInfo> {
  const { deploymentInfo } = await clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
  if (!deploymentInfo) throw new Error(`There is no deployment ${deploymentId}.`);
  return deploymentInfo;
}

const reached = (id: string, status: string): Promise<void> =>
  until(`${id} is ${status}`, async () => (await infoOf(id)).status === status);

/** Starts a deployment and takes it through its wait, with a look at the test listener. */
async function deploy(image: string, revision: string): Promise<string> {
  const id = await deployImage(clients, stack, image, { container });
  await reached(id, 'Ready');
  const test = await fetch(`http://127.0.0.1:${portOf(stack.testListenerArn)}/`);
  expect(await test.json()).toMatchObject({ image, revision });
  expect(load.seen(revision)).toBe(0);
  await clients.codedeploy.send(new ContinueDeploymentCommand({ deploymentId: id }));
  return id;
}

test(
  'a new version takes the traffic step by step; no request fails, and the original drains',
  async () => {
    const [before] = await taskSets();
    const id = await deploy('shop/web:v2', 'web:2');
    await reached(id, 'Succeeded');
    const from = load.answers().length;
    await until('50 more requests are answered', () => load.answers().length >= from + 50);
    expect(new Set(load.answers().slice(from))).toEqual(new Set(['200 web:2']));
    expect(load.failures()).toEqual([]);
    expect(new Set(load.answers())).toEqual(new Set(['200 web:1', '200 web:2']));
    expect(load.answers().length).toBeGreaterThan(300);
    // Both had a part of it for a time: after the first answer of the new one the old one still answers.
    expect(load.answers().lastIndexOf('200 web:1')).toBeGreaterThan(load.answers().indexOf('200 web:2'));

    expect((await taskSets()).map(({ status, externalId }) => [status, externalId])).toEqual([['PRIMARY', id]]);
    const TargetGroupArn = before?.loadBalancers?.[0]?.targetGroupArn;
    await until('the original has drained', async () => {
      const answer = await clients.elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
      return answer.TargetHealthDescriptions?.length === 0;
    });
    const ended = [...running.sandbox.world.ecs.tasks.values()].filter(({ startedBy }) => startedBy === before?.id);
    await until('its tasks have stopped', () => ended.every(({ status }) => status === 'STOPPED'));
    expect(ended.map(({ stopCode }) => stopCode)).toEqual(['ServiceSchedulerInitiated', 'ServiceSchedulerInitiated']);
  },
  LIMIT_MS,
);

test(
  'one that fails requests is ended by the alarm and rolled back, and the cause is told everywhere',
  async () => {
    const id = await deploy('shop/web:flaky', 'web:3');
    await reached(id, 'Failed');
    const { errorInformation } = await infoOf(id);
    expect(errorInformation).toEqual({ code: 'ALARM_ACTIVE', message: expect.stringContaining(ALARM) });

    const { MetricAlarms } = await clients.cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [ALARM] }));
    expect(MetricAlarms?.[0]).toMatchObject({
      StateValue: 'ALARM',
      StateReason: expect.stringMatching(/^Threshold Crossed: .*greater than the threshold \(8\.0\)/),
    });

    await until(
      'the rollback is told',
      async () => (await infoOf(id)).rollbackInfo?.rollbackDeploymentId !== undefined,
    );
    const { rollbackInfo } = await infoOf(id);
    await reached(rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded');
    const from = load.answers().length;
    await until('50 more requests are answered', () => load.answers().length >= from + 50);
    // A request that was on its way at the change may be among the first.
    expect(new Set(load.answers().slice(from + 10))).toEqual(new Set(['200 web:2']));
    expect(load.failures()).toEqual([]);
    const errors = load.answers().filter((answer) => answer === '500 web:3').length;
    expect(errors).toBeGreaterThan(0);
    // It was ended early in the shift: most requests never saw it.
    expect(load.seen('web:3')).toBeLessThan(load.seen('web:2'));

    const { events = [] } = await clients.logs.send(
      new FilterLogEventsCommand({ logGroupName: '/ecs/web', filterPattern: '"GET / 500"', limit: 10_000 }),
    );
    expect(events).toHaveLength(errors);
    const green = [...running.sandbox.world.ecs.tasks.values()].filter(({ taskDefinition }) =>
      taskDefinition.endsWith('/web:3'),
    );
    const streams = green.map(({ arn }) => `app/app/${arn.slice(-32)}`);
    expect(new Set(events.map(({ logStreamName }) => logStreamName))).toEqual(new Set(streams));
  },
  LIMIT_MS,
);
