/** One task in full: state, exit codes, what it wrote, and a button that kills it. */
import type { LogLine, ServiceView, TaskView } from '../view-types.ts';
import { h, show, typedById } from './dom.ts';
import { dateTime, shortId } from './format.ts';
import { taskState } from './picture.ts';

const POLL_MS = 2_000;
let opened: string | null = null;
let lines: readonly LogLine[] | null | undefined;
let timer = 0;

const dialog = (): HTMLDialogElement => typedById('task', HTMLDialogElement);

const find = (service: ServiceView, id: string): TaskView | undefined =>
  [...service.taskSets.flatMap(({ tasks }) => tasks), ...service.stopped].find((task) => task.id === id);

function facts(task: TaskView): HTMLElement {
  const rows: readonly (readonly [string, string | null])[] = [
    ['State', `${task.status}, ${taskState(task).text}`],
    ['Health', task.healthReason],
    ['Revision', task.revision],
    ['Task set', task.taskSet],
    ['Created', dateTime(task.createdAt)],
    ['Started', task.startedAt === null ? null : dateTime(task.startedAt)],
    ['Stopped', task.stoppedAt === null ? null : dateTime(task.stoppedAt)],
    ['Reason', task.reason],
    ['Stop code', task.code],
  ];
  const shown = rows.filter(([, text]) => text !== null && text !== '');
  return h('dl', {}, ...shown.flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, text)]));
}

function containers(task: TaskView): HTMLElement {
  const heads = ['Container', 'Image', 'Exit code', 'Reason'].map((text) => h('th', { scope: 'col' }, text));
  const rows = task.containers.map(({ name, image, exitCode, reason }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      h('td', {}, h('code', {}, image)),
      h('td', {}, exitCode === null ? '–' : String(exitCode)),
      h('td', {}, reason ?? '–'),
    ),
  );
  return h(
    'div',
    { class: 'wide-table', tabindex: '0', role: 'region', 'aria-label': 'Containers' },
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows)),
  );
}

function logs(): HTMLElement {
  if (lines === undefined) return h('p', { class: 'hint' }, 'Reading what it wrote …');
  if (lines === null) return h('p', { class: 'hint' }, 'What it wrote is no longer kept.');
  if (lines.length === 0) return h('p', { class: 'hint' }, 'It has written nothing.');
  const text = lines.map((line) => `${dateTime(line.at).slice(11)} ${line.container}: ${line.text}`).join('\n');
  return h('pre', { tabindex: '0', role: 'region', 'aria-label': 'Log' }, text);
}

/** Brings the open dialog up to date with the state. */
export function showTask(service: ServiceView | null): void {
  if (opened === null || !service) return;
  const task = find(service, opened);
  const id = opened;
  show(
    dialog(),
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', { id: 'task-title' }, 'Task ', h('code', { title: id }, shortId(id))),
      h('button', { type: 'button', 'data-do': 'close-task' }, 'Close'),
    ),
    ...(task
      ? [
          facts(task),
          containers(task),
          h('h3', {}, 'Log'),
          logs(),
          task.status === 'RUNNING'
            ? h(
                'button',
                { type: 'button', class: 'danger', 'data-do': 'kill', 'data-arg': id, 'data-key': 'kill' },
                'Kill this task',
              )
            : null,
        ]
      : [h('p', { class: 'hint' }, 'ECS no longer lists this task.')]),
  );
}

async function readLog(id: string): Promise<void> {
  const answer = await fetch(`/_sandbox/tasks/${id}/logs`).catch(() => null);
  const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  if (opened !== id) return;
  const found: unknown = typeof body === 'object' && body !== null && 'lines' in body ? body.lines : null;
  lines = Array.isArray(found) ? (found as readonly LogLine[]) : null; // Our own sandbox's answer.
}

export function openTask(id: string, service: ServiceView | null): void {
  opened = id;
  lines = undefined;
  showTask(service);
  dialog().showModal();
  const read = (): void => {
    void readLog(id);
  };
  read();
  timer = setInterval(read, POLL_MS);
  dialog().addEventListener('close', forget, { once: true });
}

function forget(): void {
  opened = null;
  clearInterval(timer);
}

export function closeTask(): void {
  dialog().close();
}
