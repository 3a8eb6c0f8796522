/** Where a resource stands in a diagram, by its type. */

export interface Group {
  readonly name: string;
  /** Its ground, and the line around what is in it. */
  readonly fill: string;
  readonly line: string;
}

const GROUPS = {
  source: { name: 'Source', fill: '#f6f8fa', line: '#57606a' },
  pipeline: { name: 'Pipeline', fill: '#fff8e6', line: '#9a6700' },
  network: { name: 'Network', fill: '#f3f0ff', line: '#6639ba' },
  public: { name: 'Public subnets', fill: '#ecfaef', line: '#1a7f37' },
  private: { name: 'Private subnets', fill: '#eaf4ff', line: '#0969da' },
  endpoints: { name: 'Endpoints', fill: '#fff3ea', line: '#bc4c00' },
  balancer: { name: 'Load balancer', fill: '#eaf4ff', line: '#0969da' },
  service: { name: 'Service', fill: '#fff3ea', line: '#bc4c00' },
  deployment: { name: 'Deployments', fill: '#ecfaef', line: '#1a7f37' },
  watch: { name: 'Alarms and notifications', fill: '#ffeef0', line: '#cf222e' },
  role: { name: 'Roles', fill: '#f6f8fa', line: '#57606a' },
  store: { name: 'Stored', fill: '#f0fbfb', line: '#1b7c83' },
  other: { name: 'Other', fill: '#f6f8fa', line: '#57606a' },
} as const satisfies Readonly<Record<string, Group>>;

/** The first prefix that fits decides. */
const BY_TYPE: readonly (readonly [string, keyof typeof GROUPS])[] = [
  ['AWS::CodeCommit::', 'source'],
  ['AWS::Events::', 'pipeline'],
  ['AWS::CodePipeline::', 'pipeline'],
  ['AWS::CodeBuild::', 'pipeline'],
  ['AWS::EC2::', 'network'],
  ['AWS::ElasticLoadBalancingV2::', 'balancer'],
  ['AWS::ECS::', 'service'],
  ['AWS::ApplicationAutoScaling::', 'service'],
  ['AWS::CodeDeploy::', 'deployment'],
  ['AWS::CloudWatch::', 'watch'],
  ['AWS::SNS::', 'watch'],
  ['AWS::CodeStarNotifications::', 'watch'],
  ['AWS::IAM::', 'role'],
  ['AWS::ECR::', 'store'],
  ['AWS::Logs::', 'store'],
  ['AWS::S3::', 'store'],
  ['AWS::KMS::', 'store'],
];

const BY_NAME: readonly (readonly [RegExp, keyof typeof GROUPS])[] = [
  [/^LoadBalancer/, 'balancer'],
  [/^Task/, 'service'],
  [/Endpoint/, 'endpoints'],
  [/^(Public|Nat)/, 'public'],
  [/^Private/, 'private'],
];

/** Roles and log groups are there for something else. */
export const standsWithUser = (type: string): boolean => type === 'AWS::IAM::Role' || type === 'AWS::Logs::LogGroup';

/** What is of a network stands where it is, which its logical id says. */
export function groupOf(logicalId: string, type: string): Group {
  if (type.startsWith('AWS::EC2::')) {
    const place = BY_NAME.find(([pattern]) => pattern.test(logicalId));
    if (place) return GROUPS[place[1]];
  }
  return GROUPS[BY_TYPE.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'other'];
}

/** `AWS::ECS::TaskDefinition` is `ECS task definition`. */
export function shortType(type: string): string {
  const [, service = '', name = ''] = type.split('::');
  const words = name.replaceAll(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4').split(' ');
  const known: Readonly<Record<string, string>> = {
    ElasticLoadBalancingV2: 'ELB',
    ApplicationAutoScaling: 'Auto Scaling',
    CodeStarNotifications: 'CodeStar',
    Logs: 'CloudWatch',
  };
  const said = words.map((word) => (word === word.toUpperCase() ? word : word.toLowerCase())).join(' ');
  return `${known[service] ?? service} ${said}`;
}
