import { type AwsCall, type AwsCallError } from '../ports/aws/error.ts';
import { awsCommand } from './command.ts';
import { type Place } from './place.ts';

/** What to do when the thing that a call names is not there, or AWS refuses the name. */
export function repairOfMissing(error: AwsCallError, place: Place): string {
  if (error.call.operation === 'DescribeRepositories' && error.kind !== 'missing') return "Correct input 'repository'.";
  const repair = REPAIRS[error.call.operation];
  return repair?.(error.call, place) ?? 'Check that it exists in this account and region.';
}

const REPAIRS: Readonly<Record<string, (call: AwsCall, place: Place) => string>> = {
  DescribeServices: (_, place) =>
    `Check input 'cluster' (${place.cluster}) and the region of the credentials (${place.region}). What is there: ${awsCommand(place, 'ecs', 'list-clusters')}`,
  DescribeTaskDefinition: (_, place) =>
    `Check input 'task-definition'; a file needs a path separator or a .json, .yml or .yaml ending. What is there: ${awsCommand(place, 'ecs', 'list-task-definition-families', '--status', 'ACTIVE')}`,
  GetDeploymentGroup: (call, place) =>
    `Check inputs 'codedeploy-application' and 'codedeploy-deployment-group'. What is there: ${awsCommand(place, 'deploy', 'list-deployment-groups', '--application-name', call.on.split('/')[0] ?? call.on)}`,
  GetDeploymentConfig: (_, place) =>
    `Check input 'codedeploy-deployment-config'. What is there: ${awsCommand(place, 'deploy', 'list-deployment-configs')}`,
  DescribeRules: listenerRepair,
  DescribeListeners: listenerRepair,
  DescribeTargetGroups: () =>
    'Give the deployment group a pair of target groups that exist, both behind the load balancer of the production listener (CodeDeploy console: edit the deployment group).',
  DescribeRepositories: (call, place) =>
    call.owner === undefined
      ? `Create it: ${awsCommand(place, 'ecr', 'create-repository', '--repository-name', call.on)}\nOr correct input 'repository'.`
      : `Create it in account ${call.owner.account}: ${awsCommand(call.owner, 'ecr', 'create-repository', '--repository-name', call.on)}\nOr correct input 'repository'.`,
};

function listenerRepair(): string {
  return 'Give the deployment group a production listener that exists (CodeDeploy console: edit the deployment group, Load balancers).';
}
