/** Listeners as real ports on the loopback. */
import { type AddressInfo } from 'node:net';
import { AwsError } from '../operation.ts';
import { type Endpoint } from '../runtime/runtime.ts';
import { type Listener } from '../world/elb.ts';
import { type Balancer, type Served } from './balancer.ts';
import { flowPort } from './flow-port.ts';
import { httpPort } from './http-port.ts';
import { Pools } from './pools.ts';
import { type Port } from './port.ts';
import { Rotation } from './rotation.ts';
import { type Shared, Site } from './site.ts';
import { TraceIds } from './trace-id.ts';

export interface PortOptions {
  /** A listener's port to the real one that it takes; a free one for those that are not in it. */
  readonly fixed?: ReadonlyMap<number, number>;
  /** Real milliseconds that a second of a time-out takes: 1000. */
  readonly secondMs?: number;
  readonly log?: (line: string) => void;
}

const HOST = '127.0.0.1';

interface Open {
  readonly port: Port;
  readonly endpoint: Endpoint;
}

const silent = (): void => undefined;

export function listenerPorts(served: Served, options: PortOptions = {}): Balancer {
  const { fixed = new Map<number, number>(), secondMs = 1000, log = silent } = options;
  const { elb } = served.world;
  const open = new Map<string, Open>();
  const endpoint = (arn: string): Endpoint | null => open.get(arn)?.endpoint ?? null;
  const pools = new Pools(elb, secondMs);
  const rotation = new Rotation();
  const shared: Shared = { served, pools, rotation, traceIds: new TraceIds(served.clock), secondMs, endpoint, log };
  const close = async (arn: string): Promise<void> => {
    const port = open.get(arn)?.port;
    open.delete(arn);
    if (port) await closed(port);
  };
  return {
    open(arn) {
      const listener = elb.listeners.get(arn);
      const port = listener && !open.has(arn) ? portOf(listener, shared) : null;
      if (!port || !listener) return null;
      return listen(port, listener, fixed.get(listener.port) ?? 0).then((at) => {
        open.set(arn, { port, endpoint: at });
        const name = elb.loadBalancers.get(listener.loadBalancerArn)?.name ?? '';
        log(`Port ${listener.port} of the load balancer ${name} answers on ${HOST}:${at.port}.`);
      });
    },
    closeListener: close,
    host: HOST,
    endpoint,
    async close() {
      await Promise.all([...open.keys()].map(close));
      await pools.close();
    },
  };
}

/** null for UDP, which the sandbox does not carry. TLS is not ended here: HTTPS listeners speak HTTP, TLS ones TCP. */
function portOf(listener: Listener, shared: Shared): Port | null {
  const site = new Site(listener.arn, shared);
  if (listener.protocol === 'HTTP' || listener.protocol === 'HTTPS') return httpPort(site);
  return listener.protocol === 'TCP' || listener.protocol === 'TLS' ? flowPort(site) : null;
}

async function listen({ server }: Port, listener: Listener, port: number): Promise<Endpoint> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: Error) => {
      reject(refused(listener, port, cause));
    });
    server.listen(port, HOST, resolve);
  });
  server.on('error', () => undefined);
  return { host: HOST, port: (server.address() as AddressInfo).port }; // a TCP server that listens has one
}

function refused(listener: Listener, port: number, cause: Error): AwsError {
  const code = 'code' in cause ? cause.code : '';
  const why =
    code === 'EADDRINUSE'
      ? 'is in use'
      : code === 'EACCES'
        ? 'may not be used by this user'
        : `cannot be had (${cause.message})`;
  return new AwsError(
    'InvalidConfigurationRequest',
    `The sandbox cannot open the listener's port ${listener.port}: ${HOST}:${port} ${why}. ` +
      `Start it with another --listener ${listener.port}=PORT, or without the option for a free one`,
  );
}

async function closed(port: Port): Promise<void> {
  await new Promise((resolve) => {
    port.server.close(resolve);
    port.end();
  });
}
