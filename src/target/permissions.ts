import { type AwsCall } from '../ports/aws/error.ts';
import { type Place } from './place.ts';

/** Calls whose IAM resource is narrower than `*` (IAM's service authorization reference). */
const RESOURCES: Readonly<Record<string, (call: AwsCall, place: Place) => string>> = {
  'ecs:DescribeServices': (_, place) => ecs(place, `service/${place.cluster}/${place.service}`),
  'ecs:DescribeTasks': (_, place) => ecs(place, `task/${place.cluster}/*`),
  'codedeploy:GetDeploymentGroup': (call, place) => codedeploy(place, `deploymentgroup:${call.on}`),
  'codedeploy:CreateDeployment': (call, place) => codedeploy(place, `deploymentgroup:${call.on}`),
  'codedeploy:ListDeployments': (call, place) => codedeploy(place, `deploymentgroup:${call.on}`),
  // `on` is a deployment's id, which the ARN has no room for.
  'codedeploy:GetDeployment': (_, place) => codedeploy(place, 'deploymentgroup:*'),
  'codedeploy:GetDeploymentConfig': (call, place) => codedeploy(place, `deploymentconfig:${call.on}`),
  'ecr:DescribeRepositories': ecr,
  'ecr:DescribeImages': ecr,
  'ecr:BatchGetImage': ecr,
  'ecr:PutImage': ecr,
  'ecr:DescribeImageScanFindings': ecr,
};

/**
 * The IAM statement that allows a call, on one line. The resource is the tightest that the call can have; `*` where
 * IAM knows no resource for it (elasticloadbalancing:Describe*, ecs:DescribeTaskDefinition, codedeploy:GetDeploymentTarget).
 * `group`: `application/group`, where it is known, narrows the calls that CodeDeploy checks against the group.
 */
export function statementFor(call: AwsCall, place: Place, group?: string): string {
  const action = `${call.service}:${call.operation}`;
  const found = RESOURCES[action]?.(call, place) ?? '*';
  const resource = group === undefined ? found : found.replace(/deploymentgroup:\*$/, () => `deploymentgroup:${group}`);
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
}

function ecs(place: Place, resource: string): string {
  return `arn:${place.partition}:ecs:${place.region}:${place.account}:${resource}`;
}

function codedeploy(place: Place, resource: string): string {
  return `arn:${place.partition}:codedeploy:${place.region}:${place.account}:${resource}`;
}

/** `on` is the repository's name, with `:tag` or `@digest` behind it where an image was asked for. */
function ecr({ on, owner }: AwsCall, place: Place): string {
  const repository = on.split(/[:@]/)[0] ?? on;
  const { account, region } = owner ?? place;
  return `arn:${place.partition}:ecr:${region}:${account}:repository/${repository}`;
}
