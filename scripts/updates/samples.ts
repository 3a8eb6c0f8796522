/** Values that a person may put into a parameter, to see what an edit of it would do. */
import { type ParameterDeclaration } from '../../sandbox/cloudformation/template/template.ts';

const AWS = 'arn:aws';
const PLACE = 'eu-west-1:123456789012';
const listener = (id: string): string =>
  `${AWS}:elasticloadbalancing:${PLACE}:listener/app/shared/50dc6c495c0c9188/${id}`;

/** By parameter: two values, of which an edit takes the one that is not there yet. */
const SAMPLES: Readonly<Record<string, readonly [string, string]>> = {
  Name: ['shop', 'store'],
  BootstrapImage: [
    'public.ecr.aws/docker/library/nginx:1.28.0-alpine',
    'public.ecr.aws/docker/library/nginx:1.29.0-alpine',
  ],
  VpcId: ['vpc-0a000000000000001', 'vpc-0b000000000000002'],
  Subnets: ['subnet-0a000000000000001,subnet-0a000000000000002', 'subnet-0a000000000000003,subnet-0a000000000000004'],
  TaskSubnets: ['subnet-0b000000000000001', 'subnet-0b000000000000002'],
  ClusterStack: ['shared', 'other'],
  ServiceStack: ['shop', 'store'],
  ClusterName: ['old', 'older'],
  Cluster: ['shared', 'other'],
  Service: ['shop', 'store'],
  Family: ['shop', 'store'],
  ClusterNameCut: ['a'.repeat(47), 'b'.repeat(47)],
  ProductionListenerArn: [listener('0467ef3c8400ae65'), listener('1467ef3c8400ae65')],
  TestListenerArn: [listener('2467ef3c8400ae65'), listener('3467ef3c8400ae65')],
  LoadBalancerSecurityGroupId: ['sg-0a000000000000001', 'sg-0b000000000000002'],
  RolePath: ['/', '/services/'],
  KmsKeyArn: [
    `${AWS}:kms:${PLACE}:key/11111111-1111-1111-1111-111111111111`,
    `${AWS}:kms:${PLACE}:key/22222222-2222-2222-2222-222222222222`,
  ],
  CertificateArn: [
    `${AWS}:acm:${PLACE}:certificate/11111111-1111-1111-1111-111111111111`,
    `${AWS}:acm:${PLACE}:certificate/22222222-2222-2222-2222-222222222222`,
  ],
  RuleHosts: ['shop.example.com', 'store.example.com'],
  RulePaths: ['/shop/*', '/store/*'],
  IngressCidr: ['0.0.0.0/0', '203.0.113.0/24'],
  TestListenerCidr: ['203.0.113.0/24', '198.51.100.0/24'],
  HealthCheckPath: ['/', '/health'],
  ProductionUrl: ['https://old.example.com', 'https://new.example.com'],
  TestUrl: ['https://old.example.com:8443', 'https://new.example.com:8443'],
  Cidr: ['10.0.0.0/16', '10.1.0.0/16'],
  HealthCheckCodes: ['200', '200-299'],
  PublicUrl: ['https://shop.example.com', 'https://store.example.com'],
  AccessLogsBucket: ['logs-one', 'logs-two'],
  HookFunctionArns: [`${AWS}:lambda:${PLACE}:function:check`, `${AWS}:lambda:${PLACE}:function:other`],
  NotificationEmail: ['team@example.com', 'others@example.com'],
  NotificationTopicArn: [`${AWS}:sns:${PLACE}:one`, `${AWS}:sns:${PLACE}:two`],
  ExtraAlarmName: ['latency', 'queue'],
  ExistingRepository: ['images', 'others'],
  PermissionsBoundaryArn: [`${AWS}:iam::123456789012:policy/boundary`, `${AWS}:iam::123456789012:policy/other`],
  TaskPolicyArns: [`${AWS}:iam::aws:policy/AmazonS3ReadOnlyAccess`, `${AWS}:iam::aws:policy/AmazonSQSReadOnlyAccess`],
  SecretArns: [`${AWS}:secretsmanager:${PLACE}:secret:one-AbCdEf`, `${AWS}:secretsmanager:${PLACE}:secret:two-AbCdEf`],
  TagEnvironment: ['production', 'staging'],
  TagOwner: ['one team', 'another team'],
  TaskRoleArn: [`${AWS}:iam::123456789012:role/task`, `${AWS}:iam::123456789012:role/other`],
  ExecutionRoleArn: [`${AWS}:iam::123456789012:role/execution`, `${AWS}:iam::123456789012:role/start`],
  Application: ['AppECS-shared-shop', 'AppECS-shared-store'],
  DeploymentGroup: ['DgpECS-shared-shop', 'DgpECS-shared-store'],
  DeploymentConfig: ['own', 'another'],
  LogGroup: ['/ecs/shop', '/ecs/store'],
  RepositoryName: ['shop', 'store'],
  OwnerId: ['1001', '1002'],
  RepositoryId: ['2001', '2002'],
  ExistingOidcProviderArn: [`${AWS}:iam::123456789012:oidc-provider/token.actions.githubusercontent.com`, ''],
  PlanContexts: ['pull_request', 'environment:preview'],
  DeployContexts: ['environment:production', 'ref:refs/heads/main'],
  OperatorContexts: ['environment:production-operator', 'environment:hands'],
  Branch: ['main', 'release'],
  CodeCommitRepository: ['shop', 'store'],
  ConnectionArn: [
    `${AWS}:codeconnections:${PLACE}:connection/11111111-1111-1111-1111-111111111111`,
    `${AWS}:codeconnections:${PLACE}:connection/22222222-2222-2222-2222-222222222222`,
  ],
  FullRepositoryId: ['example/shop', 'example/store'],
  Dockerfile: ['Dockerfile', 'docker/Dockerfile'],
  BuildContext: ['.', 'app'],
  BuildImage: ['aws/codebuild/standard:7.0', 'aws/codebuild/standard:8.0'],
};

/** Where templates mean different things by one name. */
const BY_TEMPLATE: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  'github-oidc.yml': { Repository: ['example/shop', 'example/store'] },
  'pipeline.yml': { Repository: ['shop', 'store'] },
};

/** Another value than the present one; undefined where none is known: give the parameter one above. */
export function otherValue(
  file: string,
  name: string,
  { type, allowedValues, default: initial, minValue }: ParameterDeclaration,
  present: string | undefined,
): string | undefined {
  const is = present ?? initial ?? '';
  if (allowedValues) return allowedValues.find((value) => value !== is);
  const listed = BY_TEMPLATE[file]?.[name] ?? SAMPLES[name];
  if (listed) return listed.find((value) => value !== is);
  return type === 'Number' ? String(Number(is === '' ? (minValue ?? 0) : is) + 1) : undefined;
}
