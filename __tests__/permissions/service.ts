/** A service as the tests of github-oidc.yml know it: by a stack, or name by name. */
import { type Surroundings } from '../../sandbox/cloudformation/template/template.ts';

export const OUTPUTS: Readonly<Record<string, string>> = {
  Cluster: 'shop',
  Service: 'web',
  Family: 'shop-web',
  Application: 'AppECS-shop-web',
  DeploymentGroup: 'DgpECS-shop-web',
  DeploymentConfig: 'CodeDeployDefault.ECSAllAtOnce',
  Repository: 'shop-web',
  TaskRoleArn: 'arn:aws:iam::123456789012:role/shop-task',
  ExecutionRoleArn: 'arn:aws:iam::123456789012:role/shop-execution',
  LogGroup: '/ecs/shop-web',
};

export const SURROUNDINGS: Surroundings = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  stackName: 'shop-roles',
  stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-roles/1',
  exports: new Map(Object.entries(OUTPUTS).map(([name, value]) => [`shop-web-${name}`, value])),
};

export const REPOSITORY = { Repository: 'octo-org/shop', OwnerId: '11', RepositoryId: '22' } as const;
export const BY_STACK = { ...REPOSITORY, ServiceStack: 'shop-web' } as const;

const { Repository: RepositoryName = '', ...rest } = OUTPUTS;
export const BY_NAME = { ...REPOSITORY, ...rest, RepositoryName };

export const OPTIONS_ON = {
  RunTask: 'true',
  TaskLog: 'true',
  Tags: 'true',
  BuildCache: 'true',
  ScanFindings: 'true',
  AlarmOverride: 'true',
} as const;
