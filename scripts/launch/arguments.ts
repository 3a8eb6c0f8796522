/** The command line of `npm run launch`. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run launch -- TEMPLATE [Parameter=Value ...] [options]

  TEMPLATE           a file of cloudformation/, as service.yml
  --stack-name NAME  default: the parameter Name
  --update           change the stack that is there; parameters that are not given keep their values
  --deploy FOLDER    then run the step of the workflow that the stack's outputs hold, as GitHub would, on this folder
  --endpoint URL     of a sandbox on this machine (default: AWS_ENDPOINT_URL, else http://127.0.0.1:4566, where
                     npm run sandbox listens)
  --help             this text`;

export type LaunchArguments =
  | {
      readonly kind: 'run';
      readonly template: string;
      readonly stackName: string;
      readonly endpoint: string;
      readonly update: boolean;
      /** What is deployed at the end; null: nothing. */
      readonly deploy: string | null;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

class Fault extends Error {}

const options = {
  'stack-name': { type: 'string' },
  update: { type: 'boolean', default: false },
  deploy: { type: 'string' },
  endpoint: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** `endpointVariable` is AWS_ENDPOINT_URL of the shell, which the sandbox asks to export. */
export function launchArguments(args: readonly string[], endpointVariable?: string): LaunchArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { kind: 'help' };
    const [template, ...pairs] = positionals;
    if (template === undefined || template.includes('='))
      throw new Fault('No template is named: it stands before the parameters, as in service.yml Name=shop.');
    const parameters = parametersOf(pairs);
    return {
      kind: 'run',
      template,
      stackName: values['stack-name'] ?? parameters['Name'] ?? nameless(parameters),
      endpoint: endpointOf(values.endpoint, endpointVariable),
      update: values.update,
      deploy: deployed(values.deploy, template),
      parameters,
    };
  } catch (cause) {
    return { kind: 'fault', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

function parametersOf(pairs: readonly string[]): Readonly<Record<string, string>> {
  const parameters = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at <= 0)
      throw new Fault(
        `A parameter is Name=Value; received ${JSON.stringify(pair)}. Quote a value with spaces: "Name=a, b".`,
      );
    const name = pair.slice(0, at);
    if (parameters.has(name)) throw new Fault(`The parameter ${name} is given twice.`);
    parameters.set(name, pair.slice(at + 1));
  }
  return Object.fromEntries(parameters);
}

function nameless(parameters: Readonly<Record<string, string>>): never {
  const given = Object.keys(parameters).join(', ') || 'none';
  throw new Fault(`The stack has no name: give --stack-name, or the parameter Name. Parameters given: ${given}.`);
}

/** Only one template makes something to deploy to. */
function deployed(folder: string | undefined, template: string): string | null {
  if (folder === undefined) return null;
  if (basename(template) === 'service.yml') return folder;
  throw new Fault(`--deploy goes with service.yml, whose outputs hold the workflow; received it with ${template}.`);
}

function endpointOf(option: string | undefined, variable: string | undefined): string {
  if (option !== undefined) return onThisMachine(option, '--endpoint');
  return variable === undefined || variable === ''
    ? 'http://127.0.0.1:4566'
    : onThisMachine(variable, 'AWS_ENDPOINT_URL (or --endpoint)');
}

/** It rehearses: nothing that it sends may reach an account. */
function onThisMachine(endpoint: string, source: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return endpoint;
  throw new Fault(
    `${source} must be a sandbox on this machine, as http://127.0.0.1:4566; received ${JSON.stringify(endpoint)}.`,
  );
}
