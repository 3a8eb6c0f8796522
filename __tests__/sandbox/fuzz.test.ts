/** No request may crash the sandbox, or be answered with a 5xx that no one has planted. */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { operations } from '../../sandbox/operations/operations.ts';
import { operationShape, type Shape, wireName } from '../../sandbox/protocol/schema.ts';
import { services } from '../../sandbox/protocol/services.ts';
import { type Account, control, createWebService, startAccount } from './account.ts';
import { exchange } from './raw.ts';

let account: Account;
const lines: string[] = [];
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  account = await startAccount({ log: (line) => lines.push(line) });
  await createWebService(account);
  await account.codedeploy.createApplication({ applicationName: 'app', computePlatform: 'ECS' });
});
afterAll(async () => {
  agent.destroy();
  await account.close();
});

const statusOf = (headers: Record<string, string>, body: string, path = '/'): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request(account.url + path, { method: 'POST', headers, agent }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode ?? 0);
      });
    });
    outgoing.on('error', reject).end(body);
  });

/** Things that exist, things that nearly do, and what no one should send. */
const texts = fc.oneof(
  fc.constantFrom('', 'main', 'web', 'app', 'blue', 'web:1', 'd-ABCDEFGHI', '*', '__proto__', '\u0000', 'true', '-1'),
  fc.constantFrom('arn:aws:ecs:eu-west-1:123456789012:service/main/web', 'arn:', 'ECS', 'AppSpecContent', 'Succeeded'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ minLength: 300, maxLength: 600 }),
);
const numbers = fc.oneof(
  fc.constantFrom(0, -1, 1, 2, 1.5, 1e308, 2 ** 53, -0),
  fc.double({ noNaN: true }),
  fc.integer(),
);
const anything = fc.oneof(
  { weight: 3, arbitrary: texts },
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly of the right shape, so that it gets past the door. */
function valueOf(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  const fitting = (): fc.Arbitrary<unknown> => {
    if (depth > 6) return anything;
    if (shape.isStructSchema()) {
      const members = [...shape.structIterator()].map(([name, member]) => [name, valueOf(member, depth + 1)] as const);
      return fc.record(Object.fromEntries(members), { requiredKeys: [] });
    }
    if (shape.isListSchema()) return fc.array(valueOf(shape.getValueSchema(), depth + 1), { maxLength: 3 });
    if (shape.isMapSchema()) return fc.dictionary(texts, valueOf(shape.getValueSchema(), depth + 1), { maxKeys: 3 });
    if (shape.isNumericSchema() || shape.isTimestampSchema()) return numbers;
    return shape.isBooleanSchema() ? fc.boolean() : texts;
  };
  return fc.oneof({ weight: 19, arbitrary: fitting() }, { weight: 1, arbitrary: anything });
}

/** The same value as the parameters of a Query call. */
function parameters(shape: Shape, value: unknown, name: string): [string, string][] {
  const under = (part: string): string => (name === '' ? part : `${name}.${part}`);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      parameters(shape.isListSchema() ? shape.getValueSchema() : shape, item, under(`member.${index + 1}`)),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const members = new Map(shape.isStructSchema() ? [...shape.structIterator()] : []);
    return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
      const member = members.get(key);
      return parameters(member ?? shape, item, under(member ? wireName(member, key) : key));
    });
  }
  return [[name, String(value)]];
}

const calls = services.flatMap((service) =>
  Object.entries(operations[service.name]).map(
    ([name, { schema }]) => [`${service.name}:${name}`, service, name, operationShape(schema).input] as const,
  ),
);

describe('every operation, with inputs that nearly fit', () => {
  test.each(calls)('%s', async (_id, service, name, shape) => {
    await fc.assert(
      fc.asyncProperty(valueOf(shape), async (input) => {
        const authorization = 'AWS4 x';
        const status =
          service.protocol === 'json'
            ? await statusOf({ authorization, 'x-amz-target': `${service.target}.${name}` }, JSON.stringify(input))
            : await statusOf(
                { authorization, 'content-type': 'application/x-www-form-urlencoded' },
                new URLSearchParams([
                  ['Action', name],
                  ['Version', service.version],
                  ...parameters(shape, input, ''),
                ]).toString(),
              );
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 30 },
    );
  });
});

test('the control API, whatever it is sent', async () => {
  const paths = fc.constantFrom(
    'advance',
    'settings',
    'faults',
    'alarms',
    'calls',
    'world',
    'health',
    'faults/x',
    'rate-limits',
  );
  const methods = fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE');
  const members = fc.constantFrom(
    'ms',
    'hooks',
    'pollMs',
    'operation',
    'kind',
    'name',
    'state',
    '__proto__',
    'imageScans',
  );
  // Neither time nor faults are to be moved by chance: what they do is tested elsewhere.
  const bodies = fc.dictionary(members, fc.oneof(fc.constantFrom(-1, 'x', null, []), fc.jsonValue({ maxDepth: 3 })));
  await fc.assert(
    fc.asyncProperty(methods, paths, bodies, async (method, path, body) => {
      fc.pre(method === 'GET' || !('ms' in body && Number(body['ms']) > 0));
      const sent = method === 'POST' || method === 'PATCH' ? body : undefined;
      const [status, answer] = await control(account.url, method, path, sent);
      expect(status).toBeLessThan(500);
      expect(typeof answer).toBe('object');
    }),
    { numRuns: 200 },
  );
});

test('bytes that are hardly HTTP', async () => {
  const pieces = fc.constantFrom(
    'GET ',
    'POST ',
    '/',
    '/_sandbox/health',
    ' HTTP/1.1',
    '\r\n',
    '\n',
    'Host: 127.0.0.1',
    ': ',
    'Content-Length: 5',
    'Transfer-Encoding: chunked',
    'X-Amz-Target: a.b',
    '5\r\nhello\r\n',
    '0\r\n\r\n',
    '\u0000',
    '%00',
    '{}',
  );
  const bytes = fc.oneof(
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
    fc.string({ unit: 'binary' }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (text) => {
      // What follows is no request either: the server has to answer 400 at some point, and end the connection.
      const answer = await exchange(account.url, [text, '\r\n\r\nhello\r\n\r\n\u0000\r\n\r\n']);
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/m);
    }),
    { numRuns: 100 },
  );
});

test('after all that it is well, and time goes on', async () => {
  await account.clock.advanceThrough(60 * 60_000);
  expect((await control(account.url, 'GET', 'health'))[0]).toBe(200);
  expect((await control(account.url, 'GET', 'world'))[0]).toBe(200);
  expect(lines.filter((line) => !line.startsWith('Refused ('))).toEqual([]);
});
