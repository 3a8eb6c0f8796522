import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { closed, forward, listening, type Stage, stage } from './stage.ts';
import { raw, until } from './wire.ts';

let s: Stage;
beforeEach(async () => {
  s = await stage();
});
afterEach(() => s.close());

/** A target that says back what it hears, and tells who came. */
async function sockets() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'chat' });
  await once(server, 'listening');
  const seen: { url: string | undefined; forwarded: unknown; key: unknown }[] = [];
  server.on('connection', (socket, { url, headers }) => {
    seen.push({ url, forwarded: headers['x-forwarded-for'], key: headers['sec-websocket-key'] });
    socket.on('message', (data, isBinary) => {
      socket.send(data as Buffer, { binary: isBinary }); // ws gives a Buffer unless told otherwise
    });
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  s.register(s.blue, 'web:1', { host: '127.0.0.1', port });
  return { server, seen };
}

describe('WebSocket', () => {
  test('goes through: text, large messages, the protocol agreed on, and the close of either side', async () => {
    const { server, seen } = await sockets();
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const client = new WebSocket(`ws://127.0.0.1:${port}/chat?a=b`, ['chat']);
    await once(client, 'open');
    expect(client.protocol).toBe('chat');
    for (const message of ['hello', 'x'.repeat(1_000_000)]) {
      client.send(message);
      expect(String((await once(client, 'message'))[0])).toBe(message);
    }
    expect(seen).toEqual([{ url: '/chat?a=b', forwarded: '127.0.0.1', key: expect.any(String) }]);
    expect(s.counts(arn)).toMatchObject({ requests: 1, timed: 1 });
    for (const socket of server.clients) socket.close(4000, 'bye');
    expect((await once(client, 'close'))[0]).toBe(4000);
    server.close();
  });

  test('a client that vanishes is gone for the target too', async () => {
    const { server } = await sockets();
    const { port } = await s.listen([forward([s.blue, 1])]);
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    await once(client, 'open');
    client.terminate();
    await until(() => server.clients.size === 0);
    server.close();
  });

  test('the end of the listener ends it', async () => {
    const { server } = await sockets();
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    await once(client, 'open');
    const ended = once(client, 'close');
    await s.call('DeleteListener', { ListenerArn: arn });
    await ended;
    await until(() => server.clients.size === 0);
    server.close();
  });

  const handshake = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

  test('a target that refuses: its answer, and the end of the connection', async () => {
    await s.target(s.blue, 'web:1', (_request, response) => response.writeHead(401, { 'x-why': 'no' }).end('not you'));
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await raw(port, handshake);
    expect(answer).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\nx-why: no\r\n/);
    expect(answer).toMatch(/not you/);
    expect(s.counts(arn)).toMatchObject({ requests: 1, target4xx: 1 });
  });

  test.each([
    ['a status that is none', 'HTTP/1.1 099 Odd', /^HTTP\/1\.1 502 Bad Gateway\r\n/, { balancer5xx: 1, target5xx: 0 }],
    ['a control character in its reason', 'HTTP/1.1 503 N\x01o', /^HTTP\/1\.1 503 No\r\n/, { target5xx: 1 }],
  ])('a target that answers with %s', async (_name, line, expected, counts) => {
    const odd = createTcpServer((socket) => {
      socket.once('data', () => socket.end(`${line}\r\nContent-Length: 0\r\n\r\n`));
    });
    s.register(s.blue, 'web:1', { host: '127.0.0.1', port: await listening(odd) });
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const asked = ['GET / HTTP/1.1', 'Host: a', 'Connection: Upgrade', 'Upgrade: websocket', '', ''];
    expect(await raw(port, asked.join('\r\n'))).toMatch(expected);
    expect(s.counts(arn)).toMatchObject({ requests: 1, ...counts });
    await closed(odd);
  });

  test('a target that says nothing: 504', async () => {
    await s.target(s.blue, 'web:1', null);
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '1' }];
    await s.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: s.balancer, Attributes });
    expect(await raw(port, handshake)).toMatch(/^HTTP\/1\.1 504 Gateway Time-out\r\n/);
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer5xx: 1 });
  });

  test.each([
    ['no target: 503', () => Promise.resolve(), 503],
    [
      'nobody listens: 502',
      async () => {
        const server = createServer();
        const port = await listening(server);
        await closed(server);
        s.register(s.blue, 'web:1', { host: '127.0.0.1', port });
      },
      502,
    ],
  ])('%s', async (_name, prepare, status) => {
    await prepare();
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const answer = await raw(port, handshake);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*\r\nServer: awselb/2\\.0\r\n`));
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer5xx: 1 });
  });

  test('silence for the idle time-out ends it', async () => {
    const { server } = await sockets();
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '1' }];
    await s.call('ModifyLoadBalancerAttributes', { LoadBalancerArn: s.balancer, Attributes });
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    await once(client, 'open');
    expect((await once(client, 'close'))[0]).toBe(1006);
    expect(s.counts(arn)).toMatchObject({ requests: 1, balancer5xx: 0 });
    server.close();
  });

  test('another protocol is not changed to: the request is answered as it is', async () => {
    await s.target(s.blue, 'web:1', (_request, response) => response.end('plain'));
    const { port } = await s.listen([forward([s.blue, 1])]);
    const answer = await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*plain/);
  });
});
