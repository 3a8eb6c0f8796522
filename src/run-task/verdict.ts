/** What a task's end means (pure). */
import { type Container, type Task } from '@aws-sdk/client-ecs';
import { type JsonObject, textOf } from '../json.ts';
import { hintFor } from '../report/hints.ts';
import { plain } from '../report/plain.ts';
import { containersOf } from '../task-definition/containers.ts';

export type Verdict =
  | { readonly ok: true; readonly notes: readonly string[] }
  | { readonly ok: false; readonly why: string; readonly hint: string | null };

/** 128 + SIGKILL, and + SIGTERM: how a container ends that ECS stops since an essential one has ended. */
const STOPPED_BY_ECS = new Set([137, 143]);

/** Names of the containers whose end is the task's (ECS API: ContainerDefinition.essential). */
export function essentialOf(body: JsonObject): readonly string[] {
  return containersOf(body)
    .filter(({ essential }) => essential !== false)
    .map(({ name }) => textOf(name));
}

/**
 * The task did its work when it ended by itself and every essential container exited with 0. Where overrides name some
 * of them, these did the work: another essential one may have been stopped by ECS when they were done.
 */
export function judge(task: Task, body: JsonObject, overridden: readonly string[]): Verdict {
  const { containers = [], stopCode, startedAt } = task;
  const essential = containers.filter(({ name }) => essentialOf(body).includes(name ?? ''));
  const ran = essential.some(({ exitCode }) => exitCode !== undefined);
  if (stopCode === 'TaskFailedToStart' || (startedAt === undefined && !ran)) {
    return failed(`it never started: ${[reasonOf(task), ...reasonsOf(containers)].join('; ')}`);
  }
  if (stopCode !== undefined && stopCode !== 'EssentialContainerExited') {
    return failed(`it was stopped before its end: ${reasonOf(task)}`);
  }
  const workers = essential.filter(({ name }) => overridden.includes(name ?? ''));
  const mayBeStopped = (container: Container): boolean => workers.length > 0 && !workers.includes(container);
  const wrong = essential.filter((container) => !endedWell(container, mayBeStopped(container)));
  if (wrong.length > 0) return failed(wrong.map(textOfContainer).join('; '));
  return {
    ok: true,
    notes: containers
      .filter(({ exitCode = 0 }) => exitCode !== 0)
      .map(textOfContainer)
      .map(plain),
  };
}

function endedWell({ exitCode, reason = '' }: Container, mayBeStopped: boolean): boolean {
  if (exitCode === 0) return true;
  // A reason tells of more than being stopped: out of memory, say.
  return mayBeStopped && reason === '' && (exitCode === undefined || STOPPED_BY_ECS.has(exitCode));
}

function failed(why: string): Verdict {
  return { ok: false, why: plain(why), hint: hintFor(why) };
}

function reasonOf({ stopCode, stoppedReason = '' }: Task): string {
  if (stoppedReason !== '') return stoppedReason;
  return stopCode ?? 'no reason given';
}

const reasonsOf = (containers: readonly Container[]): readonly string[] =>
  containers.flatMap(({ name, reason = '' }) => (reason === '' ? [] : [`container ${name ?? ''}: ${reason}`]));

function textOfContainer({ name, exitCode, reason = '' }: Container): string {
  const code = exitCode === undefined ? 'ended without an exit code' : `ended with exit code ${exitCode}`;
  return `container ${name ?? ''} ${code}${reason === '' ? '' : ` (${reason})`}`;
}
