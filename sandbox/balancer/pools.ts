import { Client, Pool } from 'undici';
import { type Endpoint } from '../runtime/runtime.ts';
import { type ElbWorld } from '../world/elb.ts';

/** ELB User Guide for ALB: troubleshooting, HTTP 504. */
const CONNECT_SECONDS = 10;
/** ELB User Guide for ALB: quotas, the entire response header. */
const LARGEST_RESPONSE_HEADER = 32 * 1024;

/** Connections to targets, kept alive. */
export class Pools {
  private readonly elb: ElbWorld;
  private readonly secondMs: number;
  private readonly pools = new Map<Endpoint, Pool>();

  constructor(elb: ElbWorld, secondMs: number) {
    this.elb = elb;
    this.secondMs = secondMs;
  }

  of(endpoint: Endpoint): Pool {
    return this.pools.get(endpoint) ?? this.add(endpoint);
  }

  /** A connection that no request has gone over yet; to be closed by whoever asked for it. */
  fresh(endpoint: Endpoint): Client {
    return new Client(originOf(endpoint), this.options());
  }

  async close(): Promise<void> {
    const open = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(open.map((pool) => pool.destroy()));
  }

  /** Pools of targets that are gone are closed when a new one comes: requests that are under way end first. */
  private add(endpoint: Endpoint): Pool {
    const registered = new Set([...this.elb.targets.values()].flat().map((target) => target.endpoint));
    for (const [old, pool] of this.pools) {
      if (registered.has(old)) continue;
      this.pools.delete(old);
      void pool.close();
    }
    const pool = new Pool(originOf(endpoint), this.options());
    this.pools.set(endpoint, pool);
    return pool;
  }

  private options(): Pool.Options {
    return {
      connect: { timeout: CONNECT_SECONDS * this.secondMs },
      maxHeaderSize: LARGEST_RESPONSE_HEADER,
      allowH2: false,
    };
  }
}

const originOf = ({ host, port }: Endpoint): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
