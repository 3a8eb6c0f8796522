/** The demo's repository: a copy of the sample app, with a base image that this machine can have. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { baseImage } from '../base-image.ts';
import { placeholderImage } from './world.ts';

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

/** What runs for the public image of a service that nothing was deployed to yet. */
export interface Placeholder {
  readonly images: (reference: string) => string;
  /** References of the images that were built for it. */
  readonly made: readonly string[];
}

/**
 * The template's own public image, where it can be pulled; else the sample app, built from the workspace, stands in. Each
 * run has its own, so that two demos on one engine do not take it from each other.
 */
export async function buildFirst(
  folder: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Placeholder> {
  const wanted = await placeholderImage();
  if (await obtainable(wanted, signal)) return { images: (reference) => reference, made: [] };
  say(`${wanted}, which a new service runs, cannot be pulled here: the sample app stands in for it.`);
  const made = `ecs-blue-green-demo/sample:${randomBytes(6).toString('hex')}`;
  await run('docker', ['build', '--quiet', '--build-arg', 'VERSION=v0', '--tag', made, folder], { signal });
  return { images: (reference) => (reference === wanted ? made : reference), made: [made] };
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
