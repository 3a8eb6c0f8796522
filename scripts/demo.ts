/**
 * The whole of it on this machine, with no AWS account: starts the sandbox, puts up a service that CodeDeploy deploys
 * blue/green, sends it traffic, and runs the action four times as the GitHub runner would: three deployments and a rollback.
 * The service, and the roles that the runs take, are those of the templates in cloudformation/.
 * Stops everything that it started; with `--stay` only at Ctrl+C, so that one can go on from the page.
 */
import { rm } from 'node:fs/promises';
import { type ChildProcess } from 'node:child_process';
import { waitUntilDeploymentSuccessful } from '@aws-sdk/client-codedeploy';
import { type RunningSandbox, startSandbox } from '../sandbox/server.ts';
import { demoArguments, usage } from './demo/options.ts';
import { compare, heading, type Write } from './demo/show.ts';
import { watchShares, wrongShift } from './demo/shares.ts';
import { listenForInterruption } from './demo/interruption.ts';
import { keepTraffic, showTraffic, startTraffic } from './demo/traffic.ts';
import { buildFirst, dockerEngine, fillWorkspace, removeImages, workspace } from './demo/workspace.ts';
import { DEMO_NAME, type DemoWorld, launchWorld } from './demo/world.ts';
import { clientsFor, type Clients } from './rehearsal/clients.ts';
import { readLive, readShares } from './rehearsal/live.ts';
import { putManifest } from './rehearsal/manifest.ts';
import { runAction } from './runner/run-action.ts';
import { showLines } from './runner/shown.ts';

const write: Write = (text) => void process.stdout.write(text);
const say = (line: string): void => {
  write(`${line}\n`);
};

interface Stage {
  readonly clients: Clients;
  readonly world: DemoWorld;
  readonly folder: string;
}

interface How {
  readonly role: DemoWorld['deployer'];
  /** The traffic has to move step by step. */
  readonly gradual: boolean;
}

interface Deployed {
  readonly went: boolean;
  readonly seconds: number;
  readonly deploymentId: string;
}

type Inputs = Readonly<Record<string, string>>;

let child: ChildProcess | null = null;

async function deploy(
  stage: Stage,
  title: string,
  inputs: Inputs,
  { role = stage.world.deployer, gradual = false }: Partial<How> = {},
): Promise<Deployed> {
  interruption.signal.throwIfAborted();
  heading(write, title);
  for (const [name, value] of Object.entries(inputs)) say(`  ${name}: ${value}`);
  const before = await readLive(stage.clients, stage.world);
  const watch = watchShares(() => readShares(stage.clients, stage.world));
  const started = Date.now();
  const { exitCode, outputs } = await runAction({
    inputs,
    env: await role(),
    workspace: stage.folder,
    onOutput: showLines(write),
    onStart: (process) => {
      child = process;
    },
  });
  child = null;
  const shares = await watch.stop();
  const after = await readLive(stage.clients, stage.world);
  const seconds = (Date.now() - started) / 1000;
  say(`\nresult: ${outputs['result'] ?? 'none'}, after ${seconds.toFixed(1)} s`);
  compare(write, before, after);
  const wrong = wrongShift(shares, after.targetGroup, gradual);
  if (wrong !== null) say(`Not as deployed: ${wrong}.`);
  const went = exitCode === 0 && after.revision === outputs['task-definition'] && wrong === null;
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
  await putManifest(ecr, repositoryName, 'v2');
  return `${repositoryName}:v2`;
}

async function deployAgain(stage: Stage, inputs: Inputs, first: Deployed): Promise<boolean> {
  const again = await deploy(stage, 'Deploy the same commit again: nothing is built, nothing is deployed', inputs);
  if (again.went) say(`${(first.seconds / again.seconds).toFixed(1)} times sooner than the first`);
  return again.went;
}

async function deployChange(stage: Stage, names: Inputs): Promise<boolean> {
  const title = 'Deploy once more: another setting, blue and green swap';
  const inputs = {
    ...names,
    'environment-variables': 'GREETING=hello',
    'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
    'wait-max-delay-seconds': '1',
  };
  return (await deploy(stage, title, inputs)).went;
}

/** The original tasks still run: the traffic only has to be returned to them. */
async function rollBack(stage: Stage, names: Inputs): Promise<boolean> {
  const title = 'Roll back: the old tasks are still there, so that it takes seconds';
  const inputs = { mode: 'rollback', ...names, 'wait-max-delay-seconds': '1' };
  return (await deploy(stage, title, inputs, { role: stage.world.operator })).went;
}

async function demo(speed: number, stay: boolean): Promise<boolean> {
  const folder = await workspace();
  try {
    return await inFolder(folder, speed, stay);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inFolder(folder: string, speed: number, stay: boolean): Promise<boolean> {
  heading(write, 'Sandbox: an AWS account on this machine');
  const engine = await dockerEngine();
  await interruption.during(fillWorkspace(folder, engine, say, interruption.signal));
  const placeholder = engine === null ? null : await interruption.during(buildFirst(folder, say, interruption.signal));
  const sandbox = await startSandbox({
    speed,
    registry: engine === null ? 'none' : 'auto',
    tasks: 'auto',
    listeners: 'ports',
    enforceIam: true,
    log: say,
    ...(placeholder && { images: placeholder.images }),
  });
  const pushes = engine !== null && sandbox.registryUrl !== null;
  try {
    say(`AWS_ENDPOINT_URL=${sandbox.url}, ${speed} times as fast as real time`);
    say(`\u001b[1mWatch it in a browser: ${sandbox.url}/\u001b[0m`);
    if (!pushes) say('Nothing is built here: an image that is already there is deployed.');
    const went = await deployAll(sandbox, folder, pushes);
    if (went && stay) await staying(sandbox);
    return went;
  } finally {
    await sandbox.close();
    if (engine !== null) await removeImages([...(placeholder?.made ?? []), ...pushedTo(sandbox)], say);
  }
}

const pushedTo = ({ registryUrl }: RunningSandbox): string[] =>
  registryUrl === null ? [] : [`${registryUrl.replace('http://', '')}/${DEMO_NAME}`];

async function deployAll(running: RunningSandbox, folder: string, pushes: boolean): Promise<boolean> {
  const clients = clientsFor(running.url);
  heading(write, 'Launch the templates: network, service, roles');
  const world = await interruption.during(launchWorld(clients, accountOf(running), say, interruption.signal));
  await startTraffic(running);
  const stage = { clients, world, folder };
  const names = { cluster: world.cluster, service: world.service };
  const inputs = pushes ? world.inputs : { ...names, image: await imageAlreadyThere(clients, world.repository) };
  const first = await deploy(stage, 'Deploy with the three inputs of the workflow that the stack gives', inputs, {
    gradual: true,
  });
  if (!first.went) return false;
  say('\nWaiting until CodeDeploy has ended the original tasks …');
  await interruption.during(ended(clients, first.deploymentId));
  const went =
    (await deployAgain(stage, inputs, first)) && (await deployChange(stage, names)) && (await rollBack(stage, names));
  showTraffic(write, running);
  return went;
}

const accountOf = ({ url, sandbox }: RunningSandbox) => ({ endpoint: url, now: () => sandbox.clock.now() });

async function staying(running: RunningSandbox): Promise<void> {
  heading(write, 'The sandbox stays up');
  say(`The page: ${running.url}/`);
  say('From there, deploy a version that is broken, watch it roll back, and see why. Ctrl+C ends all of it.');
  const stop = keepTraffic(running, say);
  await interruption.wanted;
  stop();
}

const parsed = demoArguments(process.argv.slice(2));
// The step gets the signal too, as from a runner: it stops its deployment, and the demo waits for it.
const interruption = listenForInterruption((signal) => child?.kill(signal));

async function main(speed: number, stay: boolean): Promise<number> {
  try {
    const went = await demo(speed, stay);
    if (went) heading(write, 'Done: everything that was started is stopped');
    else if (!interruption.signal.aborted) heading(write, 'The demo failed: see above');
    if (went || !interruption.signal.aborted) return went ? 0 : 1;
  } catch (cause) {
    // What is under way when the demo is to end may fail for it.
    if (!interruption.signal.aborted) throw cause;
  }
  heading(write, 'Interrupted: everything that was started is stopped');
  return 130;
}

if (parsed.kind === 'run') process.exit(await main(parsed.speed, parsed.stay));
else if (parsed.kind === 'help') say(usage);
else {
  console.error(`${parsed.message}\n\n${usage}`);
  process.exitCode = 2;
}
