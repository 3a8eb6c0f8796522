/** A registry that holds nothing behind the sandbox's own door, and a docker client that only knows how to push a layer. */
import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createProxy } from '../../sandbox/registry/proxy.ts';
import { type Sandbox } from '../../sandbox/operation.ts';

/** No buildx; a push sends one layer. The image is put there beforehand. */
const DOCKER = `#!/bin/sh
case "$1" in
  version) echo 28.0.0 ;;
  buildx|--debug) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
  login) cat > "$DOCKER_CONFIG/password" ;;
  push) exec "$(dirname "$0")/push.mjs" "$2" ;;
esac
`;

/** The requests of a push (OCI Distribution Specification, "Pushing blobs"); says no as docker does. */
const PUSH = `#!${process.execPath}
import { readFileSync } from 'node:fs';
const repository = process.argv[2].replace(/:[^:/]*$/, '').replace(/^[^/]*\\//, '');
const password = readFileSync(process.env.DOCKER_CONFIG + '/password', 'utf8').trim();
const authorization = 'Basic ' + Buffer.from('AWS:' + password).toString('base64');
const blobs = 'http://' + process.env.FAKE_REGISTRY + '/v2/' + repository + '/blobs/';
const digest = 'sha256:' + 'a'.repeat(64);
for (const [method, path] of [
  ['HEAD', digest], ['POST', 'uploads/'], ['PATCH', 'uploads/1'], ['PUT', 'uploads/1?digest=' + digest],
]) {
  const answer = await fetch(blobs + path, { method, headers: { authorization } });
  if (answer.status !== 403) continue;
  const said = method === 'HEAD' ? 'unexpected status from HEAD request: 403 Forbidden' : (await answer.json()).errors[0].message;
  console.error('denied: ' + said);
  process.exit(1);
}
console.log('tag: digest: ' + process.env.FAKE_DIGEST + ' size: 528');
`;

export async function putDocker(folder: string): Promise<void> {
  for (const [name, text] of [
    ['docker', DOCKER],
    ['push.mjs', PUSH],
  ] as const) {
    await writeFile(join(folder, name), text);
    await chmod(join(folder, name), 0o755);
  }
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

export interface FakeRegistry {
  /** The images' own host is ECR's: the docker client is told to go here in its place, in `FAKE_REGISTRY`. */
  readonly host: string;
  close(): void;
}

/** Takes whatever it is sent, of those who may. */
export async function openRegistry(sandbox: Sandbox): Promise<FakeRegistry> {
  const upstream = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(request.method === 'HEAD' ? 404 : 202).end());
  });
  const proxy = createProxy(sandbox, { host: '127.0.0.1', port: await portOf(upstream) });
  return {
    host: `127.0.0.1:${await portOf(proxy)}`,
    close() {
      for (const server of [proxy, upstream]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
