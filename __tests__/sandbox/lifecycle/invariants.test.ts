/** Any order of deployments, stops, waits that are ended, alarms, scaling and tasks of no service, under any choice of the open points. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isOver } from '../../../sandbox/lifecycle/table.ts';
import { runTask } from '../../../sandbox/operations/ecs/RunTask.ts';
import { updateService } from '../../../sandbox/operations/ecs/UpdateService.ts';
import { AwsError } from '../../../sandbox/operation.ts';
import { type Settings } from '../../../sandbox/settings.ts';
import { minute, rig, type Rig } from './rig.ts';

type Step =
  | { readonly do: 'deploy'; readonly image: string; readonly hook: string | null; readonly config: string }
  | { readonly do: 'stop'; readonly rollback: boolean | undefined }
  | { readonly do: 'continue'; readonly wait: string | undefined }
  | { readonly do: 'alarm'; readonly on: boolean }
  | { readonly do: 'scale'; readonly desired: number }
  | { readonly do: 'run'; readonly startedBy: 'job' | 'a task set' }
  | { readonly do: 'advance'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('deploy' as const),
    image: fc.constantFrom('app:2', 'app:2', 'app:unhealthy', 'app:crash'),
    hook: fc.constantFrom(null, null, 'BeforeInstall', 'AfterInstall', 'BeforeAllowTraffic', 'AfterAllowTraffic'),
    config: fc.constantFrom(
      'CodeDeployDefault.ECSAllAtOnce',
      'CodeDeployDefault.ECSCanary10Percent5Minutes',
      'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
    ),
  }),
  fc.record({ do: fc.constant('stop' as const), rollback: fc.constantFrom(true, false, undefined) }),
  fc.record({
    do: fc.constant('continue' as const),
    wait: fc.constantFrom('READY_WAIT', 'TERMINATION_WAIT', undefined),
  }),
  fc.record({ do: fc.constant('alarm' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('scale' as const), desired: fc.constantFrom(0, 1, 3) }),
  fc.record({ do: fc.constant('run' as const), startedBy: fc.constantFrom('job', 'a task set') }),
  fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(0, 400, 3_000, 20_000, minute, 20 * minute) }),
);

const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  baking: fc.constantFrom('never', 'terminationWait'),
  readyWaitAfter: fc.constantFrom('AfterAllowTestTraffic', 'AllowTestTraffic', 'BeforeAllowTraffic'),
  readyExpiryStatus: fc.constantFrom('Stopped', 'Failed'),
  stopLeavesGreen: fc.boolean(),
  stopLeavesBlue: fc.boolean(),
  stopPendingMs: fc.constantFrom(0, 700),
  stopDuringRemoval: fc.constantFrom('DeploymentAlreadyCompletedException', 'Pending'),
  rollbackDeploymentEvents: fc.constantFrom('AllowTraffic', 'all', 'none'),
  leftoversRemoved: fc.boolean(),
  serviceTaskDefinition: fc.constantFrom('swap', 'success', 'never'),
  queuedMs: fc.constantFrom(0, 500),
  alarmStatus: fc.constantFrom('Failed', 'Stopped'),
  eventsWithoutTestRoute: fc.constantFrom('six', 'skipped'),
  hooks: fc.constantFrom({}, { check: 'Failed' }, { check: 'silent' }),
});

function take(set: Rig, one: Step): void {
  const { call, clock, world, deploy, sandbox } = set;
  const newest = [...world.codedeploy.deployments.keys()].at(-1);
  switch (one.do) {
    case 'deploy':
      deploy({
        image: one.image,
        hooks: one.hook === null ? {} : { [one.hook]: 'check' },
        deploymentConfigName: one.config,
      });
      return;
    case 'stop':
      call('StopDeployment', { deploymentId: newest, autoRollbackEnabled: one.rollback });
      return;
    case 'continue':
      call('ContinueDeployment', { deploymentId: newest, deploymentWaitType: one.wait });
      return;
    case 'alarm':
      if (one.on) world.alarms.add('errors');
      else world.alarms.delete('errors');
      return;
    case 'scale':
      void updateService.handle({ cluster: 'main', service: 'web', desiredCount: one.desired }, sandbox, {});
      return;
    case 'run': {
      const startedBy = one.startedBy === 'job' ? 'job' : set.service.taskSets[0]?.id;
      void runTask.handle({ cluster: 'main', taskDefinition: set.service.taskDefinition, startedBy }, sandbox, {});
      return;
    }
    case 'advance':
      clock.advance(one.ms);
  }
}

function check({ world, service, weight }: Rig): void {
  const deployments = [...world.codedeploy.deployments.values()];
  expect(deployments.filter(({ phase }) => !isOver(phase)).length).toBeLessThanOrEqual(1);
  expect(deployments.map(({ error }) => error?.code)).not.toContain('INTERNAL_ERROR');
  const primaries = service.taskSets.filter(({ status }) => status === 'PRIMARY');
  expect(primaries).toHaveLength(1);
  expect(service.taskSets.length).toBeLessThanOrEqual(5);
  const own = [...world.ecs.tasks.values()].filter(({ serviceArn }) => serviceArn !== null);
  for (const { id, running, pending } of service.taskSets) {
    const live = own.filter(({ startedBy, desiredStatus }) => startedBy === id && desiredStatus === 'RUNNING');
    expect(live).toHaveLength(running + pending);
  }
  expect(weight('prod', 'one') + weight('prod', 'two')).toBe(100);
  const group = primaries[0]?.loadBalancer.targetGroupArn.includes('/one/') ? 'one' : 'two';
  expect(weight('prod', group)).toBeGreaterThan(0);
  for (const { phase, events, completedAt } of deployments) {
    expect(isOver(phase)).toBe(completedAt !== null);
    const running = events.filter(({ status }) => status === 'InProgress' || status === 'Pending');
    if (isOver(phase)) expect(running).toEqual([]);
    for (const { startedAt, endedAt } of events) expect(startedAt ?? 0).toBeLessThanOrEqual(endedAt ?? Infinity);
  }
}

test('the service always has one PRIMARY task set with traffic, and every deployment ends', () => {
  const group = fc.record({
    testListener: fc.boolean(),
    ready: fc.constantFrom(undefined, 10),
    rollback: fc.boolean(),
  });
  fc.assert(
    fc.property(settings, group, fc.array(step, { maxLength: 25 }), (chosen, { ready, ...more }, steps) => {
      const set = rig({ settings: chosen, alarms: ['errors'], ...more, ...(ready !== undefined && { ready }) });
      for (const one of steps) {
        try {
          take(set, one);
        } catch (cause) {
          // What AWS refuses at that moment.
          if (!(cause instanceof AwsError)) throw cause;
        }
        check(set);
      }
      for (let hour = 0; hour < 5; hour += 1) {
        set.clock.advance(60 * minute);
        check(set);
      }
      const open = [...set.world.codedeploy.deployments.values()].filter(({ phase }) => !isOver(phase));
      expect(open).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);
