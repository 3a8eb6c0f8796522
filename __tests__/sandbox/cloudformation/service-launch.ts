/** service.yml launched over HTTP, as it is or with a fault planted in it. */
import { readFileSync } from 'node:fs';
import { type Capability, type Parameter } from '@aws-sdk/client-cloudformation';
import { type Fault, RefusalError } from '../../../src/errors.ts';
import { type Plan } from '../../../src/plan.ts';
import { openAws } from '../../../src/ports/aws/open.ts';
import { preflight } from '../../../src/target/preflight.ts';
import { readTarget } from '../../../src/target/read.ts';
import { yamlBody } from '../../../sandbox/cloudformation/template/yaml-body.ts';
import { isObject, memberOf } from '../../../sandbox/cloudformation/template/shape.ts';
import { type Json } from '../../../sandbox/json.ts';
import { environmentOf, useEnvironment } from '../../ports/aws/account.ts';
import { inputs, recorder } from '../../target/fake-aws.ts';
import { parameter, type Stage } from './stage.ts';

const templateFile = (name: string): URL => new URL(`../../../cloudformation/${name}.yml`, import.meta.url);

/** A trial needs no more. */
export const trial = { Name: 'shop', VpcId: 'vpc-0a1b2c3d', Subnets: 'subnet-0a1b2c3d,subnet-0a1b2c3e' };

type Path = readonly (string | number)[];

/** What stands in a template in place of what: by the path from `Resources`. */
export type Edit = readonly [path: Path, value: Json];

/** The template in JSON, with these edits. A path that is not there is an error: a fault that is not planted proves nothing. */
export function serviceTemplate(edits: readonly Edit[] = []): string {
  return template('service', edits);
}

function template(name: string, edits: readonly Edit[]): string {
  const tree = yamlBody(readFileSync(templateFile(name), 'utf8'));
  if (!isObject(tree)) throw new Error('The template is no map.');
  const resources = memberOf(tree, 'Resources') ?? null;
  // What the console shows is left out: JSON is longer than YAML, and the limit is the same.
  const rest = Object.fromEntries(Object.entries(tree).filter(([name]) => name !== 'Metadata'));
  return JSON.stringify({ ...rest, Resources: edits.reduce((all, [path, value]) => put(all, path, value), resources) });
}

function put(into: Json, [step, ...further]: Path, value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(into) && typeof step === 'number' && step < into.length) {
    return into.map((item: Json, index) => (index === step ? put(item, further, value) : item));
  }
  if (isObject(into) && typeof step === 'string' && (further.length === 0 || Object.hasOwn(into, step))) {
    return { ...into, [step]: put(into[step] ?? null, further, value) };
  }
  throw new Error(`There is no ${String(step)} to edit.`);
}

const CAPABILITIES: readonly Capability[] = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'];

type Values = Readonly<Record<string, string>>;

const parametersOf = (values: Values): Parameter[] =>
  Object.entries(values).map(([name, value]) => parameter(name, value));

export async function launchService(stage: Stage, edits: readonly Edit[] = []): Promise<void> {
  await launchTemplate(stage, 'service', 'shop', trial, edits);
}

/** Launches a template of `cloudformation/` and waits. */
export async function launchTemplate(
  stage: Stage,
  name: string,
  StackName: string,
  values: Values,
  edits: readonly Edit[] = [],
): Promise<void> {
  const Parameters = parametersOf(values);
  await stage.launch(template(name, edits), { StackName, Parameters, Capabilities: [...CAPABILITIES] });
}

/** Updates the trial, with these values beside its own. */
export async function changeService(stage: Stage, values: Values): Promise<void> {
  await stage.cfn.updateStack({
    StackName: 'shop',
    TemplateBody: serviceTemplate(),
    Parameters: parametersOf({ ...trial, ...values }),
    Capabilities: [...CAPABILITIES],
  });
  await stage.pass();
}

export type Outputs = Readonly<Record<string, string>>;

export async function outputsOf(stage: Stage, StackName = 'shop'): Promise<Outputs> {
  const { Stacks } = await stage.cfn.describeStacks({ StackName });
  return Object.fromEntries(
    (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}

/** `LogicalId: reason` of what could not be made. */
export async function failures(stage: Stage, StackName = 'shop'): Promise<readonly string[]> {
  const { StackEvents = [] } = await stage.cfn.describeStackEvents({ StackName });
  return StackEvents.filter(
    ({ ResourceStatus, LogicalResourceId }) => ResourceStatus === 'CREATE_FAILED' && LogicalResourceId !== StackName,
  )
    .filter(({ ResourceStatusReason = '' }) => !/cancelled/i.test(ResourceStatusReason))
    .map(({ LogicalResourceId = '', ResourceStatusReason = '' }) => `${LogicalResourceId}: ${ResourceStatusReason}`);
}

/** The step's look at what is live, with its three inputs: the plan, or what speaks against it. */
export async function lookOf(
  stage: Stage,
  service = 'shop',
  cluster = 'shop',
): Promise<{ readonly plan: Plan | null; readonly refusals: readonly Fault[] }> {
  const restore = useEnvironment(environmentOf(stage));
  try {
    const asked = inputs({ cluster, service });
    const aws = await openAws({ region: 'eu-west-1', maxRetries: 0 });
    const ports = { aws, readFile: () => Promise.resolve(null), workspace: '/workspace' };
    return { plan: preflight(asked, await readTarget(asked, ports, recorder().log)), refusals: [] };
  } catch (error) {
    if (error instanceof RefusalError) return { plan: null, refusals: error.refusals };
    throw error;
  } finally {
    restore();
  }
}

/** Percent of the traffic that a listener's default action gives to each target group, by colour; those without any left out. */
export function sharesOf(
  { sandbox }: Stage,
  listenerArn: string | undefined,
  outputs: Outputs,
): Record<string, number> {
  const { listeners, targetGroups } = sandbox.world.elb;
  const actions = listeners.get(listenerArn ?? '')?.actions ?? [];
  const members = actions.flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? []);
  const total = members.reduce((sum, { Weight }) => sum + Weight, 0);
  const colors = new Map([
    [outputs['BlueTargetGroup'], 'blue'],
    [outputs['GreenTargetGroup'], 'green'],
  ]);
  return Object.fromEntries(
    members
      .filter(({ Weight }) => Weight > 0)
      .map(({ TargetGroupArn: arn, Weight }) => [
        colors.get(targetGroups.get(arn)?.name) ?? arn,
        Math.round((100 * Weight) / total),
      ]),
  );
}
