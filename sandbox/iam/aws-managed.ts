/**
 * AWS managed policies that roles around ECS and CodeDeploy have by hand-made or older set-ups (AWS Managed Policy
 * Reference Guide). Others are not known here: they cannot be attached.
 */
import { type JsonObject } from '../json.ts';

const allow = (...Action: readonly string[]): JsonObject => ({ Effect: 'Allow', Action, Resource: '*' });
const policy = (...Statement: readonly JsonObject[]): JsonObject => ({ Version: '2012-10-17', Statement });

const EXECUTION = policy(
  allow(
    'ecr:GetAuthorizationToken',
    'ecr:BatchCheckLayerAvailability',
    'ecr:GetDownloadUrlForLayer',
    'ecr:BatchGetImage',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ),
);

const CODEDEPLOY = policy(
  allow(
    'ecs:DescribeServices',
    'ecs:CreateTaskSet',
    'ecs:UpdateServicePrimaryTaskSet',
    'ecs:DeleteTaskSet',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:ModifyListener',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:ModifyRule',
    'lambda:InvokeFunction',
    'cloudwatch:DescribeAlarms',
    'sns:Publish',
    's3:GetObject',
    's3:GetObjectVersion',
  ),
  {
    ...allow('iam:PassRole'),
    Condition: { StringLike: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
  },
);

const documents = [
  ['service-role/AmazonECSTaskExecutionRolePolicy', EXECUTION],
  ['AWSCodeDeployRoleForECS', CODEDEPLOY],
  ['AdministratorAccess', policy(allow('*'))],
] as const;

const partitions = new Map<string, ReadonlyMap<string, JsonObject>>();

/** By ARN. */
export function awsManaged(partition: string): ReadonlyMap<string, JsonObject> {
  const known = partitions.get(partition);
  if (known) return known;
  const fresh = new Map(documents.map(([name, document]) => [`arn:${partition}:iam::aws:policy/${name}`, document]));
  partitions.set(partition, fresh);
  return fresh;
}
