import { describe, expect, test } from '@jest/globals';
import {
  cannotCreate,
  cannotPull,
  cannotStart,
  exitReason,
  noNetwork,
} from '../../../../sandbox/runtime/docker/reasons.ts';

/** Texts of engines 20.10 and 28, and of Docker Hub. */
describe('a failed pull, in the words of ECS', () => {
  const reference = 'shop/web:v1';
  const unresolved = (times: number): string =>
    `CannotPullContainerError: pull image manifest has been retried ${times} time(s): failed to resolve ref ${reference}: `;
  const access = 'pull access denied, repository does not exist or may require authorization: ';

  test.each([
    ['manifest for 127.0.0.1:5000/web:v1 not found: manifest unknown', `${unresolved(1)}${reference}: not found`],
    ['manifest unknown: manifest unknown', `${unresolved(1)}${reference}: not found`],
    [
      "name unknown: The repository with name 'web' does not exist in the registry",
      `${unresolved(1)}${reference}: not found`,
    ],
    [
      "pull access denied for shop/web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
      `${unresolved(1)}${access}pull access denied for shop/web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    ],
    [
      'Head "http://127.0.0.1:5000/v2/web/manifests/v1": unauthorized: Not Authorized',
      `${unresolved(1)}${access}Head "http://127.0.0.1:5000/v2/web/manifests/v1": unauthorized: Not Authorized`,
    ],
    [
      'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: no such host',
      `${unresolved(5)}failed to do request: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: no such host`,
    ],
    [
      'toomanyrequests: You have reached your pull rate limit.',
      'CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
    ],
    [
      'no matching manifest for linux/arm64/v8 in the manifest list entries',
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/arm64/v8'",
    ],
    [
      'invalid reference format: repository name must be lowercase',
      'CannotPullContainerError: invalid reference format: shop/web:v1',
    ],
  ])('%s', (said, reason) => {
    expect(cannotPull(reference, said)).toBe(reason);
  });

  test('a very long one is cut as ECS cuts it', () => {
    const reason = cannotPull(reference, 'x'.repeat(5_000));
    expect(reason).toHaveLength(1_024);
    expect(reason.endsWith('...')).toBe(true);
  });
});

describe('what cannot start, in the words of ECS', () => {
  const oci =
    'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nope": executable file not found in $PATH: unknown';

  test.each([
    [
      cannotStart(oci),
      `CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: ${oci}`,
    ],
    [
      cannotStart('driver failed programming external connectivity: port is already allocated'),
      'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity: port is already allocated',
    ],
    [cannotCreate('No such image'), 'CannotCreateContainerError: Error response from daemon: No such image'],
    [
      noNetwork('all predefined address pools have been fully subnetted'),
      "ResourceInitializationError: unable to set up the task's network: all predefined address pools have been fully subnetted",
    ],
  ])('%s', (reason, expected) => {
    expect(reason).toBe(expected);
  });
});

test.each([
  [{ exitCode: 0, outOfMemory: false }, null],
  [{ exitCode: 1, outOfMemory: false }, null],
  [{ exitCode: 137, outOfMemory: false }, null],
  [{ exitCode: 137, outOfMemory: true }, 'OutOfMemoryError: Container killed due to memory usage'],
  [{ exitCode: 1, outOfMemory: true }, null],
  [{ exitCode: null, outOfMemory: false }, expect.stringMatching(/^CannotInspectContainerError: /)],
])('the reason of the end %j is %s', (end, reason) => {
  expect(exitReason(end)).toEqual(reason);
});
