/**
 * Actions that may be allowed on `*`, because IAM knows no resource for them (AWS Service Authorization Reference, as
 * cfn-lint 1.58 carries it).
 */
export const WITHOUT_RESOURCE: readonly string[] = [
  'application-autoscaling:DescribeScalableTargets',
  'application-autoscaling:DescribeScalingActivities',
  'application-autoscaling:DescribeScalingPolicies',
  'codedeploy:BatchGetDeploymentTargets',
  'codedeploy:ContinueDeployment',
  'codedeploy:GetDeploymentTarget',
  'codedeploy:ListDeploymentTargets',
  'codedeploy:StopDeployment',
  'ecr:GetAuthorizationToken',
  'ecs:DescribeTaskDefinition',
  'ecs:ListTaskDefinitionFamilies',
  'ecs:ListTaskDefinitions',
  'elasticloadbalancing:DescribeListeners',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeRules',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
];

/** Actions that have a resource, and need `*` all the same. */
export const ALL_THE_SAME: Readonly<Record<string, string>> = {
  'ecs:RegisterTaskDefinition':
    'Denials of AWS have named `*`; and families that a release names are not known to the role.',
  'ecs:ListTasks': 'Its resource is a container instance, of which Fargate has none; ecs:cluster narrows it.',
  'cloudwatch:DescribeAlarms':
    'Composite alarms are read with `*` only, and names of alarms are not known to the role.',
};
