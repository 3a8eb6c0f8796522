/** A Git repository with the example workflows and a Dockerfile, and act to run them on this machine. */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const examples = resolve(import.meta.dirname, '../../examples/workflows');
const LIMIT_MS = 120_000;

export const FILES = ['plan.yml', 'deploy.yml', 'rollback.yml', 'promote.yml'] as const;
export const workflowFile = (name: string): string => join(examples, name);

/** promote.yml with a job for the promotion that fails before it begins: what a refused review comes to. */
const REFUSED = 'promote-refused.yml';

export interface Asked {
  readonly file: (typeof FILES)[number] | typeof REFUSED;
  readonly event: 'push' | 'pull_request' | 'workflow_dispatch';
  /** The payload of the event. */
  readonly payload?: unknown;
}

export interface Repository {
  /** Commits other content. Resolves to the commit. */
  commit(content: string): Promise<string>;
  /** Runs one workflow. Resolves to its exit code and its log. */
  act(asked: Asked): Promise<{ readonly exitCode: number | null; readonly output: string }>;
}

export interface Act {
  readonly binary: string;
  /** Empty; holds the repository and what act keeps. */
  readonly folder: string;
  readonly localRepositories: readonly string[];
}

export async function createRepository(act: Act): Promise<Repository> {
  let runs = 0;
  const place = join(act.folder, 'repository');
  const git = (...args: string[]) =>
    run('git', ['-C', place, '-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com', ...args]);
  await mkdir(join(place, '.github'), { recursive: true });
  await cp(examples, join(place, '.github/workflows'), { recursive: true });
  await writeFile(join(place, '.github/workflows', REFUSED), await refused());
  await writeFile(join(place, 'Dockerfile'), 'FROM scratch\nCOPY text /\n');
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', 'https://github.com/octo-org/shop.git');
  return {
    commit: async (content) => {
      await writeFile(join(place, 'text'), content);
      await git('add', '--all');
      await git('commit', '--quiet', '--message', content);
      return (await git('rev-parse', 'HEAD')).stdout.trim();
    },
    act: (asked) => {
      runs += 1;
      return runAct(act, place, { ...asked, runId: 7_000_000_000 + runs });
    },
  };
}

async function refused(): Promise<string> {
  const source = await readFile(workflowFile('promote.yml'), 'utf8');
  const changed = source.replace(/run: echo 'begun=true'.*/, 'run: exit 1');
  if (changed === source)
    throw new Error('promote.yml: the step that says that the promotion begins is not where it was.');
  return changed;
}

const VARIABLES = {
  AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
  AWS_PLAN_ROLE_ARN: 'arn:aws:iam::123456789012:role/plan',
  AWS_REGION: 'eu-west-1',
};

async function runAct(
  act: Act,
  repository: string,
  { file, event, payload = {}, runId }: Asked & { readonly runId: number },
): ReturnType<Repository['act']> {
  const eventFile = join(act.folder, 'event.json');
  await writeFile(eventFile, JSON.stringify(payload));
  const args = [event, '--directory', repository, '--workflows', `.github/workflows/${file}`, '--eventpath', eventFile];
  args.push(
    '--platform',
    'ubuntu-24.04=-self-hosted',
    '--no-cache-server',
    '--action-offline-mode',
    '--use-new-action-cache',
  );
  args.push('--action-cache-path', join(act.folder, 'cache'), '--actor', 'octocat', '--env', `GITHUB_RUN_ID=${runId}`);
  for (const each of act.localRepositories) args.push('--local-repository', each);
  for (const [name, value] of Object.entries(VARIABLES)) args.push('--var', `${name}=${value}`);
  const child = spawn(act.binary, args, {
    env: environment(act.folder),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exitCode = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  return { exitCode, output };
}

/** act hands all of its environment to the steps: nothing of the caller's that they need not have. */
function environment(home: string): Record<string, string> {
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const host = process.env['DOCKER_HOST'];
  return { PATH: path, HOME: home, ...(host === undefined ? {} : { DOCKER_HOST: host }) };
}
