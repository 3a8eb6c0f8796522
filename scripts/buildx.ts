/**
 * Builds buildx (the Docker client's plugin) and buildkitd (a builder of its own) from the Go module proxy, for tests of
 * builds on real parts where no packages of them are at hand:
 *
 *   node scripts/buildx.ts FOLDER       writes FOLDER/docker-buildx and FOLDER/buildkitd; needs Go and, once, minutes
 *
 * `go install package@version` refuses both, since their go.mod files hold replace directives: so each module is
 * downloaded, copied to where it may be written, and built there.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

interface Part {
  readonly name: string;
  readonly module: string;
  readonly version: string;
  readonly command: string;
}

const PARTS: readonly Part[] = [
  { name: 'docker-buildx', module: 'github.com/docker/buildx', version: 'v0.38.2', command: './cmd/buildx' },
  { name: 'buildkitd', module: 'github.com/moby/buildkit', version: 'v0.34.2', command: './cmd/buildkitd' },
];

async function go(args: readonly string[], cwd: string): Promise<string> {
  const child = spawn('go', args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GOWORK: 'off' },
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`go ${args.join(' ')} ended with ${String(child.exitCode)}: ${output}`);
  return output;
}

/** The module cache is read-only, and so is a copy of it. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeWritable(path);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}

async function sourceFolder({ module, version }: Part, work: string): Promise<string> {
  const told: unknown = JSON.parse(await go(['mod', 'download', '-json', `${module}@${version}`], work));
  const from = typeof told === 'object' && told !== null && 'Dir' in told ? told.Dir : null;
  if (typeof from !== 'string') throw new Error(`go mod download does not tell where ${module}@${version} is.`);
  const folder = join(work, 'source');
  await cp(from, folder, { recursive: true });
  await makeWritable(folder);
  return folder;
}

/** Each binary stands under its version: another version is built anew, a half-written one is never seen. */
async function build(part: Part, folder: string): Promise<void> {
  const made = join(folder, `${part.name}-${part.version}`);
  if (!(await isThere(made))) {
    const work = await mkdtemp(join(tmpdir(), 'go-build-'));
    try {
      const source = await sourceFolder(part, work);
      const half = `${made}.half`;
      await go(['build', '-trimpath', '-ldflags=-s -w', '-o', half, part.command], source);
      await rename(half, made);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await cp(made, join(folder, part.name), { force: true });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('Usage: node scripts/buildx.ts FOLDER');
    return 2;
  }
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  for (const part of PARTS) {
    await build(part, path);
    console.log(join(path, part.name));
  }
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : cause);
    return 1;
  });
}
