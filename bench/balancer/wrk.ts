/** Debian's load generator. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Answers that are neither 2xx nor 3xx, and connections that failed. */
  readonly failed: number;
}

/** Keep-alive connections that each ask again as soon as they are answered. Rejects where wrk is not installed. */
export async function wrk(url: string, options: { connections: number; seconds: number }): Promise<Load> {
  const args = ['-t1', `-c${options.connections}`, `-d${options.seconds}s`, url];
  try {
    return loadOf((await promisify(execFile)('wrk', args)).stdout);
  } catch (cause) {
    throw faultOf(cause);
  }
}

export function faultOf(cause: unknown): Error {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
    return new Error('This bench needs wrk, which is not installed: apt-get install wrk.', { cause });
  }
  return new Error(`wrk failed: ${String(cause)}`, { cause });
}

/** Reads what it prints. Throws where the number of requests is not in it. */
export function loadOf(printed: string): Load {
  const number = (pattern: RegExp): number => Number(pattern.exec(printed)?.[1] ?? Number.NaN);
  const requests = number(/(\d+) requests in/);
  if (Number.isNaN(requests)) throw new Error(`wrk printed no number of requests:\n${printed}`);
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(printed)?.slice(1) ?? [];
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(printed)?.[1] ?? 0);
  const failed = errors.reduce((sum, count) => sum + Number(count), refused);
  return { requests, perSecond: number(/Requests\/sec:\s+([\d.]+)/), failed };
}
