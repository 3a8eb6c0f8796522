import { describe, expect, test } from '@jest/globals';
import { checkCommand, nextHealth, unknown } from '../../../../sandbox/runtime/docker/health.ts';

/** Each check as `+` or `-`, in upper case `S` before it while the start period lasts. */
function statusAfter(checks: string, retries = 3): string {
  let health = unknown;
  for (const [, starting, result] of checks.matchAll(/(S?)([+-])/g)) {
    health = nextHealth(health, result === '+', starting === 'S', retries);
  }
  return health.status;
}

describe('a container’s health', () => {
  test.each([
    ['', 'UNKNOWN'],
    ['+', 'HEALTHY'],
    ['--', 'UNKNOWN'],
    ['---', 'UNHEALTHY'],
    ['--+', 'HEALTHY'],
    ['+--', 'HEALTHY'],
    ['+---', 'UNHEALTHY'],
    ['---+', 'HEALTHY'],
    ['+--+--', 'HEALTHY'],
    ['S-S-S-S-', 'UNKNOWN'],
    ['S-S-S---', 'UNKNOWN'],
    ['S-S-S----', 'UNHEALTHY'],
    ['S+', 'HEALTHY'],
    ['S+S-S-S-', 'UNHEALTHY'],
  ])('after %j is %s', (checks, status) => {
    expect(statusAfter(checks)).toBe(status);
  });

  test.each<[string[], string[] | null]>([
    [
      ['CMD', 'curl', '-f', 'http://localhost/'],
      ['curl', '-f', 'http://localhost/'],
    ],
    [
      ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'],
      ['/bin/sh', '-c', 'curl -f http://localhost/ || exit 1'],
    ],
    [['NONE'], null],
    [[], null],
    [['CMD'], null],
    [
      ['curl', '-f'],
      ['curl', '-f'],
    ],
  ])('the command %j runs %j', (given, command) => {
    expect(checkCommand(given)).toEqual(command);
  });
});
