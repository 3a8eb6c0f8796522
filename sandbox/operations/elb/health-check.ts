import { type CreateTargetGroupInput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';
import { type HealthCheck } from '../../world/elb.ts';

/** ELBv2 API, CreateTargetGroup: what holds where the call names nothing else. Seconds and counts. */
export function defaultHealthCheck(targetProtocol: string): HealthCheck {
  const isHttp = targetProtocol === 'HTTP' || targetProtocol === 'HTTPS';
  return {
    protocol: isHttp ? 'HTTP' : 'TCP',
    port: 'traffic-port',
    path: '/',
    intervalSeconds: 30,
    timeoutSeconds: isHttp ? 5 : 10,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
    matcher: '200',
  };
}

type Given = Pick<
  CreateTargetGroupInput,
  | 'HealthCheckProtocol'
  | 'HealthCheckPort'
  | 'HealthCheckPath'
  | 'HealthCheckIntervalSeconds'
  | 'HealthCheckTimeoutSeconds'
  | 'HealthyThresholdCount'
  | 'UnhealthyThresholdCount'
  | 'Matcher'
>;

/** The settings of a call over those that hold. Throws ValidationError. */
export function readHealthCheck(input: Given, before: HealthCheck): HealthCheck {
  const { HealthCheckPort: port = before.port, HealthCheckPath: path = before.path } = input;
  if (port !== 'traffic-port' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    throw new AwsError('ValidationError', `Health check port '${port}' must be 'traffic-port' or a number 1 to 65535`);
  }
  if (!path.startsWith('/')) throw new AwsError('ValidationError', `Health check path '${path}' must begin with '/'`);
  const intervalSeconds = within('interval', input.HealthCheckIntervalSeconds ?? before.intervalSeconds, 5, 300);
  const timeoutSeconds = within('timeout', input.HealthCheckTimeoutSeconds ?? before.timeoutSeconds, 2, 120);
  if (timeoutSeconds >= intervalSeconds) {
    const text = 'Health check timeout must be smaller than the health check interval';
    throw new AwsError('ValidationError', text);
  }
  return {
    protocol: input.HealthCheckProtocol ?? before.protocol,
    port,
    path,
    intervalSeconds,
    timeoutSeconds,
    healthyThreshold: within('healthy threshold', input.HealthyThresholdCount ?? before.healthyThreshold, 2, 10),
    unhealthyThreshold: within(
      'unhealthy threshold',
      input.UnhealthyThresholdCount ?? before.unhealthyThreshold,
      2,
      10,
    ),
    matcher: matcher(input.Matcher?.HttpCode ?? before.matcher),
  };
}

function within(what: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new AwsError('ValidationError', `Health check ${what} '${value}' must be between ${least} and ${most}`);
}

/** `200`, `200,202` or `200-299`, from 200 to 499 (ELBv2 API: Matcher). */
function matcher(codes: string): string {
  if (codes.split(',').every((part) => /^[2-4]\d\d(-[2-4]\d\d)?$/.test(part))) return codes;
  throw new AwsError('ValidationError', `Health check matcher HTTP code '${codes}' must be within '200-499' inclusive`);
}
