/** The AWS API calls as they come in; each opens to its request and its answer. */
import type { CallView } from '../view-types.ts';
import { h, show } from './dom.ts';
import { clockTime } from './format.ts';

const isRead = ({ operation }: CallView): boolean => /^(Describe|Get|List|BatchGet|Filter|BatchCheck)/.test(operation);

function outcome(call: CallView): string {
  if (call.status === 0) return 'cut';
  return call.errorCode === null ? String(call.status) : `${call.status} ${call.errorCode}`;
}

function entry(call: CallView): HTMLElement {
  const bad = call.status === 0 || call.status >= 400;
  return h(
    'li',
    { 'data-key': call.id },
    h(
      'details',
      { 'data-toggle': 'open-call', 'data-arg': call.id },
      h(
        'summary',
        { class: bad ? 'bad' : '' },
        h('time', {}, clockTime(call.at)),
        h('span', { class: 'service' }, call.service ?? '?'),
        h('strong', {}, call.operation === '' ? 'unknown' : call.operation),
        h('span', { class: 'outcome' }, outcome(call)),
        call.fault === null ? null : h('span', { class: 'fault' }, `fault: ${call.fault}`),
        h('span', { class: 'muted' }, `${Math.round(call.ms)} ms`),
      ),
      h('div', { class: 'bodies' }),
    ),
  );
}

const elements = new WeakMap<CallView, HTMLElement>();

/** Newest first. Entries that are there stay as they are: only new ones are made. */
export function showCalls(root: Element, calls: readonly CallView[], changesOnly: boolean): void {
  const wanted = [...calls].reverse().filter((call) => !changesOnly || !isRead(call));
  if (wanted.length === 0) {
    show(
      root,
      h('p', { class: 'hint', 'data-key': 'none' }, 'No AWS API call yet. Every call to this sandbox is listed here.'),
    );
    return;
  }
  let list = root.querySelector('ol');
  if (!list) {
    show(root, h('ol', { class: 'log', 'aria-label': 'API calls, newest first' }));
    list = root.querySelector('ol');
  }
  const children = wanted.map((call) => {
    const made = elements.get(call) ?? entry(call);
    elements.set(call, made);
    return made;
  });
  if (list && !same([...list.children], children)) keepScroll(root, list, children);
}

const same = (a: readonly Element[], b: readonly Element[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

/** Who has scrolled down to read keeps what they read in place. */
function keepScroll(root: Element, list: Element, children: readonly HTMLElement[]): void {
  const before = root.scrollHeight;
  const top = root.scrollTop;
  const wanted = new Set<Element>(children);
  for (const old of [...list.children]) if (!wanted.has(old)) old.remove();
  children.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
  if (top > 0) root.scrollTop = top + root.scrollHeight - before;
}

/** JSON that is readable, or the text as it stands. */
function readable(body: unknown): string {
  if (body === null || body === undefined || body === '') return '(empty)';
  if (typeof body !== 'string') return JSON.stringify(body, null, 2);
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Fetches the bodies of a call that has been opened. */
export async function openCall(details: Element, id: string): Promise<void> {
  const bodies = details.querySelector('.bodies');
  if (!bodies || bodies.childElementCount > 0) return;
  const none = (text: string): void => {
    show(bodies, h('p', { class: 'hint' }, text));
  };
  const answer = await fetch(`/_sandbox/calls/${encodeURIComponent(id)}`).catch(() => null);
  const found: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  const call = isObject(found) ? found['bodies'] : null;
  if (!isObject(call)) {
    none('The request and its answer are no longer kept.');
    return;
  }
  const part = (title: string, body: unknown): HTMLElement =>
    h('div', {}, h('h3', {}, title), h('pre', { tabindex: '0', role: 'region', 'aria-label': title }, readable(body)));
  show(bodies, part('Request', call['request']), part('Answer', call['answer']));
}
