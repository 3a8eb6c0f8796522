import { describe, expect, test } from '@jest/globals';

import { type Deployment } from '../../../sandbox/world/codedeploy.ts';
import { minute, rig, type RigOptions } from './rig.ts';

const names = (deployment: Deployment) => deployment.events.map((event) => event.name);
const statuses = (deployment: Deployment) => [...new Set(deployment.events.map((event) => event.status))];

const canary = 'CodeDeployDefault.ECSCanary10Percent5Minutes';
const linear = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';

describe('a deployment that succeeds', () => {
  const cases: [string, RigOptions, number[]][] = [
    ['all at once, test listener', {}, [100]],
    ['all at once, no test listener', { testListener: false }, [100]],
    ['canary, test listener', { config: canary }, [10, 10, 10, 10, 10, 100]],
    ['canary, no test listener', { config: canary, testListener: false }, [10, 10, 10, 10, 10, 100]],
    ['linear, test listener', { config: linear }, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
    ['linear, no test listener', { config: linear, testListener: false }, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
  ];

  test.each(cases)('%s', (_name, options, weights) => {
    const { deploy, until, clock, weight, service, primary } = rig(options);
    const blue = primary();
    const deployment = deploy();
    expect(deployment.status).toBe('Created');

    until(deployment, 'Install');
    expect(deployment.status).toBe('InProgress');
    expect([weight('prod', 'one'), service.taskSets.length]).toEqual([100, 2]);

    until(deployment, 'AllowTraffic');
    expect(weight('test', 'two')).toBe(options.testListener === false ? 0 : 100);
    const seen = weights.map((_, step) => {
      if (step > 0) clock.advance(minute);
      return weight('prod', 'two');
    });
    expect(seen).toEqual(weights);

    until(deployment, 'TerminationWait');
    expect(deployment).toMatchObject({ status: 'InProgress', targetStatus: 'Succeeded', terminationWait: true });
    expect(primary()?.externalId).toBe(deployment.id);
    expect(service.taskSets.map((taskSet) => taskSet.id)).toContain(blue?.id);

    clock.advance(5 * minute - 100);
    expect(deployment.phase).toBe('TerminationWait');
    until(deployment, 'Succeeded');
    expect(service.taskSets).toEqual([primary()]);
    expect([weight('prod', 'one'), weight('prod', 'two')]).toEqual([0, 100]);
    expect(statuses(deployment)).toEqual(['Succeeded']);
  });

  test.each([
    ['test listener: eight events', {}, 8, ['Pending']],
    ['no test listener: six', { testListener: false }, 6, ['Pending']],
    [
      'no test listener, the other setting: eight, two Skipped',
      { testListener: false, settings: { eventsWithoutTestRoute: 'skipped' } },
      8,
      ['Pending', 'Skipped'],
    ],
  ] as [string, RigOptions, number, string[]][])('lists its events: %s', (_name, options, count, expected) => {
    const { deploy, until } = rig(options);
    const deployment = deploy();
    expect(names(deployment)).toHaveLength(count);
    expect(statuses(deployment)).toEqual(expected);
    until(deployment, 'Succeeded');
    const passed = deployment.events.filter((event) => event.status === 'Succeeded');
    expect(passed).toHaveLength(count === 8 && expected.length === 2 ? 6 : count);
  });

  test('times of its events never run backwards', () => {
    const { deploy, until } = rig();
    const deployment = deploy();
    until(deployment, 'Succeeded');
    const times = deployment.events.flatMap((event) => [event.startedAt, event.endedAt]);
    expect(times).not.toContain(null);
    expect(times).toEqual([...times].sort((a, b) => Number(a) - Number(b)));
  });
});

describe('roles', () => {
  test('swap with every deployment', () => {
    const { deploy, until, weight, primary } = rig({ terminationWait: 0 });
    const served = ['app:2', 'app:3', 'app:4'].map((image) => {
      const deployment = deploy({ image });
      until(deployment, 'Succeeded');
      return [primary()?.loadBalancer.targetGroupArn.split('/')[1], weight('prod', 'one'), weight('prod', 'two')];
    });
    expect(served).toEqual([
      ['two', 0, 100],
      ['one', 100, 0],
      ['two', 0, 100],
    ]);
  });

  test('every rule that names the pair is shifted, others are left alone', () => {
    const { world, deploy, until } = rig();
    const [listener] = [...world.elb.listeners.values()];
    const other = { TargetGroupArn: 'arn:other', Weight: 5 };
    const rule = (arn: string, TargetGroupArn: string) => ({
      arn,
      listenerArn: listener?.arn ?? '',
      priority: 1,
      conditions: [],
      actions: [
        { Type: 'forward' as const, ForwardConfig: { TargetGroups: [{ TargetGroupArn, Weight: 1 }, other] } },
        { Type: 'fixed-response' as const, FixedResponseConfig: { StatusCode: '200' } },
      ],
    });
    const [one = ''] = [...world.elb.targetGroups.keys()];
    world.elb.rules.set('ours', rule('ours', one));
    world.elb.rules.set('theirs', rule('theirs', 'arn:theirs'));
    until(deploy(), 'TerminationWait');
    const members = (arn: string) => world.elb.rules.get(arn)?.actions[0]?.ForwardConfig?.TargetGroups;
    expect(members('ours')?.map((member) => member.Weight)).toEqual([100, 0, 5]);
    expect(members('theirs')).toEqual([{ TargetGroupArn: 'arn:theirs', Weight: 1 }, other]);
  });

  test('what the AppSpec leaves out comes from the original task set', () => {
    const { deploy, until, primary } = rig();
    until(deploy(), 'TerminationWait');
    expect(primary()).toMatchObject({ launchType: 'FARGATE', platformVersion: 'LATEST', network: null });
  });
});
