/** Condition operators (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
import { BlockList, isIP } from 'node:net';
import { type Context, fitsArn, fitsText, type Reading } from './patterns.ts';
import { isObject, malformed } from './read.ts';

/** `all`, `any`: ForAllValues and ForAnyValue; null without either. */
export interface Condition {
  readonly operator: Operator;
  readonly set: 'all' | 'any' | null;
  readonly ifExists: boolean;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

interface Operator {
  /** Whether a value of the request fits one of the policy's. */
  readonly fits: (wanted: string, value: string, reading: Reading) => boolean;
  /** Holds where no value fits; and where the request has none. */
  readonly negated: boolean;
  /** Null: about whether there is a value at all. */
  readonly presence?: true;
}

const text = (wanted: string, value: string, reading: Reading): boolean =>
  fitsText(wanted, value, { ...reading, wildcards: false });
const like = (wanted: string, value: string, reading: Reading): boolean =>
  fitsText(wanted, value, { ...reading, wildcards: true });
const ignoringCase = (wanted: string, value: string, reading: Reading): boolean =>
  text(wanted.toLowerCase(), value.toLowerCase(), { ...reading, context: lowered(reading.context) });

const lowered = (context: Context): Context =>
  new Map([...context].map(([key, values]) => [key, values.map((value) => value.toLowerCase())]));

type Compare = (value: number, wanted: number) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  Equals: (value, wanted) => value === wanted,
  LessThan: (value, wanted) => value < wanted,
  LessThanEquals: (value, wanted) => value <= wanted,
  GreaterThan: (value, wanted) => value > wanted,
  GreaterThanEquals: (value, wanted) => value >= wanted,
};

const asNumber = (given: string): number => (given.trim() === '' ? NaN : Number(given));
/** ISO 8601, or seconds since 1970. */
const asTime = (given: string): number => (/^\d+$/.test(given) ? Number(given) * 1_000 : Date.parse(given));

function ordered(kind: string, read: (given: string) => number): [string, Operator][] {
  const operators = Object.entries(comparisons).map(([name, holds]): [string, Operator] => [
    `${kind}${name}`,
    { negated: false, fits: (wanted, value) => holds(read(value), read(wanted)) },
  ]);
  return [...operators, [`${kind}NotEquals`, { negated: true, fits: (wanted, value) => read(value) === read(wanted) }]];
}

/** `10.0.0.0/8`, or one address. */
function inRange(range: string, address: string): boolean {
  const [network = '', prefix] = range.split('/');
  const version = isIP(network);
  if (version === 0 || isIP(address) !== version) return false;
  const most = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? most : asNumber(prefix);
  if (!Number.isInteger(bits) || bits < 0 || bits > most) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(address, family);
}

const pair = (kind: string, positive: string, negative: string, fits: Operator['fits']): [string, Operator][] => [
  [`${kind}${positive}`, { negated: false, fits }],
  [`${kind}${negative}`, { negated: true, fits }],
];

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>(
  [
    ...pair('String', 'Equals', 'NotEquals', text),
    ...pair('String', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', ignoringCase),
    ...pair('String', 'Like', 'NotLike', like),
    // Both read wildcards, each field of the ARN on its own.
    ...pair('Arn', 'Equals', 'NotEquals', fitsArn),
    ...pair('Arn', 'Like', 'NotLike', fitsArn),
    ...ordered('Numeric', asNumber),
    ...ordered('Date', asTime),
    ...pair('', 'IpAddress', 'NotIpAddress', inRange),
    ...pair('', 'Bool', 'NotBool', ignoringCase).slice(0, 1),
    ['Null', { negated: false, presence: true, fits: ignoringCase }] satisfies [string, Operator],
  ].map(([name, operator]) => [name.toLowerCase(), operator]),
);

/** Throws `Malformed`: for operators that IAM or this sandbox does not know, too. */
export function readConditions(given: unknown, where: string): readonly Condition[] {
  if (given === undefined) return [];
  if (!isObject(given)) throw malformed(`${where}: Condition must be an object.`);
  return Object.entries(given).flatMap(([name, keys]) => {
    const place = `${where}: Condition ${JSON.stringify(name.slice(0, 50))}`;
    const found = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
    const operator = operators.get(found?.[2] ?? '');
    if (!found || !operator) throw malformed(`${place} is no operator that is known here.`);
    if (!isObject(keys)) throw malformed(`${place} must be an object of keys.`);
    const set = found[1] === undefined ? null : found[1] === 'forallvalues' ? 'all' : 'any';
    return Object.entries(keys).map(([key, values]): Condition => ({
      operator,
      set,
      ifExists: found[3] !== undefined,
      key: key.toLowerCase(),
      values: valuesOf(values, place),
    }));
  });
}

/** CloudFormation and people write numbers and booleans without quotes, which IAM takes as their text. */
function valuesOf(given: unknown, place: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.map((value) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw malformed(`${place} must have strings, numbers or booleans as values.`);
  });
}

/** All of a statement's conditions must hold (IAM User Guide, "Multiple context keys or values"). */
export const allHold = (conditions: readonly Condition[], reading: Reading): boolean =>
  conditions.every((condition) => holds(condition, reading));

function holds({ operator, set, ifExists, key, values }: Condition, reading: Reading): boolean {
  const given = reading.context.get(key) ?? [];
  const one = (value: string): boolean => {
    const fitting = values.some((wanted) => operator.fits(wanted, value, reading));
    return operator.negated ? !fitting : fitting;
  };
  if (operator.presence) return one(String(given.length === 0));
  if (given.length === 0) return ifExists || set === 'all' || (operator.negated && set !== 'any');
  if (set === 'all') return given.every(one);
  // A key with several values is meant for the set operators; without them a negated one wants all to differ.
  return operator.negated && set === null ? given.every(one) : given.some(one);
}
