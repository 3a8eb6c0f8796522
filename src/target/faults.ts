import { messageOf, StepError, type Fault } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { oneLine } from './command.ts';
import { statementFor } from './permissions.ts';
import { type Place } from './place.ts';
import { repairOfMissing } from './missing.ts';

/** What an operation was to do, as `Could not …` continues. */
const TRIED: Readonly<Record<string, string>> = {
  DescribeServices: 'read the service',
  DescribeTaskDefinition: 'read the task definition',
  GetDeploymentGroup: 'read the deployment group',
  GetDeploymentConfig: 'read the deployment configuration',
  GetDeployment: 'read the deployment',
  DescribeListeners: 'read the production listener',
  DescribeRules: 'read the rules of the production listener',
  DescribeTargetGroups: 'read the target groups',
  DescribeRepositories: 'read the ECR repository',
  DescribeImages: 'look the image up in ECR',
  BatchGetImage: "read the image's manifest in ECR",
  PutImage: 'tag the image in ECR',
  DescribeImageScanFindings: "read ECR's scan of the image",
};

/**
 * The faults of all that could not be read. `group`: `application/group`, where it is known. Wrong credentials and an endpoint that does not answer make one fault
 * each, however many calls met them. What is no fault of a read (a mistake in this program) is thrown on.
 */
export function faultsOf(errors: readonly unknown[], place: Place, group?: string): readonly Fault[] {
  const calls = errors.filter((error) => error instanceof AwsCallError);
  const once = (['credentials', 'network'] as const).flatMap((kind) => {
    const alike = calls.filter((error) => error.kind === kind);
    const [first] = alike;
    return first === undefined ? [] : [sharedFault(first, alike, place)];
  });
  const others = errors.filter((error) => !isShared(error)).map((error) => faultOf(error, place, group));
  return [...once, ...others];
}

function isShared(error: unknown): boolean {
  return error instanceof AwsCallError && (error.kind === 'credentials' || error.kind === 'network');
}

function sharedFault(first: AwsCallError, alike: readonly AwsCallError[], place: Place): Fault {
  const operations = [...new Set(alike.map(({ call }) => `${call.service}:${call.operation}`))].join(', ');
  return {
    tried: first.kind === 'credentials' ? 'sign in to AWS' : 'reach AWS',
    on: `${operations} in ${place.region}`,
    why: whyOf(first),
    repair:
      first.kind === 'credentials'
        ? 'Put aws-actions/configure-aws-credentials before this step, in the same job, and check its role and region; temporary credentials end after their time.'
        : 'Run the job again. If it repeats, check the runner’s way to AWS (proxy, VPC endpoints, AWS_ENDPOINT_URL) and that the region is right.',
  };
}

/** One fault of one read. */
export function faultOf(error: unknown, place: Place, group?: string): Fault {
  if (error instanceof StepError) return error.fault;
  if (error instanceof AwsCallError) return callFault(error, place, group);
  if (error instanceof Error && 'syscall' in error) {
    return {
      tried: 'read a file',
      on: 'path' in error ? oneLine(String(error.path)) : 'the workspace',
      why: oneLine(messageOf(error)),
      repair: 'Check the path and that the runner may read it.',
    };
  }
  throw error;
}

function callFault(error: AwsCallError, place: Place, group: string | undefined): Fault {
  return {
    tried: TRIED[error.call.operation] ?? `call ${error.call.service}:${error.call.operation}`,
    on: oneLine(`${error.call.on} in ${error.call.owner?.region ?? place.region}`),
    why: whyOf(error),
    repair: repairOf(error, place, group),
  };
}

/** AWS's words. */
function whyOf(error: AwsCallError): string {
  const head = `${error.call.service}:${error.call.operation} (${error.call.on}): `;
  return oneLine(error.message.startsWith(head) ? error.message.slice(head.length) : error.message);
}

function repairOf(error: AwsCallError, place: Place, group: string | undefined): string {
  switch (error.kind) {
    case 'denied':
      return deniedRepair(error, place, group);
    case 'throttled':
    case 'server':
      return "Run the job again; input 'max-retries' makes the step more patient.";
    case 'credentials':
    case 'network':
    case 'missing':
    case 'other':
      return repairOfMissing(error, place);
  }
}

/** A denial that an explicit deny made is not mended by a further Allow. */
export function deniedRepair(error: AwsCallError, place: Place, group?: string): string {
  const statement = statementFor(error.call, withAccount(place, error.message), group);
  const explicit = /explicit deny/i.test(error.message)
    ? ' AWS names an explicit deny: that one must be lifted too, an Allow does not outweigh it.'
    : '';
  return `Add this statement to the policy of the role that the step runs as: ${statement}${explicit}`;
}

/** A denial names the caller (`arn:aws:sts::123456789012:assumed-role/…`), and with it the account. */
function withAccount(place: Place, message: string): Place {
  if (place.account !== '*') return place;
  const account = /arn:[\w-]+:(?:sts|iam)::(\d{12}):/.exec(message)?.[1];
  return account === undefined ? place : { ...place, account };
}
