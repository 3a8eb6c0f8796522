/** The demo's repository: a copy of the sample app, with a base image that this machine can have. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { baseImage } from '../base-image.ts';

const run = promisify(execFile);
const app = resolve(import.meta.dirname, '../../examples/app');
const PULL_LIMIT_MS = 60_000;

/** The version of the Docker engine that answers, or null. */
export async function dockerEngine(): Promise<string | null> {
  const asked = await run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 }).catch(
    () => null,
  );
  return asked?.stdout.trim() ?? null;
}

/** Returns the folder's path. With `say`, tells which base image is used where it is not the Dockerfile's own. */
export async function workspace(engine: string | null, say: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-web-'));
  await cp(app, folder, { recursive: true });
  if (engine === null) return folder;
  const path = join(folder, 'Dockerfile');
  const dockerfile = await readFile(path, 'utf8');
  const wanted = /^ARG BASE=(\S+)$/m.exec(dockerfile)?.[1] ?? '';
  if (await obtainable(wanted)) return folder;
  const base = await baseImage();
  say(`${wanted} cannot be pulled here: building on ${base}, imported from this machine's own Node.`);
  await writeFile(path, dockerfile.replace(/^ARG BASE=.*$/m, `ARG BASE=${base}`));
  return folder;
}

async function obtainable(image: string): Promise<boolean> {
  const docker = (...args: string[]): Promise<boolean> =>
    run('docker', args, { timeout: PULL_LIMIT_MS }).then(
      () => true,
      () => false,
    );
  return (await docker('image', 'inspect', image)) || (await docker('pull', '--quiet', image));
}

/** What the service runs before anything is deployed to it. Not in the sandbox's registry: as a fresh stack's first image. */
export const FIRST_IMAGE = 'ecs-blue-green-demo/sample:v0';

/** Builds it from the workspace. */
export async function buildFirst(folder: string): Promise<void> {
  await run('docker', ['build', '--quiet', '--build-arg', 'VERSION=v0', '--tag', FIRST_IMAGE, folder]);
}

/** Takes the images that the demo made out of the engine again: those of a registry that is gone, too. */
export async function removeImages(references: readonly string[]): Promise<void> {
  for (const reference of references) {
    const { stdout } = await run('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', reference]);
    const tags = stdout.split('\n').filter((tag) => tag !== '' && !tag.endsWith(':<none>'));
    if (tags.length > 0) await run('docker', ['image', 'rm', ...tags]);
  }
}
