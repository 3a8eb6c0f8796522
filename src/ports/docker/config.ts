import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { temporaryConfig } from './temporary.ts';
import { lookAt } from './path.ts';

/** A temporary Docker configuration. */
export interface DockerConfig {
  /** Absolute path of its folder. */
  readonly path: string;
  /** What makes the Docker client use it. */
  readonly env: Readonly<Record<string, string>>;
}

const PREFIX = 'ecs-blue-green-docker-';

/** Folders of the user's configuration that a client looks for beside `config.json`. */
const SHARED = ['contexts', 'cli-plugins', 'trust'];

export async function isolateConfig(
  parent: string,
  registry: string,
  environment: NodeJS.ProcessEnv,
): Promise<DockerConfig> {
  const theirs = userConfig(environment);
  // mkdtemp makes a folder of mode 700.
  const path = await mkdtemp(join(resolve(parent), PREFIX));
  try {
    const config = temporaryConfig(await readConfig(join(theirs, 'config.json')), registry);
    await writeFile(join(path, 'config.json'), JSON.stringify(config), { mode: 0o600 });
    for (const folder of SHARED) {
      const there = join(theirs, folder);
      if ((await lookAt(there)) === 'folder') await symlink(there, join(path, folder), 'junction');
    }
  } catch (error) {
    await removeDockerConfig(path);
    throw error;
  }
  return { path, env: { DOCKER_CONFIG: path, ...(await buildxConfig(theirs, environment)) } };
}

/** The builders of the workflow stay in use. Where there are none, buildx keeps its own notes in the temporary folder. */
async function buildxConfig(theirs: string, environment: NodeJS.ProcessEnv): Promise<{ BUILDX_CONFIG?: string }> {
  const set = environment['BUILDX_CONFIG'] ?? '';
  if (set !== '') return { BUILDX_CONFIG: set };
  const folder = join(theirs, 'buildx');
  return (await lookAt(folder)) === 'folder' ? { BUILDX_CONFIG: folder } : {};
}

/** Runs `work` so that buildx leaves no folder in the home of a user who has no builders: to be asked, it makes one. */
export async function leavingNoFolder<T>(
  environment: NodeJS.ProcessEnv,
  work: (env: { BUILDX_CONFIG?: string }) => Promise<T>,
): Promise<T> {
  const theirs = await buildxConfig(userConfig(environment), environment);
  if (theirs.BUILDX_CONFIG !== undefined) return await work(theirs);
  const path = await mkdtemp(join(temporaryFolder(environment), PREFIX));
  try {
    return await work({ BUILDX_CONFIG: path });
  } finally {
    await removeDockerConfig(path);
  }
}

/** The runner's own, which it empties after the job: a run that is killed leaves nothing on the machine. */
function temporaryFolder(environment: NodeJS.ProcessEnv): string {
  const theirs = environment['RUNNER_TEMP'] ?? '';
  return theirs === '' ? tmpdir() : theirs;
}

/** Removes a folder that `isolateConfig` made, and no other. Links in it are removed, not followed. */
export async function removeDockerConfig(path: string): Promise<void> {
  if (!basename(path).startsWith(PREFIX)) return;
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

function userConfig(environment: NodeJS.ProcessEnv): string {
  const set = environment['DOCKER_CONFIG'];
  if (set !== undefined && set !== '') return resolve(set);
  const home = environment['HOME'];
  return join(home !== undefined && home !== '' ? home : homedir(), '.docker');
}

/** The user's configuration, or nothing where there is none that can be read: Docker itself goes on without it. */
async function readConfig(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
