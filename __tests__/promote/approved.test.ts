import { expect, test } from '@jest/globals';
import { approvalFaults } from '../../src/promote/approved.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7';

test.each([
  ['nothing was said', null, null],
  ['the revision', 'web:7', null],
  ['its ARN', ARN, null],
  ['another revision', 'web:6', 'it brings web:7, and web:6 was approved'],
  ['another family', 'api:7', 'it brings web:7'],
  ['another region', ARN.replace('eu-west-1', 'eu-west-2'), 'it brings web:7'],
  ['a family', 'web', 'names no revision'],
  ['the ARN of a family', ARN.replace(':7', ''), 'names no revision'],
  ['a revision that begins alike', 'web:71', 'it brings web:7'],
])('%s', (_, approved, why) => {
  const faults = approvalFaults('d-OURS00001', ARN, approved);
  expect(faults.map((fault) => fault.why)).toEqual(why === null ? [] : [expect.stringContaining(why)]);
});
