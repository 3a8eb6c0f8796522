/** Long use: after a million requests and a thousand deployments the sandbox's memory is where it was. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Figure } from '../figure.ts';
import { sandboxFlags } from '../sandbox-process.ts';
import { figuresOf, type Soaked } from './soaked.ts';

/** V8 lets go of compiled code that is not used for a while, 6 MiB of it at no certain time: not here. */
const MEASURABLE = ['--expose-gc', '--no-flush-bytecode'];

/** `share`: of the requests and deployments, above 0, at most 1. */
export async function soak(share = 1): Promise<readonly Figure[]> {
  const script = join(import.meta.dirname, 'sandbox.ts');
  const flags = [...(await sandboxFlags()), ...MEASURABLE];
  const child = spawn(process.execPath, [...flags, script, String(share)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const [code] = (await once(child, 'close')) as [number | null]; // Node.js documentation: ChildProcess, close
  if (code !== 0) throw new Error(`The soak ended with ${String(code)}: ${text}`);
  return figuresOf(JSON.parse(text) as Soaked); // sandbox.ts wrote it
}
