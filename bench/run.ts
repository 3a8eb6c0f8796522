/** `npm run bench -- [--no-timings] [name…]`: measures, prints a table, and ends with 1 when a limit is broken. */
import { cpus } from 'node:os';
import { parseArguments } from './arguments.ts';
import { type Figure, isBroken, type Judging, tableOf } from './figure.ts';

type Bench = () => Promise<readonly Figure[]>;

const benches: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['size', async () => (await import('./size.ts')).size()],
  ['start', async () => (await import('./start/bad-input.ts')).badInput()],
  ['deploy', async () => (await import('./start/deployment.ts')).deployment()],
  ['calls', async () => (await import('./calls.ts')).calls()],
  ['noticing', async () => (await import('./watch/noticing.ts')).noticing()],
  ['hashing', async () => (await import('./content/hashing.ts')).hashing()],
  ['watchers', async () => (await import('./watch/watchers.ts')).watchers()],
  ['sandbox-start', async () => (await import('./sandbox-start.ts')).sandboxStart()],
  ['balancer', async () => (await import('./balancer/balancer.ts')).balancer()],
  ['crowd', async () => (await import('./crowd/crowd.ts')).crowd()],
  ['soak-short', async () => (await import('./soak/soak.ts')).soak(SHORT)],
  ['soak', async () => (await import('./soak/soak.ts')).soak()],
]);

/** Of the soak's requests and deployments: under 40 s, for CI. */
const SHORT = 1 / 20;
/** It takes ten minutes, so that it only runs where it is named. */
const LONG = 'soak';

const known = [...benches.keys()];
const usual = known.filter((name) => name !== LONG);
const parsed = parseArguments(process.argv.slice(2), known, usual);
if (parsed.kind === 'fault') {
  console.error(parsed.message);
  process.exitCode = 2;
} else process.exitCode = (await runAll(parsed.names, parsed.judging)) ? 0 : 1;

async function runAll(names: readonly string[], judging: Judging): Promise<boolean> {
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? '?'}`);
  const broken: Figure[] = [];
  for (const [name, measure] of benches) {
    if (!names.includes(name)) continue;
    const begun = performance.now();
    const figures = await measure();
    console.log(`\n${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n${tableOf(figures, judging)}`);
    broken.push(...figures.filter((figure) => isBroken(figure, judging)));
  }
  const held = judging.timings ? 'Every limit holds.' : 'Every limit holds; timings were told, not judged.';
  console.log(`\n${broken.length === 0 ? held : `Broken: ${broken.map(({ name }) => name).join('; ')}`}`);
  return broken.length === 0;
}
