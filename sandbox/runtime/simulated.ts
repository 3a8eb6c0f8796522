/** Tasks without processes: for tests on a stepped clock, and for crowds of them. */
import { type Clock } from '../clock.ts';
import { type Settings } from '../settings.ts';
import { behaviourOf } from './behaviour.ts';
import { playCourse } from './course.ts';
import { played } from './played-task.ts';
import { type TaskLaunch, type TaskRuntime } from './runtime.ts';

export function simulatedRuntime(clock: Clock, settings: Settings): TaskRuntime {
  const alive = new Map<string, TaskLaunch>();
  return {
    kind: 'simulated',
    start(launch, events) {
      const task = played(launch, events, () => alive.delete(launch.taskId));
      clock.after(settings.taskStartMs, () => {
        if (!task.isAlive()) return;
        alive.set(launch.taskId, launch);
        events.running(new Map());
        playCourse({ clock, settings }, { launch, events, task }, task.crash);
      });
      return task;
    },
    check(taskId) {
      const launch = alive.get(taskId);
      return launch && behaviourOf(settings, launch) !== 'unhealthy' ? null : { reason: 'Target.FailedHealthChecks' };
    },
    close: () => Promise.resolve(),
  };
}
