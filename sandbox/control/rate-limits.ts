/**
 * The token buckets of `--rate-limits`, as AWS has them: one for all operations of a group, per account and region.
 * AWS publishes few of the figures: `assumed` names those that are not from the source.
 */
import { createBucket } from './bucket.ts';

export interface RateLimit {
  readonly id: string;
  /** The prefix of the service's IAM actions. */
  readonly service: string;
  /** Names; a `*` in front or behind stands for any text. The first group that fits counts. */
  readonly operations: readonly string[];
  readonly size: number;
  readonly refillPerSecond: number;
  /** Where the figures are from. */
  readonly source: string | null;
  readonly assumed: readonly ('size' | 'refillPerSecond')[];
}

const reads = ['Describe*', 'List*', 'Get*', 'BatchGet*', 'Filter*'];
const both = ['size', 'refillPerSecond'] as const;

const group = (
  id: string,
  operations: readonly string[],
  [size, refillPerSecond]: readonly [number, number],
  source: string | null = null,
  assumed: RateLimit['assumed'] = both,
): RateLimit => ({ id, service: id.slice(0, id.indexOf(':')), operations, size, refillPerSecond, source, assumed });

const ecsThrottling = 'Amazon ECS API Reference: Request throttling';

export const rateLimits: readonly RateLimit[] = [
  group('ecs:cluster-read', ['DescribeClusters', 'ListClusters'], [50, 20], ecsThrottling, ['refillPerSecond']),
  group('ecs:cluster-write', ['CreateCluster', 'UpdateCluster', 'DeleteCluster'], [20, 1]),
  group('ecs:service-read', ['DescribeServices', 'ListServices', 'DescribeTaskSets'], [100, 20]),
  group('ecs:service-write', ['CreateService', 'UpdateService', 'DeleteService', '*TaskSet'], [50, 5]),
  group('ecs:task-definition-write', ['RegisterTaskDefinition', 'DeregisterTaskDefinition'], [20, 1]),
  group('ecs:read', reads, [100, 20]),
  group('ecs:write', ['*'], [40, 10]),
  group('codedeploy:read', reads, [40, 10]),
  group('codedeploy:config', ['CreateDeploymentConfig', 'DeleteDeploymentConfig'], [10, 1]),
  group('codedeploy:write', ['*'], [20, 5]),
  group(
    'ecr:token',
    ['GetAuthorizationToken'],
    [200, 20],
    'Amazon ECR User Guide: Troubleshooting Amazon ECR error messages',
    [],
  ),
  group('ecr:image', ['BatchGetImage'], [2_000, 2_000], 'Amazon ECR User Guide: Service quotas', ['size']),
  group('ecr:layer', ['BatchCheckLayerAvailability'], [1_000, 1_000], 'Amazon ECR User Guide: Service quotas', [
    'size',
  ]),
  group('ecr:other', ['*'], [50, 20]),
  group('elasticloadbalancing:read', ['Describe*'], [40, 10], 'Elastic Load Balancing API: throttling', [
    'refillPerSecond',
  ]),
  group('elasticloadbalancing:write', ['*'], [20, 3]),
  group('cloudwatch:all', ['*'], [20, 9]),
  group('cloudformation:read', reads, [20, 5]),
  group('cloudformation:write', ['*'], [10, 2]),
  group('logs:all', ['*'], [20, 10]),
  group('application-autoscaling:all', ['*'], [20, 10]),
  group('sts:all', ['*'], [200, 100]),
];

export interface ListedRateLimit extends RateLimit {
  readonly tokens: number;
  readonly calls: number;
  readonly throttled: number;
}

export interface RateLimiter {
  readonly enabled: boolean;
  /** Takes a token for the call; false: it is throttled. */
  admit(service: string, operation: string): boolean;
  list(): ListedRateLimit[];
}

function fits(pattern: string, operation: string): boolean {
  if (pattern.endsWith('*')) return operation.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? operation.endsWith(pattern.slice(1)) : operation === pattern;
}

/** `now` in emulated epoch milliseconds: buckets fill by it. */
export function createRateLimiter(enabled: boolean, now: () => number, limits = rateLimits): RateLimiter {
  const live = limits.map((limit) => ({ limit, bucket: createBucket(limit, now()), calls: 0, throttled: 0 }));
  return {
    enabled,
    admit(service, operation) {
      if (!enabled) return true;
      const found = live.find(
        ({ limit }) => limit.service === service && limit.operations.some((pattern) => fits(pattern, operation)),
      );
      if (!found) return true;
      found.calls += 1;
      if (found.bucket.take(now())) return true;
      found.throttled += 1;
      return false;
    },
    list: () =>
      live.map(({ limit, bucket, calls, throttled }) => ({
        ...limit,
        tokens: Math.floor(bucket.tokens(now())),
        calls,
        throttled,
      })),
  };
}
