import { describe, expect, test } from '@jest/globals';
import { type DefinitionChanges, type ImageSource } from '../../src/inputs/types.ts';
import { containerNames, containerPorts, resolveContainer } from '../../src/task-definition/containers.ts';
import { builtFor, draftDefinition } from '../../src/task-definition/draft.ts';
import { noOptions } from '../image/options.ts';
import { changes, loaded } from './given.ts';

const BUILD: ImageSource = {
  kind: 'build',
  repository: 'shop',
  context: '.',
  file: null,
  target: null,
  buildArgs: new Map(),
  tags: [],
  ...noOptions,
};
const GIVEN: ImageSource = { kind: 'given', reference: 'repo@sha256:1' };
const NONE: ImageSource = { kind: 'none' };
const built = { kind: 'built' } as const;
const other = { kind: 'given', reference: 'other:1' } as const;

const TWO = loaded({
  family: 'f',
  containerDefinitions: [
    {
      name: 'web',
      image: 'a',
      portMappings: [{ containerPort: 80 }, { containerPortRange: '1-2' }, { containerPort: 81 }],
    },
    { name: 'envoy', image: 'b', portMappings: null },
  ],
});
const ONE = loaded({ family: 'f', containerDefinitions: [{ name: 'app', image: 'a' }] });

describe('containers', () => {
  test('names and ports', () => {
    expect(containerNames(TWO.body)).toEqual(['web', 'envoy']);
    expect(containerPorts(TWO.body, 'web')).toEqual([80, 81]);
    expect(containerPorts(TWO.body, 'envoy')).toEqual([]);
    expect(containerPorts(TWO.body, 'nope')).toEqual([]);
    expect(containerNames({})).toEqual([]);
  });

  test.each([
    ['the one that is named', TWO, 'envoy', 'web', 'envoy'],
    ['the only one', ONE, null, 'web', 'app'],
    ['the one behind the load balancer', TWO, null, 'envoy', 'envoy'],
  ] as const)('%s', (_, definition, name, balancer, found) => {
    expect(resolveContainer(definition, name, balancer)).toBe(found);
  });

  test.each([
    ['named', TWO, 'wbe', 'web', "container 'wbe' is not in task definition web:12; it has: web, envoy"],
    ['named, with only one', ONE, 'wbe', 'app', "container 'wbe' is not in task definition web:12; it has: app"],
    [
      'behind the load balancer',
      TWO,
      null,
      'wbe',
      "container 'wbe' is not in task definition web:12; it has: web, envoy",
    ],
    [
      'in an empty definition',
      loaded({}),
      null,
      'web',
      "container 'web' is not in task definition web:12; it has: none",
    ],
  ] as const)('absent: %s', (_, definition, name, balancer, why) => {
    expect(() => resolveContainer(definition, name, balancer)).toThrow(why);
  });
});

describe('which container takes which image', () => {
  test.each<[string, ImageSource, Partial<DefinitionChanges>, Record<string, string>, readonly string[], string]>([
    ['built, for the one behind the load balancer', BUILD, {}, {}, ['web'], 'web'],
    ['built, for the one that is named', BUILD, { containerName: 'envoy' }, {}, ['envoy'], 'envoy'],
    ['given', GIVEN, {}, { web: 'repo@sha256:1' }, [], 'web'],
    ['none', NONE, {}, {}, [], 'web'],
    [
      'built, for those that images names, and only those',
      BUILD,
      { images: new Map([['envoy', built]]) },
      {},
      ['envoy'],
      'web',
    ],
    [
      'built for both',
      BUILD,
      { images: new Map([['envoy', built]]), containerName: 'web' },
      {},
      ['envoy', 'web'],
      'web',
    ],
    ['built beside a given one', BUILD, { images: new Map([['envoy', other]]) }, { envoy: 'other:1' }, ['web'], 'web'],
    [
      'given beside another',
      GIVEN,
      { images: new Map([['envoy', other]]) },
      { web: 'repo@sha256:1', envoy: 'other:1' },
      [],
      'web',
    ],
    ['only images', NONE, { images: new Map([['envoy', other]]) }, { envoy: 'other:1' }, [], 'web'],
  ])('%s', (_, source, some, known, takes, container) => {
    const inputs = { source, changes: changes(some) };
    const draft = draftDefinition(TWO, inputs, 'web');
    expect(Object.fromEntries(draft.images)).toEqual(known);
    expect(draft.container).toBe(container);
    expect(draft.loaded).toBe(TWO);
    expect(draft.changes).toBe(inputs.changes);
    expect(builtFor(TWO, inputs, 'web')).toEqual(takes);
  });

  test('without anything to change, no container need be there', () => {
    expect(draftDefinition(TWO, { source: NONE, changes: changes() }, 'gone').container).toBe('gone');
  });

  test.each<[string, ImageSource, Partial<DefinitionChanges>, RegExp]>([
    [
      'unknown containers in images',
      NONE,
      {
        images: new Map([
          ['x', other],
          ['y', other],
        ]),
      },
      /container 'x', 'y' are not in .* it has: web, envoy/,
    ],
    ['an unknown container-name', BUILD, { containerName: 'wbe' }, /container 'wbe' is not in/],
    ['an unknown container-name, nothing else', NONE, { containerName: 'wbe' }, /container 'wbe' is not in/],
    [
      'a built image for no one',
      BUILD,
      { images: new Map([['web', other]]) },
      /no container takes the image that is built/,
    ],
    ['a built image where none is built', GIVEN, { images: new Map([['envoy', built]]) }, /none is built/],
    [
      'two images for one container',
      GIVEN,
      { images: new Map([['web', other]]) },
      /image and images both say what container 'web' runs/,
    ],
    [
      'what rendering refuses, before the build',
      NONE,
      { environment: new Map([['A', '1']]), secrets: new Map([['A', '2']]) },
      /both an environment variable and a secret/,
    ],
  ])('refused: %s', (_, source, some, message) => {
    expect(() => draftDefinition(TWO, { source, changes: changes(some) }, 'web')).toThrow(message);
  });
});
