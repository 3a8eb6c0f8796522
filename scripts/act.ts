/**
 * Runs the example workflows with act, which reads and evaluates them by itself, against a sandbox:
 *
 *   node scripts/act.ts path/to/act
 *
 * act knows no review of an environment, so that promote.yml runs as if it were approved at once. It needs git, bash and
 * a Docker engine for the builds, and the built dist/.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { startSandbox } from '../sandbox/server.ts';
import { type Asked, createRepository, FILES, type Repository, workflowFile } from './act/repository.ts';
import { standIns } from './act/stand-ins.ts';
import { dockerEngine, removeImages } from './demo/workspace.ts';
import { awsEnvironment, clientsFor, type Clients } from './rehearsal/clients.ts';
import { readLive } from './rehearsal/live.ts';
import { putUpStack, type Stack, type StackOptions } from './rehearsal/stack.ts';
import { steady } from './rehearsal/steady.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Stage {
  readonly clients: Clients;
  readonly stack: Stack;
  readonly repository: Repository;
}

/** An account with one service, and a repository that deploys to it. */
async function onStage(
  binary: string,
  options: Partial<StackOptions>,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'act-'));
  const sandbox = await startSandbox({ speed: 100 });
  try {
    const clients = clientsFor(sandbox.url);
    const stack = await putUpStack(clients, options);
    await steady(clients, stack);
    const localRepositories = await standIns(folder, awsEnvironment(sandbox.url), FILES.map(workflowFile));
    await work({ clients, stack, repository: await createRepository({ binary, folder, localRepositories }) });
  } finally {
    if (sandbox.registryUrl !== null) await removeImages([`${new URL(sandbox.registryUrl).host}/shop-web`], say);
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Expected {
  /** `web:2`: what production runs afterwards. */
  readonly revision: string;
  /** Default 0. */
  readonly exitCode?: number;
  /** In the log. */
  readonly told?: string;
}

/** Runs a workflow and compares what production runs then. Throws with act's log where it is something else. */
async function expectLive(stage: Stage, what: string, asked: Asked, expected: Expected): Promise<void> {
  const { revision, exitCode: code = 0, told = '' } = expected;
  const from = Date.now();
  const { exitCode, output } = await stage.repository.act(asked);
  await oneTaskSet(stage);
  const live = await readLive(stage.clients, stage.stack);
  if (exitCode !== code || live.revision !== revision || !output.includes(told))
    throw new Error(
      `${what}: act ended with ${exitCode ?? 'a signal'}, production runs ${live.revision}, expected ${code} and ${revision}` +
        `${output.includes(told) ? '' : `, and "${told}" in its log`}:\n${output}`,
    );
  say(`ok  ${asked.file}, ${what}: ${revision} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

/** Waits until the deployment is over: its original task set is gone. */
async function oneTaskSet({ clients, stack }: Stage): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const asked = new DescribeServicesCommand({ cluster: stack.cluster, services: [stack.service] });
    const service = (await clients.ecs.send(asked)).services?.[0];
    if (service?.taskSets?.length === 1) return steady(clients, stack);
    if (Date.now() > until) throw new Error('The deployment did not end within 30 s.');
    await new Promise((done) => setTimeout(done, 50));
  }
}

const pullRequest = (head: string): unknown => ({
  number: 7,
  pull_request: { number: 7, base: { ref: 'main' }, head: { ref: 'feature', repo: { full_name: head } } },
});
const push = { event: 'push', payload: { ref: 'refs/heads/main' } } as const;

async function planDeployRollBack(stage: Stage): Promise<void> {
  const { repository } = stage;
  const plan = { file: 'plan.yml', event: 'pull_request' } as const;
  const deploy = { file: 'deploy.yml', ...push } as const;
  const rollback = (inputs: Readonly<Record<string, string>>) =>
    ({ file: 'rollback.yml', event: 'workflow_dispatch', payload: { inputs } }) as const;
  const first = await repository.commit('one');
  await expectLive(
    stage,
    'a pull request',
    { ...plan, payload: pullRequest('octo-org/shop') },
    { revision: 'web:1', told: 'web:1' },
  );
  await expectLive(stage, 'a fork', { ...plan, payload: pullRequest('someone/shop') }, { revision: 'web:1' });
  await expectLive(stage, 'a push', deploy, { revision: 'web:2' });
  await repository.commit('two');
  await expectLive(stage, 'another push', deploy, { revision: 'web:3' });
  await expectLive(stage, 'only the plan', rollback({ 'plan-only': 'true' }), { revision: 'web:3', told: 'web:2' });
  await expectLive(stage, 'to what ran before', rollback({}), { revision: 'web:2' });
  await repository.commit('three');
  await expectLive(stage, 'a third push', deploy, { revision: 'web:4' });
  await expectLive(stage, 'to a commit', rollback({ 'rollback-to': first }), { revision: 'web:2' });
}

async function main([binary]: readonly string[]): Promise<void> {
  if (binary === undefined) throw new Error('Give the path of act: node scripts/act.ts path/to/act');
  if ((await dockerEngine()) === null) throw new Error('No Docker engine answers, which the builds need.');
  await onStage(binary, { terminationWaitMinutes: 0 }, planDeployRollBack);
  await onStage(binary, { terminationWaitMinutes: 0, readyWaitMinutes: 2880 }, async (stage) => {
    await stage.repository.commit('one');
    const refused = { file: 'promote-refused.yml', ...push } as const;
    await expectLive(stage, 'refused', refused, { revision: 'web:1', exitCode: 1, told: 'Take the candidate down' });
    await expectLive(stage, 'approved at once', { file: 'promote.yml', ...push }, { revision: 'web:3' });
  });
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
