/** A started deployment on a stepped clock, whose looks and stop are played. */
import { type Service, type Task } from '@aws-sdk/client-ecs';
import { type Engine, type Observation, unseen } from '../src/engine/engine.ts';
import { type FollowPorts, type Started, whereabouts } from '../src/follow.ts';
import { type ControlInputs, type WaitFor } from '../src/inputs/types.ts';
import { recordedRun, type RecordedRun } from './recorded.ts';
import { fakeAws, inputs, LIVE, primarySet, service, world } from './target/fake-aws.ts';
import { judge } from './target/judge.ts';
import { FakeClock } from './watch/fake-clock.ts';

export const ID = 'd-OURS00001';
export const BACK = 'd-BACK00001';
export const ASKED = LIVE.replace(/12$/, '13');
export const CONTROL: ControlInputs = { onCancel: 'rollback', onTimeout: 'rollback', maxTaskFailures: null };

export interface Played {
  /** What each look at the deployment shows; the last one stays. A promise: an answer that takes its time. */
  readonly seen?: readonly (Partial<Observation> | Error | Promise<never>)[];
  /** What the looks show from the stop on. */
  readonly stopped?: readonly (Partial<Observation> | Error)[];
  /** What the rollback shows. */
  readonly rollback?: Partial<Observation>;
  readonly stop?: 'stopping' | 'over' | Error | Promise<never>;
  /** The revision that runs, by look; the last one stays. */
  readonly runs?: readonly string[];
  readonly stoppedTasks?: readonly Task[];
  readonly until?: WaitFor;
  readonly control?: ControlInputs | null;
  readonly signal?: AbortSignal;
}

export interface StopRig {
  readonly started: Started;
  readonly ports: FollowPorts;
  readonly clock: FakeClock;
  readonly run: RecordedRun;
  /** `observe d-…`, `stop d-…`, in order. */
  readonly calls: readonly string[];
}

export async function stopRig(played: Played): Promise<StopRig> {
  const judged = await judge(world(), inputs());
  const waiting = { ...judged.waiting, until: played.until ?? 'traffic-shifted' };
  const clock = new FakeClock();
  const run = recordedRun();
  const calls: string[] = [];
  const { aws } = fakeAws(world());
  let services = 0;
  const describeService = (): Promise<Service> => {
    const runs = played.runs ?? [LIVE];
    const taskDefinition = runs[Math.min(services++, runs.length - 1)];
    const set = primarySet(taskDefinition === undefined ? {} : { taskDefinition });
    return Promise.resolve(service({ taskSets: [set] }));
  };
  const ecs = { ...aws.ecs, describeService, stoppedTasks: () => Promise.resolve(played.stoppedTasks ?? []) };
  const signal = played.signal ?? new AbortController().signal;
  return {
    started: {
      ...{ id: ID, startedAt: clock.now(), engine: playedEngine(played, calls), waiting, asked: ASKED },
      ...whereabouts(judged.target),
      control: played.control === undefined ? CONTROL : played.control,
    },
    ports: { aws: { ...aws, ecs }, clock, log: run.log, runner: run.runner, signal },
    clock,
    run,
    calls,
  };
}

function playedEngine(played: Played, calls: string[]): Engine {
  let [looks, after] = [0, 0];
  let isStopped = false;
  return {
    start: () => Promise.reject(new Error('it is started')),
    promote: () => Promise.reject(new Error('nothing continues it')),
    stop: (id) => {
      calls.push(`stop ${id}`);
      const answer = played.stop ?? 'stopping';
      if (answer instanceof Error) return Promise.reject(answer);
      isStopped = answer === 'stopping';
      return Promise.resolve(answer);
    },
    observe: async (id) => {
      calls.push(`observe ${id}`);
      if (id !== ID) return { ...unseen(id), status: 'Succeeded', rawStatus: 'Succeeded', ...played.rollback };
      const list = isStopped ? (played.stopped ?? [STOPPED]) : (played.seen ?? [INSTALLING]);
      const next = await list[Math.min(isStopped ? after++ : looks++, list.length - 1)];
      if (next instanceof Error) throw next;
      return { ...unseen(id), ...next };
    },
  };
}

const SET = { status: 'ACTIVE', desired: 2, running: 2, pending: 0, targetGroup: null };
const event = (name: string, status: 'InProgress' | 'Succeeded') => ({
  ...{ name, status, startedAt: 1, endedAt: status === 'Succeeded' ? 2 : null },
  diagnostics: null,
});
const sets = (green: number): Observation['taskSets'] => [
  { ...SET, id: 'blue', color: 'blue', weight: 100 - green },
  { ...SET, id: 'green', color: 'green', weight: green },
];
const going = { status: 'InProgress', rawStatus: 'InProgress', creator: 'user', targetStatus: 'InProgress' } as const;

export const INSTALLING: Partial<Observation> = { ...going, events: [event('Install', 'InProgress')] };
export const READY: Partial<Observation> = { ...going, status: 'Ready', rawStatus: 'Ready', taskSets: sets(0) };
export const SHIFTING: Partial<Observation> = {
  ...going,
  events: [event('AllowTraffic', 'InProgress')],
  taskSets: sets(10),
};
export const CHECKING: Partial<Observation> = {
  ...going,
  events: [event('AllowTraffic', 'Succeeded'), event('AfterAllowTraffic', 'InProgress')],
  taskSets: sets(100),
};
export const SHIFTED: Partial<Observation> = {
  ...going,
  targetStatus: 'Succeeded',
  events: [event('AllowTraffic', 'Succeeded'), event('AfterAllowTraffic', 'Succeeded')],
  taskSets: sets(100),
};
export const SUCCEEDED: Partial<Observation> = { ...SHIFTED, status: 'Succeeded', rawStatus: 'Succeeded' };
export const STOPPED: Partial<Observation> = {
  status: 'Stopped',
  rawStatus: 'Stopped',
  creator: 'user',
  error: { code: 'MANUAL_STOP', message: 'stopped' },
  rollback: { deploymentId: BACK, message: null },
};
