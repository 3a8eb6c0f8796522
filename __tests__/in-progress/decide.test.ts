import { describe, expect, test } from '@jest/globals';
import { type LifecycleEvent, type Observation, unseen } from '../../src/engine/engine.ts';
import { decide, type Step, type Treatment } from '../../src/in-progress/decide.ts';

const set = (color: 'blue' | 'green', weight: number): Observation['taskSets'][number] => ({
  id: color,
  color,
  status: 'ACTIVE',
  weight,
  desired: 2,
  running: 2,
  pending: 0,
  targetGroup: null,
});

const event = (name: string, status: LifecycleEvent['status']): LifecycleEvent => ({
  name,
  status,
  startedAt: 1,
  endedAt: null,
  diagnostics: null,
});

const seen = (more: Partial<Observation>): Observation => ({
  ...unseen('d-OTHER0001'),
  status: 'InProgress',
  rawStatus: 'InProgress',
  ...more,
});

const PHASES = {
  created: unseen('d-OTHER0001'),
  installing: seen({ events: [event('Install', 'InProgress')], taskSets: [set('blue', 100), set('green', 0)] }),
  ready: seen({ status: 'Ready', rawStatus: 'Ready', events: [event('Install', 'Succeeded')] }),
  canary: seen({ events: [event('AllowTraffic', 'InProgress')], taskSets: [set('blue', 90), set('green', 10)] }),
  checked: seen({
    events: [event('AllowTraffic', 'Succeeded'), event('AfterAllowTraffic', 'InProgress')],
    taskSets: [set('blue', 0), set('green', 100)],
  }),
  terminating: seen({ targetStatus: 'Succeeded', taskSets: [set('blue', 0), set('green', 100)] }),
  'baking in its termination wait': seen({
    status: 'Baking',
    targetStatus: 'Succeeded',
    taskSets: [set('blue', 0), set('green', 100)],
  }),
  'shifted, its weights not told': seen({ targetStatus: 'Succeeded' }),
  'of a status that is not known yet': seen({ status: 'Unknown', rawStatus: 'Resting' }),
  'a rollback by CodeDeploy': seen({ creator: 'codeDeployRollback' }),
  'a rollback by what it takes back': seen({ takesBack: 'd-FAILED001', targetStatus: 'Succeeded' }),
  succeeded: seen({ status: 'Succeeded' }),
  failed: seen({ status: 'Failed' }),
  stopped: seen({ status: 'Stopped' }),
} as const;

type Row = Readonly<Record<Treatment, Step>>;
const before: Row = { wait: 'wait-for-end', finish: 'wait-for-shift', replace: 'stop' };
const after: Row = { wait: 'wait-for-end', finish: 'end-wait', replace: 'end-wait' };
const left: Row = { wait: 'wait-for-end', finish: 'wait-for-end', replace: 'wait-for-end' };
const over: Row = { wait: 'look-again', finish: 'look-again', replace: 'look-again' };

const TABLE: Readonly<Record<keyof typeof PHASES, Row>> = {
  created: before,
  installing: before,
  ready: before,
  canary: before,
  checked: before,
  terminating: after,
  'baking in its termination wait': after,
  'shifted, its weights not told': left,
  'of a status that is not known yet': before,
  'a rollback by CodeDeploy': left,
  'a rollback by what it takes back': left,
  succeeded: over,
  failed: over,
  stopped: over,
};

const treatments = ['wait', 'finish', 'replace'] as const;
const phases = Object.keys(TABLE) as (keyof typeof TABLE)[];
const cells = phases.flatMap((phase) => treatments.map((treatment) => [phase, treatment] as const));

describe('the other one is', () => {
  test.each(cells)('%s: %s', (phase, treatment) => {
    expect(decide(treatment, PHASES[phase], false)).toBe(TABLE[phase][treatment]);
  });

  test.each(cells)('%s, %s, and was told before: it is not told again', (phase, treatment) => {
    expect(decide(treatment, PHASES[phase], true)).toBe(TABLE[phase] === over ? 'look-again' : 'wait-for-end');
  });
});
