/** Real parts for builds: the Docker engine and registry at hand, buildx, and a BuildKit daemon of our own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import { startSandbox } from '../../sandbox/server.ts';
import { awsEnvironment, clientsFor } from '../../scripts/rehearsal/clients.ts';
import { type Destination, type ImagePorts } from '../../src/image/ports.ts';
import { ecrPort } from '../../src/ports/aws/ecr.ts';
import { createDocker } from '../../src/ports/docker.ts';
import { useEnvironment } from '../ports/aws/account.ts';
import { makeLog, sha } from './world.ts';

export const engine =
  spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 }).status === 0;
/** Paths of the two binaries that scripts/buildx.ts makes. */
export const plugin = process.env['ECS_BLUE_GREEN_BUILDX'] ?? '';
export const daemon = process.env['ECS_BLUE_GREEN_BUILDKITD'] ?? '';

/** A sandbox with its registry, a workspace, and a user's home with a Docker configuration. */
export async function realWorld() {
  const sandbox = await startSandbox({ registry: 'auto' });
  const restore = useEnvironment(awsEnvironment(sandbox.url));
  await clientsFor(sandbox.url).ecr.send(new CreateRepositoryCommand({ repositoryName: 'shop' }));
  const ecr = ecrPort({ region: 'eu-west-1', maxRetries: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'real-'));
  const [home, workspace] = [join(folder, 'home'), join(folder, 'w')];
  const config = join(home, '.docker');
  for (const path of [home, workspace, config]) await mkdir(path);
  if (plugin !== '') {
    await mkdir(join(config, 'cli-plugins'));
    await symlink(plugin, join(config, 'cli-plugins', 'docker-buildx'));
  }
  const theirs = Object.entries(process.env).filter(([name]) => !/^(?:DOCKER_CONFIG|BUILDX_.*)$/.test(name));
  const environmentOfUser: NodeJS.ProcessEnv = { ...Object.fromEntries(theirs), HOME: home };
  return {
    sandbox,
    ecr,
    ...{ folder, home, config, workspace, environment: environmentOfUser },
    setUp: async (changes: NodeJS.ProcessEnv = {}) => {
      const told: string[] = [];
      const temp = await mkdtemp(join(folder, 'temp-'));
      const ports: ImagePorts = {
        ...{ ecr, docker: createDocker({ ...environmentOfUser, ...changes }) },
        clock: { now: () => 0, sleep: () => Promise.resolve() },
        log: makeLog(told),
        runner: { context: { ...CONTEXT, workspace, temp }, saveState: () => undefined },
      };
      const { repositoryUri = '' } = await ecr.describeRepository('shop');
      const to: Destination = { repositoryUri };
      return { told, temp, ports, to };
    },
    close: async () => {
      restore();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const CONTEXT = {
  ...{ repository: 'o/r', runId: '1', runAttempt: '1', job: 'j', actor: 'a', serverUrl: 'https://github.com', sha },
};

/** A BuildKit daemon, and the name of a builder over it in the user's Docker configuration. */
export async function startBuilder(folder: string, environment: NodeJS.ProcessEnv) {
  const [socket, log] = [`unix://${join(folder, 'bk.sock')}`, join(folder, 'bk.log')];
  const flags = [
    '--addr',
    socket,
    '--root',
    join(folder, 'bk'),
    '--oci-worker-net',
    'host',
    '--containerd-worker',
    'false',
  ];
  const child = spawn(daemon, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (let look = 0; look < 200 && !said.includes('running server on'); look += 1) {
    if (child.exitCode !== null) throw new Error(`buildkitd did not start: ${said}`);
    await pause(100);
  }
  const create = ['buildx', 'create', '--name', 'remote', '--driver', 'remote', socket];
  const made = spawnSync('docker', create, { env: environment, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return {
    name: 'remote',
    close: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await writeFile(log, said);
    },
  };
}

/** Every command line of the machine that is seen until `stop`: each of those that holds one of `texts`. */
export function watchCommandLines(texts: readonly string[]) {
  const found: string[] = [];
  const end = new AbortController();
  const done = (async () => {
    while (!end.signal.aborted) {
      for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
        if (texts.some((text) => line.includes(text))) found.push(line.replaceAll('\0', ' '));
      }
      await pause(5);
    }
  })();
  return {
    stop: async () => {
      end.abort();
      await done;
      return found;
    },
  };
}
