/** Health checks of real servers on the loopback. */
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { httpCheck, matches } from '../../../sandbox/runtime/http-check.ts';
import { type Endpoint } from '../../../sandbox/runtime/runtime.ts';
import { type HealthCheck } from '../../../sandbox/world/elb.ts';

const check: HealthCheck = {
  protocol: 'HTTP',
  port: 'traffic-port',
  path: '/health?deep=1',
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
};

/** Long enough never to end a check that is not meant to run out of time. */
const AMPLE_MS = 30_000;

const servers: Server[] = [];
const sockets = new Set<Socket>();

async function listening(server: Server): Promise<Endpoint> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

const http = (listener: RequestListener): Promise<Endpoint> => listening(createHttp(listener));
const answering = (status: number, headers: Record<string, string> = {}): Promise<Endpoint> =>
  http((_request, response) => response.writeHead(status, headers).end());
const tcp = (each: (socket: Socket) => void): Promise<Endpoint> => listening(createTcp(each));

/** A port where nothing listens: it was free a moment ago. */
async function closedPort(): Promise<Endpoint> {
  const endpoint = await tcp(() => undefined);
  await new Promise((resolve) => servers.at(-1)?.close(resolve));
  return endpoint;
}

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('a matcher', () => {
  test.each([
    ['200', 200, true],
    ['200', 201, false],
    ['200,202', 202, true],
    ['200, 202', 202, true],
    ['200,202', 201, false],
    ['200-299', 200, true],
    ['200-299', 299, true],
    ['200-299', 300, false],
    ['200,301-303', 302, true],
    ['', 200, false],
    ['2xx', 200, false],
    ['299-200', 250, false],
    ['20', 20, false],
  ])('%j takes %d: %p', (matcher, status, taken) => {
    expect(matches(matcher, status)).toBe(taken);
  });
});

describe('over HTTP', () => {
  test('the request is the load balancer’s', async () => {
    const seen: unknown[] = [];
    const endpoint = await http(({ method, url, headers }, response) => {
      seen.push({ method, url, ...headers });
      response.end('fine');
    });
    expect(await httpCheck(endpoint, check, AMPLE_MS)).toBeNull();
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/health?deep=1',
        host: `127.0.0.1:${endpoint.port}`,
        connection: 'close',
        'user-agent': 'ELB-HealthChecker/2.0',
      },
    ]);
  });

  test('each check has a connection of its own', async () => {
    const endpoint = await answering(200);
    const results = [await httpCheck(endpoint, check, AMPLE_MS), await httpCheck(endpoint, check, AMPLE_MS)];
    expect(results).toEqual([null, null]);
    expect(sockets.size).toBe(2);
  });

  test.each([404, 500, 503])('status %d that the matcher does not take is told', async (status) => {
    const result = await httpCheck(await answering(status), check, AMPLE_MS);
    expect(result).toEqual({ reason: 'Target.ResponseCodeMismatch', status });
  });

  test('a redirect is an answer, not followed', async () => {
    const seen: (string | undefined)[] = [];
    const endpoint = await http(({ url }, response) => {
      seen.push(url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await httpCheck(endpoint, check, AMPLE_MS)).toEqual({ reason: 'Target.ResponseCodeMismatch', status: 302 });
    expect(await httpCheck(endpoint, { ...check, matcher: '200-399' }, AMPLE_MS)).toBeNull();
    expect(seen).toEqual(['/health?deep=1', '/health?deep=1']);
  });

  test('the status is enough: a body that never ends is not waited for', async () => {
    const endpoint = await http((_request, response) => response.writeHead(200).write('and so on'));
    expect(await httpCheck(endpoint, check, AMPLE_MS)).toBeNull();
  });

  test('a target that takes the request and says nothing is out of time', async () => {
    const endpoint = await http(() => undefined);
    expect(await httpCheck(endpoint, check, 50)).toEqual({ reason: 'Target.Timeout' });
  });

  test.each<[string, () => Promise<Endpoint>]>([
    ['a port where nothing listens', closedPort],
    ['a connection closed at once', () => tcp((socket) => socket.end())],
    ['a connection that is reset', () => tcp((socket) => socket.resetAndDestroy())],
    ['an answer that is not HTTP', () => tcp((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))],
    ['a host that does not exist', () => Promise.resolve({ host: 'nowhere.invalid', port: 80 })],
  ])('%s fails', async (_name, endpoint) => {
    expect(await httpCheck(await endpoint(), check, AMPLE_MS)).toEqual({ reason: 'Target.FailedHealthChecks' });
  });

  test('a path that no request can hold fails', async () => {
    const result = await httpCheck(await answering(200), { ...check, path: '/a b\r\nX: y' }, AMPLE_MS);
    expect(result).toEqual({ reason: 'Target.FailedHealthChecks' });
  });

  test('a target that speaks no TLS fails over HTTPS', async () => {
    const result = await httpCheck(await answering(200), { ...check, protocol: 'HTTPS' }, AMPLE_MS);
    expect(result).toEqual({ reason: 'Target.FailedHealthChecks' });
  });
});

describe('over TCP', () => {
  const tcpCheck: HealthCheck = { ...check, protocol: 'TCP' };

  test('a connection is enough', async () => {
    expect(await httpCheck(await tcp(() => undefined), tcpCheck, AMPLE_MS)).toBeNull();
  });

  test('a refused one fails', async () => {
    expect(await httpCheck(await closedPort(), tcpCheck, AMPLE_MS)).toEqual({ reason: 'Target.FailedHealthChecks' });
  });
});
