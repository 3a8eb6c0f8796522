/** How late the watch notices what AWS has, and what that costs in calls: on simulated time, against the sandbox. */
import { type Figure } from '../figure.ts';
import { type Account, openAccount } from './account.ts';
import { callsAtAll, callsInShift, callsInWait, endDelay, firstEventDelay, stepDelay } from './delays.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { watched, type Watched } from './watched.ts';

/** Each is watched so many times, the watch beginning each time a little later: the worst is told. */
const PHASES = 25;
const PHASE_MS = 197;
const TASKS_START_MS = 40_000;
const STEP_LIMIT = 2;
const UNFORESEEN_LIMIT = 5;
const SHIFT_CALLS = 15;
const WAIT_CALLS = 4;

export async function noticing(): Promise<readonly Figure[]> {
  const account = await openAccount(
    scenarios.flatMap(({ stack }, index) => phases.map((phase) => ({ ...stack, alarms: [`alarm-${index}-${phase}`] }))),
    TASKS_START_MS,
  );
  const all = scenarios.map((scenario, index) => watchedOften(account, scenario, index * PHASES));
  const seen = await account.clock.run(Promise.all(all));
  const figures = await Promise.all(scenarios.map((scenario, index) => figuresOf(scenario, seen[index] ?? [])));
  return figures.flat();
}

const phases = Array.from({ length: PHASES }, (_, phase) => phase);

function watchedOften(account: Account, scenario: Scenario, first: number): Promise<readonly Watched[]> {
  const { until, meanwhile } = scenario;
  const watches = phases.map((phase) => {
    const stack = account.stacks[first + phase];
    if (stack === undefined) throw new Error('There is no stack for this watch.');
    return watched(account, {
      stack,
      until,
      phaseMs: phase * PHASE_MS,
      ...(meanwhile === undefined ? {} : { meanwhile: meanwhile(phase) }),
    });
  });
  return Promise.all(watches);
}

async function figuresOf(scenario: Scenario, seen: readonly Watched[]): Promise<readonly Figure[]> {
  const { name, ends, endLimit, until, stack } = scenario;
  const wrong = seen.find(({ end }) => end.kind !== ends);
  if (wrong !== undefined) throw new Error(`${name}: ended as ${wrong.end.kind}, not ${ends}.`);
  const most = (of: (one: Watched) => number): number => Math.max(...seen.map(of));
  const seconds = (value: number): number => value / 1000;
  const figure = (what: string, value: number, unit: string, limit: number | null): Figure => {
    return { name: `${name}: ${what}`, value, unit, limit, note: '' };
  };
  const isGradual = stack.deploymentConfig !== undefined;
  const steps = Math.max(...(await Promise.all(seen.map(stepDelay))));
  return [
    ...(isGradual ? [figure('latest step', seconds(steps), 's', STEP_LIMIT)] : []),
    ...(stack.deploymentConfig === undefined && until === 'traffic-shifted'
      ? [figure('first event', seconds(most(firstEventDelay)), 's', UNFORESEEN_LIMIT)]
      : []),
    figure('end', seconds(most(endDelay)), 's', endLimit),
    ...(isGradual ? [figure('in the shift', most(callsInShift), 'calls/min', SHIFT_CALLS)] : []),
    ...(until === 'completed' ? [figure('in the wait', most(callsInWait), 'calls/min', WAIT_CALLS)] : []),
    figure('at all', most(callsAtAll), 'calls/min', null),
  ];
}
