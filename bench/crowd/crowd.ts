/**
 * A hundred services of one account deployed at once by a hundred copies of `dist/`, through AWS's token buckets
 * (`--rate-limits`): what a monorepo's release does. The sandbox is one process.
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

const SERVICES = 100;
/** Processes that are in the costly part of their start at a time; those that have a deployment wait beside each other. */
const STARTING = 8;
/** The buckets fill this many times as fast, too: the faster, the less they would be felt. */
const SPEED = '2';
const LIMIT_MS = 10 * 60_000;

export async function crowd(): Promise<readonly Figure[]> {
  const sandbox = await sandboxProcess(['--registry', 'none', '--speed', SPEED, '--rate-limits']);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const stacks = await putUpStacks(sandbox.url);
    await fetch(`${sandbox.url}/_sandbox/calls`, { method: 'DELETE' });
    const starting = atMost(STARTING);
    const failures = await Promise.all(stacks.map((stack) => deploy(sandbox.url, folder, stack, starting)));
    const { calls } = (await (await fetch(`${sandbox.url}/_sandbox/calls`)).json()) as { calls: CallRecord[] };
    const { rssMiB } = await sandbox.close();
    return figuresOf(failures, calls, rssMiB, sandbox.startMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function putUpStacks(url: string): Promise<Stack[]> {
  const clients = clientsFor(url);
  const stacks: Stack[] = [];
  for (let number = 1; number <= SERVICES; number += 1) {
    const name = `web-${String(number).padStart(3, '0')}`;
    const options = { cluster: `shop-${name}`, service: name, repository: `shop/${name}`, terminationWaitMinutes: 1 };
    const deploymentConfig = 'CodeDeployDefault.ECSAllAtOnce';
    stacks.push(await putUpStack(clients, { ...options, deploymentConfig }));
  }
  for (const stack of stacks) await steady(clients, stack, 120_000);
  return stacks;
}

/** Resolves to what the run said where it did not succeed, else to null. */
async function deploy(
  url: string,
  workspace: string,
  { cluster, service, repository }: Stack,
  starting: (work: (started: () => void) => Promise<void>) => Promise<void>,
): Promise<string | null> {
  let failure: string | null = null;
  await starting(async (started) => {
    const run = await runAction({
      inputs: { cluster, service, image: givenImage(repository, 1), 'wait-for': 'completed' },
      env: { ...awsEnvironment(url), GITHUB_RUN_ID: `7000000${service.slice(-3)}` },
      workspace,
      post: false,
      limitMs: LIMIT_MS,
      onOutput(text) {
        if (text.includes('d-')) started();
      },
    });
    if (run.exitCode !== 0 || run.outputs['result'] !== 'succeeded') failure = run.output;
  });
  return failure;
}

function figuresOf(
  failures: readonly (string | null)[],
  calls: readonly CallRecord[],
  rssMiB: number,
  startMs: number,
): readonly Figure[] {
  const failed = failures.filter((failure) => failure !== null);
  if (failed[0] !== undefined) console.error(failed[0]);
  const throttled = calls.filter(({ errorCode }) => errorCode === 'ThrottlingException').length;
  const times = calls.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const p99 = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
  const note = `${calls.length} calls, ${throttled} of them throttled`;
  return [
    { name: 'deployments that failed', value: failed.length, unit: '', limit: 0, note: `of ${SERVICES}; ${note}` },
    { name: 'the sandbox: memory at most', value: rssMiB, unit: 'MiB', limit: 300, note: '' },
    { name: 'an API call: p99, in the sandbox', value: p99, unit: 'ms', limit: 50, note: `${times.length} calls` },
    { name: 'the sandbox: start', value: startMs / 1000, unit: 's', limit: 1, note: 'from its spawn to its greeting' },
  ];
}
