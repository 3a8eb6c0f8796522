/** Which engine is found, with servers that stand in for engines. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { EngineError } from '../../../../sandbox/runtime/docker/engine.ts';
import { findEngine } from '../../../../sandbox/runtime/docker/find-engine.ts';

const servers: Server[] = [];
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'find-engine-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

afterAll(async () => {
  await rm(directory, { recursive: true });
});

const version = { Version: '24.0.9', ApiVersion: '1.43', MinAPIVersion: '1.12', Os: 'linux' };

/** The DOCKER_HOST of a server on a Unix socket that tells its version, and leaves the rest to `listener`. */
async function engine(name: string, answer: object = version, listener?: RequestListener): Promise<string> {
  const path = join(directory, name);
  const server = createServer((request, response) => {
    if (request.url === '/version') response.end(JSON.stringify(answer));
    else listener?.(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return `unix://${path}`;
}

/** A PATH with a docker client that prints the host of its context, or fails. */
async function client(name: string, script: string): Promise<string> {
  const folder = join(directory, name);
  await mkdir(folder);
  await writeFile(join(folder, 'docker'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'docker'), 0o755);
  return folder;
}

async function versionOf(env: NodeJS.ProcessEnv): Promise<string> {
  const found = await findEngine(env);
  if (found.kind === 'none') return found.reason;
  await found.engine.close();
  return found.engine.version;
}

test('DOCKER_HOST goes before the context', async () => {
  const PATH = await client('other', 'echo unix:///nowhere');
  expect(await versionOf({ DOCKER_HOST: await engine('given'), PATH })).toBe('24.0.9');
});

test('without DOCKER_HOST the current context says where it is', async () => {
  const host = await engine('context');
  const PATH = await client('good', `[ "$1 $2" = "context inspect" ] && echo ${host}`);
  expect(await versionOf({ PATH })).toBe('24.0.9');
});

test('without a client the usual socket is asked', async () => {
  const found = await findEngine({ PATH: directory });
  const told = found.kind === 'none' ? found.reason : found.engine.address;
  if (found.kind === 'engine') await found.engine.close();
  expect(JSON.stringify(told)).toContain('/var/run/docker.sock');
});

test.each<[string, () => Promise<NodeJS.ProcessEnv>, RegExp]>([
  [
    'nothing there',
    () => Promise.resolve({ DOCKER_HOST: 'unix:///nowhere/docker.sock' }),
    /^No Docker engine answers at unix:\/\/\/nowhere\/docker\.sock: .*ENOENT/,
  ],
  ['ssh', () => Promise.resolve({ DOCKER_HOST: 'ssh://me@build' }), /would run on another machine/],
  ['something else', async () => ({ DOCKER_HOST: await engine('else', {}) }), /does not tell its API version/],
  [
    'an old one',
    async () => ({ DOCKER_HOST: await engine('old', { ...version, ApiVersion: '1.39' }) }),
    /older than 20\.10/,
  ],
  [
    'no certificates',
    () => Promise.resolve({ DOCKER_HOST: 'tcp://localhost:1', DOCKER_CERT_PATH: '/nowhere' }),
    /^No Docker engine answers at tcp:\/\/localhost:1: .*ENOENT.*(ca|cert|key)\.pem/,
  ],
])('none is used: %s', async (_name, env, reason) => {
  expect(await versionOf(await env())).toMatch(reason);
});

test('one that takes the request and says nothing is given up', async () => {
  const path = join(directory, 'silent');
  const server = createServer(() => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  expect(await versionOf({ DOCKER_HOST: `unix://${path}` })).toMatch(
    /^No Docker engine answers at .*silent: .*timeout/,
  );
});

test('calls speak the version that was agreed on; a refusal tells the engine’s text', async () => {
  const asked: string[] = [];
  const host = await engine('calls', version, ({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`);
    if (method === 'GET') response.end('{"fine":true}');
    else response.writeHead(409).end('{"message":"it is in use"}');
  });
  const found = await findEngine({ DOCKER_HOST: host });
  if (found.kind === 'none') throw new Error(found.reason);
  expect(await found.engine.call('GET', '/images/a/json', { query: { x: 'a b' } })).toEqual({ fine: true });
  const refused = found.engine.call('DELETE', '/images/a');
  await expect(refused).rejects.toEqual(new EngineError(409, 'it is in use'));
  await expect(refused).rejects.toHaveProperty('status', 409);
  expect(asked).toEqual(['GET /v1.43/images/a/json?x=a+b', 'DELETE /v1.43/images/a']);
  await found.engine.close();
});
