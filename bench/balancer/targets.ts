/** Child process: the targets, plain HTTP servers that answer 200 bytes. */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type TargetsAnswer } from './messages.ts';
import { cpuSeconds, serve } from './worker.ts';

const COUNT = 4;
const body = Buffer.alloc(200, 'x');
const ports: number[] = [];

for (let count = 0; count < COUNT; count += 1) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports.push((server.address() as AddressInfo).port); // it listens on a port
}

serve((): TargetsAnswer => ({ ports, cpu: cpuSeconds() }));
