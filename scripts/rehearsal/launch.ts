/** Launches a template of `cloudformation/`, as the console would. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type CloudFormationClient,
  CreateStackCommand,
  type CreateStackCommandInput,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import { setTimeout as sleep } from 'node:timers/promises';

const TEMPLATES = join(import.meta.dirname, '../../cloudformation');

export interface Launch {
  readonly stackName: string;
  /** The template's text. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Sees each event as it comes, oldest first. */
  readonly onEvent?: (event: StackEvent) => void;
  /** Ends the wait; the stack goes on. */
  readonly signal?: AbortSignal;
}

export type Outputs = Readonly<Record<string, string>>;

/** By its name, as `service.yml`, or a path that ends with it. Rejects with the names that there are. */
export async function readTemplateFile(name: string): Promise<string> {
  const files = (await readdir(TEMPLATES)).filter((file) => file.endsWith('.yml')).sort();
  const file = files.find((each) => each === basename(name));
  if (file === undefined)
    throw new Error(`There is no template ${JSON.stringify(name)} in cloudformation/, only ${files.join(', ')}.`);
  return readFile(join(TEMPLATES, file), 'utf8');
}

/** Resolves with the stack's outputs when it is complete. Rejects with the reasons of what failed. */
export async function launch(client: CloudFormationClient, wanted: Launch): Promise<Outputs> {
  await client.send(new CreateStackCommand(request(wanted)));
  const stack = await ended(client, wanted);
  if (stack.StackStatus !== 'CREATE_COMPLETE') throw new Error(await whyNot(client, stack));
  return Object.fromEntries(
    stack.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]) ?? [],
  );
}

const request = ({ stackName, template, parameters }: Launch): CreateStackCommandInput => ({
  StackName: stackName,
  TemplateBody: template,
  // As a person does by the box that the console shows: there are roles in it.
  Capabilities: ['CAPABILITY_IAM'],
  Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
});

const POLL_MS = 200;

async function ended(client: CloudFormationClient, { stackName, onEvent, signal }: Launch): Promise<Stack> {
  const seen = new Set<string>();
  for (;;) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const stack = Stacks?.[0];
    if (onEvent) for (const event of await unseen(client, stackName, seen)) onEvent(event);
    if (stack?.StackStatus?.endsWith('_IN_PROGRESS') !== true) return stack ?? missing(stackName);
    await sleep(POLL_MS, undefined, { signal });
  }
}

function missing(stackName: string): never {
  throw new Error(`The stack ${stackName} is not there any more.`);
}

async function unseen(client: CloudFormationClient, stackName: string, seen: Set<string>): Promise<StackEvent[]> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: stackName }));
  const fresh = StackEvents.filter(({ EventId = '' }) => !seen.has(EventId)).reverse();
  for (const { EventId = '' } of fresh) seen.add(EventId);
  return fresh;
}

async function whyNot(client: CloudFormationClient, { StackId, StackName, StackStatus }: Stack): Promise<string> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: StackId ?? StackName }));
  const reasons = StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true)
    .reverse()
    .map(({ LogicalResourceId = '', ResourceStatusReason = '' }) => `  ${LogicalResourceId}: ${ResourceStatusReason}`);
  return [`The stack ${StackName} was not launched (${StackStatus}):`, ...reasons].join('\n');
}
