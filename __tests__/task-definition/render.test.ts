import { describe, expect, test } from '@jest/globals';
import { type DefinitionChanges } from '../../src/inputs/types.ts';
import { type JsonObject } from '../../src/json.ts';
import { renderDefinition } from '../../src/task-definition/render.ts';
import { changes, draft, loaded, withContainer } from './given.ts';

const NONE = new Map<string, string>();

function containerAfter(members: JsonObject, some: Partial<DefinitionChanges>): unknown {
  return renderDefinition(draft(withContainer(members), some), NONE).body['containerDefinitions'];
}

describe('what was written stays as it is', () => {
  test.each<[string, JsonObject]>([
    ['an empty environment value', { environment: [{ name: 'A', value: '' }] }],
    ['an empty log option as the only one', { logConfiguration: { logDriver: 'splunk', options: { tag: '' } } }],
    ['an empty docker label', { dockerLabels: { a: '' } }],
    ['an empty command', { command: [] }],
    ['empty texts in commands', { command: ['sh', '', 'x'], entryPoint: [''], healthCheck: { command: ['CMD', ''] } }],
    ['zero and false', { cpu: 0, essential: false, readonlyRootFilesystem: false, stopTimeout: 0 }],
    ['an unknown member, whole', { futureThing: { deep: [{ very: { odd: [] } }], empty: {} } }],
    ['null in a list', { command: ['a', null, 'b'] }],
    ['a prototype-like member', JSON.parse('{"__proto__":{"x":1},"constructor":2}') as JsonObject],
  ])('%s', (_, members) => {
    const body = withContainer(members);
    expect(renderDefinition(draft(body), NONE)).toEqual({ body, leftOut: [], dropped: [], changed: [] });
    expect(JSON.stringify(renderDefinition(draft(body), NONE).body)).toBe(JSON.stringify(body));
  });

  test.each<[string, JsonObject]>([
    ['an empty host of a volume', { volumes: [{ name: 'v', host: {} }] }],
    [
      'App Mesh properties with empty values',
      { proxyConfiguration: { type: 'APPMESH', properties: [{ name: 'EgressIgnoredIPs', value: '' }] } },
    ],
    ['executionRoleArn of an EC2 definition', { requiresCompatibilities: ['EC2'], executionRoleArn: 'arn:r' }],
    ['members of later versions', { enableFaultInjection: true, memberOf2031: [0, '', {}] }],
  ])('%s', (_, members) => {
    const body = { ...withContainer({}), ...members };
    expect(renderDefinition(draft(body), NONE).body).toEqual(body);
  });

  test('values that tools like to break: byte for byte', () => {
    const values = ['abc==', 'a,b', "it's", '30 10 * * 4', '-----BEGIN KEY-----\nA/b+\n-----END KEY-----\n', '', ' x '];
    const environment = values.map((value, index) => ({ name: `V${index}`, value }));
    expect(containerAfter({ environment }, {})).toEqual([{ name: 'web', image: 'old', environment }]);
    const set = new Map(values.map((value, index) => [`V${index}`, value]));
    expect(containerAfter({}, { environment: set })).toEqual([{ name: 'web', image: 'old', environment }]);
  });
});

describe('what RegisterTaskDefinition refuses is left out, and told', () => {
  test('output-only members, the falsy ones too', () => {
    const outputs = {
      taskDefinitionArn: 'arn:x',
      revision: 0,
      status: '',
      requiresAttributes: [],
      compatibilities: ['EC2'],
      registeredAt: 1.5,
      registeredBy: 'arn:u',
      deregisteredAt: false,
      deleteRequestedAt: 1.5,
    };
    const rendered = renderDefinition(draft({ ...outputs, ...withContainer({ status: 'a container may' }) }), NONE);
    expect(rendered.body).toEqual(withContainer({ status: 'a container may' }));
    expect(rendered.leftOut).toEqual(Object.keys(outputs));
  });

  test('nulls at every depth, by path', () => {
    const rendered = renderDefinition(
      draft({
        ...withContainer({ logConfiguration: null, ulimits: null, secrets: null, healthCheck: { a: { b: null } } }),
        proxyConfiguration: null,
        volumes: [{ name: 'v', host: null }],
      }),
      NONE,
    );
    expect(rendered.body).toEqual({ ...withContainer({ healthCheck: { a: {} } }), volumes: [{ name: 'v' }] });
    expect(rendered.leftOut).toEqual([
      'containerDefinitions[0].logConfiguration',
      'containerDefinitions[0].ulimits',
      'containerDefinitions[0].secrets',
      'containerDefinitions[0].healthCheck.a.b',
      'proxyConfiguration',
      'volumes[0].host',
    ]);
  });
});

describe('changes of the inputs', () => {
  test.each<[string, JsonObject, Partial<DefinitionChanges>, JsonObject]>([
    [
      'environment: set in place, new ones appended',
      {
        environment: [
          { name: 'B', value: '1', note: 'kept' },
          { name: 'A', value: '2' },
        ],
      },
      {
        environment: new Map([
          ['C', '='],
          ['B', ''],
        ]),
      },
      {
        environment: [
          { name: 'B', value: '', note: 'kept' },
          { name: 'A', value: '2' },
          { name: 'C', value: '=' },
        ],
      },
    ],
    [
      'secrets without environment',
      { environment: null, secrets: null },
      { secrets: new Map([['S', 'arn:aws:ssm:x']]) },
      { secrets: [{ name: 'S', valueFrom: 'arn:aws:ssm:x' }] },
    ],
    [
      'docker labels are merged',
      { dockerLabels: { a: '1', b: '2' } },
      {
        dockerLabels: new Map([
          ['b', 'Host(`x`) && a=b'],
          ['__proto__', 'x'],
        ]),
      },
      { dockerLabels: JSON.parse('{"a":"1","b":"Host(`x`) && a=b","__proto__":"x"}') as JsonObject },
    ],
    [
      'command is replaced',
      { command: ['a'] },
      { command: ['sh', '-c', 'a && b'] },
      { command: ['sh', '-c', 'a && b'] },
    ],
    ['an empty command is a command', { command: ['a'] }, { command: [] }, { command: [] }],
    [
      'log options are merged while the driver stays',
      { logConfiguration: { logDriver: 'awslogs', options: { a: '1', b: '2' }, secretOptions: [] } },
      { logDriver: 'awslogs', logOptions: new Map([['b', '3']]) },
      { logConfiguration: { logDriver: 'awslogs', options: { a: '1', b: '3' }, secretOptions: [] } },
    ],
    [
      'log options without naming the driver',
      { logConfiguration: { logDriver: 'awslogs' } },
      { logOptions: new Map([['b', '']]) },
      { logConfiguration: { logDriver: 'awslogs', options: { b: '' } } },
    ],
    [
      'another driver begins anew',
      {
        logConfiguration: { logDriver: 'splunk', options: { a: '1' }, secretOptions: [{ name: 'x', valueFrom: 'y' }] },
      },
      { logDriver: 'awslogs', logOptions: new Map([['g', '1']]) },
      { logConfiguration: { logDriver: 'awslogs', options: { g: '1' } } },
    ],
  ])('%s', (_, before, some, after) => {
    expect(containerAfter(before, some)).toEqual([{ name: 'web', image: 'old', ...after }]);
  });

  test.each<[string, JsonObject, Partial<DefinitionChanges>]>([
    [
      'a variable that is a secret',
      { secrets: [{ name: 'KEY', valueFrom: 'x' }] },
      { environment: new Map([['KEY', 'hidden']]) },
    ],
    [
      'a secret that is a variable',
      { environment: [{ name: 'KEY', value: 'hidden' }] },
      { secrets: new Map([['KEY', 'arn']]) },
    ],
    ['both given', {}, { environment: new Map([['KEY', 'hidden']]), secrets: new Map([['KEY', 'arn']]) }],
  ])('refused, without telling a value: %s', (_, before, some) => {
    const render = (): unknown => containerAfter(before, some);
    expect(render).toThrow(/container 'web' of web:12.*KEY would be both an environment variable and a secret/s);
    expect(render).not.toThrow(/hidden/);
  });

  test('a name that is in both lists already, and that no input touches, is ECS to judge', () => {
    const members = { environment: [{ name: 'K', value: '' }], secrets: [{ name: 'K', valueFrom: '' }] };
    expect(containerAfter(members, { environment: new Map([['X', '1']]) })).toHaveLength(1);
  });

  test('log options without any driver are refused', () => {
    expect(() => containerAfter({}, { logOptions: new Map([['a', '1']]) })).toThrow(/no log driver/);
  });

  test('paths of what changed, names only; what is set to what it was is no change', () => {
    const body = withContainer({ environment: [{ name: 'A', value: '1' }], dockerLabels: { l: '1' }, command: ['x'] });
    const some = {
      environment: new Map([
        ['A', '1'],
        ['B', 'hidden'],
      ]),
      dockerLabels: new Map([['l', '2']]),
      command: ['x'],
    };
    const { changed } = renderDefinition(draft(body, some), new Map([['web', 'new']]));
    expect(changed).toEqual([
      'containerDefinitions[0].image',
      'containerDefinitions[0].environment["B"]',
      'containerDefinitions[0].dockerLabels["l"]',
    ]);
  });

  test("only the draft's container is changed; images go to every container that is named", () => {
    const body = {
      family: 'f',
      containerDefinitions: [{ name: 'web', image: '1' }, { name: 'envoy', image: '2' }, { name: 'c' }],
    };
    const some = draft(body, { environment: new Map([['A', '1']]) });
    const images = new Map([
      ['web', 'built'],
      ['c', 'given'],
    ]);
    expect(
      renderDefinition({ ...some, images: new Map([['web', 'before']]) }, images).body['containerDefinitions'],
    ).toEqual([
      { name: 'web', image: 'built', environment: [{ name: 'A', value: '1' }] },
      { name: 'envoy', image: '2' },
      { name: 'c', image: 'given' },
    ]);
  });

  test('nothing given is mutated', () => {
    const body = withContainer({
      environment: [{ name: 'A', value: '1' }],
      dockerLabels: { 'ecs-blue-green.bootstrap': 'command' },
      command: [],
    });
    const before = JSON.stringify(body);
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    freeze(body);
    renderDefinition(draft(body, { environment: new Map([['A', '2']]) }), new Map([['web', 'new']]));
    expect(JSON.stringify(body)).toBe(before);
  });

  test('tags are put in when there are any', () => {
    const definition = { ...loaded(withContainer({})), tags: [{ key: 'k', value: '' }] };
    const some = { loaded: definition, changes: changes(), images: NONE, container: 'web' };
    expect(renderDefinition(some, NONE).body['tags']).toEqual([{ key: 'k', value: '' }]);
    expect(renderDefinition({ ...some, loaded: loaded(withContainer({})) }, NONE).body).not.toHaveProperty('tags');
  });
});

describe('a placeholder image', () => {
  const members = {
    command: ['serve'],
    healthCheck: { command: ['CMD'] },
    cpu: 1,
    dockerLabels: { keep: '1', 'ecs-blue-green.bootstrap': 'command, healthCheck  absent,name image' },
  };

  test('takes its members along, once, when the image changes', () => {
    const rendered = renderDefinition(draft(withContainer(members)), new Map([['web', 'new']]));
    expect(rendered.body).toEqual({
      family: 'web',
      containerDefinitions: [{ name: 'web', image: 'new', cpu: 1, dockerLabels: { keep: '1' } }],
    });
    expect(rendered.dropped).toEqual([
      'containerDefinitions[0].command',
      'containerDefinitions[0].healthCheck',
      'containerDefinitions[0].dockerLabels["ecs-blue-green.bootstrap"]',
    ]);
    const again = renderDefinition(draft(rendered.body), new Map([['web', 'newer']]));
    expect(again.dropped).toEqual([]);
  });

  test.each<[string, ReadonlyMap<string, string>]>([
    ['no image', new Map()],
    ['the image that is there', new Map([['web', 'old']])],
    ['an image of another container', new Map([['envoy', 'new']])],
  ])('stays with %s', (_, images) => {
    const rendered = renderDefinition(draft(withContainer(members)), images);
    expect(rendered.body).toEqual(withContainer(members));
    expect(rendered.dropped).toEqual([]);
  });

  test("a command of the inputs comes after the placeholder's is gone", () => {
    const some = draft(withContainer(members), { command: ['real'] });
    const { body } = renderDefinition(some, new Map([['web', 'new']]));
    expect(body['containerDefinitions']).toEqual([
      { name: 'web', image: 'new', cpu: 1, dockerLabels: { keep: '1' }, command: ['real'] },
    ]);
  });
});
