/** No secret anywhere: the registry's token and the build secrets are looked for wherever a build could leave them. */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { baseImage } from '../../scripts/base-image.ts';
import { buildAndPush } from '../../src/image/build.ts';
import { engine, plugin, realWorld, watchCommandLines } from './real.ts';
import { buildSource } from './world.ts';

const SECRET = 'build-secret-0f8b5c';
const LINES = 'first-line-of-key-77aa\nsecond-line-of-key-88bb';
const FROM_FILE = 'secret-of-a-file-5d1e';

let real: Awaited<ReturnType<typeof realWorld>>;

beforeAll(async () => {
  if (!engine) return;
  real = await realWorld();
  await writeFile(join(real.folder, 'secret-file'), FROM_FILE);
  const read = (id: string) => `RUN --mount=type=secret,id=${id} ["node", "/read.js", "/run/secrets/${id}"]\n`;
  const script = 'const text = require("fs").readFileSync(process.argv[2], "utf8"); console.log(text.length, text);';
  await writeFile(join(real.workspace, 'read.js'), script);
  const head = `FROM ${await baseImage()}\nCOPY read.js /\n`;
  await writeFile(join(real.workspace, 'Dockerfile'), `${head}${read('npm')}${read('key')}${read('file')}`);
  const waits = '["node", "-e", "console.log(\'begun\'); setTimeout(() => {}, 60000)"]';
  await writeFile(join(real.workspace, 'Slow'), `${head}RUN ${waits}\n`);
  await writeFile(join(real.workspace, 'Plain'), `${head}ENV A=b\n`);
}, 60_000);

afterAll(async () => {
  if (engine) await real.close();
}, 30_000);

/** The files below the folders that hold one of the texts. Pipes, sockets and links are left out. */
const filesWith = (texts: readonly string[], folders: readonly string[]): string[] => {
  const options = ['-rlaF', '--devices=skip', ...texts.flatMap((text) => ['-e', text])];
  return spawnSync('grep', [...options, '--', ...folders], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean);
};

function unpackLayers(reference: string, folder: string): void {
  spawnSync('sh', ['-c', 'mkdir "$1" && docker save "$0" | tar -x -C "$1"', reference, folder]);
  spawnSync('sh', ['-c', 'find "$0" -name "*.tar" -exec tar -x -C "$0" -f {} ";"', folder]);
}

(engine && plugin !== '' ? describe : describe.skip)('with build secrets', () => {
  test('neither they nor the token are in a file, a log, a command line or a layer', async () => {
    const { ports, to, told, temp } = await real.setUp();
    const { password } = await ports.ecr.authorization();
    const texts = [SECRET, ...LINES.split('\n'), FROM_FILE, password];
    const option = 'id=npm,env=ECS_BLUE_GREEN_SECRET_0';
    const watch = watchCommandLines([...texts, option]);
    const image = await buildAndPush(
      buildSource({
        ...{ builder: 'default', network: 'none', noCache: true },
        buildSecrets: new Map([
          ['npm', SECRET],
          ['key', LINES],
        ]),
        secretFiles: new Map([['file', '../secret-file']]),
      }),
      to,
      ports,
    );
    const found = await watch.stop();
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => !line.includes(option) || texts.some((text) => line.includes(text)))).toEqual([]);
    const shown = told.filter((line) => !line.startsWith('mask '));
    // The secrets did reach the build, which printed them.
    expect(shown.join('\n')).toMatch(/19 \*\*\*/);
    expect(shown.join('\n')).toMatch(/46 \*\*\*/);
    // The content of a file is not known to the step; that the Dockerfile prints it is the Dockerfile's doing.
    expect(shown.filter((line) => texts.some((text) => text !== FROM_FILE && line.includes(text)))).toEqual([]);
    const folder = join(real.folder, 'layers');
    unpackLayers(`${to.repositoryUri}:${image.tag ?? ''}`, folder);
    expect(filesWith(['text.length'], [folder])).toContain(join(folder, 'read.js'));
    expect(filesWith(texts, [real.folder])).toEqual([join(real.folder, 'secret-file')]);
    expect(await readdir(temp)).toEqual([]);
  }, 90_000);

  test('a cancel in the middle leaves nothing: no configuration, no process, no image', async () => {
    const { ports, to, temp } = await real.setUp();
    const { password } = await ports.ecr.authorization();
    const cancel = new AbortController();
    const log = {
      ...ports.log,
      info: (text: string) => {
        if (text.endsWith('begun')) cancel.abort(new Error('cancelled'));
      },
    };
    const source = buildSource({ builder: 'default', network: 'none', file: 'Slow', tags: ['half'] });
    const work = buildAndPush(source, to, { ...ports, log, signal: cancel.signal });
    await expect(work).rejects.toThrow('cancelled');
    expect(await readdir(temp)).toEqual([]);
    expect(filesWith([password], [real.home])).toEqual([]);
    expect(await ports.ecr.describeImage('shop', { tag: 'half' })).toBeNull();
    expect(spawnSync('pgrep', ['-f', `${to.repositoryUri}:half`], { encoding: 'utf8' }).stdout).toBe('');
  }, 60_000);
});

(engine ? describe : describe.skip)('log-ins of the user', () => {
  /** A credential store that notes what it is asked and knows nothing. */
  async function store(): Promise<NodeJS.ProcessEnv> {
    const bin = join(real.folder, 'bin');
    await mkdir(bin, { recursive: true });
    const script = `#!/bin/sh\necho "$1 $(cat)" >> ${join(real.folder, 'store')}\necho 'credentials not found in native keychain'\nexit 1\n`;
    await writeFile(join(bin, 'docker-credential-noting'), script, { mode: 0o755 });
    return { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  }

  test.each<[string, (registry: string) => object | null]>([
    ['no configuration', () => null],
    ['other log-ins', () => ({ auths: { 'ghcr.io': { auth: 'eDp5' } } })],
    ['an old log-in at this registry', (registry) => ({ auths: { [registry]: { auth: 'eDp5' } } })],
    ['credsStore', () => ({ credsStore: 'noting' })],
    ['credHelpers', (registry) => ({ credHelpers: { [registry]: 'noting', 'ghcr.io': 'noting' } })],
    ['a context in use', () => ({ currentContext: 'theirs' })],
  ])(
    '%s: logged in, pushed, and all is as before',
    async (_name, configOf) => {
      const { ports, to, temp } = await real.setUp(await store());
      const file = join(real.config, 'config.json');
      const registry = to.repositoryUri.replace(/\/.*/, '');
      const text = JSON.stringify(configOf(registry));
      const contexts = [
        'context',
        'create',
        'theirs',
        '--docker',
        `host=${process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock'}`,
      ];
      spawnSync('docker', contexts, { env: real.environment });
      await writeFile(file, text === 'null' ? '{}' : text);
      await writeFile(join(real.folder, 'store'), '');
      const { password } = await ports.ecr.authorization();
      const image = await buildAndPush(buildSource({ file: 'Plain' }), to, ports);
      expect(image.kind).toBe('pushed');
      expect(await readFile(file, 'utf8')).toBe(text === 'null' ? '{}' : text);
      const asked = await readFile(join(real.folder, 'store'), 'utf8');
      expect(asked).not.toMatch(/^(?:store|erase)|AWS/m);
      expect(asked).not.toContain(registry);
      expect(filesWith([password], [real.folder])).toEqual([]);
      expect(await readdir(temp)).toEqual([]);
    },
    60_000,
  );
});
