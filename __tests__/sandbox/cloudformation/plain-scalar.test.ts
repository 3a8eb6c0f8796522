/** YAML 1.1, as CloudFormation reads it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainScalar } from '../../../sandbox/cloudformation/template/plain-scalar.ts';

test.each([
  ['yes', true],
  ['On', true],
  ['TRUE', true],
  ['no', false],
  ['OFF', false],
  ['tRUE', 'tRUE'],
  ['y', 'y'],
  ['N', 'N'],
  ['', null],
  ['~', null],
  ['null', null],
  ['0', 0],
  ['-7', -7],
  ['+7', 7],
  ['1_000', 1000],
  ['010', 8],
  ['012345670123', 1402433619],
  ['08', '08'],
  ['065115117784', '065115117784'],
  ['123456789012', 123456789012],
  ['0x1F', 31],
  ['0b101', 5],
  ['0o17', '0o17'],
  ['22:22', 1342],
  ['1:61', '1:61'],
  ['0:30', '0:30'],
  ['1.10', 1.1],
  ['.5', 0.5],
  ['-.5', '-.5'],
  ['12e3', 12000],
  ['1e999', '1e999'],
  ['.inf', '.inf'],
  ['2010-09-09', '2010-09-09'],
  ['2012-10-17T01:02:03Z', '2012-10-17T01:02:03Z'],
  ['-', '-'],
  ['10.0.0.0/16', '10.0.0.0/16'],
  ['AWS::Region', 'AWS::Region'],
])('%s', (source, value) => {
  expect(plainScalar(source)).toBe(value);
});

test('a number that JSON writes is read as that number', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-5, max: 1e20 })),
      (number) => {
        expect(plainScalar(String(number))).toBe(Object.is(number, -0) ? 0 : number);
      },
    ),
  );
});

test('whatever it is, it is read in one of four ways', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-fxob_:.eE+-]{0,12}$/), (source) => {
      const value = plainScalar(source);
      expect(value === source || value === null || typeof value === 'boolean' || Number.isFinite(value)).toBe(true);
    }),
  );
});
