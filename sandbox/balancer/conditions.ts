/** A rule's conditions as one test of a request (ELBv2 API: RuleCondition). */
import { type IncomingHttpHeaders } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import { type Condition } from '../world/elb.ts';
import { glob } from './glob.ts';

/** What rules look at. */
export interface Asked {
  readonly method: string;
  /** Without its port, in lower case. */
  readonly host: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** Without the `?`; empty where there is none. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** Every value of one header, in the order in which they came; its name in lower case. */
  values(header: string): readonly string[];
  readonly address: string;
}

export type Test = (asked: Asked) => boolean;

/** All conditions have to hold; one value of a condition is enough for it. */
export function testOf(conditions: readonly Condition[]): Test {
  const tests = conditions.map(conditionTest);
  return (asked) => tests.every((test) => test(asked));
}

const never: Test = () => false;

function conditionTest(condition: Condition): Test {
  const { Values = [] } = condition;
  switch (condition.Field) {
    case 'host-header':
      return hostTest(condition.HostHeaderConfig?.Values ?? Values);
    case 'path-pattern':
      return pathTest(condition.PathPatternConfig?.Values ?? Values);
    case 'http-request-method':
      return methodTest(condition.HttpRequestMethodConfig?.Values ?? Values);
    case 'source-ip':
      return addressTest(condition.SourceIpConfig?.Values ?? Values);
    case 'http-header':
      return headerTest(condition.HttpHeaderConfig?.HttpHeaderName ?? '', condition.HttpHeaderConfig?.Values ?? []);
    case 'query-string':
      return queryTest(condition.QueryStringConfig?.Values ?? []);
    default:
      return never;
  }
}

function hostTest(values: readonly string[]): Test {
  const patterns = values.map((value) => glob(value.toLowerCase()));
  return ({ host }) => patterns.some((fits) => fits(host));
}

/** Paths and methods are compared with their case, all else without. */
function pathTest(values: readonly string[]): Test {
  const patterns = values.map((value) => glob(value));
  return ({ path }) => patterns.some((fits) => fits(path));
}

const methodTest =
  (methods: readonly string[]): Test =>
  ({ method }) =>
    methods.includes(method);

function headerTest(name: string, values: readonly string[]): Test {
  const key = name.toLowerCase();
  const patterns = values.map((value) => glob(value.toLowerCase()));
  return (asked) => {
    if (asked.headers[key] === undefined) return false;
    return asked.values(key).some((value) => patterns.some((fits) => fits(value.toLowerCase())));
  };
}

const always = (): boolean => true;

function queryTest(
  values: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[],
): Test {
  const wanted = values.map(({ Key, Value = '' }) => ({
    key: Key === undefined ? always : glob(Key.toLowerCase(), true),
    value: glob(Value.toLowerCase(), true),
  }));
  return ({ query }) => {
    if (query === '') return false;
    const pairs = [...new URLSearchParams(query)].map(
      ([key, value]) => [key.toLowerCase(), value.toLowerCase()] as const,
    );
    return wanted.some(({ key, value }) => pairs.some((pair) => key(pair[0]) && value(pair[1])));
  };
}

/** `192.0.2.0/24` or `2001:db8::/32`. */
function addressTest(ranges: readonly string[]): Test {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/', 2);
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return ({ address }) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
