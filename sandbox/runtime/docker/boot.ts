/** Whether a program listens behind a published port. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Endpoint } from '../runtime.ts';

/** The engine's proxy takes a connection before it knows whether anything listens behind it, and then drops it. */
const DROPPED_WITHIN_MS = 100;
const AGAIN_MS = 50;

function holds({ host, port }: Endpoint): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (held: boolean): void => {
      resolve(held);
      socket.destroy();
    };
    socket.setTimeout(DROPPED_WITHIN_MS, () => {
      end(!socket.connecting);
    });
    socket.once('error', () => {
      end(false);
    });
    socket.once('close', () => {
      end(false);
    });
    socket.resume();
  });
}

/** Resolves once a connection to it holds, `limitMs` of real time have passed, or `signal` came. */
export async function booted(endpoint: Endpoint, limitMs: number, signal: AbortSignal): Promise<void> {
  const until = Date.now() + limitMs;
  while (!signal.aborted && Date.now() < until) {
    if (await holds(endpoint)) return;
    await sleep(AGAIN_MS);
  }
}
