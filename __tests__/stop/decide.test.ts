/** What is done about a deployment that is not waited for any longer: every phase with every policy. */
import { describe, expect, test } from '@jest/globals';
import { type Observation, unseen } from '../../src/engine/engine.ts';
import { type StopPolicy } from '../../src/inputs/types.ts';
import { decide } from '../../src/stop/decide.ts';
import { CHECKING, ID, INSTALLING, READY, SHIFTED, SHIFTING, STOPPED, SUCCEEDED } from '../stop-rig.ts';

const POLICIES: readonly StopPolicy[] = ['rollback', 'rollback-always', 'leave'];

function decided(seen: Partial<Observation> | null, policy: StopPolicy, mayStop = true): string {
  const look = seen === null ? null : { ...unseen(ID), ...seen };
  const decision = decide({ policy, seen: look, mayStop });
  return decision.kind === 'leave' ? decision.why : decision.kind;
}

describe('by phase: rollback, rollback-always, leave', () => {
  test.each<[string, Partial<Observation> | null, readonly [string, string, string]]>([
    ['created', {}, ['stop', 'stop', 'asked']],
    ['installing', INSTALLING, ['stop', 'stop', 'asked']],
    ['waits to be continued', READY, ['stop', 'stop', 'asked']],
    ['shifting', SHIFTING, ['stop', 'stop', 'asked']],
    ['all of production on it, AfterAllowTraffic runs', CHECKING, ['stop', 'stop', 'asked']],
    ['termination wait, its weights not told', { ...SHIFTED, taskSets: [] }, ['shifted', 'stop', 'asked']],
    ['termination wait', SHIFTED, ['shifted', 'stop', 'asked']],
    ['succeeded', SUCCEEDED, ['over', 'over', 'over']],
    ['stopped', STOPPED, ['over', 'over', 'over']],
    ['cannot be seen', null, ['unseen', 'stop', 'asked']],
  ])('%s', (_, seen, expected) => {
    expect(POLICIES.map((policy) => decided(seen, policy))).toEqual(expected);
  });
});

test.each(POLICIES)('a rollback by CodeDeploy is never stopped: %s', (policy) => {
  expect(decided({ ...SHIFTING, creator: 'codeDeployRollback' }, policy)).toBe('rollback');
  expect(decided({ ...SHIFTING, takesBack: 'd-FAILED001' }, policy)).toBe('rollback');
});

test.each(POLICIES)('a mode that stops nothing stops nothing: %s', (policy) => {
  expect([SHIFTING, null].map((seen) => decided(seen, policy, false))).toEqual(['never', 'never']);
});
