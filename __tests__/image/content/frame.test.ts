import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Frame, type Field, frame } from '../../../src/image/content/frame.ts';

const digest = (...records: readonly (readonly Field[])[]): string => {
  const made = new Frame();
  for (const fields of records) made.record(...fields);
  return made.digest();
};

test.each<[string, Field[][], Field[][]]>([
  ['fields cut elsewhere', [['ab', 'c']], [['a', 'bc']]],
  ['an empty field', [['a', '']], [['a']]],
  ['fields over two records', [['a', 'b']], [['a'], ['b']]],
  ['an empty record', [[], ['a']], [['a']]],
  ['order', [['a', 'b']], [['b', 'a']]],
])('%s is told apart', (_name, one, other) => {
  expect(digest(...one)).not.toBe(digest(...other));
});

test('texts are their UTF-8 bytes', () => {
  expect(digest(['ü'])).toBe(digest([Buffer.from([0xc3, 0xbc])]));
});

test('what was framed can be read back: no two sequences of records are the same bytes', () => {
  const records = fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(records, (given) => {
      expect(readBack(Buffer.concat(given.map(frame)))).toEqual(
        given.map((one) => one.map((text) => Buffer.from(text))),
      );
    }),
  );
});

function readBack(bytes: Buffer): Buffer[][] {
  const found: Buffer[][] = [];
  for (let at = 0; at < bytes.length;) {
    const fields: Buffer[] = [];
    const count = bytes.readUInt32BE(at);
    at += 4;
    while (fields.length < count) {
      const length = bytes.readUIntBE(at, 6);
      fields.push(bytes.subarray(at + 6, at + 6 + length));
      at += 6 + length;
    }
    found.push(fields);
  }
  return found;
}
