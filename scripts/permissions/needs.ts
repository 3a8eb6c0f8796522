/** What IAM asks for where a call is made: the action of the call's own name, and more. */

/** Package of an SDK client to the prefix of its actions (AWS service authorization reference). */
const PREFIXES: Readonly<Record<string, string>> = {
  'client-application-auto-scaling': 'application-autoscaling',
  'client-cloudwatch': 'cloudwatch',
  'client-cloudwatch-logs': 'logs',
  'client-codedeploy': 'codedeploy',
  'client-ecr': 'ecr',
  'client-ecs': 'ecs',
  'client-elastic-load-balancing-v2': 'elasticloadbalancing',
};

export function actionOf({ client, operation }: { readonly client: string; readonly operation: string }): string {
  const prefix = PREFIXES[client];
  if (prefix === undefined)
    throw new Error(`@aws-sdk/${client}: say in needs.ts which prefix IAM has for its actions.`);
  return `${prefix}:${operation}`;
}

export interface Need {
  /** The action of the call that it comes with. */
  readonly with: string;
  readonly action: string;
  readonly source: string;
}

const PUSH = 'ECR user guide: IAM permissions for pushing an image; Docker asks the registry, and not this code';

/** What is asked for beside a call. */
export const NEEDS: readonly Need[] = [
  ...[
    'ecr:BatchCheckLayerAvailability',
    'ecr:InitiateLayerUpload',
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
  ].map((action) => ({ with: 'ecr:GetAuthorizationToken', action, source: PUSH })),
  {
    with: 'ecr:GetAuthorizationToken',
    action: 'ecr:GetDownloadUrlForLayer',
    source: 'ECR user guide: IAM permissions for pulling an image; buildx pulls what cache-from names',
  },
  {
    with: 'ecs:RegisterTaskDefinition',
    action: 'iam:PassRole',
    source: 'IAM user guide: granting permissions to pass a role to a service',
  },
  { with: 'ecs:RunTask', action: 'iam:PassRole', source: 'ECS developer guide: task execution and task role' },
  {
    with: 'ecs:RegisterTaskDefinition',
    action: 'ecs:TagResource',
    source: 'ECS developer guide: grant permission to tag resources on creation',
  },
  {
    with: 'ecs:RunTask',
    action: 'ecs:TagResource',
    source: 'ECS developer guide: grant permission to tag resources on creation',
  },
  {
    with: 'codedeploy:CreateDeployment',
    action: 'codedeploy:RegisterApplicationRevision',
    source: 'README of aws-actions/amazon-ecs-deploy-task-definition: permissions',
  },
  {
    with: 'codedeploy:CreateDeployment',
    action: 'codedeploy:UpdateDeploymentGroup',
    source: 'CodeDeploy API: CreateDeployment, overrideAlarmConfiguration',
  },
];

/** What a role is not given although one of its modes could use it. */
export const WITHHELD: readonly { readonly role: string; readonly action: string; readonly why: string }[] = [
  {
    role: 'DeployRole',
    action: 'codedeploy:UpdateDeploymentGroup',
    why: 'ignore-alarms with mode: deploy. The permission could change the deployment group: the operator alone has it.',
  },
];
