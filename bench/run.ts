/** `npm run bench [-- name…]`: measures, prints a table, and ends with 1 when a limit is broken. */
import { cpus } from 'node:os';
import { type Figure, isBroken, tableOf } from './figure.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  size: async () => (await import('./size.ts')).size(),
  start: async () => (await import('./start/bad-input.ts')).badInput(),
  deploy: async () => (await import('./start/deployment.ts')).deployment(),
  calls: async () => (await import('./calls.ts')).calls(),
  noticing: async () => (await import('./watch/noticing.ts')).noticing(),
  hashing: async () => (await import('./content/hashing.ts')).hashing(),
  crowd: async () => (await import('./crowd/crowd.ts')).crowd(),
  balancer: async () => (await import('./balancer/balancer.ts')).balancer(),
  watchers: async () => (await import('./watch/watchers.ts')).watchers(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  const chosen = Object.entries(benches).filter(([name]) => names.length === 0 || names.includes(name));
  process.exitCode = (await runAll(chosen)) ? 0 : 1;
}

async function runAll(chosen: readonly (readonly [string, () => Promise<readonly Figure[]>])[]): Promise<boolean> {
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? '?'}`);
  const broken: Figure[] = [];
  for (const [name, measure] of chosen) {
    const begun = performance.now();
    const figures = await measure();
    console.log(`\n${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n${tableOf(figures)}`);
    broken.push(...figures.filter(isBroken));
  }
  console.log(broken.length === 0 ? '\nEvery limit holds.' : `\nBroken: ${broken.map(({ name }) => name).join('; ')}`);
  return broken.length === 0;
}
