/** Launches a template of `cloudformation/`, as the console would. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type CloudFormationClient,
  CloudFormationServiceException,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
  type Parameter,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { isObject } from '../../src/json.ts';

const TEMPLATES = join(import.meta.dirname, '../../cloudformation');

export interface Launch {
  readonly stackName: string;
  /** The template's text. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Default false: the stack is to be made. True: it is there; parameters that are not given keep their values. */
  readonly update?: boolean;
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

/** Of a template of `cloudformation/`, in its order. */
export function parameterNames(template: string): readonly string[] {
  const read: unknown = parse(template, { logLevel: 'error' });
  return isObject(read) && isObject(read['Parameters']) ? Object.keys(read['Parameters']) : [];
}

/** Resolves with the stack's outputs when it is complete. Rejects with the reasons of what failed. */
export async function launch(client: CloudFormationClient, wanted: Launch): Promise<Outputs> {
  const before = wanted.update === true ? await eventIds(client, wanted.stackName) : new Set<string>();
  const began = wanted.update === true ? await update(client, wanted) : await create(client, wanted);
  const stack = await ended(client, wanted, new Set(before));
  if (began && stack.StackStatus !== 'CREATE_COMPLETE' && stack.StackStatus !== 'UPDATE_COMPLETE')
    throw new Error(await whyNot(client, stack, before));
  return Object.fromEntries(
    stack.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]) ?? [],
  );
}

/** The stack of that name; null where there is none. */
export async function stackNamed(client: CloudFormationClient, stackName: string): Promise<Stack | null> {
  try {
    return (await client.send(new DescribeStacksCommand({ StackName: stackName }))).Stacks?.[0] ?? null;
  } catch (cause) {
    if (cause instanceof CloudFormationServiceException && cause.message.includes('does not exist')) return null;
    throw cause;
  }
}

/** Deletes a stack of which nothing is left but its name, as CloudFormation wants it before another of that name. */
export async function removeRemains(client: CloudFormationClient, { StackId, StackName }: Stack): Promise<void> {
  await client.send(new DeleteStackCommand({ StackName: StackId ?? StackName }));
  while ((await stackNamed(client, StackName ?? '')) !== null) await sleep(POLL_MS);
}

async function create(client: CloudFormationClient, wanted: Launch): Promise<true> {
  await client.send(new CreateStackCommand(request(wanted)));
  return true;
}

/** False where there is nothing to change. */
async function update(client: CloudFormationClient, wanted: Launch): Promise<boolean> {
  const given = request(wanted);
  const kept = parameterNames(wanted.template).filter((name) => !Object.hasOwn(wanted.parameters, name));
  const now = await stackNamed(client, wanted.stackName);
  const known = new Set(now?.Parameters?.map(({ ParameterKey }) => ParameterKey));
  const previous = kept
    .filter((name) => known.has(name))
    .map((ParameterKey): Parameter => ({ ParameterKey, UsePreviousValue: true }));
  try {
    await client.send(new UpdateStackCommand({ ...given, Parameters: [...given.Parameters, ...previous] }));
    return true;
  } catch (cause) {
    const nothing = cause instanceof CloudFormationServiceException && cause.message.startsWith('No updates');
    if (!nothing) throw cause;
    return false;
  }
}

const request = ({ stackName, template, parameters }: Launch) => ({
  StackName: stackName,
  TemplateBody: template,
  // As a person does by the box that the console shows: there are roles in it.
  Capabilities: ['CAPABILITY_IAM' as const],
  Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]): Parameter => ({
    ParameterKey,
    ParameterValue,
  })),
});

const POLL_MS = 200;

async function ended(
  client: CloudFormationClient,
  { stackName, onEvent, signal }: Launch,
  seen: Set<string>,
): Promise<Stack> {
  for (;;) {
    const stack = await stackNamed(client, stackName);
    if (onEvent) for (const event of await unseen(client, stackName, seen)) onEvent(event);
    if (stack?.StackStatus?.endsWith('_IN_PROGRESS') !== true) return stack ?? missing(stackName);
    await sleep(POLL_MS, undefined, { signal });
  }
}

function missing(stackName: string): never {
  throw new Error(`The stack ${stackName} is not there any more.`);
}

/** Newest first; pages are read until `until` says that the rest is known. */
async function eventsOf(
  client: CloudFormationClient,
  stackName: string,
  until: (event: StackEvent) => boolean = () => false,
): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName: stackName })) {
    const known = StackEvents.findIndex(until);
    events.push(...(known === -1 ? StackEvents : StackEvents.slice(0, known)));
    if (known !== -1) break;
  }
  return events;
}

async function eventIds(client: CloudFormationClient, stackName: string): Promise<ReadonlySet<string>> {
  return new Set((await eventsOf(client, stackName)).map(({ EventId = '' }) => EventId));
}

async function unseen(client: CloudFormationClient, stackName: string, seen: Set<string>): Promise<StackEvent[]> {
  const fresh = (await eventsOf(client, stackName, ({ EventId = '' }) => seen.has(EventId))).reverse();
  for (const { EventId = '' } of fresh) seen.add(EventId);
  return fresh;
}

/** What failed by itself: what was only cancelled because of it is no reason. */
async function whyNot(
  client: CloudFormationClient,
  { StackId, StackName = '', StackStatus }: Stack,
  before: ReadonlySet<string>,
): Promise<string> {
  const events = await eventsOf(client, StackId ?? StackName, ({ EventId = '' }) => before.has(EventId));
  const failed = events.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true).reverse();
  const causes = failed.filter(
    ({ ResourceStatusReason = '' }) => !/^Resource \w+ cancelled$/.test(ResourceStatusReason),
  );
  const reasons = (causes.length > 0 ? causes : failed).map(
    ({ LogicalResourceId = '', ResourceStatusReason = '' }) => `  ${LogicalResourceId}: ${ResourceStatusReason}`,
  );
  const what = StackStatus?.startsWith('UPDATE_') === true ? 'updated' : 'launched';
  return [`The stack ${StackName} was not ${what} (${StackStatus ?? ''}):`, ...reasons].join('\n');
}
