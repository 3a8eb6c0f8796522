import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDocker, removeDockerConfig } from '../../src/ports/docker.ts';
import { runProcess } from '../../src/ports/docker/process.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'docker-port-'));
});
afterEach(() => rm(home, { recursive: true }));

const run = (script: string, options = {}) =>
  runProcess(process.execPath, ['-e', script], { env: { PATH: '/usr/bin' }, ...options });

describe('runProcess', () => {
  test('tells code, both outputs, and each line as it comes', async () => {
    const lines: string[] = [];
    const onLine = (line: string) => void lines.push(line);
    const script = 'console.log("a\\nb"); process.stdout.write("c"); process.exitCode = 3';
    expect(await run(script, { onLine })).toEqual({ code: 3, stdout: 'a\nb\nc', stderr: '' });
    expect(lines).toEqual(['a', 'b', 'c']);
  });

  test('passes arguments as they are, input, environment and folder', async () => {
    const script = 'process.stdin.on("data", (d) => console.log(String(d), process.env.A, process.cwd()))';
    const { stdout } = await run(script, { input: '$(x) "y"', env: { A: '*' }, cwd: '/' });
    expect(stdout).toBe('$(x) "y" * /\n');
  });

  test('keeps characters whole that fall between two chunks', async () => {
    const script =
      'const b = Buffer.from("é"); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 50)';
    expect((await run(script)).stdout).toBe('é');
  });

  test('keeps the end of an endless output', async () => {
    const { stdout } = await run('for (let i = 0; i < 300; i++) console.log("x".repeat(9999)); console.log("end")');
    expect(stdout).toHaveLength(1_000_000);
    expect(stdout.endsWith('x\nend\n')).toBe(true);
  });

  test('ends the process with the signal, also one that has aborted before', async () => {
    const { code } = await run('setInterval(() => {}, 1000)', { signal: AbortSignal.abort() });
    expect(code).toBeNull();
  });

  test('a process that reads nothing takes no harm from its input', async () => {
    expect((await run('process.exit(0)', { input: 'x'.repeat(500_000) })).code).toBe(0);
  });
});

test.each([
  ['not there', false],
  ['not executable', true],
])('a client that is %s is no client', async (_name, file) => {
  if (file) await writeFile(join(home, 'docker'), '#!/bin/sh\n', { mode: 0o644 });
  expect(await createDocker({ PATH: home }).state()).toEqual({ kind: 'no-client' });
});

/** A `docker` that writes what it was called with, and the variables that begin with `INPUT` or `BUILDX`. */
const client = async (script: string): Promise<NodeJS.ProcessEnv> => {
  await writeFile(join(home, 'docker'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: `${home}:/usr/bin:/bin`, HOME: home };
};

describe('builder', () => {
  test('is asked once for each name, and leaves no folder of buildx behind where the user has none', async () => {
    const environment = await client(
      'mkdir "$BUILDX_CONFIG/instances"; echo "$* $BUILDX_CONFIG" >> "$HOME/calls"; printf "Name: b\\nDriver: remote\\n"',
    );
    const docker = createDocker(environment);
    const [first, again] = await Promise.all([docker.builder(null), docker.builder(null), docker.builder('mine')]);
    expect(first).toMatchObject({ kind: 'found', name: 'b', driver: 'remote', indexes: true });
    expect(again).toBe(first);
    const calls = (await readFile(join(home, 'calls'), 'utf8')).trim().split('\n').sort();
    expect(calls.map((line) => line.replace(/ \S+$/, ''))).toEqual([
      '--debug buildx inspect',
      '--debug buildx inspect mine',
    ]);
    for (const line of calls) await expect(stat(line.replace(/.* /, ''))).rejects.toThrow('ENOENT');
    expect((await readdir(home)).sort()).toEqual(['calls', 'docker']);
  });

  test("keeps buildx's notes in the folder that the runner empties, for a run that is killed meanwhile", async () => {
    const environment = await client('echo "$BUILDX_CONFIG" > "$HOME/asked"; printf "Name: b\\nDriver: remote\\n"');
    await createDocker({ ...environment, RUNNER_TEMP: home }).builder(null);
    expect((await readFile(join(home, 'asked'), 'utf8')).startsWith(`${home}/ecs-blue-green-docker-`)).toBe(true);
    expect((await readdir(home)).sort()).toEqual(['asked', 'docker']);
  });

  test.each([
    ['no client', 'exit 127', { kind: 'none' }],
    [
      'no builder of that name',
      `case "$*" in *version*) echo v0.12.1;; *) printf 'ERROR: no builder "x" found\\n123 v0.12 docker\\nstack\\n' >&2; exit 1;; esac`,
      { kind: 'missing', name: 'x', why: 'no builder "x" found' },
    ],
  ])('%s', async (_name, script, expected) => {
    expect(await createDocker(await client(script)).builder('x')).toEqual(expected);
  });
});

test("the step's inputs do not reach Docker", async () => {
  const environment = await client('env');
  const docker = createDocker({ ...environment, 'INPUT_BUILD-SECRETS': 'a=s3cret', INPUT_X: 'y', KEPT: 'z' });
  const { stdout } = await docker.run([], { env: { ARG: 'v' } });
  expect(stdout).toMatch(/^KEPT=z$/m);
  expect(stdout).toMatch(/^ARG=v$/m);
  expect(stdout).not.toMatch(/INPUT_|s3cret/);
});

describe('headOf', () => {
  const git = (...args: string[]) =>
    runProcess('git', ['-C', home, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { env: process.env });

  test('the commit that is checked out, whatever repository the environment names', async () => {
    await git('init', '--quiet');
    await git('commit', '--quiet', '--allow-empty', '--message', 'one');
    await mkdir(join(home, 'app'));
    const { stdout } = await git('rev-parse', 'HEAD');
    const docker = createDocker({ ...process.env, GIT_DIR: '/nowhere' });
    expect(await docker.headOf(join(home, 'app'))).toBe(stdout.trim());
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['no checkout', { PATH: process.env['PATH'] }],
    ['no Git', { PATH: '/nowhere' }],
  ])('null where there is %s', async (_name, environment) => {
    expect(await createDocker(environment).headOf(home)).toBeNull();
  });
});

describe('isolate', () => {
  const isolate = (environment: NodeJS.ProcessEnv) => createDocker(environment).isolate(home, 'registry.test');

  test('makes a folder that only we can read, and remove', async () => {
    const { path } = await isolate({ HOME: home });
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, 'config.json'))).mode & 0o777).toBe(0o600);
    await removeDockerConfig(path);
    expect(await readdir(home)).toEqual([]);
  });

  test('links plugins and contexts of the user, keeps the builders, and removes only the links', async () => {
    const theirs = join(home, 'theirs');
    await mkdir(join(theirs, 'cli-plugins'), { recursive: true });
    await mkdir(join(theirs, 'contexts'));
    await writeFile(join(theirs, 'cli-plugins', 'docker-buildx'), '');
    await mkdir(join(theirs, 'buildx'));
    const { path, env } = await isolate({ DOCKER_CONFIG: theirs });
    expect(env).toEqual({ DOCKER_CONFIG: path, BUILDX_CONFIG: join(theirs, 'buildx') });
    expect(await readlink(join(path, 'cli-plugins'))).toBe(join(theirs, 'cli-plugins'));
    expect((await readdir(path)).sort()).toEqual(['cli-plugins', 'config.json', 'contexts']);
    await removeDockerConfig(path);
    expect(await readdir(join(theirs, 'cli-plugins'))).toEqual(['docker-buildx']);
  });

  test.each<[string, NodeJS.ProcessEnv, string | undefined]>([
    ['in the temporary folder where the user has none', {}, undefined],
    ['where the environment says', { BUILDX_CONFIG: '/b' }, '/b'],
  ])('builders are looked for %s', async (_name, environment, expected) => {
    const { path, env } = await isolate({ HOME: home, ...environment });
    expect(env).toEqual({ DOCKER_CONFIG: path, ...(expected === undefined ? {} : { BUILDX_CONFIG: expected }) });
    expect(await readdir(home)).toEqual([basename(path)]);
  });

  test.each([
    ['broken', '{ "auths": '],
    ['no object', '[1]'],
    ['of wrong members', '{ "auths": [], "credHelpers": "x" }'],
  ])('a configuration that is %s does no harm', async (_name, text) => {
    await mkdir(join(home, '.docker'));
    await writeFile(join(home, '.docker', 'config.json'), text);
    const { path } = await isolate({ HOME: home });
    expect(JSON.parse(await readFile(join(path, 'config.json'), 'utf8'))).toEqual({
      auths: {},
      credHelpers: { 'registry.test': '' },
    });
  });

  test('a folder that it did not make is not removed', async () => {
    await removeDockerConfig(home);
    await removeDockerConfig('');
    expect((await stat(home)).isDirectory()).toBe(true);
  });
});
