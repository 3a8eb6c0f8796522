/** Starts `dist/` as the GitHub runner does: action.yml's defaults, `INPUT_*`, the `GITHUB_*` files, then `post`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { parseFileCommands } from './file-commands.ts';

const root = resolve(import.meta.dirname, '../..');

/** Far beyond what a run takes: one that hangs is told with its output, not by the test's own limit. */
const LIMIT_MS = 75_000;

export interface ActionRun {
  /** What a workflow writes under `with:`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Added to the environment; the caller's own environment is not passed on, PATH and HOME apart. */
  readonly env?: Readonly<Record<string, string>>;
  /** The checked-out repository; default: an empty folder. */
  readonly workspace?: string;
  /** Sees each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
  /** Gets the main process right after its start, to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Default true: run `post` after `main`, as the runner does. */
  readonly post?: boolean;
  /**
   * What happens before `post`; default: `main` has ended. One that does not wait for it is a `container:` job, in which
   * the main process can live on.
   */
  readonly beforePost?: (main: Promise<unknown>) => Promise<unknown>;
  /** Real milliseconds after which the run is given up; default 75 s. */
  readonly limitMs?: number;
}

export interface ActionResult {
  /** null where a signal ended it. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  readonly postOutput: string;
  readonly postExitCode: number | null;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

/** Its main part has ended, unless `beforePost` did not wait for it; `post` is still to come. */
export interface BegunAction {
  readonly main: () => Promise<Omit<ActionResult, 'postOutput' | 'postExitCode'>>;
  /** Runs `post`. The summary holds that of the main part too. */
  readonly post: () => Promise<Pick<ActionResult, 'postOutput' | 'postExitCode' | 'summary'>>;
  /** Removes the files of the run. */
  readonly clean: () => Promise<void>;
}

export async function runAction(run: ActionRun): Promise<ActionResult> {
  const { main, post, clean } = await beginAction(run);
  try {
    const after = run.post === false ? { postOutput: '', postExitCode: null } : await post();
    return { ...(await main()), ...after };
  } finally {
    await clean();
  }
}

/** Runs the main part alone. The caller owes it `clean`. */
export async function beginAction(run: ActionRun): Promise<BegunAction> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'));
  const clean = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const action = parse(await readFile(join(root, 'action.yml'), 'utf8')) as ActionFile;
    if (!existsSync(join(root, action.runs.main)))
      throw new Error(`${action.runs.main} is missing, which is what runs: make it with \`npm run build\`.`);
    const files = await commandFiles(folder);
    const env = { ...baseEnvironment(run, folder), ...files, ...inputEnvironment(action, run.inputs), ...run.env };
    const running = start(join(root, action.runs.main), env, run);
    await (run.beforePost?.(running) ?? running);
    const state = parseFileCommands(await readFile(files.GITHUB_STATE, 'utf8'));
    const stateEnv = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
    const summary = (): Promise<string> => readFile(files.GITHUB_STEP_SUMMARY, 'utf8');
    const post: BegunAction['post'] = async () => {
      const script = join(root, action.runs.post);
      const { exitCode, output } = await start(script, { ...env, ...stateEnv }, { ...run, onStart: () => undefined });
      return { postOutput: output, postExitCode: exitCode, summary: await summary() };
    };
    const main: BegunAction['main'] = async () => {
      const ended = await running;
      const outputs = parseFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8'));
      return { ...ended, outputs, summary: await summary(), state };
    };
    return { main, post, clean };
  } catch (error) {
    await clean();
    throw error;
  }
}

async function commandFiles(
  folder: string,
): Promise<Record<'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY', string>> {
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
  await Promise.all(Object.values(files).map((path) => writeFile(path, '')));
  return files;
}

function baseEnvironment(run: ActionRun, folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? folder,
    ...(process.env['DOCKER_HOST'] === undefined ? {} : { DOCKER_HOST: process.env['DOCKER_HOST'] }),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo-org/shop',
    GITHUB_RUN_ID: '7000000001',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'deploy',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: run.workspace ?? folder,
    RUNNER_TEMP: folder,
  };
}

function inputEnvironment(action: ActionFile, given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, evaluate(input.default ?? '')]);
  const inputs = { ...(Object.fromEntries(defaults) as Record<string, string>), ...given };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** The one expression that action.yml's defaults hold; outside of a matrix it yields null. */
function evaluate(text: string): string {
  return text.replaceAll(/\$\{\{\s*toJson\(matrix\)\s*\}\}/gi, 'null');
}

async function start(
  script: string,
  env: Record<string, string>,
  run: Pick<ActionRun, 'onOutput' | 'onStart' | 'limitMs'>,
): Promise<{ exitCode: number | null; output: string }> {
  // Directly, not through a shell: dash drops variables with a dash in their name.
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  run.onStart?.(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      run.onOutput?.(text);
    });
  }
  const exitCode = await new Promise<number | null>((done, fail) => {
    const limitMs = run.limitMs ?? LIMIT_MS;
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`${script} did not end within ${limitMs / 1000} s. Its output so far:\n${output}`));
    }, limitMs);
    child.on('error', fail).on('close', (code) => {
      clearTimeout(late);
      done(code);
    });
  });
  return { exitCode, output };
}
