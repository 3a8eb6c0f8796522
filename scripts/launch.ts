/**
 * Launches a template of `cloudformation/` in a running sandbox, where no AWS CLI is at hand: shows what is made as it is
 * made, and the outputs. On AWS templates are launched from the console, or by the AWS CLI.
 */
import { type ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CloudFormationServiceException, type StackEvent } from '@aws-sdk/client-cloudformation';
import { editDistance } from '../src/inputs/near.ts';
import { listenForInterruption } from './demo/interruption.ts';
import { dockerEngine } from './demo/workspace.ts';
import { type LaunchArguments, launchArguments, usage } from './launch/arguments.ts';
import { findSandbox, type FoundSandbox } from './launch/sandbox.ts';
import { watchTasks } from './launch/stopped-tasks.ts';
import { awsEnvironment, type Clients, clientsFor } from './rehearsal/clients.ts';
import {
  launch,
  type Outputs,
  parameterNames,
  readTemplateFile,
  removeRemains,
  stackNamed,
} from './rehearsal/launch.ts';
import { stepInputs } from './rehearsal/workflow-step.ts';
import { runAction } from './runner/run-action.ts';
import { showLines } from './runner/shown.ts';

type Run = LaunchArguments & { kind: 'run' };
/** Ends the process by itself: what it says is for the person. */
class Refusal extends Error {}

/** A sandbox at the speed of AWS takes as long as AWS. */
const DEPLOYMENT_LIMIT_MS = 60 * 60_000;

const UNREACHABLE =
  'Where this machine cannot pull the image: give BootstrapImage one that Docker has, or start the sandbox with --tasks responder.';

const shown = ({ LogicalResourceId, ResourceType, ResourceStatus, ResourceStatusReason }: StackEvent): string =>
  `${(ResourceStatus ?? '').padEnd(20)} ${LogicalResourceId ?? ''} (${ResourceType ?? ''}) ${ResourceStatusReason ?? ''}`.trimEnd();

let child: ChildProcess | null = null;

/** The exit code. */
async function main(given: Run, signal: AbortSignal): Promise<number> {
  const { endpoint, deploy } = given;
  const template = await readTemplateFile(given.template);
  checkNames(given, template);
  const sandbox = await findSandbox(endpoint);
  if (deploy !== null) await checkDeployable(deploy, sandbox);
  if (sandbox.stepped) console.log('Time stands still in this sandbox: move it by POST /_sandbox/advance.');
  const clients = clientsFor(endpoint, sandbox.region);
  const outputs = await launched(clients, given, template, signal);
  console.log('\nOutputs:');
  for (const [name, value] of Object.entries(outputs))
    console.log(value.includes('\n') ? `\n${name}:\n${value}` : `${name}: ${value}`);
  for (const line of answering(outputs, await findSandbox(endpoint))) console.log(line);
  return deploy === null ? 0 : firstDeployment(endpoint, sandbox.region, deploy, outputs);
}

function checkNames({ template, parameters }: Run, text: string): void {
  const names = parameterNames(text);
  for (const given of Object.keys(parameters)) {
    if (names.includes(given)) continue;
    const near = names.find((name) => editDistance(name.toLowerCase(), given.toLowerCase()) <= 2);
    const meant = near === undefined ? `It has ${names.join(', ')}.` : `Did you mean ${near}?`;
    throw new Refusal(`${template} has no parameter ${JSON.stringify(given)}. ${meant}`);
  }
}

/** Before anything is launched: what the deployment would fail for. */
async function checkDeployable(folder: string, { registry }: FoundSandbox): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Refusal(`--deploy names ${resolve(folder)}, which is no folder.`);
  if ((await dockerEngine()) === null)
    throw new Refusal(
      '--deploy builds an image, and no Docker engine answers: start one, set DOCKER_HOST, or leave --deploy out.',
    );
  if (!registry)
    throw new Refusal('--deploy pushes an image, and this sandbox has no registry: start it again while Docker runs.');
}

async function launched(clients: Clients, given: Run, template: string, signal: AbortSignal): Promise<Outputs> {
  const { stackName, parameters, update } = given;
  await makeRoom(clients, given);
  const watch = watchTasks(clients.ecs, (reason) => {
    console.log(`A task of the service stopped: ${reason}`);
    if (reason.includes('CannotPull')) console.log(UNREACHABLE);
  });
  let events = 0;
  try {
    const outputs = await launch(clients.cloudformation, {
      ...{ stackName, parameters, template, update, signal },
      onEvent: (event) => {
        events += 1;
        console.log(shown(event));
        watch.saw(event);
      },
    });
    if (events === 0) console.log(`Nothing to change: the stack ${stackName} is so already.`);
    return outputs;
  } finally {
    watch.stop();
  }
}

/** As on AWS, a stack is made once; one whose launch failed has to go before the next attempt. */
async function makeRoom({ cloudformation }: Clients, { stackName, update, parameters }: Run): Promise<void> {
  const stack = await stackNamed(cloudformation, stackName);
  const status = stack?.StackStatus ?? '';
  if (update && stack === null) throw new Refusal(`There is no stack ${stackName} to update: leave --update out.`);
  if (stack === null || update) return;
  if (status !== 'ROLLBACK_COMPLETE') {
    const other = parameters['Name'] === stackName ? 'another Name' : 'another --stack-name';
    throw new Refusal(`The stack ${stackName} is there already (${status}). Give ${other}, or --update to change it.`);
  }
  console.log(`Removing what the failed launch left of ${stackName} (${status}): on AWS you delete that stack first.`);
  await removeRemains(cloudformation, stack);
}

/** Its URLs are those of AWS; here the listeners answer elsewhere. */
function answering(outputs: Outputs, { listeners }: FoundSandbox): readonly string[] {
  const at = (name: string): string | undefined => listeners.get(outputs[`${name}ListenerArn`] ?? '');
  const lines = ['Production', 'Test'].flatMap((name) => {
    const url = at(name);
    return url === undefined ? [] : [`  ${name}Url: ${url}`];
  });
  return lines.length === 0 ? [] : ['\nIn the sandbox these answer at:', ...lines];
}

/** By the stack's outputs alone: what its workflow gives to the step. */
async function firstDeployment(endpoint: string, region: string, folder: string, outputs: Outputs): Promise<number> {
  const inputs = stepInputs(outputs['Workflow'] ?? '');
  console.log(`\nDeploying ${folder}: ${JSON.stringify(inputs)}`);
  const { exitCode } = await runAction({
    inputs,
    env: awsEnvironment(endpoint, region),
    workspace: resolve(folder),
    onOutput: showLines((text) => void process.stdout.write(text)),
    onStart: (started) => {
      child = started;
    },
    limitMs: DEPLOYMENT_LIMIT_MS,
  });
  child = null;
  return exitCode ?? 1;
}

/** What a person can act on. */
function told(cause: unknown): string {
  if (cause instanceof CloudFormationServiceException) return `CloudFormation refused: ${cause.message}`;
  return cause instanceof Error ? cause.message : String(cause);
}

/** The step ends its deployment before it ends; a stack goes on. */
async function interruptible(given: Run): Promise<number> {
  const interruption = listenForInterruption((signal) => child?.kill(signal));
  try {
    const code = await main(given, interruption.signal);
    return interruption.signal.aborted ? 130 : code;
  } catch (cause) {
    const { aborted } = interruption.signal;
    console.error(
      aborted ? `Interrupted. What was begun on the stack ${given.stackName} goes on in the sandbox.` : told(cause),
    );
    return aborted ? 130 : 1;
  }
}

if (import.meta.main) {
  const parsed = launchArguments(process.argv.slice(2), process.env['AWS_ENDPOINT_URL']);
  if (parsed.kind === 'help') console.log(usage);
  else if (parsed.kind === 'fault') {
    console.error(`${parsed.message}\n\n${usage}`);
    process.exitCode = 2;
  } else process.exit(await interruptible(parsed));
}
