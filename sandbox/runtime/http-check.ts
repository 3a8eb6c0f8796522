/** Health checks as a load balancer makes them: real connections to where a target really answers. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { type HealthCheck } from '../world/elb.ts';
import { type CheckResult, type Endpoint } from './runtime.ts';

const failed: CheckResult = { reason: 'Target.FailedHealthChecks' };
const late: CheckResult = { reason: 'Target.Timeout' };

/** Whether `status` is one that the matcher takes: `200`, `200,202`, `200-299` (ELBv2 API: Matcher.HttpCode). */
export function matches(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [, from, to = from] = /^\s*(\d{3})\s*(?:-\s*(\d{3})\s*)?$/.exec(part) ?? [];
    return from !== undefined && Number(from) <= status && status <= Number(to);
  });
}

/**
 * One check on one fresh connection; follows no redirect and never rejects. `timeoutMs` are real milliseconds, from the
 * connection's start to the status line. A protocol other than HTTP and HTTPS is checked by connecting alone.
 */
export function httpCheck(endpoint: Endpoint, check: HealthCheck, timeoutMs: number): Promise<CheckResult> {
  const isHttp = check.protocol === 'HTTP' || check.protocol === 'HTTPS';
  return isHttp ? requestCheck(endpoint, check, timeoutMs) : connectionCheck(endpoint, timeoutMs);
}

function requestCheck(endpoint: Endpoint, check: HealthCheck, timeoutMs: number): Promise<CheckResult> {
  return new Promise((resolve) => {
    const request = open(endpoint, check);
    if (!request) {
      resolve(failed);
      return;
    }
    const end = (result: CheckResult): void => {
      clearTimeout(timer);
      resolve(result);
      request.destroy();
    };
    const timer = setTimeout(end, timeoutMs, late);
    request.on('error', () => {
      end(failed);
    });
    request.once('response', ({ statusCode = 0 }: IncomingMessage) => {
      const fits = matches(check.matcher, statusCode);
      end(fits ? null : { reason: 'Target.ResponseCodeMismatch', status: statusCode });
    });
    // A target that switches protocols unasked has not answered the check.
    request.once('upgrade', (response: IncomingMessage) => {
      end({ reason: 'Target.ResponseCodeMismatch', status: response.statusCode ?? 101 });
    });
    request.end();
  });
}

/** null where the path cannot be sent in a request. */
function open({ host, port }: Endpoint, { protocol, path }: HealthCheck) {
  const name = host.includes(':') ? `[${host}]` : host;
  const options: RequestOptions = {
    host,
    port,
    path,
    agent: false,
    headers: { host: `${name}:${port}`, connection: 'close', 'user-agent': 'ELB-HealthChecker/2.0' },
  };
  try {
    // A load balancer does not validate its targets' certificates (Elastic Load Balancing user guide, target groups).
    return protocol === 'HTTPS' ? httpsRequest({ ...options, rejectUnauthorized: false }) : httpRequest(options);
  } catch {
    return null;
  }
}

/** Target.Timeout is for requests (ELBv2 API: TargetHealth.Reason); a connection that is never made has failed (assumed). */
function connectionCheck({ host, port }: Endpoint, timeoutMs: number): Promise<CheckResult> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (result: CheckResult): void => {
      clearTimeout(timer);
      resolve(result);
      socket.destroy();
    };
    const timer = setTimeout(end, timeoutMs, failed);
    socket.on('error', () => {
      end(failed);
    });
    socket.once('connect', () => {
      end(null);
    });
  });
}
