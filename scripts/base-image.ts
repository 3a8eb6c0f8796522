/**
 * Makes a base image for `examples/app` out of the Node that runs this script and the shared libraries it needs, where no
 * public registry can be reached, and prints its reference:
 *
 *   docker build --build-arg BASE=$(node scripts/base-image.ts) examples/app
 *
 * It needs a Docker engine of the same kind of machine (Linux, same processor), tar and ldd.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Absolute paths in what `ldd` prints: `libc.so.6 => /lib/libc.so.6 (0x…)` and the loader's own line. */
const libraries = (listing: string): string[] =>
  listing.split('\n').flatMap((line) => /(?:^\s*|=> )(\/\S+) \(0x/.exec(line)?.[1] ?? []);

/** A tar stream with the binary as /usr/local/bin/node and each library at its own path, links followed. */
function archive(node: string, files: readonly string[]) {
  const place = `s|^${node.replace(/[.|*[\]^$\\]/g, '\\$&')}$|usr/local/bin/node|`;
  const args = ['--create', '--dereference', '--absolute-names', `--transform=${place}`, '--', node, ...files];
  return spawn('tar', args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function importImage(reference: string): Promise<void> {
  const node = await realpath(process.execPath);
  const { stdout } = await run('ldd', [node]);
  const tar = archive(node, libraries(stdout));
  const docker = spawn('docker', ['import', '--change', 'ENV PATH=/usr/local/bin', '-', reference], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ends = [once(tar, 'close'), once(docker, 'close')];
  await Promise.all([pipeline(tar.stdout, docker.stdin), ...ends]);
  if (tar.exitCode === 0 && docker.exitCode === 0) return;
  throw new Error(`The base image was not imported: tar ended with ${tar.exitCode}, docker with ${docker.exitCode}`);
}

/** Imports the image unless the engine has it. Returns its reference, which names Node's version and the processor. */
export async function baseImage(): Promise<string> {
  const reference = `ecs-blue-green/node:${process.versions.node}-${process.arch}`;
  const there = await run('docker', ['image', 'inspect', '--format', '{{.Id}}', reference]).catch(() => null);
  if (!there) await importImage(reference);
  return reference;
}

if (import.meta.main) console.log(await baseImage());
