import { parseArgs } from 'node:util';
import { steppedClock } from './clock.ts';
import { parseHook } from './hooks/command.ts';
import { taskModes } from './runtime/choose.ts';
import { type SandboxOptions } from './server.ts';

export const usage = `Usage: npm run sandbox -- [options]

  --port N            port on 127.0.0.1; 0 takes a free one (default 4566)
  --region R          AWS region (default eu-west-1)
  --account A         AWS account id, 12 digits (default 123456789012)
  --speed N           time runs N times as fast as on AWS (default 1)
  --stepped           time stands still; POST /_sandbox/advance {"ms": N} moves it
  --seed N            the same ids at every start
  --hook NAME=COMMAND run COMMAND where a deployment calls the Lambda function NAME; words, or a JSON list of them
                      (may be given more than once)
  --enforce-iam       calls with credentials from STS need their role's policies, CodeDeploy and tasks those of theirs
  --rate-limits       throttle calls by token buckets, as AWS does
  --tasks MODE        auto: containers where a Docker engine answers, else built-in responders; docker; responder;
                      simulated: nothing runs at all (default auto)
  --registry MODE     auto: an image registry where one is installed; none: without (default auto)
  --listener P=REAL   a load balancer's listener on port P answers on 127.0.0.1:REAL; may be given
                      several times; listeners that are not named take free ports
  --help              this text`;

export type Arguments =
  | { readonly kind: 'options'; readonly options: SandboxOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

const flags = {
  port: { type: 'string', default: '4566' },
  region: { type: 'string', default: 'eu-west-1' },
  account: { type: 'string', default: '123456789012' },
  speed: { type: 'string' },
  stepped: { type: 'boolean', default: false },
  seed: { type: 'string' },
  tasks: { type: 'string', default: 'auto' },
  registry: { type: 'string', default: 'auto' },
  hook: { type: 'string', multiple: true, default: [] as string[] },
  'rate-limits': { type: 'boolean', default: false },
  'enforce-iam': { type: 'boolean', default: false },
  listener: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', default: false },
} as const;

class Fault extends Error {}

/** Reads the command line; every fault names the option, what was given and what is allowed. */
export function parseArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({ args: [...args], options: flags });
    return values.help ? { kind: 'help' } : { kind: 'options', options: toOptions(values) };
  } catch (cause) {
    return { kind: 'fault', message: cause instanceof Error ? cause.message : String(cause) };
  }
}

interface Values {
  readonly port: string;
  readonly region: string;
  readonly account: string;
  readonly speed?: string;
  readonly stepped: boolean;
  readonly seed?: string;
  readonly tasks: string;
  readonly registry: string;
  readonly listener: readonly string[];
  readonly hook: readonly string[];
  readonly 'rate-limits': boolean;
  readonly 'enforce-iam': boolean;
}

function toOptions(values: Values): SandboxOptions {
  const { port, region, account, speed, stepped, seed, registry, listener, hook } = values;
  if (stepped && speed !== undefined) throw new Fault('--stepped and --speed exclude each other.');
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) throw fault('region', region, 'an AWS region such as eu-west-1');
  if (!/^\d{12}$/.test(account)) throw fault('account', account, '12 digits');
  const tasks = taskModes.find((mode) => mode === values.tasks);
  if (!tasks) throw fault('tasks', values.tasks, taskModes.join(', '));
  if (registry !== 'auto' && registry !== 'none') throw fault('registry', registry, 'auto or none');
  return {
    port: wholeNumber('port', port, 65_535),
    region,
    account,
    registry,
    tasks,
    listeners: 'ports',
    listenerPorts: listenerPortsOf(listener),
    ...(seed !== undefined && { seed: wholeNumber('seed', seed, 2 ** 32 - 1) }),
    ...(speed !== undefined && { speed: speedOf(speed) }),
    ...(hook.length > 0 && { hooks: new Map(hook.map(parseHook)) }),
    ...(values['rate-limits'] && { rateLimits: true }),
    ...(values['enforce-iam'] && { enforceIam: true }),
    ...(stepped && { clock: steppedClock(Date.now()) }),
  };
}

const fault = (name: string, given: string, allowed: string): Fault =>
  new Fault(`--${name} must be ${allowed}; received ${JSON.stringify(given)}.`);

function wholeNumber(name: string, given: string, most: number): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value <= most) return value;
  throw fault(name, given, `a whole number from 0 to ${most}`);
}

/** `80=8080`: two ports, each named once. */
function listenerPortsOf(given: readonly string[]): ReadonlyMap<number, number> {
  const pairs = given.map((pair) => {
    const found = /^(\d{1,5})=(\d{1,5})$/.exec(pair);
    const [own, real] = [Number(found?.[1]), Number(found?.[2])];
    if (own >= 1 && own <= 65_535 && real <= 65_535) return [own, real] as const;
    throw fault('listener', pair, "a listener's port and a real one, as 80=8080, each up to 65535");
  });
  const ports = new Map(pairs);
  if (ports.size === pairs.length) return ports;
  throw fault('listener', given.join(' '), "one option for each of the listeners' ports");
}

/** Slower than a tenth, AWS's longest wait (two days) would no longer fit into one timer. */
function speedOf(given: string): number {
  const value = Number(given);
  if (given.trim() !== '' && value >= 0.1 && value <= 10_000) return value;
  throw fault('speed', given, 'a number from 0.1 to 10000');
}
