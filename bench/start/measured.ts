/** What one run of a script used: of the process itself, as it says at its end (`process.resourceUsage`). */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../figure.ts';
import { runAction, type ActionResult, type ActionRun } from '../../scripts/runner/run-action.ts';

export interface Usage {
  /** From its spawn to its exit, seen from outside. */
  readonly wallMs: number;
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  /** The most memory it had, resident. */
  readonly rssMiB: number;
}

interface Reported {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
  readonly maxRSS: number;
}

const preload = join(import.meta.dirname, 'usage.cjs');

/** Measures the one process that `start` spawns with this environment and gives to `started` at once. */
async function measure(
  start: (env: Readonly<Record<string, string>>, started: (child: ChildProcess) => void) => Promise<unknown>,
): Promise<Usage> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'usage.json');
    const wall = { begun: Number.NaN, ended: Number.NaN };
    await start({ NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, BENCH_USAGE: file }, (child) => {
      wall.begun = performance.now();
      child.once('exit', () => {
        wall.ended = performance.now();
      });
    });
    const used = JSON.parse(await readFile(file, 'utf8')) as Reported; // usage.cjs wrote it
    return {
      wallMs: wall.ended - wall.begun,
      cpuMs: (used.userCPUTime + used.systemCPUTime) / 1000,
      rssMiB: used.maxRSS / 1024,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An empty script: what every Node process costs. */
export function emptyScript(): Promise<Usage> {
  return measure(async (env, started) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'empty.cjs')], { env, stdio: 'ignore' });
    started(child);
    await new Promise((done, fail) => child.on('error', fail).on('close', done));
  });
}

/** The action, as the runner starts it. `check` throws where it did not do what is measured. */
export function action(run: ActionRun, check: (result: ActionResult) => void): Promise<Usage> {
  return measure(async (env, started) => {
    check(await runAction({ ...run, env: { ...run.env, ...env }, post: false, onStart: started }));
  });
}

/** Takes turns, so that what else goes on on the machine hits all of them; the medians, after one round to warm up. */
export async function inTurns<Name extends string>(
  rounds: number,
  kinds: Readonly<Record<Name, () => Promise<Usage>>>,
): Promise<Record<Name, Usage>> {
  const names = Object.keys(kinds) as Name[]; // a record of exactly these
  const seen = new Map<Name, Usage[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const usage = await kinds[name]();
      if (round > 0) seen.get(name)?.push(usage);
    }
  return Object.fromEntries(names.map((name) => [name, mediansOf(seen.get(name) ?? [])])) as Record<Name, Usage>;
}

function mediansOf(usages: readonly Usage[]): Usage {
  const of = (pick: (usage: Usage) => number): number => median(usages.map(pick));
  return { wallMs: of(({ wallMs }) => wallMs), cpuMs: of(({ cpuMs }) => cpuMs), rssMiB: of(({ rssMiB }) => rssMiB) };
}
