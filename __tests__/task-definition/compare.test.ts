import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Json, type JsonObject } from '../../src/json.ts';
import { sameDefinition } from '../../src/task-definition/compare.ts';
import { renderDefinition } from '../../src/task-definition/render.ts';
import { draft, withContainer } from './given.ts';

/** As ECS answers for a container that names nothing but these. */
const FILLED = {
  cpu: 0,
  portMappings: [],
  essential: true,
  environment: [],
  mountPoints: [],
  volumesFrom: [],
  systemControls: [],
};
const OUTPUTS = {
  taskDefinitionArn: 'arn:x',
  revision: 3,
  status: 'ACTIVE',
  requiresAttributes: [],
  compatibilities: ['EC2'],
  registeredAt: 1,
  registeredBy: 'x',
};

const port = (mapping: JsonObject, networkMode?: string): JsonObject => ({
  ...withContainer({ portMappings: [mapping] }),
  ...(networkMode === undefined ? {} : { networkMode }),
});

describe('equal: only what ECS itself fills in differs', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'as registered, as described',
      withContainer({}),
      { ...OUTPUTS, ...withContainer(FILLED), volumes: [], placementConstraints: [] },
    ],
    ['null and absent', withContainer({ ulimits: null }), withContainer({})],
    ['the order of members', { b: 1, a: { d: 1, c: 2 } }, { a: { c: 2, d: 1 }, b: 1 }],
    [
      'the order of environment and secrets',
      withContainer({
        environment: [
          { name: 'B', value: '1' },
          { name: 'A', value: '2' },
        ],
      }),
      withContainer({
        environment: [
          { value: '2', name: 'A' },
          { name: 'B', value: '1' },
        ],
        secrets: [],
      }),
    ],
    [
      'requiresCompatibilities in another order',
      { requiresCompatibilities: ['FARGATE', 'EC2'] },
      { requiresCompatibilities: ['EC2', 'FARGATE'] },
    ],
    ['cpu and memory as numbers', { cpu: 256, memory: 512 }, { cpu: '256', memory: '512' }],
    ['cpu and memory in units', { cpu: '.5 vCPU', memory: '2 GB' }, { cpu: '512', memory: '2048' }],
    [
      'a port with awsvpc',
      port({ containerPort: 80 }, 'awsvpc'),
      port({ containerPort: 80, hostPort: 80, protocol: 'tcp' }, 'awsvpc'),
    ],
    [
      'a dynamic port with bridge',
      port({ containerPort: 80 }),
      port({ containerPort: 80, hostPort: 0, protocol: 'tcp' }),
    ],
    ['a range of ports', port({ containerPortRange: '1-2' }), port({ containerPortRange: '1-2', protocol: 'tcp' })],
    [
      'a health check',
      withContainer({ healthCheck: { command: ['x'] } }),
      withContainer({ healthCheck: { command: ['x'], interval: 30, timeout: 5, retries: 3 } }),
    ],
    [
      'log configuration',
      withContainer({ logConfiguration: { logDriver: 'x' } }),
      withContainer({ logConfiguration: { logDriver: 'x', secretOptions: [] } }),
    ],
    ['no fault injection', {}, { enableFaultInjection: false }],
    ['tags', { tags: [{ key: 'a', value: 'b' }] }, {}],
  ])('%s', (_, a, b) => {
    expect(sameDefinition(a, b)).toBe(true);
    expect(sameDefinition(b, a)).toBe(true);
  });
});

describe('different: it would run something else, or ECS does not fill it in', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['image', withContainer({}), withContainer({ image: 'new' })],
    [
      'an environment value',
      withContainer({ environment: [{ name: 'A', value: '' }] }),
      withContainer({ environment: [{ name: 'A', value: ' ' }] }),
    ],
    ['an empty variable', withContainer({ environment: [{ name: 'A', value: '' }] }), withContainer({})],
    [
      'which of two entries of one name is last',
      withContainer({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      }),
      withContainer({
        environment: [
          { name: 'A', value: '2' },
          { name: 'A', value: '1' },
        ],
      }),
    ],
    ['essential', withContainer({ essential: false }), withContainer({})],
    ['cpu', { cpu: '256' }, { cpu: '512' }],
    ['cpu that is no size', { cpu: 'x' }, { cpu: 'y' }],
    ['an empty command', withContainer({ command: [] }), withContainer({})],
    ['the order of a command', withContainer({ command: ['a', 'b'] }), withContainer({ command: ['b', 'a'] })],
    [
      'the order of containers',
      { containerDefinitions: [{ name: 'a' }, { name: 'b' }] },
      { containerDefinitions: [{ name: 'b' }, { name: 'a' }] },
    ],
    ['a host port with bridge', port({ containerPort: 80, hostPort: 80 }), port({ containerPort: 80 })],
    ['protocol', port({ containerPort: 80, protocol: 'udp' }), port({ containerPort: 80 })],
    ['a retry of the health check', withContainer({ healthCheck: { retries: 2 } }), withContainer({ healthCheck: {} })],
    ['an unknown member', withContainer({ future: 0 }), withContainer({})],
    ['fault injection', { enableFaultInjection: true }, {}],
    ['an unknown member of the task', { future: [] }, {}],
    ['a container cpu as text', withContainer({ cpu: '1' }), withContainer({ cpu: 1 })],
  ])('%s', (_, a, b) => {
    expect(sameDefinition(a, b)).toBe(false);
    expect(sameDefinition(b, a)).toBe(false);
  });
});

describe('round trip', () => {
  /** JSON without null members: what is not null must survive. */
  const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  const unknown = fc.dictionary(
    fc.string().map((name) => `x${name}`),
    value,
    { maxKeys: 4 },
  );
  const environment = fc.uniqueArray(fc.record({ name: fc.string(), value: fc.string() }), {
    selector: ({ name }) => name,
  });

  test('described, then rendered without a change: the same definition, every member still there', () => {
    fc.assert(
      fc.property(unknown, unknown, environment, (task, container, variables) => {
        const written = { ...task, ...withContainer({ ...container, environment: variables }) };
        const described = {
          ...OUTPUTS,
          ...task,
          volumes: [],
          placementConstraints: [],
          ...withContainer({ ...FILLED, ...container, environment: variables.toReversed() }),
        };
        const { body, leftOut } = renderDefinition(draft(described), new Map());
        expect(sameDefinition(body, written)).toBe(true);
        expect(body).toMatchObject(task);
        expect((body['containerDefinitions'] as readonly JsonObject[])[0]).toMatchObject(container);
        expect(leftOut).toEqual(Object.keys(OUTPUTS));
      }),
    );
  });

  test('one more member anywhere is a difference', () => {
    fc.assert(
      fc.property(unknown, value, (task, added) => {
        const body = { ...task, ...withContainer({}) };
        expect(sameDefinition(body, { ...body, added })).toBe(false);
        expect(sameDefinition(body, { ...body, ...withContainer({ added }) })).toBe(false);
      }),
    );
  });
});
