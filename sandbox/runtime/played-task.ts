import { type RunningTask, type TaskEvents, type TaskLaunch } from './runtime.ts';

/** Exit codes: the process's own, and 128 + the number of the signal that ended it. */
const CRASHED = 1;
const KILLED = 137;

export interface PlayedTask extends RunningTask {
  isAlive(): boolean;
  /** The first essential container ends with exit code 1. */
  readonly crash: () => void;
  /** It has done its work: its containers end as its course says, the first essential one before the others. */
  readonly finish: () => void;
}

/** A task whose containers are not processes. `gone` is called once, when the last of them has ended. */
export function played(launch: TaskLaunch, events: TaskEvents, gone: () => void): PlayedTask {
  const alive = new Set(launch.containers.map(({ name }) => name));
  const ends = new Map(Object.entries(launch.course?.containers ?? {}));
  const first = launch.containers.find(({ essential }) => essential);
  let finishing = false;
  const exit = (names: readonly string[], code: number): void => {
    for (const name of names) {
      if (!alive.delete(name)) continue;
      if (alive.size === 0) gone();
      const end = finishing ? ends.get(name) : undefined;
      events.exited(name, end ? end.exitCode : code, end?.reason ?? null);
    }
  };
  return {
    isAlive: () => alive.size > 0,
    crash() {
      if (first) exit([first.name], CRASHED);
    },
    finish() {
      finishing = true;
      if (first) exit([first.name], 0);
    },
    stop() {
      exit([...alive], 0);
    },
    kill(container) {
      exit(container === undefined ? [...alive] : [container], KILLED);
    },
  };
}
