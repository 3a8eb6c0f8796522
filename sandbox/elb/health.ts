import { type CheckResult } from '../runtime/runtime.ts';
import { type HealthCheck, type Target } from '../world/elb.ts';

/**
 * What one health check makes of a target. True when its state has changed.
 *
 * A new target is healthy after one check that passes; an unhealthy one after `healthyThreshold` in a row; any is
 * unhealthy after `unhealthyThreshold` failed ones in a row (ELB user guide: health checks for target groups).
 */
export function applyCheck(target: Target, check: HealthCheck, result: CheckResult): boolean {
  if (target.state === 'draining' || target.state === 'unused') return false;
  target.passed = result === null ? target.passed + 1 : 0;
  target.failed = result === null ? 0 : target.failed + 1;
  if (result === null) {
    const needed = target.state === 'unhealthy' ? check.healthyThreshold : 1;
    return target.passed >= needed && change(target, 'healthy', null, null);
  }
  if (target.failed < check.unhealthyThreshold) return false;
  return change(target, 'unhealthy', result.reason, describe(result));
}

/** ELBv2 API, TargetHealth: Description. */
function describe(result: NonNullable<CheckResult>): string {
  switch (result.reason) {
    case 'Target.ResponseCodeMismatch':
      return `Health checks failed with these codes: [${result.status}]`;
    case 'Target.Timeout':
      return 'Request timed out';
    case 'Target.FailedHealthChecks':
      return 'Health checks failed';
  }
}

/** The newest reason is kept; true only where the state is another. */
function change(target: Target, state: Target['state'], reason: string | null, description: string | null): boolean {
  const changed = target.state !== state;
  Object.assign(target, { state, reason, description });
  return changed;
}
