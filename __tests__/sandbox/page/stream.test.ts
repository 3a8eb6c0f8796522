import { type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createCallLog } from '../../../sandbox/control/calls.ts';
import { callFeed, MOST_CALLS } from '../../../sandbox/page/call-feed.ts';
import { createStream, MOST_CLIENTS } from '../../../sandbox/page/stream.ts';
import { type Hello } from '../../../sandbox/page/view-types.ts';
import { project } from '../../../sandbox/page/view.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { steppedClock } from '../../../sandbox/clock.ts';
import { control, send } from '../account.ts';
import { readStream, type Reader, type Rig, startRig } from './rig.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function rig(): Promise<Rig> {
  const made = await startRig();
  closing.push(() => made.close());
  return made;
}

async function reader(...parts: Parameters<typeof readStream>): Promise<Reader> {
  const made = await readStream(...parts);
  closing.push(() => {
    made.close();
  });
  return made;
}

const callNames = (data: unknown): string[] =>
  (data as { calls: { operation: string }[] }).calls.map(({ operation }) => operation);

describe('the stream', () => {
  test('begins with everything, then tells what changes', async () => {
    const { url, clock } = await rig();
    const stream = await reader(url);
    expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const hello = (await stream.next('hello')).data;
    expect(hello).toMatchObject({ resumed: false, operations: expect.arrayContaining(['CreateDeployment']) });
    expect((await stream.next('view')).data).toMatchObject({ now: clock.now(), view: { service: { name: 'web' } } });
    expect(callNames((await stream.next('calls')).data)).toContain('CreateService');
    expect((await stream.next('traffic')).data).toMatchObject({ whole: true, seconds: [] });
    clock.advance(1_000);
    expect((await stream.next('view')).data).toMatchObject({ now: clock.now() });
    await control(url, 'POST', 'alarms', { name: 'loud', state: 'ALARM' });
    expect((await stream.next('view')).data).toMatchObject({ view: { alarms: [{ name: 'loud', state: 'ALARM' }] } });
  });

  test('looks at the service that is asked for', async () => {
    const made = await rig();
    const { ecs } = made.sandbox.world;
    const [only] = ecs.services.values();
    if (only) ecs.services.set('other', { ...only, arn: 'other', name: 'other' });
    const stream = await reader(made.url, '?service=other');
    expect((await stream.next('view')).data).toMatchObject({ view: { service: { name: 'other' } } });
  });

  test.each(['Last-Event-ID', 'parameter'])('by %s a client gets a fresh view and the calls it missed', async (how) => {
    const { url, ecs } = await rig();
    const first = await reader(url);
    await first.next('view');
    const { id } = await first.next('calls');
    first.close();
    await ecs.listServices({ cluster: 'shop' });
    const again = how === 'parameter' ? reader(url, `?last=${id}`) : reader(url, '', { 'last-event-id': id });
    const stream = await again;
    expect((await stream.next('hello')).data).toMatchObject({ resumed: true });
    expect(callNames((await stream.next('calls')).data)).toEqual(['ListServices']);
    expect((await stream.next('view')).data).toMatchObject({ view: { service: { name: 'web' } } });
  });

  test.each([
    ['of another sandbox', 'other-boot.3'],
    ['without a number', '.'],
    ['without an end', 'x'.repeat(5_000)],
    ['with too large a number', 'a.9999999999999999999'],
  ])('an id %s begins anew', async (_, id) => {
    const { url } = await rig();
    const stream = await reader(url, '', { 'last-event-id': id });
    expect((await stream.next('hello')).data).toMatchObject({ resumed: false });
    expect(callNames((await stream.next('calls')).data)).toContain('CreateService');
  });

  test('counts of each second are sent once, when it is over', async () => {
    const { url, sandbox, stack } = await rig();
    const stream = await reader(url);
    await stream.next('traffic');
    const record = { listenerArn: stack.productionListener, targetGroupArn: null, fromBalancer: true, targetMs: null };
    for (const status of [200, 404, 503]) sandbox.traffic.record({ ...record, revision: 'web:1', status });
    const { data } = await stream.next('traffic');
    const listeners = { [stack.productionListener]: { 'web:1': [3, 1, 1] } };
    expect(data).toMatchObject({ whole: false, seconds: [{ listeners }] });
  });
});

/** Stands for a browser's connection; `unread` bytes lie in it. */
function fakeResponse(): { response: ServerResponse; written: string[]; state: Record<string, unknown> } {
  const written: string[] = [];
  const handlers = new Map<string, () => void>();
  const state: Record<string, unknown> = { writableNeedDrain: false, writableLength: 0, destroyed: false };
  const response = Object.assign(state, {
    writeHead: () => undefined,
    write: (text: string) => written.push(text),
    on: (name: string, handler: () => void) => handlers.set(name, handler),
    destroy: () => {
      state['destroyed'] = true;
      handlers.get('close')?.();
    },
  });
  return { response: response as unknown as ServerResponse, written, state };
}

function hub(): { stream: ReturnType<typeof createStream>; sandbox: Sandbox; looks: () => number } {
  const sandbox = createSandbox({ clock: steppedClock() });
  let looks = 0;
  const hello: Omit<Hello, 'boot' | 'resumed'> = { operations: [], faultKinds: [], samples: [] };
  const stream = createStream({
    sandbox,
    calls: callFeed(createCallLog((text) => text)),
    boot: 'boot',
    hello,
    view(serviceArn) {
      looks += 1;
      return project(sandbox, { faults: [], load: null, serviceArn });
    },
  });
  closing.push(() => {
    stream.close();
  });
  return { stream, sandbox, looks: () => looks };
}

const options = { service: null, lastEventId: null };

describe('the clients of a stream', () => {
  test('are bounded in number; each that leaves makes room', async () => {
    const { url } = await rig();
    const readers = await Promise.all(Array.from({ length: MOST_CLIENTS }, () => reader(url)));
    const refused = await send(`${url}/_sandbox/stream`, { method: 'GET' });
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    readers[0]?.close();
    for (;;) {
      const again = await reader(url);
      if (again.response.statusCode === 200) break;
    }
  });

  test('nothing is looked at while there are none', () => {
    const { stream, looks } = hub();
    expect(looks()).toBe(0);
    const { response } = fakeResponse();
    stream.add(response, options);
    expect([looks(), stream.clients()]).toEqual([1, 1]);
    response.destroy();
    expect(stream.clients()).toBe(0);
  });

  test('one that reads too slowly is sent nothing more, and is cut off when too much lies unread', async () => {
    const { stream, sandbox, looks } = hub();
    const slow = fakeResponse();
    stream.add(slow.response, options);
    const before = slow.written.length;
    slow.state['writableNeedDrain'] = true;
    for (const name of ['first', 'second']) {
      sandbox.world.alarms.add(name);
      const seen = looks();
      while (looks() === seen) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(slow.written).toHaveLength(before);
    slow.state['writableNeedDrain'] = false;
    while (slow.written.length === before) await new Promise((resolve) => setImmediate(resolve));
    // What it missed in between is not sent after it, only how things are now.
    expect(slow.written).toHaveLength(before + 1);
    expect(slow.written.at(-1)).toContain('second');
    slow.state['writableLength'] = 3 * 1024 * 1024;
    while (stream.clients() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(slow.state['destroyed']).toBe(true);
  });
});

describe('the feed of calls', () => {
  const call = (operation: string) => ({
    at: 1,
    service: 'ecs',
    operation,
    status: 200,
    errorCode: null,
    fault: null,
    ms: 3,
  });

  test('holds the newest after the one that was seen last, without bodies', () => {
    const log = createCallLog((text) => text);
    const feed = callFeed(log);
    expect(feed.since(0)).toEqual([]);
    log.add(call('A'), { request: 'long', answer: 'longer' });
    log.add(call('B'));
    expect(feed.since(0)).toEqual([
      { id: 1, ...call('A') },
      { id: 2, ...call('B') },
    ]);
    for (let count = 0; count < 500; count += 1) log.add(call('C'));
    expect(feed.since(2)).toHaveLength(MOST_CALLS);
    expect(feed.since(502)).toEqual([]);
    log.clear();
    log.add(call('D'));
    expect(feed.since(502)).toEqual([expect.objectContaining({ id: 503 })]);
  });
});
