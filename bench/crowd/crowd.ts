/**
 * A hundred services of one account deployed at once by a hundred copies of `dist/`, through AWS's token buckets
 * (`--rate-limits`): what a monorepo's release does. The sandbox is one process, in which the tasks are too.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallRecord } from '../../sandbox/control/calls.ts';
import { awsEnvironment, clientsFor } from '../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../scripts/rehearsal/stack.ts';
import { steady } from '../../scripts/rehearsal/steady.ts';
import { runAction } from '../../scripts/runner/run-action.ts';
import { type Figure } from '../figure.ts';
import { givenImage } from '../given-files.ts';
import { sandboxProcess } from '../sandbox-process.ts';
import { atMost } from './at-most.ts';
import { figuresOf, type Run } from './figures.ts';

const SERVICES = 100;
/** Processes that are in the costly part of their start at a time; those that have a deployment wait beside each other. */
const STARTING = 8;
/** The buckets fill this many times as fast, too. High while the stacks are put up: nothing is measured there. */
const SPEED = { stacks: 60, deployments: 2 };
const DEPLOYMENT_ID = /\bd-[A-Z0-9]{9}\b/;
const LIMIT_MS = 10 * 60_000;

export async function crowd(): Promise<readonly Figure[]> {
  const args = ['--registry', 'none', '--tasks', 'responder', '--speed', String(SPEED.stacks), '--rate-limits'];
  const sandbox = await sandboxProcess(args);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const stacks = await putUpStacks(sandbox.url);
    await control(sandbox.url, 'speed', { method: 'POST', body: JSON.stringify({ speed: SPEED.deployments }) });
    await control(sandbox.url, 'calls', { method: 'DELETE' });
    const starting = atMost(STARTING);
    const begun = performance.now();
    const runs = await Promise.all(stacks.map((stack) => deploy(sandbox.url, folder, stack, starting)));
    const seconds = (performance.now() - begun) / 1000;
    const { calls } = (await control(sandbox.url, 'calls')) as { calls: CallRecord[] }; // sandbox/control: GET calls
    const { rssMiB } = await sandbox.close();
    if (runs.some(({ succeeded }) => !succeeded)) console.error(`The sandbox's log:\n${withoutPorts(sandbox.log())}`);
    return figuresOf({ runs, calls, rssMiB, seconds });
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two hundred listeners say where they answer. */
const withoutPorts = (log: string): string => log.replace(/^Port \d+ of .*\n/gm, '');

async function control(url: string, path: string, request: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`${url}/_sandbox/${path}`, request);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${request.method ?? 'GET'} /_sandbox/${path}: ${JSON.stringify(body)}`);
  return body;
}

async function putUpStacks(url: string): Promise<Stack[]> {
  const clients = clientsFor(url);
  const stacks: Stack[] = [];
  for (let number = 1; number <= SERVICES; number += 1) {
    const name = `web-${String(number).padStart(3, '0')}`;
    const options = { cluster: `shop-${name}`, service: name, repository: `shop/${name}`, terminationWaitMinutes: 0 };
    const deploymentConfig = 'CodeDeployDefault.ECSAllAtOnce';
    stacks.push(await putUpStack(clients, { ...options, deploymentConfig }));
  }
  for (const stack of stacks) await steady(clients, stack, 120_000);
  return stacks;
}

async function deploy(
  url: string,
  workspace: string,
  { cluster, service, repository }: Stack,
  starting: (work: (started: () => void) => Promise<void>) => Promise<void>,
): Promise<Run> {
  let seen: Run = { service, succeeded: false, output: '' };
  await starting(async (started) => {
    const { exitCode, outputs, output } = await runAction({
      inputs: { cluster, service, image: givenImage(repository, 1), 'wait-for': 'completed' },
      env: { ...awsEnvironment(url), GITHUB_RUN_ID: `7000000${service.slice(-3)}` },
      workspace,
      post: false,
      limitMs: LIMIT_MS,
      onOutput(text) {
        if (DEPLOYMENT_ID.test(text)) started();
      },
    });
    seen = { service, succeeded: exitCode === 0 && outputs['result'] === 'succeeded', output };
  });
  return seen;
}
