import { accessDenied, denialText, expiredToken } from '../iam/denial.ts';
import { AwsError } from '../operation.ts';
import { type Service } from '../protocol/services.ts';
import { type FaultKind } from './faults.ts';

/** The error that the fault stands for, in AWS's words; null where a fault is no error answer. */
export function faultError(kind: FaultKind, service: Service, operation: string, account: string): AwsError | null {
  switch (kind) {
    case 'throttle':
    case 'bucket':
      // Amazon ECR User Guide, error messages: 429. The others answer 400.
      return new AwsError('ThrottlingException', 'Rate exceeded', service.iamPrefix === 'ecr' ? 429 : 400);
    case 'server-error':
      return new AwsError('InternalFailure', 'We encountered an internal error. Please try again.', 500);
    case 'expired-token':
      return expiredToken(service);
    case 'denied': {
      const action = `${service.iamPrefix}:${operation}`;
      const who = `arn:aws:sts::${account}:assumed-role/deploy/session`;
      return accessDenied(service, denialText({ who, action, resource: '*', why: 'identity' }));
    }
    case 'reset':
    case 'slow':
    case 'garbage':
    case 'lost':
    case 'stalled':
    case 'held':
      return null;
  }
}
