/**
 * The placeholder's own command in a real container. Public registries need not be reached: the image is the nginx and the
 * shell of this machine (Debian: `apt-get install nginx-light`), with the libraries that they need.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { isList, isObject } from '../../sandbox/cloudformation/template/shape.ts';
import { type Json } from '../../sandbox/json.ts';
import { templateOf } from './service-stage.ts';

const NGINX = '/usr/sbin/nginx';
const IMAGE = 'ecs-blue-green/bootstrap-test:1';
/** Nothing else is waited for longer. */
const START_LIMIT_MS = 60_000;

const answers = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const missing = [
  ...(answers('docker', 'version') ? [] : ['no Docker engine']),
  ...(answers(NGINX, '-v') ? [] : ['no nginx']),
];

const definition = readTemplate(templateOf('service.yml')).resources.get('TaskDefinition')?.properties ?? {};
const containers = definition['ContainerDefinitions'];
const container: Json | undefined = isList(containers) ? containers[0] : undefined;
const words = (name: string): string[] => {
  const list = isObject(container) ? container[name] : undefined;
  return isList(list) ? list.map(String) : [];
};

/** Absolute paths in what `ldd` prints. */
const libraries = (program: string): string[] =>
  execFileSync('ldd', [program], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /(?:^\s*|=> )(\/\S+) \(0x/.exec(line)?.[1] ?? []);

function makeImage(): void {
  const files = [NGINX, '/bin/sh', '/etc/passwd', '/etc/group', ...libraries(NGINX), ...libraries('/bin/sh')];
  const folders = ['/tmp', '/var/lib/nginx', '/var/log/nginx'];
  const tar = ['--create', '--dereference', '--absolute-names', '--no-recursion', '--', ...new Set(files), ...folders];
  const input = execFileSync('tar', tar, { maxBuffer: 1 << 28 });
  execFileSync('docker', ['import', '--change', 'ENV PATH=/usr/sbin:/bin', '-', IMAGE], { input });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

(missing.length === 0 ? describe : describe.skip)(
  missing.length === 0 ? 'the placeholder in a container' : `left out: ${missing.join(', ')}`,
  () => {
    let port = 0;
    let id = '';
    beforeAll(async () => {
      makeImage();
      port = await freePort();
      const [entryPoint = '', ...rest] = [...words('EntryPoint'), ...words('Command')];
      const options = ['--detach', '--network=host', `--env=PORT=${port}`, `--entrypoint=${entryPoint}`];
      id = execFileSync('docker', ['run', ...options, IMAGE, ...rest], { encoding: 'utf8' }).trim();
      const limit = Date.now() + START_LIMIT_MS;
      while (!(await answersAt('/')) && Date.now() < limit) await sleep(100);
    }, START_LIMIT_MS * 2);
    afterAll(() => {
      if (id !== '') spawnSync('docker', ['rm', '--force', id]);
    });

    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
    const answersAt = async (path: string): Promise<boolean> =>
      get(path).then(
        ({ ok }) => ok,
        () => false,
      );

    test.each([
      ['the root', '/'],
      ['a health check', '/health'],
      ['a query', '/a/b?c'],
      ['a dot file', '/.well-known/x'],
      ['an escaped way up', '/%2e%2e/etc'],
      ['a long path', `/${'a'.repeat(1_000)}`],
    ])('answers 200 on %s', async (_what, path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, 'Waiting for the first deployment']);
    });

    test('writes nothing to its log but what went wrong, and ends when it is asked to', () => {
      const { stderr, stdout } = spawnSync('docker', ['logs', id], { encoding: 'utf8' });
      expect([stdout, stderr.replaceAll(/^.*could not open error log file.*\n/gm, '')]).toEqual(['', '']);
      execFileSync('docker', ['stop', '--time=10', id]);
      const code = execFileSync('docker', ['inspect', '--format={{.State.ExitCode}}', id], { encoding: 'utf8' });
      expect(code.trim()).toBe('0');
    });
  },
);
