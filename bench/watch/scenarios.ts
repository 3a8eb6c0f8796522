import { stopDeployment } from '../../sandbox/lifecycle/engine.ts';
import { type StackOptions } from '../../scripts/rehearsal/stack.ts';
import { type WatchCase } from './watched.ts';

/** For the `nth` of the watches of a scenario. */
type Meanwhile = (nth: number) => NonNullable<WatchCase['meanwhile']>;

export interface Scenario {
  readonly name: string;
  readonly stack: Partial<StackOptions>;
  readonly until: WatchCase['until'];
  readonly ends: 'reached' | 'failed' | 'stopped';
  /** Seconds within which its end has to be noticed; null: told, not judged. */
  readonly endLimit: number | null;
  readonly meanwhile?: Meanwhile;
}

const FORESEEN = 2;
const UNFORESEEN = 5;
const config = (name: string): Partial<StackOptions> => ({ deploymentConfig: `CodeDeployDefault.${name}` });

/** Someone stops the deployment this long after its start, each time a little later. */
const stopped =
  (atMs: number, laterMs = 0): Meanwhile =>
  (nth) =>
  ({ clock, sandbox }, deployment) => {
    clock.after(atMs + nth * laterMs, () => stopDeployment(sandbox, deployment, null));
  };

/** The group's alarm goes off this long after the deployment's start; the sandbox looks at alarms every second. */
const alarmed =
  (atMs: number, laterMs: number): Meanwhile =>
  (nth) =>
  ({ clock, sandbox: { world } }, { options }) => {
    clock.after(atMs + nth * laterMs, () => {
      options.alarms.forEach((name) => world.alarms.add(name));
    });
  };

const shifted = { until: 'traffic-shifted', ends: 'reached' } as const;
const completed = { until: 'completed', ends: 'reached' } as const;
const fails = { until: 'traffic-shifted', ends: 'failed', endLimit: UNFORESEEN } as const;
const stops = { until: 'traffic-shifted', ends: 'stopped', endLimit: UNFORESEEN } as const;
const hour = { terminationWaitMinutes: 60 };
const canary = config('ECSCanary10Percent5Minutes');
const linear1 = config('ECSLinear10PercentEvery1Minutes');
const linear3 = config('ECSLinear10PercentEvery3Minutes');

/** What is watched. Tasks take 45 s to be up, so that something can happen meanwhile. */
export const scenarios: readonly Scenario[] = [
  { name: 'all at once', stack: {}, ...shifted, endLimit: UNFORESEEN },
  { name: 'canary 10 %, 5 min', stack: canary, ...shifted, endLimit: FORESEEN },
  { name: 'linear, every minute', stack: linear1, ...shifted, endLimit: FORESEEN },
  { name: 'linear, every 3 min', stack: linear3, ...shifted, endLimit: FORESEEN },
  { name: 'all at once, 60 min wait', stack: hour, ...completed, endLimit: FORESEEN },
  { name: 'linear, every 3 min, 60 min wait', stack: { ...linear3, ...hour }, ...completed, endLimit: FORESEEN },
  { name: 'stopped while tasks start', stack: {}, ...stops, meanwhile: stopped(15_500, 613) },
  { name: 'stopped in a canary', stack: canary, ...stops, meanwhile: stopped(100_500, 4_613) },
  { name: 'alarm in linear, every minute', stack: linear1, ...fails, meanwhile: alarmed(277_700, 2_413) },
  { name: 'alarm in linear, every 3 min', stack: linear3, ...fails, meanwhile: alarmed(903_300, 7_213) },
  {
    name: 'stopped in a 60 min wait',
    stack: hour,
    until: 'completed',
    ends: 'stopped',
    endLimit: null,
    meanwhile: stopped(1_200_000, 613),
  },
];
