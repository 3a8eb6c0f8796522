/** Fn::Cidr. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cidrBlocks } from '../../../sandbox/cloudformation/template/cidr.ts';
import { refusal } from './surroundings.ts';

test.each([
  [
    '192.168.0.0/24',
    '6',
    '5',
    ['192.168.0.0/27', '192.168.0.32/27', '192.168.0.64/27', '192.168.0.96/27', '192.168.0.128/27', '192.168.0.160/27'],
  ],
  ['10.0.0.0/16', '3', '8', ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  ['10.0.0.0/16', '2', '12', ['10.0.0.0/20', '10.0.16.0/20']],
  ['10.1.2.3/16', '1', '16', ['10.1.0.0/16']],
  ['255.255.255.0/24', '2', '7', ['255.255.255.0/25', '255.255.255.128/25']],
  ['10.255.255.0/23', '2', '8', ['10.255.254.0/24', '10.255.255.0/24']],
])('%s in %s of %s bits', (block, count, bits, blocks) => {
  expect(cidrBlocks(block, count, bits)).toEqual(blocks);
});

test.each([
  ['10.0.0.0/16', '257', '4', 'count must be a whole number from 1 to 256'],
  ['10.0.0.0/16', '0', '4', 'count must be'],
  ['10.0.0.0/24', '3', '7', 'does not hold 3 blocks of 7 subnet bits'],
  ['10.0.0.0/24', '1', '9', 'does not hold 1 blocks'],
  ['10.0.0.0/33', '1', '4', 'no IPv4 block'],
  ['10.0.0.256/24', '1', '4', 'no IPv4 block'],
  ['10.0.0.0', '1', '4', 'no IPv4 block'],
  ['', '1', '4', 'no IPv4 block'],
  ['2001:db8::/56', '1', '64', 'IPv6 block is not emulated'],
  ['10.0.0.0/16', 'a', '4', 'count must be'],
  ['10.0.0.0/16', '1', '', 'number of subnet bits must be'],
])('%s in %s of %s bits is refused', (block, count, bits, message) => {
  expect(refusal(() => cidrBlocks(block, count, bits))).toContain(message);
});

const first = (block: string): number =>
  (block.split('/')[0] ?? '').split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

test('blocks are of one size, follow each other and stay within the whole', () => {
  const cases = fc
    .record({
      ip: fc.array(fc.nat({ max: 255 }), { minLength: 4, maxLength: 4 }),
      mask: fc.integer({ min: 8, max: 28 }),
    })
    .chain((whole) => fc.record({ whole: fc.constant(whole), bits: fc.integer({ min: 1, max: 32 - whole.mask }) }))
    .chain(({ whole, bits }) =>
      fc.record({
        whole: fc.constant(whole),
        bits: fc.constant(bits),
        count: fc.integer({ min: 1, max: Math.min(256, 2 ** (32 - whole.mask - bits)) }),
      }),
    );
  fc.assert(
    fc.property(cases, ({ whole, bits, count }) => {
      const ip = whole.ip.join('.');
      const starts = cidrBlocks(`${ip}/${String(whole.mask)}`, String(count), String(bits)).map((block) => {
        expect(block.endsWith(`/${String(32 - bits)}`)).toBe(true);
        return first(block);
      });
      expect(starts).toHaveLength(count);
      const size = 2 ** (32 - whole.mask);
      const base = first(ip) - (first(ip) % size);
      for (const [index, start] of starts.entries()) expect(start).toBe(base + index * 2 ** bits);
      expect((starts.at(-1) ?? 0) + 2 ** bits).toBeLessThanOrEqual(base + size);
    }),
  );
});
