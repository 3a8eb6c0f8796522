import { notEmulated, templateError } from './fault.ts';

const address = (text: string): number | null => {
  const parts = text.split('.');
  const fits = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return fits ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : null;
};

const addressText = (value: number): string =>
  [24, 16, 8, 0].map((shift) => String(Math.floor(value / 2 ** shift) % 256)).join('.');

/** Fn::Cidr for IPv4: the first `count` blocks of `bits` host bits in a block (CloudFormation reference: "Fn::Cidr"). */
export function cidrBlocks(block: string, count: string, bits: string): readonly string[] {
  if (block.includes(':')) throw notEmulated('Fn::Cidr of an IPv6 block');
  const [ip = '', mask = ''] = block.split('/');
  const start = address(ip);
  if (start === null || !/^\d{1,2}$/.test(mask) || Number(mask) > 32) {
    throw templateError(`Fn::Cidr: ${JSON.stringify(block)} is no IPv4 block such as 10.0.0.0/16`);
  }
  const [wanted, hostBits] = [whole(count, 1, 256, 'count'), whole(bits, 1, 32, 'number of subnet bits')];
  const [room, each] = [2 ** (32 - Number(mask)), 2 ** hostBits];
  if (each > room || wanted > room / each) {
    throw templateError(`Fn::Cidr: ${block} does not hold ${count} blocks of ${bits} subnet bits`);
  }
  const base = start - (start % room);
  return Array.from({ length: wanted }, (_, index) => `${addressText(base + index * each)}/${String(32 - hostBits)}`);
}

function whole(text: string, least: number, most: number, what: string): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw templateError(
    `Fn::Cidr: the ${what} must be a whole number from ${String(least)} to ${String(most)}, not ${JSON.stringify(text)}`,
  );
}
