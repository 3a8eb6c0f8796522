import { setTimeout as sleep } from 'node:timers/promises';
import { send, type Upstream } from './upstream.ts';

/** A CNCF distribution registry that runs for the sandbox alone. */
export interface Backend {
  readonly upstream: Upstream;
  /** For the log: `docker-registry 2.8.2`. */
  readonly name: string;
  close(): Promise<void>;
}

/** Resolves once the registry answers. Rejects when `ended` tells of its end, or after `ms` milliseconds. */
export async function ready(upstream: Upstream, ended: () => string | null, ms = 10_000): Promise<void> {
  const until = Date.now() + ms;
  let last = '';
  while (Date.now() < until) {
    const end = ended();
    if (end !== null) throw new Error(end);
    try {
      const { status } = await send(upstream, { method: 'GET', path: '/v2/' }, 1_000);
      if (status === 200) return;
      last = `it answered ${status}`;
    } catch (cause) {
      last = cause instanceof Error ? cause.message : String(cause);
    }
    await sleep(50);
  }
  throw new Error(`the registry was not ready after ${ms} ms: ${last}`);
}
