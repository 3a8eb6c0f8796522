/** The sandbox as a process: however and whenever it is ended, it exits with 0 and leaves nothing behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CreateDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { DescribeClustersCommand } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientsFor } from '../../scripts/rehearsal/clients.ts';
import { putUpStack } from '../../scripts/rehearsal/stack.ts';
import { control } from './account.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let folder = '';
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signals-'));
  await mkdir(join(folder, 'tmp'));
  await mkdir(join(folder, 'bin'));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Sandbox {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown[]>;
  /** Resolves with the first line that fits, of its output or its log. */
  line(pattern: RegExp): Promise<string>;
}

function run(...args: string[]): Sandbox {
  const env = {
    PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
    TMPDIR: join(folder, 'tmp'),
    DOCKER_HOST: 'unix:///none',
  };
  const child = spawn(process.execPath, ['sandbox/main.ts', '--port', '0', ...args], { env, stdio: 'pipe' });
  started.push(child);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (text) => {
      lines.push(text);
      for (const look of [...waiting]) look();
    });
  }
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.find((text) => pattern.test(text));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      child.once('close', () => {
        reject(new Error(`It ended without ${String(pattern)}: ${lines.join('\n')}`));
      });
      look();
    });
  return { child, ended: once(child, 'exit'), line };
}

async function urlOf(sandbox: Sandbox): Promise<string> {
  return (await sandbox.line(/^export AWS_ENDPOINT_URL=/)).slice('export AWS_ENDPOINT_URL='.length);
}

/** A registry that says who it is and never gets ready: `pid` then holds its process id. */
async function hangingRegistry(pid: string): Promise<void> {
  const path = join(folder, 'bin', 'registry');
  const script = [
    '#!/bin/sh',
    'if [ "$1" = --version ]; then echo "registry github.com/docker/distribution v2.8.2"; exit; fi',
    `echo $$ > ${pid}`,
    'exec sleep 600',
  ];
  await writeFile(path, `${script.join('\n')}\n`);
  await chmod(path, 0o755);
}

/** So often, 5 ms apart, is something looked for that must come. */
const LOOKS = 2_000;

async function written(path: string): Promise<number> {
  for (let look = 0; look < LOOKS; look += 1) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return Number(text);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${path} was never written.`);
}

async function gone(pid: number): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const state = /\) (\w)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))?.[1];
    if (state === undefined || state === 'Z') return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The process ${pid} still runs.`);
}

async function expectNothingLeft({ ended }: Sandbox): Promise<void> {
  expect(await ended).toEqual([0, null]);
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
}

describe.each(signals)('%s', (signal) => {
  test('as it comes up', async () => {
    const sandbox = run();
    await sandbox.line(/registry/);
    sandbox.child.kill(signal);
    await expectNothingLeft(sandbox);
  }, 20_000);

  test('while a deployment runs, its hook runs, and requests are open', async () => {
    const pid = join(folder, 'pid');
    const hook = JSON.stringify([
      process.execPath,
      '-e',
      `require('fs').writeFileSync(${JSON.stringify(pid)}, process.pid + '\\n'); setInterval(() => {}, 1000)`,
    ]);
    const sandbox = run('--registry', 'none', '--speed', '1000', '--hook', `check=${hook}`);
    const url = await urlOf(sandbox);
    const clients = clientsFor(url);
    const stack = await putUpStack(clients);
    await clients.codedeploy.send(
      new CreateDeploymentCommand({
        applicationName: stack.application,
        deploymentGroupName: stack.group,
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appSpec(stack.taskDefinition) } },
      }),
    );
    const running = await written(pid);
    await control(url, 'POST', 'faults', { operation: 'DescribeClusters', kind: 'slow', ms: 600_000 });
    const open = clients.ecs.send(new DescribeClustersCommand({})).catch(() => 'cut');
    while (!JSON.stringify(await control(url, 'GET', 'faults')).includes('"hits":1')) {
      // The request is not there yet.
    }
    sandbox.child.kill(signal);
    await expectNothingLeft(sandbox);
    await gone(running);
    expect(await open).toBe('cut');
  }, 20_000);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s while the registry is being started',
  async (signal) => {
    const pid = join(folder, 'pid');
    await hangingRegistry(pid);
    const sandbox = run();
    const registry = await written(pid);
    sandbox.child.kill(signal);
    // In a terminal Ctrl+C reaches the registry, too.
    if (signal === 'SIGINT') process.kill(registry, signal);
    await expectNothingLeft(sandbox);
    await gone(registry);
  },
  20_000,
);

test('a second signal ends at once, and cleans up all the same', async () => {
  const pid = join(folder, 'pid');
  await hangingRegistry(pid);
  const sandbox = run();
  const registry = await written(pid);
  sandbox.child.kill('SIGTERM');
  sandbox.child.kill('SIGINT');
  expect(await sandbox.ended).toEqual([130, null]);
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  await gone(registry);
}, 20_000);

test('two processes run side by side', async () => {
  const pair = [run('--registry', 'none', '--account', '111111111111'), run('--registry', 'none')];
  const urls = await Promise.all(pair.map(urlOf));
  expect(new Set(urls).size).toBe(2);
  const accounts = await Promise.all(urls.map(async (url) => (await control(url, 'GET', 'health'))[1]));
  expect(accounts).toMatchObject([{ account: '111111111111' }, { account: '123456789012' }]);
  for (const { child } of pair) child.kill('SIGTERM');
  for (const sandbox of pair) await expectNothingLeft(sandbox);
}, 20_000);

const appSpec = (taskDefinition: string): string =>
  JSON.stringify({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
          },
        },
      },
    ],
    Hooks: [{ BeforeInstall: 'check' }],
  });
