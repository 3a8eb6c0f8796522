/**
 * Launches a template of `cloudformation/` in a running sandbox, where no AWS CLI is at hand: shows what is made as it is
 * made, and the outputs. On AWS templates are launched from the console, or by the AWS CLI.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CloudFormationServiceException, type StackEvent } from '@aws-sdk/client-cloudformation';
import { awsEnvironment, clientsFor } from './rehearsal/clients.ts';
import { launch, type Outputs, readTemplateFile } from './rehearsal/launch.ts';
import { stepInputs } from './rehearsal/workflow-step.ts';
import { runAction } from './runner/run-action.ts';
import { showLines } from './runner/shown.ts';

/** A sandbox at the speed of AWS takes as long as AWS. */
const DEPLOYMENT_LIMIT_MS = 60 * 60_000;

export const usage = `Usage: npm run launch -- TEMPLATE [Parameter=Value ...] [--stack-name NAME] [--endpoint URL]

  TEMPLATE           a file of cloudformation/, as service.yml
  --stack-name NAME  default: the parameter Name
  --deploy FOLDER    then run the step of the workflow that the stack's outputs hold, as GitHub would, on this folder
  --endpoint URL     of a sandbox on this machine (default http://127.0.0.1:4566, where npm run sandbox listens)
  --help             this text`;

export type LaunchArguments =
  | {
      readonly kind: 'run';
      readonly template: string;
      readonly stackName: string;
      readonly endpoint: string;
      /** What is deployed at the end; null: nothing. */
      readonly deploy: string | null;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

class Fault extends Error {}

const options = {
  'stack-name': { type: 'string' },
  deploy: { type: 'string' },
  endpoint: { type: 'string', default: 'http://127.0.0.1:4566' },
  help: { type: 'boolean', default: false },
} as const;

export function launchArguments(args: readonly string[]): LaunchArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { kind: 'help' };
    const [template, ...pairs] = positionals;
    if (template === undefined) throw new Fault('No template is named.');
    const parameters = Object.fromEntries(pairs.map(parameter));
    const stackName = values['stack-name'] ?? parameters['Name'];
    if (stackName === undefined) throw new Fault('The stack has no name: give --stack-name, or the parameter Name.');
    return {
      kind: 'run',
      template,
      stackName,
      endpoint: onThisMachine(values.endpoint),
      deploy: values.deploy ?? null,
      parameters,
    };
  } catch (cause) {
    return { kind: 'fault', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

function parameter(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw new Fault(`A parameter is Name=Value; received ${JSON.stringify(pair)}.`);
}

/** It rehearses: nothing that it sends may reach an account. */
function onThisMachine(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return endpoint;
  throw new Fault(
    `--endpoint must be a sandbox on this machine, as http://127.0.0.1:4566; received ${JSON.stringify(endpoint)}.`,
  );
}

const shown = ({ LogicalResourceId, ResourceType, ResourceStatus, ResourceStatusReason }: StackEvent): string =>
  `${(ResourceStatus ?? '').padEnd(20)} ${LogicalResourceId ?? ''} (${ResourceType ?? ''}) ${ResourceStatusReason ?? ''}`.trimEnd();

/** The exit code. */
async function main(given: LaunchArguments & { kind: 'run' }): Promise<number> {
  const { template, stackName, endpoint, parameters, deploy } = given;
  const { cloudformation } = clientsFor(endpoint);
  const outputs = await launch(cloudformation, {
    stackName,
    parameters,
    template: await readTemplateFile(template),
    onEvent: (event) => {
      console.log(shown(event));
    },
  });
  console.log('\nOutputs:');
  for (const [name, value] of Object.entries(outputs))
    console.log(value.includes('\n') ? `\n${name}:\n${value}` : `${name}: ${value}`);
  return deploy === null ? 0 : firstDeployment(endpoint, deploy, outputs);
}

/** By the stack's outputs alone: what its workflow gives to the step. */
async function firstDeployment(endpoint: string, folder: string, outputs: Outputs): Promise<number> {
  const inputs = stepInputs(outputs['Workflow'] ?? '');
  console.log(`\nDeploying ${folder}: ${JSON.stringify(inputs)}`);
  const { exitCode } = await runAction({
    inputs,
    env: awsEnvironment(endpoint),
    workspace: resolve(folder),
    onOutput: showLines((text) => void process.stdout.write(text)),
    limitMs: DEPLOYMENT_LIMIT_MS,
  });
  return exitCode ?? 1;
}

/** What a person can act on; a fault of this script keeps its stack. */
function told(cause: unknown, endpoint: string): string {
  if (cause instanceof CloudFormationServiceException) return `CloudFormation refused: ${cause.message}`;
  if (cause instanceof AggregateError || (cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'))
    return `No sandbox answers at ${endpoint}: start one by npm run sandbox.`;
  return cause instanceof Error ? cause.message : String(cause);
}

if (import.meta.main) {
  const parsed = launchArguments(process.argv.slice(2));
  if (parsed.kind === 'help') console.log(usage);
  else if (parsed.kind === 'fault') {
    console.error(`${parsed.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    process.exitCode = await main(parsed).catch((cause: unknown) => {
      console.error(told(cause, parsed.endpoint));
      return 1;
    });
  }
}
