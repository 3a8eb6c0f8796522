/** What stands behind `uses:` here: our own step as it is built; the two others as far as their effects matter. */
import { cp } from 'node:fs/promises';
import { beginAction } from '../run-action.ts';
import { type ActionFile, OUR_STEP } from './action-file.ts';
import { endOnCancel } from './cancelling.ts';
import { type Permissions } from './file.ts';
import { type Ran } from './shell.ts';
import { type World } from './world.ts';

export interface Use {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly permissions: Permissions;
  readonly job: string;
  readonly environment: string | null;
  readonly action: ActionFile;
  readonly world: World;
}

const PINNED = /^(?<name>[\w.-]+\/[\w.-]+)@[0-9a-f]{40}$/;

/** Throws for an action that is not known here, or not pinned by a full hash. */
export async function runUse(use: Use): Promise<Ran> {
  if (OUR_STEP.test(use.uses)) return ourStep(use);
  const name = PINNED.exec(use.uses)?.groups?.['name'] ?? 'none';
  switch (name) {
    case 'actions/checkout':
      return checkout(use);
    case 'aws-actions/configure-aws-credentials':
      return credentials(use);
    default:
      throw new Error(`${use.uses} is not known here, or not pinned by a full hash`);
  }
}

const done = (output: string, env: Readonly<Record<string, string>> = {}): Ran => ({
  exitCode: 0,
  output,
  outputs: {},
  summary: '',
  env,
});

const failed = (output: string): Ran => ({ ...done(output), exitCode: 1 });

async function checkout({ with: given, permissions, world, workspace }: Use): Promise<Ran> {
  onlyKnown(given, ['persist-credentials', 'fetch-depth']);
  if (permissions['contents'] === undefined)
    return failed('the token of the job may not read the repository: contents');
  await cp(world.repositoryFolder, workspace, { recursive: true });
  return done('');
}

async function credentials({ with: given, permissions, world, job, environment }: Use): Promise<Ran> {
  onlyKnown(given, ['role-to-assume', 'aws-region', 'role-session-name']);
  const { 'role-to-assume': role = '', 'aws-region': region = '' } = given;
  if (permissions['id-token'] !== 'write')
    return failed('there is no token to give AWS: the job lacks id-token: write');
  if (role === '' || region === '') return failed('role-to-assume and aws-region have to be given');
  try {
    return done('', await world.assume({ role, region, job, environment }));
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'the role was not given');
  }
}

async function ourStep({ with: given, env, workspace, world, job, action }: Use): Promise<Ran> {
  const { main, post, clean } = await beginAction({
    inputs: { ...world.inputs, ...given },
    env: { ...env },
    workspace,
    onStart: (child) => {
      endOnCancel(child, world.cancel);
    },
    onOutput: (text) => world.onOutput?.(text, job),
  });
  const ended = await main();
  return {
    ...ended,
    outputs: { ...Object.fromEntries(action.outputs.map((name) => [name, ''])), ...ended.outputs },
    env: {},
    post: async () => {
      const { postExitCode, postOutput } = await post();
      await clean();
      return { exitCode: postExitCode, output: postOutput };
    },
  };
}

function onlyKnown(given: Readonly<Record<string, string>>, known: readonly string[]): void {
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`this runner does not know the input ${unknown.join(', ')}`);
}
