/** What a plan tells of two definitions, and what it never tells. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Json, type JsonObject } from '../../src/json.ts';
import { sameDefinition } from '../../src/task-definition/compare.ts';
import { type Change, differenceBetween, tagDifference } from '../../src/task-definition/difference.ts';

const SECRET = 'hunter2-do-not-print';

const app = (more: JsonObject = {}): JsonObject => ({ name: 'app', image: 'web:1', ...more });
const web = (container: JsonObject, more: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [container],
  ...more,
});

/** `~ cpu: "256" → "512"`; a value that is hidden is `…`. */
function line({ path, kind, before, after, hidden }: Change): string {
  const sign = { added: '+', removed: '-', changed: '~', reordered: '↕' }[kind];
  const values = [before, after].filter((value) => value !== null).join(' → ');
  return `${sign} ${path}${hidden ? ' …' : values === '' ? '' : `: ${values}`}`;
}

const told = (before: JsonObject, after: JsonObject): readonly string[] =>
  differenceBetween(before, after).changes.map(line);

const IN_APP = 'containerDefinitions["app"]';

const cases: readonly (readonly [name: string, before: JsonObject, after: JsonObject, says: readonly string[]])[] = [
  ['nothing', web(app()), web(app()), []],
  ['what ECS fills in', web(app()), web(app({ cpu: 0, environment: [], essential: true })), []],
  ['output-only and null members', web(app({ user: null }), { revision: 3, status: 'ACTIVE' }), web(app()), []],
  ['a member of the task', web(app(), { cpu: '256' }), web(app(), { cpu: '512' }), ['~ cpu: "256" → "512"']],
  ['the same size in other words', web(app(), { cpu: '1 vCPU' }), web(app(), { cpu: 1024 }), []],
  ['an image', web(app()), web(app({ image: 'web:2' })), [`~ ${IN_APP}.image: "web:1" → "web:2"`]],
  [
    'a container more, by its image',
    web(app()),
    { family: 'web', containerDefinitions: [app(), { name: 'log', image: 'fluent:1', environment: [] }] },
    ['+ containerDefinitions["log"]: {"image":"fluent:1"}'],
  ],
  [
    'a container less',
    { family: 'web', containerDefinitions: [app(), { name: 'log', image: 'fluent:1' }] },
    web(app()),
    ['- containerDefinitions["log"]: {"image":"fluent:1"}'],
  ],
  [
    'containers in another order',
    { family: 'web', containerDefinitions: [app(), { name: 'log' }] },
    { family: 'web', containerDefinitions: [{ name: 'log' }, app()] },
    ['↕ containerDefinitions'],
  ],
  [
    'environment entries by name, and never a value',
    web(
      app({
        environment: [
          { name: 'OLD', value: SECRET },
          { name: 'LEVEL', value: 'info' },
          { name: 'SAME', value: SECRET },
        ],
      }),
    ),
    web(
      app({
        environment: [
          { name: 'SAME', value: SECRET },
          { name: 'LEVEL', value: SECRET },
          { name: 'NEW', value: SECRET },
        ],
      }),
    ),
    [`~ ${IN_APP}.environment["LEVEL"] …`, `- ${IN_APP}.environment["OLD"] …`, `+ ${IN_APP}.environment["NEW"] …`],
  ],
  [
    'environment entries of one name, which overrule one another',
    web(
      app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: SECRET },
        ],
      }),
    ),
    web(
      app({
        environment: [
          { name: 'A', value: SECRET },
          { name: 'A', value: '1' },
        ],
      }),
    ),
    [`~ ${IN_APP}.environment["A"] …`],
  ],
  [
    'an environment that is no list of entries',
    web(app({ environment: [SECRET] })),
    web(app({ environment: [SECRET, 'more'] })),
    [`~ ${IN_APP}.environment …`],
  ],
  [
    'secrets with where they are',
    web(app({ secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:1:parameter/a' }] })),
    web(app({ secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:1:parameter/b' }] })),
    [
      `~ ${IN_APP}.secrets["DB_PASSWORD"].valueFrom: "arn:aws:ssm:eu-west-1:1:parameter/a" → "arn:aws:ssm:eu-west-1:1:parameter/b"`,
    ],
  ],
  [
    'labels and a command',
    web(app({ dockerLabels: { a: '1' }, command: ['serve'] })),
    web(app({ dockerLabels: { a: '2', 'com.example/x y': '3' }, command: ['serve', '--fast'] })),
    [
      `~ ${IN_APP}.command: ["serve"] → ["serve","--fast"]`,
      `~ ${IN_APP}.dockerLabels.a: "1" → "2"`,
      `+ ${IN_APP}.dockerLabels["com.example/x y"]: "3"`,
    ],
  ],
  [
    'labels where there were none, one by one',
    web(app()),
    web(app({ dockerLabels: { a: '1', api_token: SECRET } })),
    [`+ ${IN_APP}.dockerLabels.a: "1"`, `+ ${IN_APP}.dockerLabels.api_token …`],
  ],
  [
    'log options, but for what is named like a credential',
    web(app({ logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': SECRET, 'splunk-url': 'a' } } })),
    web(app({ logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'x', 'splunk-url': 'b' } } })),
    [
      `~ ${IN_APP}.logConfiguration.options["splunk-token"] …`,
      `~ ${IN_APP}.logConfiguration.options["splunk-url"]: "a" → "b"`,
    ],
  ],
  [
    'ports by number',
    web(app({ portMappings: [{ containerPort: 80 }, { containerPort: 443 }] }), { networkMode: 'awsvpc' }),
    web(app({ portMappings: [{ containerPort: 443, protocol: 'udp' }, { containerPort: 80 }] }), {
      networkMode: 'awsvpc',
    }),
    [`~ ${IN_APP}.portMappings["443"].protocol: "tcp" → "udp"`, `↕ ${IN_APP}.portMappings`],
  ],
  [
    'options of a volume’s driver',
    web(app(), { volumes: [{ name: 'v', dockerVolumeConfiguration: { driverOpts: { o: `password=${SECRET}` } } }] }),
    web(app(), { volumes: [{ name: 'v', dockerVolumeConfiguration: { driverOpts: { o: 'x' } } }] }),
    ['~ volumes["v"].dockerVolumeConfiguration.driverOpts.o …'],
  ],
  [
    'a member that nobody knows, with environment entries somewhere in it',
    web(app()),
    web(
      app({
        restart: { policies: [[{ environment: [{ name: 'A', value: SECRET }] }]], properties: { apiKey: SECRET } },
      }),
    ),
    [`+ ${IN_APP}.restart: {"policies":[[{"environment":["A"]}]],"properties":{"apiKey":"(not shown)"}}`],
  ],
  [
    'null where there was something',
    web(app({ user: 'root' })),
    web(app({ user: null })),
    [`- ${IN_APP}.user: "root"`],
  ],
  [
    'text that would be a command of the runner, on one line',
    web(app({ dockerLabels: { x: 'a' } })),
    web(app({ dockerLabels: { x: '\n::error::hi\u001b[31m\u202e' } })),
    [`~ ${IN_APP}.dockerLabels.x: "a" → "\\n::error::hi\\u001b[31m "`],
  ],
  [
    'a name that tries to look like another path',
    web(app({ dockerLabels: {} })),
    web(app({ dockerLabels: { 'a"]\n::error::x': '1' } })),
    [`+ ${IN_APP}.dockerLabels["a'] ::error::x"]: "1"`],
  ],
  [
    'a password in an address and in a flag of a command',
    web(app({ command: ['a'] })),
    web(app({ command: [`postgres://me:${SECRET}@db/x`, `--db-password=${SECRET}`] })),
    [`~ ${IN_APP}.command: ["a"] → ["postgres://***@db/x","--db-password=***"]`],
  ],
];

describe('the difference', () => {
  test.each(cases)('%s', (_, before, after, says) => {
    expect(told(before, after)).toEqual(says);
    expect(JSON.stringify(differenceBetween(before, after))).not.toContain(SECRET);
  });

  test.each(cases)('the other way round, nothing is told either: %s', (_, before, after) => {
    const back = differenceBetween(after, before);
    expect(JSON.stringify(back)).not.toContain(SECRET);
    expect(back.changes.length === 0).toBe(sameDefinition(before, after));
  });

  test('of ten megabytes is small', () => {
    const label = 'x'.repeat(100_000);
    const labels = (mark: string): JsonObject =>
      Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`label-${index}`, mark + label]));
    const many = (mark: string): Json[] =>
      Array.from({ length: 5_000 }, (_, index) => ({ name: `C${index}`, image: mark }));
    const found = differenceBetween(
      { family: 'web', containerDefinitions: [app({ dockerLabels: labels('a') }), ...many('a')] },
      { family: 'web', containerDefinitions: [app({ dockerLabels: labels('b') }), ...many('b')] },
    );
    expect([found.changes.length, found.more]).toEqual([200, 4_900]);
    expect(JSON.stringify(found).length).toBeLessThan(130_000);
    expect(found.changes[0]?.before).toMatch(/^"ax+… \(\d+ characters\)$/);
  });
});

const named = fc.array(
  fc.record({ name: fc.constantFrom('A', 'B', 'C'), value: fc.constantFrom<Json>('1', '2', SECRET) }),
  { maxLength: 4 },
);
const definition = fc.record({
  family: fc.constantFrom('web'),
  cpu: fc.constantFrom<Json>('256', 256, null, '1 vCPU', 'lots'),
  volumes: fc.oneof(fc.constant<Json>([]), fc.constant<Json>(null), named),
  unknown: fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json),
  containerDefinitions: fc.array(
    fc.record(
      {
        name: fc.constantFrom('app', 'log'),
        environment: fc.oneof(named, fc.constant<Json>(['odd']), fc.constant<Json>(null)),
        ulimits: fc.oneof(named, fc.constant<Json>([{ softLimit: 1 }, { name: 'x' }])),
        dockerLabels: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.constantFrom('1', '2'), { maxKeys: 2 }),
        portMappings: fc.array(fc.record({ containerPort: fc.constantFrom<Json>(80, '80', null) }), { maxLength: 3 }),
      },
      { requiredKeys: ['name'] },
    ),
    { maxLength: 3 },
  ),
});

test('there is a difference exactly where two definitions would not run the same', () => {
  fc.assert(
    fc.property(definition, definition, (before, after) => {
      const { changes } = differenceBetween(before, after);
      expect(changes.length === 0).toBe(sameDefinition(before, after));
      const environments = changes.filter(({ path }) => path.includes('.environment'));
      expect(environments.every(({ hidden, before: was, after: is }) => hidden && was === null && is === null)).toBe(
        true,
      );
    }),
    { numRuns: 1_000 },
  );
});

describe('tags', () => {
  const team = (value: string): Json => [{ key: 'team', value }];
  test.each<[string, Json | undefined, readonly string[]]>([
    ['that nobody asks for stay as they are', undefined, []],
    ['by key', team('b'), ['~ tags["team"].value: "a" → "b"']],
    ['that are the same', team('a'), []],
  ])('%s', (_, after, says) => {
    expect(tagDifference(team('a'), after).map(line)).toEqual(says);
  });
});
