/**
 * The whole of it on this machine, with no AWS account: starts the sandbox, puts up a service that CodeDeploy deploys
 * blue/green, and runs the action three times as the GitHub runner would. Stops everything that it started.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type ChildProcess } from 'node:child_process';
import { PutImageCommand } from '@aws-sdk/client-ecr';
import { CreateDeploymentConfigCommand, waitUntilDeploymentSuccessful } from '@aws-sdk/client-codedeploy';
import { startSandbox } from '../sandbox/server.ts';
import { compare, heading, type Write } from './demo/show.ts';
import { dockerEngine, removeImages, workspace } from './demo/workspace.ts';
import { awsEnvironment, clientsFor, type Clients } from './rehearsal/clients.ts';
import { readLive } from './rehearsal/live.ts';
import { defaultStack, putUpStack, type Stack } from './rehearsal/stack.ts';
import { steady } from './rehearsal/steady.ts';
import { runAction } from './runner/run-action.ts';
import { showLines } from './runner/shown.ts';

/** AWS's own waits, this many times as fast. */
const SPEED = 10;

const write: Write = (text) => void process.stdout.write(text);
const say = (line: string): void => {
  write(`${line}\n`);
};

interface Stage {
  readonly clients: Clients;
  readonly stack: Stack;
  readonly url: string;
  readonly folder: string;
}

interface Deployed {
  readonly went: boolean;
  readonly seconds: number;
  readonly deploymentId: string;
}

type Inputs = Readonly<Record<string, string>>;

let child: ChildProcess | null = null;

async function deploy(stage: Stage, title: string, inputs: Readonly<Record<string, string>>): Promise<Deployed> {
  heading(write, title);
  for (const [name, value] of Object.entries(inputs)) say(`  ${name}: ${value}`);
  const before = await readLive(stage.clients, stage.stack);
  const started = Date.now();
  const { exitCode, outputs } = await runAction({
    inputs,
    env: awsEnvironment(stage.url),
    workspace: stage.folder,
    onOutput: showLines(write),
    onStart: (process) => {
      child = process;
    },
  });
  child = null;
  const after = await readLive(stage.clients, stage.stack);
  const seconds = (Date.now() - started) / 1000;
  say(`\nresult: ${outputs['result'] ?? 'none'}, after ${seconds.toFixed(1)} s`);
  compare(write, before, after);
  const went = exitCode === 0 && after.revision === outputs['task-definition'];
  return { went, seconds, deploymentId: outputs['codedeploy-deployment-id'] ?? '' };
}

/** The next deployment has to wait for the end of the one before: a group carries one at a time. */
async function ended({ codedeploy }: Clients, deploymentId: string): Promise<void> {
  if (deploymentId !== '')
    await waitUntilDeploymentSuccessful(
      { client: codedeploy, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
      { deploymentId },
    );
}

/** Where nothing can be pushed: a manifest in ECR, as if an earlier build had put it there. */
async function imageAlreadyThere({ ecr }: Clients, repositoryName: string): Promise<string> {
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', size: 2, digest: digestOf('{}') };
  const imageManifest = JSON.stringify({ schemaVersion: 2, config, layers: [] });
  const imageManifestMediaType = 'application/vnd.oci.image.manifest.v1+json';
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageManifestMediaType, imageTag: 'v2' }));
  return `${repositoryName}:v2`;
}

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

async function putUp(url: string, folder: string): Promise<Stage> {
  const clients = clientsFor(url);
  await clients.codedeploy.send(
    new CreateDeploymentConfigCommand({
      deploymentConfigName: 'Linear25PercentEveryMinute',
      computePlatform: 'ECS',
      trafficRoutingConfig: {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: 25, linearInterval: 1 },
      },
    }),
  );
  const stack = await putUpStack(clients, {
    deploymentConfig: 'Linear25PercentEveryMinute',
    terminationWaitMinutes: 1,
  });
  await steady(clients, stack);
  return { clients, stack, url, folder };
}

async function deployAgain(stage: Stage, inputs: Inputs, first: Deployed): Promise<boolean> {
  const again = await deploy(stage, 'Deploy the same commit again: nothing is built, nothing is deployed', inputs);
  if (again.went) say(`${(first.seconds / again.seconds).toFixed(1)} times sooner than the first`);
  return again.went;
}

async function deployChange(stage: Stage, names: Inputs): Promise<boolean> {
  const title = 'Deploy once more: another setting, blue and green swap, wait for the old tasks to end';
  const inputs = {
    ...names,
    'environment-variables': 'GREETING=hello',
    'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
    'wait-for': 'completed',
    'wait-max-delay-seconds': '1',
  };
  return (await deploy(stage, title, inputs)).went;
}

async function demo(): Promise<boolean> {
  heading(write, 'Sandbox: an AWS account on this machine');
  const engine = await dockerEngine();
  const registry = engine === null ? 'none' : 'auto';
  const sandbox = await startSandbox({ speed: SPEED, registry, listeners: 'ports', log: say });
  const pushes = engine !== null && sandbox.registryUrl !== null;
  const folder = await workspace(pushes ? engine : null, say);
  try {
    say(`AWS_ENDPOINT_URL=${sandbox.url}, ${SPEED} times as fast as real time`);
    if (engine === null) say('No Docker engine answers: nothing is built, an image that is already there is deployed.');
    const stage = await putUp(sandbox.url, folder);
    const names = { cluster: stage.stack.cluster, service: stage.stack.service };
    const image = pushes
      ? { repository: stage.stack.repository }
      : { image: await imageAlreadyThere(stage.clients, stage.stack.repository) };
    const first = await deploy(stage, 'Deploy with three inputs', { ...image, ...names });
    // Also after Ctrl-C: what was started is stopped, and nothing more is begun.
    if (!first.went) return false;
    say('\nWaiting until CodeDeploy has ended the original tasks …');
    await ended(stage.clients, first.deploymentId);
    return (await deployAgain(stage, { ...image, ...names }, first)) && (await deployChange(stage, names));
  } finally {
    if (pushes) await removeImages(`${sandbox.registryUrl.replace('http://', '')}/${defaultStack.repository}`);
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child?.kill(signal));
const went = await demo();
heading(write, went ? 'Done: everything that was started is stopped' : 'The demo failed: see above');
process.exitCode = went ? 0 : 1;
