/** The AWS services that are emulated and how each is spoken to. */

export type ServiceName = 'codedeploy' | 'ecs' | 'ecr' | 'elb' | 'sts';

interface JsonService {
  readonly protocol: 'json';
  /** The part of `X-Amz-Target` before the dot. */
  readonly target: string;
}

interface QueryService {
  readonly protocol: 'query';
  readonly version: string;
  readonly namespace: string;
}

export type Service = (JsonService | QueryService) & {
  readonly name: ServiceName;
  /** The prefix of its IAM actions. */
  readonly iamPrefix: string;
  /** The error for a missing required member; null where each operation has errors of its own for that. */
  readonly missingMember: string | null;
};

export const services: readonly Service[] = [
  {
    name: 'codedeploy',
    protocol: 'json',
    target: 'CodeDeploy_20141006',
    iamPrefix: 'codedeploy',
    missingMember: null,
  },
  {
    name: 'ecs',
    protocol: 'json',
    target: 'AmazonEC2ContainerServiceV20141113',
    iamPrefix: 'ecs',
    missingMember: 'InvalidParameterException',
  },
  {
    name: 'ecr',
    protocol: 'json',
    target: 'AmazonEC2ContainerRegistry_V20150921',
    iamPrefix: 'ecr',
    missingMember: 'InvalidParameterException',
  },
  {
    name: 'elb',
    protocol: 'query',
    version: '2015-12-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    iamPrefix: 'elasticloadbalancing',
    missingMember: 'ValidationError',
  },
  {
    name: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    iamPrefix: 'sts',
    missingMember: 'ValidationError',
  },
];
