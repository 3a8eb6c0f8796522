/** How each phase is brought about: what the account and the first run are like, and what stands still until it is let go. */
import { type Settings } from '../../sandbox/settings.ts';
import { type Deployment, type Phase as Point } from '../../sandbox/world/codedeploy.ts';
import { type StackOptions } from '../../scripts/rehearsal/stack.ts';
import { type Fault } from '../e2e/rig.ts';
import { type Phase } from './table/names.ts';

export interface Stage {
  readonly stack?: Partial<StackOptions>;
  /** Of the first run, and of a second one that deploys. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly otherInputs?: Readonly<Record<string, string>>;
  /** Lifecycle events that have a hook. */
  readonly hooks?: readonly string[];
  /** Only until the phase is reached. */
  readonly settings?: Partial<Settings>;
  /** The call that is held: its fault meets it once. */
  readonly call?: Pick<Fault, 'operation' | 'kind'>;
  /** Time stands still while the first run's deployment is here. */
  readonly at?: Point;
  /** The same, for the rollback that CodeDeploy makes. */
  readonly rollbackAt?: Point;
  /** Work outside of AWS that ends only when it is told to. */
  readonly gate?: 'build' | 'smoke-test' | 'run-task';
  /** True where the first run, and its deployment, are over by then. */
  readonly over?: true;
  /** True where the first run does not wait for its deployment. */
  readonly leaves?: true;
}

/** The same, with a first run that only starts its deployment: what is called from then on, others call. */
export function left(stage: Stage): Stage {
  return { ...stage, leaves: true, inputs: { ...stage.inputs, 'wait-for': 'none' } };
}

export const HOOK = 'check';
/** The step waits at most a second between two looks: none of its own waits decides how long a test takes. */
const CANARY = { deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes' };
const WAITS = { readyWaitMinutes: 5 };
const PASSES = { 'smoke-test': 'true' };

export const STAGES: Readonly<Record<Phase, Stage>> = {
  reading: { call: { operation: 'DescribeServices', kind: 'stalled' } },
  building: { gate: 'build' },
  registering: { call: { operation: 'RegisterTaskDefinition', kind: 'stalled' } },
  'run-task': { gate: 'run-task', inputs: { 'run-task': 'true' } },
  starting: { call: { operation: 'CreateDeployment', kind: 'held' }, at: 'Created' },
  created: { at: 'Created' },
  installing: { at: 'Install' },
  'after-install-hook': { at: 'AfterInstall', hooks: ['AfterInstall'] },
  'test-traffic-hook': { at: 'AfterAllowTestTraffic', hooks: ['AfterAllowTestTraffic'] },
  ready: { at: 'ReadyWait', stack: WAITS, otherInputs: PASSES },
  'smoke-test': {
    at: 'ReadyWait',
    stack: WAITS,
    gate: 'smoke-test',
    inputs: { 'smoke-test': 'touch smoking; until [ -e smoked ]; do sleep 0.1; done' },
    otherInputs: PASSES,
  },
  canary: { at: 'AllowTraffic', stack: CANARY },
  finishing: { at: 'AfterAllowTraffic', hooks: ['AfterAllowTraffic'] },
  terminating: { at: 'TerminationWait', inputs: { 'wait-for': 'completed' } },
  ended: { over: true, inputs: { 'wait-for': 'completed' } },
  'rolling-back': {
    rollbackAt: 'Return',
    hooks: ['AfterAllowTestTraffic'],
    settings: { hooks: { [HOOK]: 'Failed' } },
  },
};

/** The AppSpec that a workspace has where a lifecycle event has a hook. */
export function appspecWith(hooks: readonly string[]): string {
  return [
    'version: 0.0',
    'Resources:',
    '  - TargetService:',
    '      Type: AWS::ECS::Service',
    '      Properties:',
    '        TaskDefinition: <TASK_DEFINITION>',
    '        LoadBalancerInfo:',
    '          ContainerName: app',
    '          ContainerPort: 8080',
    'Hooks:',
    ...hooks.map((event) => `  - ${event}: ${HOOK}`),
    '',
  ].join('\n');
}

/** The deployment of a run, by the marker in its description. */
export function deploymentOf(deployments: Iterable<Deployment>, runId: string): Deployment | undefined {
  return [...deployments].find(({ description }) => description?.includes(`:${runId}.`));
}

/** Whether time is to stand still now. */
export function standsAt(stage: Stage, deployments: ReadonlyMap<string, Deployment>, runId: string): boolean {
  const first = deploymentOf(deployments.values(), runId);
  if (stage.at !== undefined) return first?.phase === stage.at;
  if (stage.rollbackAt === undefined || first === undefined) return false;
  return [...deployments.values()].some(
    ({ rollback, phase }) => rollback?.triggeringId === first.id && phase === stage.rollbackAt,
  );
}
