import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closed, forward, listening, type Stage, stage } from './stage.ts';

let s: Stage;
const servers: Server[] = [];
beforeEach(async () => {
  s = await stage({ type: 'network' });
});
afterEach(async () => {
  await s.close();
  await Promise.all(servers.splice(0).map(closed));
});

/** A target that says its name, then everything back, until the client has said all. */
async function echo(group: string, name: string): Promise<void> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.write(`${name}:`);
    socket.pipe(socket);
  });
  servers.push(server);
  s.register(group, name, { host: '127.0.0.1', port: await listening(server) });
}

async function flow(port: number, text: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.end(text);
  let said = '';
  for await (const part of socket) said += String(part);
  return said;
}

describe('a network load balancer', () => {
  test('passes bytes on as they come, and the end of either side', async () => {
    await echo(s.blue, 'web:1');
    const { port, arn } = await s.listen([forward([s.blue, 1])]);
    expect(await flow(port, 'no HTTP\0\xff')).toBe('web:1:no HTTP\0\xff');
    expect(s.counts(arn)).toMatchObject({ requests: 1, target2xx: 0, balancer5xx: 0 });
  });

  test('spreads connections over the targets, by the weights', async () => {
    await echo(s.blue, 'one');
    await echo(s.blue, 'two');
    await echo(s.green, 'three');
    const { port } = await s.listen([forward([s.blue, 50], [s.green, 50])]);
    const said = [];
    for (let count = 0; count < 4; count += 1) said.push(await flow(port, ''));
    expect(said).toEqual(['one:', 'three:', 'two:', 'three:']);
  });

  test.each([
    ['no target', () => Promise.resolve()],
    [
      'nobody listens',
      async () => {
        const server = createServer();
        const port = await listening(server);
        await closed(server);
        s.register(s.blue, 'web:1', { host: '127.0.0.1', port });
      },
    ],
  ])('%s: the connection is reset', async (_name, prepare) => {
    await prepare();
    const { port } = await s.listen([forward([s.blue, 1])]);
    await expect(once(connect({ port, host: '127.0.0.1' }).resume(), 'end')).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  test('the end of the sandbox ends open connections', async () => {
    await echo(s.blue, 'web:1');
    const { port } = await s.listen([forward([s.blue, 1])]);
    const client = connect({ port, host: '127.0.0.1' });
    await once(client, 'data');
    const ended = once(client, 'close');
    await s.sandbox.balancer.close();
    await ended;
    expect(client.destroyed).toBe(true);
  });

  test('UDP has no port', async () => {
    const { arn } = await s.listen([forward([s.blue, 1])], { Protocol: 'UDP' });
    expect(s.sandbox.balancer.endpoint(arn)).toBeNull();
  });
});
