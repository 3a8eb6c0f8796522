import { request as send } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { closed, forward, listening, type Stage, stage } from './stage.ts';
import { raw, until } from './wire.ts';

const opened: Stage[] = [];
/** A second of the load balancer's takes a millisecond here, unless a test needs longer. */
async function open(secondMs = 1000): Promise<Stage> {
  const s = await stage({ secondMs });
  opened.push(s);
  return s;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((s) => s.close()));
});

/** A target that does this to each connection that comes with a request; it counts them. */
async function broken(s: Stage, act: (socket: Socket, count: number) => void) {
  let count = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => {
      count += 1;
      act(socket, count);
    });
  });
  const target = s.register(s.blue, 'web:1', { host: '127.0.0.1', port: await listening(server) });
  return { target, count: () => count, close: () => closed(server) };
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('502', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['closes', (socket) => socket.end()],
    ['resets', (socket) => socket.resetAndDestroy()],
    ['talks no HTTP', (socket) => socket.end('moo\r\n\r\n')],
    ['breaks off in its headers', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-')],
    [
      'sends two lengths',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'),
    ],
    ['has headers without end', (socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)],
    ['has a status that is none', (socket) => socket.end('HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n')],
    [
      'changes the protocol unasked',
      (socket) => socket.end('HTTP/1.1 101 Oh\r\nUpgrade: moo\r\nConnection: upgrade\r\n\r\n'),
    ],
  ])('a target that %s', async (_name, act) => {
    const s = await open();
    const target = await broken(s, act);
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('server'), answer.headers.get('content-type')]).toEqual([
      502,
      'awselb/2.0',
      'text/html',
    ]);
    expect(await answer.text()).toContain('<h1>502 Bad Gateway</h1>');
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer5xx: 1, target5xx: 0, timed: 0 });
    await target.close();
  });

  test('nobody listens', async () => {
    const s = await open();
    const { server } = await s.target(s.blue, 'web:1', null);
    await closed(server);
    const { url } = await s.listen([forward([s.blue, 1])]);
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(502);
  });

  test('a task that is only simulated', async () => {
    const s = await open();
    s.register(s.blue, 'web:7', null);
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    expect((await fetch(url)).status).toBe(502);
    expect([...(s.sandbox.traffic.totals().get(arn)?.keys() ?? [])]).toEqual(['web:7']);
  });

  test("a target's own 500 stays its own", async () => {
    const s = await open();
    await s.target(s.blue, 'web:1', (_request, response) => response.writeHead(500).end('mine'));
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    expect(await (await fetch(url)).text()).toBe('mine');
    expect(s.counts(arn)).toMatchObject({ target5xx: 1, balancer5xx: 0 });
  });
});

test('a control character in the reason of an answer is left out of it', async () => {
  const s = await open();
  const target = await broken(s, (socket) => socket.end('HTTP/1.1 200 W\x01ell\r\nContent-Length: 2\r\n\r\nok'));
  const { url } = await s.listen([forward([s.blue, 1])]);
  const answer = await fetch(url);
  expect([answer.status, answer.statusText, await answer.text()]).toEqual([200, 'Well', 'ok']);
  await target.close();
});

describe('503', () => {
  test.each([
    ['no target', 0],
    ['a target that drains', 1],
  ])('%s: no other group takes over', async (_name, draining) => {
    const s = await open();
    await s.target(s.green, 'web:2', (_request, response) => response.end('green'));
    if (draining > 0) (await s.target(s.blue, 'web:1', null)).target.state = 'draining';
    const { url, arn } = await s.listen([forward([s.blue, 50], [s.green, 50])]);
    const statuses = [(await fetch(url)).status, (await fetch(url)).status, (await fetch(url)).status];
    expect(statuses).toEqual([503, 200, 503]);
    expect(s.counts(arn)).toMatchObject({ requests: 3, balancer5xx: 2, target2xx: 1 });
  });

  test('all weights are 0', async () => {
    const s = await open();
    await s.target(s.blue, 'web:1', (_request, response) => response.end());
    const { url } = await s.listen([forward([s.blue, 0])]);
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('503 Service Temporarily Unavailable'),
    ]);
  });
});

describe('time', () => {
  test('504: no answer within the idle time-out', async () => {
    const s = await open(1);
    await s.target(s.blue, 'web:1', null);
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([504, expect.stringContaining('504 Gateway Time-out')]);
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer5xx: 1 });
  });

  test('the attribute sets it, while the listener is open', async () => {
    const s = await open(1);
    const ends: (() => void)[] = [];
    await s.target(s.blue, 'web:1', (_request, response) => void ends.push(() => response.end('late')));
    const { url } = await s.listen([forward([s.blue, 1])]);
    expect((await fetch(url)).status).toBe(504);
    const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '4000' }];
    await s.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: s.balancer, Attributes });
    const [, answer] = [ends.splice(0), fetch(url)];
    await until(() => ends.length === 1);
    for (const end of ends) end();
    expect(await (await answer).text()).toBe('late');
  });

  test('408: a client that stops in the middle of its body', async () => {
    const s = await open(1);
    await s.target(s.blue, 'web:1', (request, response) => void request.resume().on('end', () => response.end()));
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await raw(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nConnection: close\r\n\r\nabc');
    expect(answer).toMatch(/^HTTP\/1.1 408 Request Time-out\r\n/);
    expect(s.counts(arn)).toMatchObject({ balancer4xx: 1 });
  });

  test('408: a client that never ends its headers', async () => {
    const s = await open(1);
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    expect(await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')).toMatch(/^HTTP\/1.1 408 /);
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer4xx: 1 });
  });
});

describe('breaking off', () => {
  test('a target in the middle of its answer: so does the answer', async () => {
    const s = await open();
    const target = await broken(s, (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'));
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await fetch(url);
    await expect(answer.text()).rejects.toThrow();
    expect(s.counts(arn)).toMatchObject({ requests: 1, target2xx: 1 });
    await target.close();
  });

  test('a client that goes: 460, and the target is told', async () => {
    const s = await open();
    let asked = 0;
    let gone = 0;
    await s.target(s.blue, 'web:1', (_request, response) => {
      asked += 1;
      response.on('close', () => (gone += 1));
    });
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const client = connect(port, '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    await until(() => asked === 1);
    client.destroy();
    await until(() => gone === 1 && s.counts(arn).requests === 1);
    expect(s.counts(arn)).toMatchObject({ balancer4xx: 1, balancer5xx: 0 });
  });

  test('a client that goes in the middle of its upload', async () => {
    const s = await open();
    let asked = 0;
    await s.target(s.blue, 'web:1', (request) => {
      asked += 1;
      request.on('error', () => undefined).resume();
    });
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    const request = send(url, { method: 'POST', headers: { 'content-length': 100 } }).on('error', () => undefined);
    request.write('half');
    await until(() => asked === 1);
    request.destroy();
    await until(() => s.counts(arn).requests === 1);
    expect(s.counts(arn)).toMatchObject({ balancer4xx: 1 });
  });
});

describe('a connection that the target closes just as a request goes out', () => {
  const answersOnce = (socket: Socket, count: number): void => {
    if (count === 2) socket.destroy();
    else socket.write(OK);
  };

  test('GET is asked once more, on a new connection', async () => {
    const s = await open();
    const target = await broken(s, answersOnce);
    const { url, arn } = await s.listen([forward([s.blue, 1])]);
    expect([await (await fetch(url)).text(), await (await fetch(url)).text(), target.count()]).toEqual(['ok', 'ok', 3]);
    expect(s.counts(arn)).toMatchObject({ requests: 2, target2xx: 2, balancer5xx: 0 });
    await target.close();
  });

  test('POST is not: it may have been carried out', async () => {
    const s = await open();
    const target = await broken(s, answersOnce);
    const { url } = await s.listen([forward([s.blue, 1])]);
    await fetch(url);
    expect([(await fetch(url, { method: 'POST' })).status, target.count()]).toEqual([502, 2]);
    await target.close();
  });
});

test('a target that drains ends what it has in hand and gets nothing new', async () => {
  const s = await open();
  const ends: (() => void)[] = [];
  const old = await s.target(s.blue, 'web:1', (_request, response) => void ends.push(() => response.end('old')));
  await s.target(s.blue, 'web:2', (_request, response) => response.end('new'));
  const { url } = await s.listen([forward([s.blue, 1])]);
  const inHand = fetch(url);
  await until(() => ends.length === 1);
  old.target.state = 'draining';
  for (let count = 0; count < 5; count += 1) expect(await (await fetch(url)).text()).toBe('new');
  for (const end of ends) end();
  expect(await (await inHand).text()).toBe('old');
});
