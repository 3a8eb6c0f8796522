import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const { path, env } = await isolate({ DOCKER_CONFIG: theirs });
    expect(env).toEqual({ DOCKER_CONFIG: path, BUILDX_CONFIG: join(theirs, 'buildx') });
    expect(await readlink(join(path, 'cli-plugins'))).toBe(join(theirs, 'cli-plugins'));
    expect((await readdir(path)).sort()).toEqual(['cli-plugins', 'config.json', 'contexts']);
    await removeDockerConfig(path);
    expect(await readdir(join(theirs, 'cli-plugins'))).toEqual(['docker-buildx']);
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
