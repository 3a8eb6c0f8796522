import { type ReadyWaitAfter } from '../open-points.ts';
import { type Phase } from '../world/codedeploy.ts';

/** `done`: the phase's work is over. The others come from outside, or from something that went wrong. */
export type Signal = 'done' | 'return' | 'continue' | 'fail' | 'alarm' | 'stop';

/** Phases in which the deployment can still fail, be stopped, and be ended by an alarm. */
const working = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'ReadyWait',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic',
  'TerminationWait',
] as const satisfies readonly Phase[];

type Row = readonly [Phase, Signal, Phase];

const common: readonly Row[] = [
  ['Created', 'done', 'BeforeInstall'],
  ['Created', 'stop', 'Stopped'],
  ['Created', 'fail', 'Failed'],
  ['BeforeInstall', 'done', 'Install'],
  ['Install', 'done', 'AfterInstall'],
  ['AfterInstall', 'done', 'AllowTestTraffic'],
  ['AllowTraffic', 'done', 'AfterAllowTraffic'],
  ['AfterAllowTraffic', 'done', 'TerminationWait'],
  ['TerminationWait', 'done', 'RemoveBlue'],
  ['TerminationWait', 'continue', 'RemoveBlue'],
  ['RemoveBlue', 'done', 'Succeeded'],
  ['RemoveBlue', 'fail', 'Failed'],
  // A rollback deployment.
  ['Created', 'return', 'Return'],
  ['Return', 'done', 'Succeeded'],
  ['Return', 'fail', 'Failed'],
  ...working.flatMap((phase) => [
    [phase, 'fail', 'Failed'] as const,
    [phase, 'alarm', 'Failed'] as const,
    [phase, 'stop', 'Stopped'] as const,
  ]),
];

/** Where the wait for ContinueDeployment stands is an open point. */
const middles: Readonly<Record<ReadyWaitAfter, readonly Row[]>> = {
  AfterAllowTestTraffic: [
    ['AllowTestTraffic', 'done', 'AfterAllowTestTraffic'],
    ['AfterAllowTestTraffic', 'done', 'ReadyWait'],
    ['ReadyWait', 'done', 'BeforeAllowTraffic'],
    ['ReadyWait', 'continue', 'BeforeAllowTraffic'],
    ['BeforeAllowTraffic', 'done', 'AllowTraffic'],
  ],
  AllowTestTraffic: [
    ['AllowTestTraffic', 'done', 'ReadyWait'],
    ['ReadyWait', 'done', 'AfterAllowTestTraffic'],
    ['ReadyWait', 'continue', 'AfterAllowTestTraffic'],
    ['AfterAllowTestTraffic', 'done', 'BeforeAllowTraffic'],
    ['BeforeAllowTraffic', 'done', 'AllowTraffic'],
  ],
  BeforeAllowTraffic: [
    ['AllowTestTraffic', 'done', 'AfterAllowTestTraffic'],
    ['AfterAllowTestTraffic', 'done', 'BeforeAllowTraffic'],
    ['BeforeAllowTraffic', 'done', 'ReadyWait'],
    ['ReadyWait', 'done', 'AllowTraffic'],
    ['ReadyWait', 'continue', 'AllowTraffic'],
  ],
};

/** The whole lifecycle: state, event, next. What is not in it does not happen. */
export const tables: Readonly<Record<ReadyWaitAfter, readonly Row[]>> = {
  AfterAllowTestTraffic: [...common, ...middles.AfterAllowTestTraffic],
  AllowTestTraffic: [...common, ...middles.AllowTestTraffic],
  BeforeAllowTraffic: [...common, ...middles.BeforeAllowTraffic],
};

/** The phase that follows, or undefined where the table has no such row. */
export function next(
  phase: Phase,
  signal: Signal,
  readyWaitAfter: ReadyWaitAfter = 'AfterAllowTestTraffic',
): Phase | undefined {
  return tables[readyWaitAfter].find(([from, event]) => from === phase && event === signal)?.[2];
}

/** Created, Queued, InProgress, Ready and Baking are not ends (CodeDeploy API: DeploymentStatus). */
export const isOver = (phase: Phase): phase is 'Succeeded' | 'Failed' | 'Stopped' =>
  phase === 'Succeeded' || phase === 'Failed' || phase === 'Stopped';
