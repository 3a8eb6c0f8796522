/** The AWS services that are emulated and how each is spoken to. */

export type ServiceName =
  'codedeploy' | 'ecs' | 'ecr' | 'elb' | 'sts' | 'logs' | 'cloudwatch' | 'autoscaling' | 'cloudformation';

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

/**
 * Moved from Query to RPC v2 CBOR and AWS JSON 1.0 and still spoken to in all three (botocore: service-2.json,
 * `protocols` and `awsQueryCompatible`). The JS SDK, boto3 and the AWS CLI choose JSON, older clients know Query only.
 */
interface QueryCompatibleService {
  readonly protocol: 'query-compatible';
  /** Before the dot in `X-Amz-Target`, and the service's name in the path of RPC v2. */
  readonly target: string;
  readonly version: string;
  readonly namespace: string;
  /** Codes of the Query protocol that differ from the error's modelled name. */
  readonly queryCodes: ReadonlyMap<string, string>;
}

export type Service = (JsonService | QueryService | QueryCompatibleService) & {
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
  {
    name: 'logs',
    protocol: 'json',
    target: 'Logs_20140328',
    iamPrefix: 'logs',
    missingMember: 'InvalidParameterException',
  },
  {
    name: 'cloudwatch',
    protocol: 'query-compatible',
    target: 'GraniteServiceVersion20100801',
    version: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    queryCodes: new Map([
      ['InvalidParameterCombinationException', 'InvalidParameterCombination'],
      ['InvalidParameterValueException', 'InvalidParameterValue'],
      ['LimitExceededFault', 'LimitExceeded'],
      ['MissingRequiredParameterException', 'MissingParameter'],
      ['InvalidFormatFault', 'InvalidFormat'],
      ['ThrottlingException', 'Throttling'],
      ['AccessDeniedException', 'AccessDenied'],
      ['ExpiredTokenException', 'ExpiredToken'],
      ['ValidationException', 'ValidationError'],
    ]),
    iamPrefix: 'cloudwatch',
    missingMember: 'ValidationException',
  },
  {
    name: 'autoscaling',
    protocol: 'json',
    target: 'AnyScaleFrontendService',
    iamPrefix: 'application-autoscaling',
    missingMember: 'ValidationException',
  },
  {
    name: 'cloudformation',
    protocol: 'query',
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    iamPrefix: 'cloudformation',
    missingMember: 'ValidationError',
  },
];
