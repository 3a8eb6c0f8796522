import { describe, expect, test } from '@jest/globals';
import { AwsCallError, type AwsErrorKind, isTransient, kindOf } from '../../../src/ports/aws/error.ts';

describe('the kind of an error, by AWS’s name for it and the HTTP status', () => {
  test.each<[string, number | undefined, AwsErrorKind]>([
    ['ThrottlingException', 400, 'throttled'],
    ['Throttling', 400, 'throttled'],
    ['TooManyRequestsException', 429, 'throttled'],
    ['RequestLimitExceeded', 503, 'throttled'],
    ['RequestThrottledException', 400, 'throttled'],
    ['AnythingAtAll', 429, 'throttled'],
    ['ServerException', 500, 'server'],
    ['InternalFailure', 500, 'server'],
    ['ServiceUnavailable', 503, 'server'],
    ['UnreadableAnswer', 200, 'server'],
    ['UnreadableAnswer', undefined, 'server'],
    ['ECONNREFUSED', undefined, 'network'],
    ['ECONNRESET', undefined, 'network'],
    ['ENOTFOUND', undefined, 'network'],
    ['EAI_AGAIN', undefined, 'network'],
    ['ETIMEDOUT', undefined, 'network'],
    ['TimeoutError', undefined, 'network'],
    ['RequestTimeout', 408, 'network'],
    ['RequestTimeoutException', 400, 'network'],
    ['ExpiredTokenException', 400, 'credentials'],
    ['ExpiredToken', 403, 'credentials'],
    ['UnrecognizedClientException', 400, 'credentials'],
    ['InvalidClientTokenId', 403, 'credentials'],
    ['InvalidSignatureException', 400, 'credentials'],
    ['SignatureDoesNotMatch', 403, 'credentials'],
    ['RequestTimeTooSkewed', 403, 'credentials'],
    ['CredentialsProviderError', undefined, 'credentials'],
    ['TokenProviderError', undefined, 'credentials'],
    ['AccessDeniedException', 400, 'denied'],
    ['AccessDenied', 403, 'denied'],
    ['ClusterNotFoundException', 400, 'missing'],
    ['DeploymentGroupDoesNotExistException', 400, 'missing'],
    ['TargetGroupNotFound', 400, 'missing'],
    ['RepositoryNotFoundException', 400, 'missing'],
    ['ClientException', 400, 'other'],
    ['DeploymentLimitExceededException', 400, 'other'],
    ['TypeError', undefined, 'other'],
  ])('%s, %s: %s', (code, status, kind) => {
    expect(kindOf(code, status)).toBe(kind);
  });
});

test.each<[AwsErrorKind, boolean]>([
  ['throttled', true],
  ['server', true],
  ['network', true],
  ['credentials', false],
  ['denied', false],
  ['missing', false],
  ['other', false],
])('%s: may succeed later with nothing changed: %s', (kind, expected) => {
  const call = { service: 'ecs', operation: 'DescribeServices', on: 'shop/web' };
  expect(isTransient(new AwsCallError(call, { kind, code: 'X', message: 'x' }))).toBe(expected);
});

test('what is no failed call is not transient', () => {
  expect(isTransient(new Error('ThrottlingException'))).toBe(false);
});
