import { describe, expect, test } from '@jest/globals';
import {
  type BuildCall,
  buildArguments,
  buildEnvironment,
  shownCommand,
  sourceLabels,
} from '../../src/image/arguments.ts';

const plain: BuildCall = {
  buildx: false,
  context: '/w',
  file: '/w/Dockerfile',
  target: null,
  buildArgs: new Map(),
  references: ['r/shop:c0ffee'],
  labels: new Map(),
};

describe('buildArguments', () => {
  test.each<[string, Partial<BuildCall>, string]>([
    ['the least', {}, 'build --file /w/Dockerfile --tag r/shop:c0ffee /w'],
    [
      'with buildx',
      { buildx: true },
      'buildx build --load --progress plain --file /w/Dockerfile --tag r/shop:c0ffee /w',
    ],
    ['a target', { target: 'run' }, 'build --file /w/Dockerfile --target run --tag r/shop:c0ffee /w'],
    [
      'several tags, in order',
      { references: ['r/shop:a', 'r/shop:b'] },
      'build --file /w/Dockerfile --tag r/shop:a --tag r/shop:b /w',
    ],
    [
      'build arguments by name only',
      {
        buildArgs: new Map([
          ['TOKEN', 's3cret'],
          ['EMPTY', ''],
        ]),
      },
      'build --file /w/Dockerfile --build-arg TOKEN --build-arg EMPTY --tag r/shop:c0ffee /w',
    ],
    [
      'names that command the client itself with their value',
      {
        buildArgs: new Map([
          ['http_proxy', 'http://p'],
          ['PATH', '/x'],
          ['DOCKER_HOST', 'tcp://h'],
        ]),
      },
      'build --file /w/Dockerfile --build-arg http_proxy=http://p --build-arg PATH=/x ' +
        '--build-arg DOCKER_HOST=tcp://h --tag r/shop:c0ffee /w',
    ],
    [
      'labels',
      { labels: new Map([['a.b', 'c=d']]) },
      'build --file /w/Dockerfile --label a.b=c=d --tag r/shop:c0ffee /w',
    ],
  ])('%s', (_name, changes, line) => {
    expect(buildArguments({ ...plain, ...changes }).join(' ')).toBe(line);
  });

  test('a value with blanks, quotes and new lines stays one argument', () => {
    const args = buildArguments({ ...plain, labels: new Map([['a', 'x "y"\n$(z)']]), context: '/w/a b' });
    expect(args).toContain('a=x "y"\n$(z)');
    expect(args.at(-1)).toBe('/w/a b');
  });
});

test('buildEnvironment holds the values, but none that would command the client', () => {
  const buildArgs = new Map([
    ['TOKEN', 'a=b\nc'],
    ['GOPROXY', 'https://u:p@h'],
    ['DOCKER_CONFIG', '/evil'],
    ['Path', '/evil'],
  ]);
  expect(buildEnvironment({ ...plain, buildArgs })).toEqual({
    TOKEN: 'a=b\nc',
    GOPROXY: 'https://u:p@h',
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
  });
});

test('shownCommand hides the value of a build argument, and only that', () => {
  const args = ['build', '--build-arg', 'http_proxy=http://u:p@h\nx', '--build-arg', 'A', '--label', 'a=b c', '/w'];
  expect(shownCommand(args)).toBe('docker build --build-arg http_proxy=*** --build-arg A --label "a=b c" /w');
});

test.each([
  [
    'all known',
    { serverUrl: 'https://github.com', repository: 'o/r', sha: 'c0ffee' },
    {
      'org.opencontainers.image.source': 'https://github.com/o/r',
      'org.opencontainers.image.revision': 'c0ffee',
    },
  ],
  ['outside of GitHub', { serverUrl: 'https://github.com', repository: '', sha: '' }, {}],
])('sourceLabels: %s', (_name, context, expected) => {
  expect(Object.fromEntries(sourceLabels(context))).toEqual(expected);
});
