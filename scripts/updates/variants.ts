/** Stacks as people have them, one with the options of each kind: an edit shows what it does on each of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { type Surroundings, type Template } from '../../sandbox/cloudformation/template/template.ts';

const FOLDER = join(import.meta.dirname, '../../cloudformation');

export const TEMPLATES = ['service.yml', 'cluster.yml', 'network.yml', 'github-oidc.yml', 'pipeline.yml'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export const textOf = (file: TemplateName): string => readFileSync(join(FOLDER, file), 'utf8');
export const templateOf = (file: TemplateName): Template => readTemplate(textOf(file));

export interface Variant {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const NETWORK = { VpcId: 'vpc-0a000000000000001', Subnets: 'subnet-0a000000000000001,subnet-0a000000000000002' };
const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/11111111-1111-1111-1111-111111111111';
const GITHUB = { Repository: 'example/shop', OwnerId: '1001', RepositoryId: '2001' };

export const VARIANTS: Readonly<Record<TemplateName, readonly Variant[]>> = {
  'service.yml': [
    { name: 'a trial', parameters: { Name: 'shop', ...NETWORK } },
    {
      name: 'HTTPS, an own shift, notifications',
      parameters: {
        Name: 'shop',
        ...NETWORK,
        CertificateArn: CERTIFICATE,
        LiveColorCheckedFor: CERTIFICATE,
        TrafficShift: 'Canary',
        NotificationEmail: 'team@example.com',
      },
    },
    {
      name: 'on shared listeners',
      parameters: {
        Name: 'shop',
        ...NETWORK,
        ClusterStack: 'shared',
        RulePriority: '1',
        RulePaths: '/shop/*',
        RuleCheckedFor: '1,/shop/*',
      },
    },
  ],
  'cluster.yml': [
    { name: 'a trial', parameters: { Name: 'shared', ...NETWORK } },
    { name: 'HTTPS', parameters: { Name: 'shared', ...NETWORK, CertificateArn: CERTIFICATE } },
    {
      name: 'others handed on',
      parameters: {
        Name: 'shared',
        ...NETWORK,
        ClusterName: 'old',
        ProductionListenerArn: listener('0467ef3c8400ae65'),
        TestListenerArn: listener('2467ef3c8400ae65'),
        LoadBalancerSecurityGroupId: 'sg-0a000000000000001',
      },
    },
  ],
  'network.yml': [
    { name: 'the defaults', parameters: { Name: 'shop' } },
    { name: 'flow logs', parameters: { Name: 'shop', FlowLogs: 'ALL' } },
  ],
  'github-oidc.yml': [
    { name: 'by stack', parameters: { ...GITHUB, ServiceStack: 'shop', RunTask: 'true' } },
    {
      name: 'by hand',
      parameters: {
        ...GITHUB,
        Cluster: 'shared',
        Service: 'shop',
        Family: 'shop',
        Application: 'AppECS-shared-shop',
        DeploymentGroup: 'DgpECS-shared-shop',
        RepositoryName: 'shop',
        TaskRoleArn: 'arn:aws:iam::123456789012:role/task',
        ExecutionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        LogGroup: '/ecs/shop',
      },
    },
  ],
  'pipeline.yml': [
    { name: 'by stack, CodeCommit', parameters: { Name: 'shop', ServiceStack: 'shop', CodeCommitRepository: 'shop' } },
    {
      name: 'by hand, a connection',
      parameters: {
        Name: 'shop',
        Cluster: 'shared',
        Service: 'shop',
        Application: 'AppECS-shared-shop',
        DeploymentGroup: 'DgpECS-shared-shop',
        Repository: 'shop',
        Family: 'shop',
        TaskRoleArn: 'arn:aws:iam::123456789012:role/task',
        ExecutionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        SourceProvider: 'CodeConnections',
        ConnectionArn: 'arn:aws:codeconnections:eu-west-1:123456789012:connection/11111111-1111-1111-1111-111111111111',
        FullRepositoryId: 'example/shop',
      },
    },
  ],
};

function listener(id: string): string {
  return `arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/50dc6c495c0c9188/${id}`;
}

/** What the stacks that are imported from export; each of its own value. */
const EXPORTED = ['service.yml', 'cluster.yml'] as const;

export function surroundings(): Surroundings {
  const names = EXPORTED.flatMap((file) => [...templateOf(file).outputs.keys()]);
  const stacks = ['shared', 'other', 'shop', 'store'];
  return {
    account: '123456789012',
    region: 'eu-west-1',
    partition: 'aws',
    stackName: 'stack',
    stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/stack/11111111-1111-1111-1111-111111111111',
    exports: new Map(stacks.flatMap((stack) => names.map((name) => [`${stack}-${name}`, exported(stack, name)]))),
  };
}

const exported = (stack: string, name: string): string =>
  name.endsWith('ListenerArn')
    ? listener(`0467ef3c8400ae65`).replace('app/shared', `app/${stack}`)
    : `${stack}-${name}`;
