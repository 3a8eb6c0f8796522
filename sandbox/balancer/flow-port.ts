/** The port of a network load balancer's listener: TCP connections, passed on as they come. */
import { connect, createServer, type Socket } from 'node:net';
import { type Port } from './port.ts';
import { type Site } from './site.ts';
import { join } from './upgrade.ts';

/** ELB User Guide for NLB: listeners, the idle time-out of TCP. */
const IDLE_SECONDS = 350;
const nothing = Buffer.alloc(0);

export function flowPort(site: Site): Port {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    pass(site, client);
  });
  const end = (): void => {
    for (const client of open) client.destroy();
  };
  return { server, end };
}

/** A flow has no status: it is counted as one request, with 0. A target that is not there resets the client. */
function pass(site: Site, client: Socket): void {
  const target = site.decideFlow(client.remoteAddress ?? '');
  site.count(target?.targetGroupArn ?? null, target?.revision ?? null, 0, false, null);
  if (!target?.endpoint) {
    client.on('error', () => client.destroy());
    client.resetAndDestroy();
    return;
  }
  const upstream = connect({ ...target.endpoint, allowHalfOpen: true, noDelay: true });
  upstream.once('error', () => client.resetAndDestroy());
  join(client, nothing, upstream, nothing, IDLE_SECONDS * site.shared.secondMs);
}
