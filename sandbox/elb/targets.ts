/** What is registered in target groups, and the health checks that run on it. */
import { isBehindListener } from '../lifecycle/traffic.ts';
import { type Sandbox } from '../operation.ts';
import { defaultHealthCheck } from '../operations/elb/health-check.ts';
import { type CheckResult } from '../runtime/runtime.ts';
import { type HealthCheck, type Target } from '../world/elb.ts';
import { type World } from '../world/world.ts';
import { applyCheck } from './health.ts';

export type Registration = Pick<Target, 'targetGroupArn' | 'id' | 'port' | 'taskId' | 'revision' | 'endpoint'>;

/** ELBv2 API, target group attributes: deregistration_delay.timeout_seconds. */
const DEREGISTRATION_DELAY = { name: 'deregistration_delay.timeout_seconds', seconds: 300 };

/** ELBv2 API, TargetHealth: states, reasons and descriptions. */
const registering = {
  state: 'initial',
  reason: 'Elb.RegistrationInProgress',
  description: 'Target registration is in progress',
} as const;
const unused = {
  state: 'unused',
  reason: 'Target.NotInUse',
  description: 'Target group is not configured to receive traffic from the load balancer',
} as const;

/** Where no listener names the group nothing is checked, as on AWS, unless the settings want it all the same. */
const isUnchecked = ({ settings, world }: Sandbox, targetGroupArn: string): boolean =>
  settings.deadGreenPasses && !isBehindListener(world, targetGroupArn);

export const targetsIn = (world: World, targetGroupArn: string): readonly Target[] =>
  world.elb.targets.get(targetGroupArn) ?? [];

/** Registers a target and checks it from then on; `changed` is told of each change of its state. */
export function registerTarget(sandbox: Sandbox, given: Registration, changed: (target: Target) => void): Target {
  const target: Target = {
    ...given,
    ...(isUnchecked(sandbox, given.targetGroupArn) ? unused : registering),
    passed: 0,
    failed: 0,
  };
  const { targets } = sandbox.world.elb;
  targets.set(given.targetGroupArn, [...targetsIn(sandbox.world, given.targetGroupArn), target]);
  checkIn(sandbox, target, sandbox.settings.taskHealthyMs, changed);
  return target;
}

/** Takes no new requests from now on; leaves the group, and calls `gone`, after the group's deregistration delay. */
export function deregisterTarget(sandbox: Sandbox, target: Target, gone: () => void): void {
  if (target.state === 'draining') return;
  Object.assign(target, {
    state: 'draining',
    reason: 'Target.DeregistrationInProgress',
    description: 'Target deregistration is in progress',
  });
  const { targetGroupArn } = target;
  sandbox.clock.after(deregistrationDelayMs(sandbox.world, targetGroupArn), () => {
    const left = targetsIn(sandbox.world, targetGroupArn).filter((other) => other !== target);
    if (left.length > 0) sandbox.world.elb.targets.set(targetGroupArn, left);
    else sandbox.world.elb.targets.delete(targetGroupArn);
    gone();
  });
}

function deregistrationDelayMs(world: World, targetGroupArn: string): number {
  const { name, seconds } = DEREGISTRATION_DELAY;
  return 1000 * Number(world.elb.targetGroups.get(targetGroupArn)?.attributes.get(name) ?? seconds);
}

function checkIn(sandbox: Sandbox, target: Target, ms: number, changed: (target: Target) => void): void {
  sandbox.clock.after(ms, () => {
    if (target.state !== 'draining') check(sandbox, target, changed);
  });
}

function check(sandbox: Sandbox, target: Target, changed: (target: Target) => void): void {
  const { settings, world, runtime, clock } = sandbox;
  const unchecked = isUnchecked(sandbox, target.targetGroupArn);
  if (unchecked !== (target.state === 'unused')) {
    Object.assign(target, unchecked ? unused : registering, { passed: 0, failed: 0 });
    changed(target);
  }
  if (unchecked) {
    checkIn(sandbox, target, settings.pollMs, changed);
    return;
  }
  const group = world.elb.targetGroups.get(target.targetGroupArn);
  const healthCheck = group?.healthCheck ?? defaultHealthCheck('HTTP');
  const result = runtime.check(target.taskId, target.port, healthCheck, target.endpoint);
  if (result instanceof Promise) {
    void clock.during(result).then((late) => {
      take(sandbox, target, healthCheck, late, changed);
    });
  } else take(sandbox, target, healthCheck, result, changed);
}

function take(
  sandbox: Sandbox,
  target: Target,
  healthCheck: HealthCheck,
  result: CheckResult,
  changed: (target: Target) => void,
): void {
  if (target.state === 'initial') {
    target.reason = 'Elb.InitialHealthChecking';
    target.description = 'Initial health checks in progress';
  }
  if (applyCheck(target, healthCheck, result)) changed(target);
  // A simulated task stays as well as it is: looking again would only cost time, where two days are stepped through.
  if (sandbox.runtime.kind === 'simulated' && target.state === 'healthy') return;
  checkIn(sandbox, target, healthCheck.intervalSeconds * 1000, changed);
}
