/**
 * What a deployment asks of AWS, and in which order. Every answer of the sandbox takes a fifth of a second here: calls
 * that are made side by side then arrive in one wave, and the waves are the round trips that a run waits for.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallRecord } from '../sandbox/control/calls.ts';
import { startSandbox } from '../sandbox/server.ts';
import { awsEnvironment, clientsFor } from '../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../scripts/rehearsal/stack.ts';
import { steady } from '../scripts/rehearsal/steady.ts';
import { runAction } from '../scripts/runner/run-action.ts';
import { type Figure } from './figure.ts';
import { givenFiles, givenImage } from './given-files.ts';
import { idle } from './idle.ts';
import { wavesOf } from './waves.ts';

const ANSWER_MS = 200;
const WRITES = ['RegisterTaskDefinition', 'CreateDeployment'];
const quick = { createdMs: 10, taskStartMs: 10, taskHealthyMs: 10, eventMs: 10, drainMs: 10, pollMs: 10 };

export async function calls(): Promise<readonly Figure[]> {
  const sandbox = await startSandbox({ registry: 'none', settings: quick });
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const clients = clientsFor(sandbox.url);
    const stack = await putUpStack(clients, { terminationWaitMinutes: 0 });
    await steady(clients, stack);
    const stage = { url: sandbox.url, folder };
    const files = figuresOf('from files', await made(stage, await filesInputs(stack, folder)));
    await idle(clients, stack);
    const live = { cluster: stack.cluster, service: stack.service, image: givenImage(stack.repository, 2) };
    return [...files, ...figuresOf('three inputs', await made(stage, live))];
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesInputs(stack: Stack, folder: string): Promise<Record<string, string>> {
  return {
    ...{ cluster: stack.cluster, service: stack.service, image: givenImage(stack.repository, 1) },
    'codedeploy-application': stack.application,
    'codedeploy-deployment-group': stack.group,
    ...(await givenFiles(folder, 1)),
  };
}

async function made(
  { url, folder }: { readonly url: string; readonly folder: string },
  inputs: Readonly<Record<string, string>>,
): Promise<readonly CallRecord[]> {
  const control = `${url}/_sandbox/`;
  await fetch(`${control}calls`, { method: 'DELETE' });
  const slow = { operation: '*', kind: 'slow', ms: ANSWER_MS };
  await fetch(`${control}faults`, { method: 'POST', body: JSON.stringify(slow) });
  const env = awsEnvironment(url);
  const run = await runAction({ inputs: { ...inputs, 'wait-for': 'none' }, env, workspace: folder, post: false });
  await fetch(`${control}faults`, { method: 'DELETE' });
  if (run.exitCode !== 0) throw new Error(`The action failed:\n${run.output}`);
  const answer = (await (await fetch(`${control}calls`)).json()) as { calls: CallRecord[] }; // the sandbox's own
  return answer.calls.toSorted((one, other) => one.at - other.at);
}

function figuresOf(name: string, made: readonly CallRecord[]): readonly Figure[] {
  const waves = wavesOf(made, ANSWER_MS / 2);
  const first = made.find(({ operation }) => WRITES.includes(operation))?.at ?? -Infinity;
  const after = made.filter(({ at }) => at >= first).map(({ operation }) => operation);
  const others = after.filter((operation, place) => operation !== WRITES[place]);
  const reads = waves.filter((wave) => wave.every(({ at }) => at < first));
  const shown = reads.map((wave) => wave.map(({ operation }) => operation).join(' + ')).join(' → ');
  return [
    { name: `${name}: calls from the first write`, value: after.length, unit: '', limit: 2, note: after.join(' → ') },
    { name: `${name}: of them neither`, value: others.length, unit: '', limit: 0, note: WRITES.join(', then ') },
    { name: `${name}: round trips before`, value: reads.length, unit: '', limit: null, note: shown },
  ];
}
