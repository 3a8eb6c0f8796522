import { describe, expect, test } from '@jest/globals';

import { applyCheck } from '../../../sandbox/elb/health.ts';
import { defaultHealthCheck } from '../../../sandbox/operations/elb/health-check.ts';
import { type CheckResult } from '../../../sandbox/runtime/runtime.ts';
import { type Target } from '../../../sandbox/world/elb.ts';

const check = { ...defaultHealthCheck('HTTP'), healthyThreshold: 3, unhealthyThreshold: 2 };
const ok: CheckResult = null;
const no: CheckResult = { reason: 'Target.ResponseCodeMismatch', status: 503 };
const late: CheckResult = { reason: 'Target.Timeout' };

const target = (state: Target['state']): Target => ({
  targetGroupArn: 'group',
  id: '10.0.0.1',
  port: 80,
  taskId: 'task',
  revision: 'web:1',
  endpoint: null,
  state,
  reason: null,
  description: null,
  passed: 0,
  failed: 0,
});

describe('a target', () => {
  test.each<[string, Target['state'], CheckResult[], Target['state'][]]>([
    ['new: healthy after one check that passes', 'initial', [ok], ['healthy']],
    ['new: unhealthy after the threshold', 'initial', [no, no], ['initial', 'unhealthy']],
    ['new: one failure and it is still new', 'initial', [no, ok], ['initial', 'healthy']],
    ['healthy: one failure is forgiven', 'healthy', [no, ok, no], ['healthy', 'healthy', 'healthy']],
    ['healthy: unhealthy after the threshold', 'healthy', [ok, no, late], ['healthy', 'healthy', 'unhealthy']],
    ['unhealthy: only so many in a row heal it', 'unhealthy', [ok, ok, no, ok, ok], Array(5).fill('unhealthy')],
    ['unhealthy: healed', 'unhealthy', [ok, ok, ok], ['unhealthy', 'unhealthy', 'healthy']],
    ['draining: nothing is looked at any more', 'draining', [ok, ok, no, no], Array(4).fill('draining')],
  ])('%s', (_, before, results, states) => {
    const one = target(before);
    const seen = results.map((result) => {
      const was = one.state;
      expect(applyCheck(one, check, result)).toBe(was !== one.state);
      return one.state;
    });
    expect(seen).toEqual(states);
  });

  test.each<[CheckResult, string, string]>([
    [no, 'Target.ResponseCodeMismatch', 'Health checks failed with these codes: [503]'],
    [late, 'Target.Timeout', 'Request timed out'],
    [{ reason: 'Target.FailedHealthChecks' }, 'Target.FailedHealthChecks', 'Health checks failed'],
  ])('says why: %j', (result, reason, description) => {
    const one = target('healthy');
    applyCheck(one, check, result);
    applyCheck(one, check, result);
    expect(one).toMatchObject({ state: 'unhealthy', reason, description });
    applyCheck(one, check, ok);
    applyCheck(one, check, ok);
    applyCheck(one, check, ok);
    expect(one).toMatchObject({ state: 'healthy', reason: null, description: null });
  });
});
