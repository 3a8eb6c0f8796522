import { describe, expect, test } from '@jest/globals';
import { faultOf, loadOf } from '../../../bench/balancer/wrk.ts';

const printed = (more = '') => `Running 5s test @ http://127.0.0.1:7000/
  1 threads and 64 connections
  156641 requests in 5.00s, 52.43MB read
${more}Requests/sec:  31323.39
Transfer/sec:     10.49MB
`;

describe('what wrk prints', () => {
  test.each([
    ['all went well', '', 0],
    ['answers that are errors', '  Non-2xx or 3xx responses: 12\n', 12],
    ['connections that failed', '  Socket errors: connect 1, read 2, write 3, timeout 4\n', 10],
    ['both', '  Socket errors: connect 0, read 2, write 0, timeout 0\n  Non-2xx or 3xx responses: 5\n', 7],
  ])('%s', (_name, more, failed) => {
    expect(loadOf(printed(more))).toEqual({ requests: 156641, perSecond: 31323.39, failed });
  });

  test('nothing of the kind is an error', () => {
    expect(() => loadOf('unable to connect')).toThrow('unable to connect');
  });
});

test.each([
  ['not installed', Object.assign(new Error('spawn wrk ENOENT'), { code: 'ENOENT' }), 'apt-get install wrk'],
  ['ended by a fault of its own', new Error('Command failed: wrk -t1'), 'wrk failed: Error: Command failed: wrk -t1'],
])('wrk %s: said', (_name, cause, part) => {
  expect(faultOf(cause)).toMatchObject({ message: expect.stringContaining(part) as unknown, cause });
});
