import { describe, expect, test } from '@jest/globals';
import { type LifecycleEvent, type Observation, type ObservedTaskSet, unseen } from '../../src/engine/engine.ts';
import { decide } from '../../src/promote/decide.ts';

const event = (name: string, status: LifecycleEvent['status']): LifecycleEvent => ({
  ...{ name, status, diagnostics: null },
  startedAt: null,
  endedAt: null,
});
const green = (weight: number): ObservedTaskSet => ({
  ...{ id: 'ecs-svc/2', color: 'green', status: 'ACTIVE', weight },
  ...{ desired: 1, running: 1, pending: 0, targetGroup: null },
});

const seenAs = (more: Partial<Observation>): Observation => ({
  ...unseen('d-OURS00001'),
  status: 'InProgress',
  rawStatus: 'InProgress',
  ...more,
});
const shifted = {
  events: [event('AllowTraffic', 'Succeeded'), event('AfterAllowTraffic', 'Succeeded')],
  taskSets: [green(100)],
};

const phases: Readonly<Record<string, Observation>> = {
  created: seenAs({ status: 'Created', rawStatus: 'Created' }),
  installing: seenAs({ events: [event('Install', 'InProgress')] }),
  'being tested by a hook': seenAs({ events: [event('AfterAllowTestTraffic', 'InProgress')] }),
  ready: seenAs({ status: 'Ready', rawStatus: 'Ready', events: [event('Install', 'Succeeded')] }),
  'before the shift': seenAs({ events: [event('BeforeAllowTraffic', 'InProgress')] }),
  shifting: seenAs({ events: [event('AllowTraffic', 'InProgress')], taskSets: [green(10)] }),
  'after the shift': seenAs({ events: [event('AllowTraffic', 'Succeeded')], taskSets: [green(100)] }),
  'in the termination wait': seenAs(shifted),
  succeeded: seenAs({ status: 'Succeeded', ...shifted }),
  stopped: seenAs({ status: 'Stopped' }),
  failed: seenAs({ status: 'Failed' }),
};

describe('at first', () => {
  test.each([
    ['created', 'refuse'],
    ['installing', 'refuse'],
    ['being tested by a hook', 'refuse'],
    ['ready', 'ready'],
    ['before the shift', 'follow'],
    ['shifting', 'follow'],
    ['after the shift', 'follow'],
    ['in the termination wait', 'termination'],
    ['succeeded', 'follow'],
    ['stopped', 'follow'],
    ['failed', 'follow'],
  ])('%s: %s', (phase, expected) => {
    const decision = decide({ seen: phases[phase] ?? seenAs({}), waits: true, tried: null, until: 'completed' });
    expect('wait' in decision ? decision.wait : decision.kind).toBe(expected);
  });
});

test.each(['none', 'test-ready', 'traffic-shifted'] as const)(
  'the wait for the end of the original is left alone with wait-for: %s',
  (until) => {
    const seen = phases['in the termination wait'] ?? seenAs({});
    expect(decide({ seen, waits: true, tried: null, until })).toEqual({ kind: 'follow' });
  },
);

describe('after it had left the wait before the shift', () => {
  test.each(Object.keys(phases))('%s: the wait for the original is not ended in its place', (phase) => {
    const decision = decide({ seen: phases[phase] ?? seenAs({}), waits: true, tried: 'ready', until: 'completed' });
    expect(decision).toEqual(phase === 'ready' ? { kind: 'continue', wait: 'ready' } : { kind: 'follow' });
  });
});

test.each(Object.keys(phases))('a rollback by CodeDeploy is never promoted: %s', (phase) => {
  const seen = { ...(phases[phase] ?? seenAs({})), creator: 'codeDeployRollback', takesBack: 'd-BAD000001' };
  const decision = decide({ seen, waits: true, tried: null, until: 'completed' });
  expect(decision).toMatchObject({ kind: 'refuse' });
  expect(decision).toHaveProperty('why', expect.stringContaining('d-BAD000001'));
});
