/** What happened, newest first, and the tasks that have stopped. */
import type { ServiceView, TaskView } from '../view-types.ts';
import { h } from './dom.ts';
import { clockTime, shortId } from './format.ts';
import { type Happening, happenings } from './happenings.ts';

function entry({ key, at, source, text, bad }: Happening): HTMLElement {
  return h(
    'li',
    { 'data-key': key, class: bad ? 'event bad' : 'event' },
    h('time', {}, clockTime(at)),
    h('span', { class: 'service' }, source),
    h('span', { class: 'text' }, text),
  );
}

export function eventsPanel(service: ServiceView | null): HTMLElement {
  const all = service ? happenings(service) : [];
  if (all.length === 0) return h('p', { class: 'hint' }, 'Nothing has happened yet.');
  return h('ol', { class: 'log', 'aria-label': 'Events, newest first' }, ...all.map(entry));
}

function row(task: TaskView): HTMLElement {
  const exit = task.containers.map(({ exitCode }) => exitCode).filter((code) => code !== null);
  return h(
    'tr',
    { 'data-key': task.id },
    h(
      'th',
      { scope: 'row' },
      h('button', { type: 'button', class: 'link', 'data-do': 'open-task', 'data-arg': task.id }, shortId(task.id)),
    ),
    h('td', {}, task.revision),
    h('td', { class: 'reason' }, task.reason ?? '–'),
    h('td', {}, exit.length > 0 ? exit.join(', ') : '–'),
    h('td', {}, task.stoppedAt === null ? '–' : clockTime(task.stoppedAt)),
  );
}

/** Stays folded away until a person opens it: the picture comes first. */
export function stoppedPanel(service: ServiceView): HTMLElement | null {
  if (service.stopped.length === 0) return null;
  const heads = ['Task', 'Revision', 'Reason', 'Exit code', 'Stopped'].map((text) => h('th', { scope: 'col' }, text));
  return h(
    'details',
    { class: 'stopped' },
    h('summary', {}, `Stopped tasks (${service.stopped.length})`),
    h(
      'div',
      { class: 'wide-table', tabindex: '0', role: 'region', 'aria-label': 'Stopped tasks' },
      h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...service.stopped.map(row))),
    ),
  );
}
