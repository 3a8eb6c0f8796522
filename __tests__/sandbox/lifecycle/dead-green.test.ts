/** The setting `deadGreenPasses`, over real health checks: nothing is checked that no listener names. */
import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, describe, expect, test } from '@jest/globals';

import { type TaskSet } from '../../../sandbox/world/ecs.ts';
import { type StackOptions } from '../../../scripts/rehearsal/stack.ts';
import { responders, type Responders } from './responders.ts';

let rig: Responders;
afterEach(() => rig.close());

async function putUp(options: Partial<StackOptions>): Promise<Responders> {
  rig = await responders({ terminationWaitMinutes: 30, ...options }, { deadGreenPasses: true });
  return rig;
}

async function statesOf({ loadBalancer }: TaskSet): Promise<unknown[]> {
  const { targetGroupArn: TargetGroupArn } = loadBalancer;
  const answer = await rig.clients.elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  return (answer.TargetHealthDescriptions ?? []).map(({ TargetHealth }) => [TargetHealth?.State, TargetHealth?.Reason]);
}

const both = (state: string, reason?: string): unknown[] => Array<unknown>(2).fill([state, reason]);

describe('all at once, without a test listener', () => {
  test('a dead replacement passes; once it has the traffic it is checked, and ECS replaces its tasks', async () => {
    const { deploy, until, green: greenOf, clock, messages, sandbox } = await putUp({ testListener: false });
    const deployment = await deploy('shop/web:unhealthy');
    await until(deployment, 'AfterInstall');
    const green = greenOf(deployment);
    expect([green.stability, green.running]).toEqual(['STEADY_STATE', 2]);
    expect(await statesOf(green)).toEqual(both('unused', 'Target.NotInUse'));

    await until(deployment, 'TerminationWait');
    expect(green.status).toBe('PRIMARY');
    await clock.advanceThrough(5_000);
    expect(green.stability).toBe('STABILIZING');
    expect(await statesOf(green)).toEqual(both('initial', 'Elb.InitialHealthChecking'));

    await clock.advanceThrough(60_000);
    const codes = 'due to (reason Health checks failed with these codes: [503]).';
    expect(messages().filter((message) => message.endsWith(codes)).length).toBeGreaterThanOrEqual(2);
    const tasks = [...sandbox.world.ecs.tasks.values()].filter(({ startedBy }) => startedBy === green.id);
    expect(tasks.length).toBeGreaterThan(2);
    expect(tasks[0]?.stoppedReason).toMatch(/^Task failed ELB health checks in \(target-group arn:/);

    await until(deployment, 'Succeeded');
    expect([deployment.status, green.stability]).toEqual(['Succeeded', 'STABILIZING']);
  });

  test('a good one is healthy soon after it has the traffic', async () => {
    const { deploy, until, green: greenOf, clock } = await putUp({ testListener: false });
    const deployment = await deploy('shop/web:v2');
    await until(deployment, 'TerminationWait');
    await clock.advanceThrough(5_000);
    const green = greenOf(deployment);
    expect([green.stability, await statesOf(green)]).toEqual(['STEADY_STATE', both('healthy')]);
  });

  test('scaled before the shift, it is steady again without a check', async () => {
    const { deploy, until, service, stack, clients, clock } = await putUp({
      testListener: false,
      readyWaitMinutes: 60,
    });
    const deployment = await deploy('shop/web:v2');
    await until(deployment, 'ReadyWait');
    await clients.ecs.send(
      new UpdateServiceCommand({ cluster: stack.cluster, service: stack.service, desiredCount: 3 }),
    );
    await clock.advanceThrough(10 * 60_000);
    expect([deployment.phase, service.taskSets.map(({ running }) => running)]).toEqual(['ReadyWait', [3, 3]]);
  });
});

test('a gradual shift has the replacement checked before it gets any traffic', async () => {
  const config = 'CodeDeployDefault.ECSCanary10Percent5Minutes';
  const { deploy, until, green, clock } = await putUp({ testListener: false, deploymentConfig: config });
  const deployment = await deploy('shop/web:unhealthy');
  await until(deployment, 'Install');
  await clock.advanceThrough(60_000);
  expect([deployment.phase, green(deployment).stability]).toEqual(['Install', 'STABILIZING']);
  await until(deployment, 'Failed');
  expect(deployment.error?.code).toBe('TIMEOUT');
});

test('with a test listener it is checked from the test shift on', async () => {
  const { deploy, until, green, clock, messages } = await putUp({ readyWaitMinutes: 60 });
  const deployment = await deploy('shop/web:unhealthy');
  await until(deployment, 'AfterInstall');
  expect(await statesOf(green(deployment))).toEqual(both('unused', 'Target.NotInUse'));
  await until(deployment, 'ReadyWait');
  await clock.advanceThrough(60_000);
  expect(messages().some((message) => message.includes('is unhealthy in'))).toBe(true);
});
