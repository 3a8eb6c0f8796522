/** The load balancer, its listeners, the two target groups, and the tasks in them. */
import type { GroupView, ListenerView, ServiceView, TaskSetView, TaskView } from '../view-types.ts';
import { h, hidden, styled } from './dom.ts';
import { flow } from './flow.ts';
import { cut, percent, plural, shortId, shortImage } from './format.ts';

export type Rates = (listener: string, group: string) => number;

const slotNames = { blue: 'Blue', green: 'Green', other: 'Target group' } as const;
const roleNames = { production: 'Production', test: 'Test', other: 'Listener' } as const;

/** Blue is a square and green a disc, so that the two are told apart without their colours. */
export const mark = (slot: GroupView['slot']): HTMLElement =>
  h('span', { class: `slot ${slot}`, 'aria-hidden': 'true' });

export const listenerName = ({ role, port }: ListenerView): string => `${roleNames[role]} :${port}`;

function listenerCard(listener: ListenerView, rate: number): HTMLElement {
  const where =
    listener.url === null
      ? h('span', { class: 'muted' }, 'no port')
      : h('a', { href: listener.url, target: '_blank', rel: 'noreferrer' }, new URL(listener.url).host);
  return h(
    'li',
    { class: `listener ${listener.role}`, 'data-key': listener.arn },
    h('strong', {}, listenerName(listener)),
    where,
    h('span', { class: 'rate' }, rate > 0 ? `${rate.toFixed(rate < 10 ? 1 : 0)} req/s` : 'no traffic'),
  );
}

const states = {
  healthy: 'healthy',
  initial: 'health checks run',
  unhealthy: 'unhealthy',
  draining: 'draining',
  unused: 'not checked: no listener',
  unknown: 'not checked yet',
} as const;

const STARTING = ['PROVISIONING', 'PENDING', 'ACTIVATING'];

/** What a task is at, in a word or two, and the class that draws it. */
export function taskState(task: TaskView): { readonly text: string; readonly look: string } {
  if (task.status === 'STOPPED') return { text: 'stopped', look: 'stopped' };
  if (STARTING.includes(task.status)) return { text: task.status.toLowerCase(), look: 'starting' };
  if (task.status !== 'RUNNING') return { text: task.status.toLowerCase(), look: 'draining' };
  const { health } = task;
  return { text: states[health], look: health === 'unknown' || health === 'unused' ? 'initial' : health };
}

function taskChip(task: TaskView): HTMLElement {
  const { text, look } = taskState(task);
  return h(
    'li',
    { 'data-key': task.id },
    h(
      'button',
      {
        type: 'button',
        class: `task ${look}`,
        'data-do': 'open-task',
        'data-arg': task.id,
        title: task.healthReason,
      },
      h('span', { class: 'dot', 'aria-hidden': 'true' }),
      hidden('Task '),
      h('code', {}, shortId(task.id)),
      h('span', { class: 'state' }, text),
    ),
  );
}

function taskSet(set: TaskSetView): HTMLElement {
  const count = `${set.running} of ${set.desired} running${set.pending > 0 ? `, ${set.pending} starting` : ''}`;
  const more = set.tasksLeftOut > 0 ? h('p', { class: 'hint' }, `and ${plural(set.tasksLeftOut, 'more task')}`) : null;
  return h(
    'div',
    { class: 'set', 'data-key': set.id },
    h(
      'p',
      { class: 'set-head' },
      h('span', { class: `badge ${set.status.toLowerCase()}` }, set.status),
      h('strong', {}, cut(set.revision, 40)),
      h('code', { class: 'image', title: set.image }, cut(shortImage(set.image), 60)),
      h('span', { class: 'muted' }, count),
    ),
    h('ul', { class: 'tasks', 'aria-label': `Tasks of ${set.revision}` }, ...set.tasks.map(taskChip)),
    set.tasks.length === 0 && set.desired > 0
      ? h('p', { class: 'idle' }, 'No task is up: ECS waits before it starts the next ones.')
      : null,
    more,
  );
}

function groupCard(service: ServiceView, group: GroupView): HTMLElement {
  const sets = service.taskSets.filter((set) => set.group === group.arn);
  const shares = service.listeners.map((listener) => ({ listener, weight: listener.weights[group.arn] ?? 0 }));
  const main = shares.find(({ listener }) => listener.role !== 'test') ?? shares[0];
  const test = shares.find(({ listener }) => listener.role === 'test');
  return h(
    'li',
    { class: `group ${group.slot}`, 'data-key': group.arn },
    h(
      'div',
      { class: 'group-head' },
      h('h3', {}, mark(group.slot), slotNames[group.slot], h('small', { title: group.name }, cut(group.name, 40))),
      h(
        'p',
        { class: 'weight' },
        h('b', {}, percent(main?.weight)),
        h('span', {}, 'of production'),
        test ? h('span', { class: 'muted' }, `${percent(test.weight)} of test`) : null,
      ),
    ),
    h('div', { class: 'share', 'aria-hidden': 'true' }, styled(h('i'), { width: `${main?.weight ?? 0}%` })),
    ...(sets.length > 0 ? sets.map(taskSet) : [h('p', { class: 'idle' }, 'Idle: no task set is registered here.')]),
  );
}

/** `narrow`: listeners on top of the groups instead of beside them. */
export function picture(service: ServiceView, rates: Rates, narrow: boolean): HTMLElement {
  const { listeners, groups } = service;
  if (groups.length === 0) {
    return h('p', { class: 'hint' }, 'This service is in no target group: there is no traffic to show.');
  }
  const rateOf = (listener: ListenerView): number =>
    groups.reduce((all, group) => all + rates(listener.arn, group.arn), 0);
  return h(
    'div',
    { class: `picture${listeners.length === 0 ? ' bare' : ''}` },
    h(
      'ul',
      { class: 'listeners', 'aria-label': 'Listeners of the load balancer' },
      ...listeners.map((listener) => listenerCard(listener, rateOf(listener))),
    ),
    flow(service, rates, narrow),
    h('ul', { class: 'groups', 'aria-label': 'Target groups' }, ...groups.map((group) => groupCard(service, group))),
  );
}
