import { type RunningTask, type TaskEvents, type TaskLaunch } from './runtime.ts';

/** Exit codes: the process's own, and 128 + the number of the signal that ended it. */
const CRASHED = 1;
const KILLED = 137;

export interface PlayedTask extends RunningTask {
  isAlive(): boolean;
  /** The first essential container ends with exit code 1. */
  readonly crash: () => void;
}

/** A task whose containers are not processes. `gone` is called once, when the last of them has ended. */
export function played(launch: TaskLaunch, events: TaskEvents, gone: () => void): PlayedTask {
  const alive = new Set(launch.containers.map(({ name }) => name));
  const exit = (names: readonly string[], code: number): void => {
    for (const name of names) {
      if (!alive.delete(name)) continue;
      if (alive.size === 0) gone();
      events.exited(name, code, null);
    }
  };
  return {
    isAlive: () => alive.size > 0,
    crash() {
      const first = launch.containers.find(({ essential }) => essential);
      if (first) exit([first.name], CRASHED);
    },
    stop() {
      exit([...alive], 0);
    },
    kill(container) {
      exit(container === undefined ? [...alive] : [container], KILLED);
    },
  };
}
