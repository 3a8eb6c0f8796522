/** When the alarms of the template go off during a deployment, and when they do not. */
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { compute, type Series } from '../../sandbox/cloudwatch/math.ts';
import { ExpressionFault, parseExpression } from '../../sandbox/cloudwatch/parse-expression.ts';
import { deploy, type Outputs, type ServiceStage, startServiceStage, trial } from './service-stage.ts';

const MINUTE = 60_000;

let stage: ServiceStage;
let outputs: Outputs;
beforeEach(async () => {
  stage = await startServiceStage();
  // Half an hour of a quarter of the traffic: time for an alarm.
  outputs = await stage.launch('shop', 'service.yml', {
    ...trial,
    TrafficShift: 'Canary',
    ShiftPercent: '25',
    ShiftMinutes: '30',
  });
});
afterEach(() => stage.close());

const arnOf = async (color: 'Blue' | 'Green'): Promise<string> => {
  const { TargetGroups = [] } = await stage.elb.describeTargetGroups({ Names: [outputs[`${color}TargetGroup`] ?? ''] });
  return TargetGroups[0]?.TargetGroupArn ?? '';
};

/** So many requests in every one of twenty minutes, so many of them answered with 500, by the task set behind one group. */
async function traffic(
  deploymentId: string,
  color: 'Blue' | 'Green',
  requests: number,
  failed: number,
): Promise<string> {
  const targetGroupArn = await arnOf(color);
  for (let minute = 0; minute < 20; minute += 1) {
    for (let index = 0; index < requests; index += 1) {
      stage.sandbox.traffic.record({
        listenerArn: outputs['ProductionListenerArn'] ?? '',
        targetGroupArn,
        revision: 'shop:1',
        status: index < failed ? 500 : 200,
        fromBalancer: false,
        targetMs: 5,
      });
    }
    await stage.stage.pass(MINUTE);
  }
  const { deploymentInfo } = await stage.codedeploy.getDeployment({ deploymentId });
  return [deploymentInfo?.status, deploymentInfo?.errorInformation?.code]
    .filter((word) => word !== undefined)
    .join(' ');
}

/** A deployment in the half hour of its canary. */
async function shifting(): Promise<string> {
  const deploymentId = await deploy(stage, outputs);
  await stage.stage.pass(5 * MINUTE);
  return deploymentId;
}

test.each([
  ['none of many fails', 'Green', 100, 0],
  ['one of twenty fails: five percent are not more than five', 'Green', 20, 1],
  ['one of two fails: too few to judge', 'Green', 2, 1],
  ['nobody asks', 'Green', 0, 0],
] as const)('goes on where %s', async (_what, color, requests, failed) => {
  expect(await traffic(await shifting(), color, requests, failed)).toBe('InProgress');
});

test.each([
  ['one of ten fails on green', 'Green', 100, 10],
  ['one of ten fails on blue', 'Blue', 100, 10],
] as const)('is stopped and rolled back where %s', async (_what, color, requests, failed) => {
  const deploymentId = await shifting();
  expect(await traffic(deploymentId, color, requests, failed)).toMatch(/^(Stopped|Failed) ALARM_ACTIVE$/);
  const { deploymentInfo } = await stage.codedeploy.getDeployment({ deploymentId });
  expect(deploymentInfo?.rollbackInfo?.rollbackDeploymentId).toMatch(/^d-/);
});

/** What the alarm of that name makes of its metrics in the minutes 0, 1 and 2. */
async function computed(name: string, metrics: Readonly<Record<string, Series>>): Promise<unknown> {
  const { MetricAlarms = [] } = await stage.clients.cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNamePrefix: `shop-${name}-` }),
  );
  const expression = MetricAlarms[0]?.Metrics?.find(({ ReturnData }) => ReturnData !== false)?.Expression;
  return compute(parseExpression(expression ?? ''), {
    times: [0, 1, 2],
    metrics: () => [],
    byId(id) {
      const series = metrics[id];
      if (!series) throw new ExpressionFault(`no ${id}`);
      return series;
    },
  });
}
const minutes = (...values: readonly number[]): Series => new Map(values.entries());
const none = minutes();

// CloudWatch user guide, metric math: where the last minute's data comes late, FILL makes it a good one in every evaluation.
test('the last minute, whose data is not there yet, is no datapoint; nor does the group without data take any away', async () => {
  expect(await computed('ErrorsAlarm', { r1: minutes(100, 100), e1: minutes(10), r2: none, e2: none })).toEqual(
    minutes(10, 0),
  );
  expect(await computed('UnhealthyAlarm', { u1: none, u2: minutes(1, 2) })).toEqual(minutes(1, 2));
});

test.each([
  [3, 'InProgress'],
  [9, 'Stopped or Failed'],
])('green tasks that are unhealthy for %d minutes: %s', async (minutes, expected) => {
  const deploymentId = await shifting();
  const targets = stage.sandbox.world.elb.targets.get(await arnOf('Green')) ?? [];
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) Object.assign(target, { state: 'unhealthy' });
  for (let minute = 0; minute < minutes; minute += 1) await stage.stage.pass(MINUTE);
  for (const target of targets) Object.assign(target, { state: 'healthy' });
  await stage.stage.pass(MINUTE);
  const { deploymentInfo } = await stage.codedeploy.getDeployment({ deploymentId });
  const status = deploymentInfo?.status ?? '';
  expect(['Stopped', 'Failed'].includes(status) ? 'Stopped or Failed' : status).toBe(expected);
});
