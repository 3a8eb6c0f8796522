/** `run:` as the runner does it: the script in a file, bash, and the files that a step writes its results to. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFileCommands } from '../file-commands.ts';
import { endOnCancel } from './cancelling.ts';

export interface Script {
  readonly text: string;
  readonly shell: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly cancel: AbortSignal | undefined;
  readonly onOutput: (text: string) => void;
}

export interface Ran {
  readonly exitCode: number | null;
  readonly output: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly env: Readonly<Record<string, string>>;
  /** What follows at the end of the job. */
  readonly post?: () => Promise<Posted>;
}

export interface Posted {
  readonly exitCode: number | null;
  readonly output: string;
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'] as const;

/** Throws for a shell that is not bash. */
export async function runScript(script: Script): Promise<Ran> {
  if (script.shell !== null && script.shell !== 'bash') throw new Error(`the shell ${script.shell} is not known here`);
  const options = script.shell === null ? ['-e'] : ['--noprofile', '--norc', '-eo', 'pipefail'];
  const place = await mkdtemp(join(tmpdir(), 'step-'));
  try {
    const file = join(place, 'script.sh');
    await Promise.all([writeFile(file, script.text), ...FILES.map((name) => writeFile(join(place, name), ''))]);
    const files = Object.fromEntries(FILES.map((name) => [name, join(place, name)]));
    const env = { PATH: process.env['PATH'] ?? '', HOME: place, ...script.env, ...files };
    const child = spawn('bash', [...options, file], { env, cwd: script.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    endOnCancel(child, script.cancel);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        script.onOutput(text);
      });
    const exitCode = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
    const written = async (name: string): Promise<string> => readFile(join(place, name), 'utf8');
    return {
      exitCode,
      output,
      outputs: parseFileCommands(await written('GITHUB_OUTPUT')),
      env: parseFileCommands(await written('GITHUB_ENV')),
      summary: await written('GITHUB_STEP_SUMMARY'),
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
