/** The demo's repository: a copy of the sample app, with a base image that this machine can have. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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

/** An empty folder of its own, for `fillWorkspace`. */
export const workspace = (): Promise<string> => mkdtemp(join(tmpdir(), 'shop-web-'));

/** Copies the sample app. With an engine, tells by `say` which base image is used where it is not the Dockerfile's own. */
export async function fillWorkspace(
  folder: string,
  engine: string | null,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  await cp(app, folder, { recursive: true });
  if (engine === null) return;
  const path = join(folder, 'Dockerfile');
  const dockerfile = await readFile(path, 'utf8');
  const wanted = /^ARG BASE=(\S+)$/m.exec(dockerfile)?.[1] ?? '';
  if (await obtainable(wanted, signal)) return;
  const base = await baseImage();
  say(`${wanted} cannot be pulled here: building on ${base}, imported from this machine's own Node.`);
  await writeFile(path, dockerfile.replace(/^ARG BASE=.*$/m, `ARG BASE=${base}`));
}

async function obtainable(image: string, signal: AbortSignal): Promise<boolean> {
  const docker = (...args: string[]): Promise<boolean> =>
    run('docker', args, { timeout: PULL_LIMIT_MS, signal }).then(
      () => true,
      () => false,
    );
  return (await docker('image', 'inspect', image)) || (await docker('pull', '--quiet', image));
}

/**
 * What the service runs before anything is deployed to it. Not in the sandbox's registry: as a fresh stack's first image.
 * Each run has its own, so that two demos on one engine do not take it from each other.
 */
export const FIRST_IMAGE = `ecs-blue-green-demo/sample:${randomBytes(6).toString('hex')}`;

/** Builds it from the workspace. */
export async function buildFirst(folder: string, signal: AbortSignal): Promise<void> {
  await run('docker', ['build', '--quiet', '--build-arg', 'VERSION=v0', '--tag', FIRST_IMAGE, folder], { signal });
}

/** Takes the images that the demo made out of the engine again: those of a registry that is gone, too. */
export async function removeImages(references: readonly string[], say: (line: string) => void): Promise<void> {
  for (const reference of references) {
    try {
      const { stdout } = await run('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', reference]);
      const tags = stdout.split('\n').filter((tag) => tag !== '' && !tag.endsWith(':<none>'));
      if (tags.length > 0) await run('docker', ['image', 'rm', ...tags]);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.split('\n').slice(0, 2).join(' ') : String(cause);
      say(`Images of ${reference} may be left in the Docker engine: ${why}`);
    }
  }
}
