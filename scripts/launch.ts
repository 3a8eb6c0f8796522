/**
 * Launches a template of `cloudformation/` in a running sandbox, where no AWS CLI is at hand: shows what is made as it is
 * made, and the outputs. On AWS templates are launched from the console, or by the AWS CLI.
 */
import { parseArgs } from 'node:util';
import { CloudFormationServiceException, type StackEvent } from '@aws-sdk/client-cloudformation';
import { clientsFor } from './rehearsal/clients.ts';
import { launch, readTemplateFile } from './rehearsal/launch.ts';

export const usage = `Usage: npm run launch -- TEMPLATE [Parameter=Value ...] [--stack-name NAME] [--endpoint URL]

  TEMPLATE           a file of cloudformation/, as service.yml
  --stack-name NAME  default: the parameter Name
  --endpoint URL     of a sandbox on this machine (default http://127.0.0.1:4566, where npm run sandbox listens)
  --help             this text`;

export type LaunchArguments =
  | {
      readonly kind: 'run';
      readonly template: string;
      readonly stackName: string;
      readonly endpoint: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

class Fault extends Error {}

const options = {
  'stack-name': { type: 'string' },
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
    return { kind: 'run', template, stackName, endpoint: onThisMachine(values.endpoint), parameters };
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

async function main({ template, stackName, endpoint, parameters }: LaunchArguments & { kind: 'run' }): Promise<void> {
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
}

/** What a person can act on; a fault of this script keeps its stack. */
function told(cause: unknown, endpoint: string): string {
  if (cause instanceof CloudFormationServiceException) return `CloudFormation refused: ${cause.message}`;
  if (cause instanceof AggregateError || (cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'))
    return `No sandbox answers at ${endpoint}: start one by npm run sandbox.`;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
    return `${cause.message}: the templates are the files of cloudformation/.`;
  return cause instanceof Error ? cause.message : String(cause);
}

if (import.meta.main) {
  const parsed = launchArguments(process.argv.slice(2));
  if (parsed.kind === 'help') console.log(usage);
  else if (parsed.kind === 'fault') {
    console.error(`${parsed.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    await main(parsed).catch((cause: unknown) => {
      console.error(told(cause, parsed.endpoint));
      process.exitCode = 1;
    });
  }
}
