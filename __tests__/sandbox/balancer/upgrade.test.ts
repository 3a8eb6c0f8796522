import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { join } from '../../../sandbox/balancer/upgrade.ts';
import { closed, listening } from './stage.ts';
import { until } from './wire.ts';

const nothing = Buffer.alloc(0);

/** Both ends of a connection. */
async function connection(): Promise<{ near: Socket; far: Socket; close: () => Promise<void> }> {
  const server = createServer({ allowHalfOpen: true });
  const accepted = once(server, 'connection') as Promise<[Socket]>; // net.Server, its event
  const far = connect({ port: await listening(server), host: '127.0.0.1', allowHalfOpen: true });
  const [near] = await accepted;
  return { near, far, close: () => closed(server) };
}

test('join: what is still to be sent to one end is sent, though the other has closed', async () => {
  const [client, target] = [await connection(), await connection()];
  join(client.near, nothing, target.near, nothing, 60_000);
  client.far.end();
  const chunk = Buffer.alloc(16 * 1024, 'x');
  let size = 0;
  // Until the system takes no more for the client, who does not read.
  while (client.near.writableLength === 0) {
    target.far.write(chunk);
    size += chunk.length;
    await until(() => client.near.bytesWritten === size);
  }
  target.far.end();
  target.far.resume();
  await once(target.near, 'close');
  let read = 0;
  for await (const part of client.far as AsyncIterable<Buffer>) read += part.length; // no encoding is set
  expect(read).toBe(size);
  await Promise.all([client.close(), target.close()]);
});

test('join: an error at one end is the end of the other', async () => {
  const [client, target] = [await connection(), await connection()];
  join(client.near, nothing, target.near, nothing, 60_000);
  client.far.resetAndDestroy();
  target.far.on('error', () => undefined).resume();
  await once(target.near, 'close');
  expect(target.near.destroyed).toBe(true);
  target.far.destroy();
  await Promise.all([client.close(), target.close()]);
});
