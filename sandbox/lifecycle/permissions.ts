/**
 * What CodeDeploy does to other services it does under the group's service role. Which calls it makes is read from the
 * managed policy AWSCodeDeployRoleForECS; when it makes them, and on which resources, is assumed.
 */
import { clusterArn } from '../ecs/clusters.ts';
import { assumed, mayAs, type ServiceRole } from '../iam/act-as.ts';
import { taskRoles } from '../iam/actions/ecs.ts';
import { type Asked, passes } from '../iam/actions/rule.ts';
import { denialText } from '../iam/denial.ts';
import { arn } from '../ids.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment, type DeploymentGroup } from '../world/codedeploy.ts';
import { Fault } from './fault.ts';
import { type Pair, routesOf } from './traffic.ts';

/** As CodeDeploy names them in its messages; the first is documented, the others are made after it. */
const names: Readonly<Record<string, string>> = {
  lambda: 'AWSLambda',
  ecs: 'AmazonECS',
  iam: 'AmazonECS',
  elasticloadbalancing: 'AmazonElasticLoadBalancing',
  cloudwatch: 'AmazonCloudWatch',
};

export function serviceRole(
  { world }: Pick<Sandbox, 'world'>,
  group: Pick<DeploymentGroup, 'serviceRoleArn' | 'application' | 'name'>,
): ServiceRole {
  return {
    roleArn: group.serviceRoleArn,
    service: 'codedeploy.amazonaws.com',
    sessionName: 'CodeDeploy',
    source: arn(world, 'codedeploy', `deploymentgroup:${group.application}/${group.name}`),
  };
}

/** CodeDeploy's own words for a role that does not trust it (CodeDeploy API, InvalidRoleException). */
export const notAssumed = (roleArn: string): string =>
  `AWS CodeDeploy does not have the permissions required to assume the role ${roleArn}.`;

/** Throws a `Fault` for the first that the service role does not allow. Does nothing where IAM is not enforced. */
export function permit(sandbox: Sandbox, { options }: Deployment, ...asked: readonly Asked[]): void {
  if (!sandbox.settings.enforceIam) return;
  const role = serviceRole(sandbox, options);
  const problem = assumed(sandbox, role);
  if (problem === 'missing') throw new Fault('IAM_ROLE_MISSING', `The IAM role ${role.roleArn} does not exist.`);
  if (problem !== null) throw new Fault('IAM_ROLE_PERMISSIONS', notAssumed(role.roleArn));
  for (const each of asked) {
    const denial = mayAs(sandbox, role, each);
    if (!denial) continue;
    const service = names[each.action.slice(0, each.action.indexOf(':'))] ?? each.action;
    throw new Fault(
      'IAM_ROLE_PERMISSIONS',
      `The IAM role ${role.roleArn} does not give you permission to perform operations in the following AWS service: ` +
        `${service}. ${denialText(denial)}`,
    );
  }
}

/** What it looks at before it begins. */
export function permitReads(sandbox: Sandbox, deployment: Deployment): void {
  const describes = ['DescribeTargetGroups', 'DescribeListeners', 'DescribeRules'];
  permit(
    sandbox,
    deployment,
    onService(sandbox, deployment, 'ecs:DescribeServices'),
    ...describes.map((name) => ({ action: `elasticloadbalancing:${name}`, resource: '*' })),
  );
}

function onService({ world }: Sandbox, { options }: Deployment, action: string): Asked {
  const { cluster, service } = options;
  return {
    action,
    resource: arn(world, 'ecs', `service/${cluster}/${service}`),
    keys: { 'ecs:cluster': clusterArn(world, cluster) },
  };
}

function onTaskSet(sandbox: Sandbox, deployment: Deployment, action: string, id: string): Asked {
  const service = onService(sandbox, deployment, action);
  const { cluster, service: name } = deployment.options;
  return {
    action,
    resource: arn(sandbox.world, 'ecs', `task-set/${cluster}/${name}/${id}`),
    keys: { ...service.keys, 'ecs:service': service.resource },
  };
}

/** The replacement, which runs with the roles of its definition. */
export function permitTaskSet(sandbox: Sandbox, deployment: Deployment, taskDefinition: string): void {
  const roles = passes(taskRoles(sandbox.world, taskDefinition), 'ecs-tasks.amazonaws.com');
  const create = onTaskSet(sandbox, deployment, 'ecs:CreateTaskSet', '*');
  permit(sandbox, deployment, create, ...roles.map((role) => ({ action: 'iam:PassRole', ...role })));
}

export function permitPrimary(sandbox: Sandbox, deployment: Deployment): void {
  permit(sandbox, deployment, onService(sandbox, deployment, 'ecs:UpdateServicePrimaryTaskSet'));
}

export function permitRemoval(sandbox: Sandbox, deployment: Deployment, taskSetId: string): void {
  permit(sandbox, deployment, onTaskSet(sandbox, deployment, 'ecs:DeleteTaskSet', taskSetId));
}

/** The listener where its default action serves the pair, and each of its rules that does. */
export function permitShift(sandbox: Sandbox, deployment: Deployment, listenerArn: string, pair: Pair): void {
  const changed = routesOf(sandbox.world, listenerArn, pair).map((resource) => ({
    action: `elasticloadbalancing:${resource === listenerArn ? 'ModifyListener' : 'ModifyRule'}`,
    resource,
  }));
  permit(sandbox, deployment, ...changed);
}

export function permitAlarms(sandbox: Sandbox, deployment: Deployment): void {
  const resource = arn(sandbox.world, 'cloudwatch', 'alarm:*');
  permit(sandbox, deployment, { action: 'cloudwatch:DescribeAlarms', resource });
}

/** `lambda`: a function's name or ARN. */
export function permitHook(sandbox: Sandbox, deployment: Deployment, lambda: string): void {
  const resource = lambda.startsWith('arn:') ? lambda : arn(sandbox.world, 'lambda', `function:${lambda}`);
  permit(sandbox, deployment, { action: 'lambda:InvokeFunction', resource });
}
