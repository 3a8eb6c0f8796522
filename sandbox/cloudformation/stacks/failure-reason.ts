/** Why a resource failed, in CloudFormation's words. */
import { uuid } from '../../ids.ts';
import { AwsError } from '../../operation.ts';
import { INTERNAL_FAILURE, logFault, type Run } from './run.ts';

/** A fault that the stack finds itself, worded already. */
export class Refused extends Error {}

export function failureReason({ sandbox, stack }: Run, type: string, cause: unknown): string {
  if (cause instanceof Refused) return cause.message;
  if (cause instanceof AwsError) {
    const { message, status } = cause;
    const service = serviceOf(type);
    const said = `${message} (Service: ${service}, Status Code: ${status}, Request ID: ${uuid(sandbox.random)})`;
    return handlerMessage(said, handlerCode(cause.code), uuid(sandbox.random));
  }
  logFault(sandbox, `on a ${type} of stack ${stack.name}`, cause);
  return INTERNAL_FAILURE;
}

/** As the AWS SDK that CloudFormation's handlers are built on names it: `Ecs`, `ElasticLoadBalancingV2`. */
function serviceOf(type: string): string {
  const name = type.split('::')[1] ?? type;
  return name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

/** CloudFormation CLI user guide: handler error codes. */
const handlerMessage = (message: string, code: string, token: string): string =>
  `Resource handler returned message: "${message}" (RequestToken: ${token}, HandlerErrorCode: ${code})`;

const codes: readonly (readonly [RegExp, string])[] = [
  [/AlreadyExists|Duplicate|PriorityInUse$/, 'AlreadyExists'],
  [/NotFound|NoSuch|NotExist/, 'NotFound'],
  [/AccessDenied|Unauthorized/, 'AccessDenied'],
  [/Throttl/, 'Throttling'],
  [/LimitExceeded|TooMany/, 'ServiceLimitExceeded'],
  [/^Internal/, 'ServiceInternalError'],
];

const handlerCode = (code: string): string => codes.find(([form]) => form.test(code))?.[1] ?? 'InvalidRequest';

export const notStabilized = ({ sandbox }: Run): string =>
  handlerMessage('Exceeded attempts to wait', 'NotStabilized', uuid(sandbox.random));

export const isAlreadyThere = (cause: unknown): boolean =>
  cause instanceof AwsError && handlerCode(cause.code) === 'AlreadyExists';

export const isNotFound = (cause: unknown): boolean =>
  cause instanceof AwsError && handlerCode(cause.code) === 'NotFound';
