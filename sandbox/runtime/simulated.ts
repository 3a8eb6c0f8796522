/** Tasks without processes: for tests on a stepped clock, and for crowds of them. Fate follows from the images' names. */
import { type Clock } from '../clock.ts';
import { type Settings } from '../settings.ts';
import { behaviourOf } from './behaviour.ts';
import { type RunningTask, type TaskEvents, type TaskLaunch, type TaskRuntime } from './runtime.ts';

const CRASH_MS = 1_000;
/** What a process ends with that SIGKILL met (128 + 9). */
const KILLED = 137;

export function simulatedRuntime(clock: Clock, settings: Settings): TaskRuntime {
  const images = new Map<string, TaskLaunch>();
  const behaviour = (launch: TaskLaunch) => behaviourOf(settings, launch);
  return {
    kind: 'simulated',
    start(launch, events) {
      images.set(launch.taskId, launch);
      return startTask(clock, settings, launch, events, () => {
        images.delete(launch.taskId);
      });
    },
    check(taskId) {
      const launch = images.get(taskId);
      return launch && behaviour(launch) !== 'unhealthy' ? null : { reason: 'Target.FailedHealthChecks' };
    },
    close: () => Promise.resolve(),
  };
}

function startTask(
  clock: Clock,
  settings: Settings,
  launch: TaskLaunch,
  events: TaskEvents,
  gone: () => void,
): RunningTask {
  const alive = new Set(launch.containers.map(({ name }) => name));
  const exit = (name: string, exitCode: number): void => {
    if (!alive.delete(name)) return;
    if (alive.size === 0) gone();
    events.exited(name, exitCode, null);
  };
  clock.after(settings.taskStartMs, () => {
    if (alive.size === 0) return;
    events.running(new Map());
    const first = launch.containers.find(({ essential }) => essential);
    if (first && behaviourOf(settings, launch) === 'crash') {
      clock.after(CRASH_MS, () => {
        exit(first.name, 1);
      });
    }
  });
  return {
    stop() {
      for (const name of [...alive]) exit(name, 0);
    },
    kill(container) {
      for (const name of container === undefined ? [...alive] : [container]) exit(name, KILLED);
    },
  };
}
