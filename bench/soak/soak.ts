/** Long use: after a million requests and a thousand deployments the sandbox's memory is where it was. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Figure } from '../figure.ts';
import type { Soaked } from './sandbox.ts';

/** Of requests and deployments each, in thousandths of the whole. A tenth is what CI runs. */
export async function soak(share = 1): Promise<readonly Figure[]> {
  const script = join(import.meta.dirname, 'sandbox.ts');
  const child = spawn(process.execPath, ['--expose-gc', script, String(share)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const [code] = (await once(child, 'close')) as [number | null]; // Node.js documentation: ChildProcess, close
  if (code !== 0) throw new Error(`The soak ended with ${String(code)}: ${text}`);
  return figuresOf(JSON.parse(text) as Soaked); // sandbox.ts wrote it
}

/** What a thousand deployments may leave: they are AWS's history, and a client can still ask for each. */
const HISTORY_MIB = 16;

function figuresOf({ requests, failed, deployments, unsuccessful, before, after }: Soaked): readonly Figure[] {
  const note = `${requests} requests, ${deployments} deployments; heap ${before.toFixed(1)} MiB, then ${after.toFixed(1)}`;
  return [
    { name: 'requests that failed', value: failed, unit: '', limit: 0, note: `of ${requests}` },
    { name: 'deployments that did not succeed', value: unsuccessful, unit: '', limit: 0, note: `of ${deployments}` },
    { name: 'memory that stays', value: after - before, unit: 'MiB', limit: HISTORY_MIB, note },
  ];
}
