/** How a task that RunTask started goes where its containers are not processes. */
import { type Clock } from '../clock.ts';
import { type Settings } from '../settings.ts';
import { behaviourOf, crashAfterMs } from './behaviour.ts';
import { type PlayedTask } from './played-task.ts';
import { type TaskCourse, type TaskEvents, type TaskLaunch } from './runtime.ts';

/** By the family of `revision` (`web:3`), else what holds for every one; empty where nothing is said. */
export function courseOf({ runTaskCourses: courses }: Settings, revision: string): TaskCourse {
  const family = revision.slice(0, Math.max(0, revision.lastIndexOf(':')));
  const own = Object.hasOwn(courses, family) ? courses[family] : undefined;
  return own ?? courses['*'] ?? {};
}

/** From the moment it runs: what it writes, and its end. A service's task has none unless its image crashes. */
export function playCourse(
  { clock, settings }: { readonly clock: Clock; readonly settings: Settings },
  { launch, events, task }: { readonly launch: TaskLaunch; readonly events: TaskEvents; readonly task: PlayedTask },
  crash: () => void,
): void {
  const { course } = launch;
  const crashMs = course?.containers ? null : crashAfterMs(settings, behaviourOf(settings, launch));
  if (crashMs !== null) clock.after(crashMs, crash);
  else if (course !== null) {
    const endMs = course.afterMs ?? settings.runTaskMs;
    for (const [name, { lines = [] }] of Object.entries(course.containers ?? {})) {
      for (const [index, line] of lines.entries()) {
        clock.after((endMs * index) / lines.length, () => {
          if (task.isAlive()) events.output(name, line);
        });
      }
    }
    clock.after(endMs, task.finish);
  }
}
