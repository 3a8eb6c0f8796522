/** What Docker really puts into an image from a context, compared with what is counted for the content tag. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Entry } from '../../../src/image/content/walk.ts';
import { context, put } from './generated.ts';
import { entries, newFolder, plant, removeFolder } from './trees.ts';

/** A Docker configuration of its own, with the buildx that ECS_BLUE_GREEN_BUILDX names; without that, the client's. */
const config = newFolder();
const plugin = process.env['ECS_BLUE_GREEN_BUILDX'] ?? '';
if (plugin !== '') {
  mkdirSync(join(config, 'cli-plugins'));
  symlinkSync(plugin, join(config, 'cli-plugins', 'docker-buildx'));
}
const dockerEnv = { ...process.env, ...(plugin === '' ? {} : { DOCKER_CONFIG: config }) };

const answers = (...args: readonly string[]): boolean =>
  spawnSync('docker', args, { timeout: 10_000, env: dockerEnv }).status === 0;
const engine = answers('version', '--format', '{{.Server.Version}}');
const buildx = engine && answers('buildx', 'version');
for (const [what, there] of Object.entries({ 'Docker engine': engine, buildx })) {
  if (!there) process.stderr.write(`Contexts compared with real builds: left out, no ${what} answers\n`);
}

let made = '';
beforeAll(() => {
  made = newFolder();
});
afterAll(() => {
  removeFolder(made);
  removeFolder(config);
});

type Build = (folder: string, out: string) => void;

const docker = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  execFileSync('docker', args, { encoding: 'utf8', stdio: 'pipe', env: { ...dockerEnv, ...env } }).trim();

const classic: Build = (folder, out) => {
  const image = docker(['build', '--quiet', '--no-cache', folder], { DOCKER_BUILDKIT: '0' });
  const container = docker(['create', image, '/none']);
  try {
    docker(['export', '--output', `${out}.tar`, container]);
  } finally {
    docker(['rm', container]);
    docker(['rmi', '--force', image]);
  }
};

const withBuildx: Build = (folder, out) => {
  docker(['buildx', 'build', '--quiet', '--no-cache', '--output', `type=tar,dest=${out}.tar`, folder]);
};

/** The folder `/context` of the image that is built of this folder. */
function built(build: Build, folder: string): string {
  const out = `${folder}-out`;
  build(folder, out);
  mkdirSync(out);
  execFileSync('tar', ['-xpf', `${out}.tar`, '-C', out, '--warning=no-timestamp']);
  return join(out, 'context');
}

const shown = (all: readonly Entry[]): string[] =>
  all.map(({ path, kind, mode, target, location }) => {
    const text = kind === 'file' ? readFileSync(location, 'utf8') : Buffer.from(target).toString();
    return `${kind} ${mode.toString(8)} ${path.toString()} ${JSON.stringify(text)}`;
  });

/** Without the Dockerfile and the ignore file: they count, whether they reach the image or not. */
const counted = (all: readonly Entry[]): string[] =>
  shown(all).filter((line) => !/ (?:Dockerfile|\.dockerignore) "/.test(line));

function buildAndCompare(build: Build, folder: string, ignore: string): { image: string[]; tag: string[] } {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /context/\n');
  writeFileSync(join(folder, '.dockerignore'), ignore);
  const image = built(build, folder);
  return { image: existsSync(image) ? counted(entries(image)) : [], tag: counted(entries(folder, ignore)) };
}

/** Builder, whether it is there, how it builds; of the special files: what it leaves out, what it makes of them. */
const builders: readonly (readonly [string, boolean, Build, readonly string[], readonly string[]])[] = [
  ['the classic builder', engine, classic, ['socket 755 socket ""', 'file 4755 src/b "b"'], ['file 755 src/b "b"']],
  ['buildx', buildx, withBuildx, ['pipe 644 pipe ""', 'socket 755 socket ""'], ['file 755 socket ""']],
];

describe.each(builders)('%s', (name, there, build, lost, instead) => {
  const real = there ? test : test.skip;

  real(
    'sends what is counted, of generated contexts',
    () => {
      fc.sample(context, { numRuns: 12, seed: 20 }).forEach(({ nodes, ignore }, index) => {
        const folder = join(made, `${name.replaceAll(' ', '-')}-${index}`);
        mkdirSync(folder);
        for (const node of nodes) put(folder, node);
        const { image, tag } = buildAndCompare(build, folder, ignore);
        expect(image).toEqual(tag);
      });
    },
    120_000,
  );

  real(
    'sends what is counted, or less, of a context of special files',
    async () => {
      const folder = join(made, `${name.replaceAll(' ', '-')}-special`);
      mkdirSync(folder);
      plant(folder, { a: 'a', 'src/b': 'b', 'src/loop': '-> .', out: '-> /etc/passwd', 'empty/': '', 'no/md.md': '' });
      linkSync(join(folder, 'a'), join(folder, 'hard'));
      chmodSync(join(folder, 'src/b'), 0o4755);
      chmodSync(join(folder, 'empty'), 0o1777);
      execFileSync('mkfifo', ['-m', '644', join(folder, 'pipe')]);
      const server = createServer().listen(join(folder, 'socket'));
      await once(server, 'listening');
      chmodSync(join(folder, 'socket'), 0o755);
      const { image, tag } = buildAndCompare(build, folder, '**/*.md');
      server.close();
      expect([...image, ...lost].sort()).toEqual([...tag, ...instead].sort());
    },
    60_000,
  );
});
