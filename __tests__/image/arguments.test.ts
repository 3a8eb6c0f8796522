import { describe, expect, test } from '@jest/globals';
import {
  type BuildCall,
  buildArguments,
  buildEnvironment,
  shownCommand,
  sourceLabels,
} from '../../src/image/arguments.ts';
import { noOptions } from './options.ts';

const plain: BuildCall = {
  ...noOptions,
  buildx: false,
  context: '/w',
  file: '/w/Dockerfile',
  target: null,
  buildArgs: new Map(),
  references: ['r/shop:c0ffee'],
  metadataFile: '/t/m.json',
};
const BUILDX =
  'buildx build --push --progress plain --metadata-file /t/m.json --provenance=false --sbom=false --file /w/Dockerfile';

describe('buildArguments', () => {
  test.each<[string, Partial<BuildCall>, string]>([
    ['the least', {}, 'build --file /w/Dockerfile --tag r/shop:c0ffee /w'],
    ['with buildx', { buildx: true }, `${BUILDX} --tag r/shop:c0ffee /w`],
    [
      'the Dockerfile of a remote context',
      { context: 'https://github.com/o/r.git#main', file: null },
      'build --tag r/shop:c0ffee https://github.com/o/r.git#main',
    ],
    [
      'what the classic builder knows too',
      { platforms: ['linux/arm64'], pull: true, noCache: true, network: 'host' },
      'build --file /w/Dockerfile --platform linux/arm64 --pull --no-cache --network host --tag r/shop:c0ffee /w',
    ],
    [
      'several platforms',
      { buildx: true, platforms: ['linux/amd64', 'linux/arm64'] },
      `${BUILDX} --platform linux/amd64,linux/arm64 --tag r/shop:c0ffee /w`,
    ],
    [
      'a builder and attestations',
      { buildx: true, builder: 'mine', provenance: 'mode=max', sbom: 'true' },
      'buildx build --builder mine --push --progress plain --metadata-file /t/m.json --provenance=mode=max --sbom=true ' +
        '--file /w/Dockerfile --tag r/shop:c0ffee /w',
    ],
    [
      'secrets by id only, files by path',
      {
        buildx: true,
        buildSecrets: new Map([
          ['npm', 's3cret'],
          ['gh', 't0ken'],
        ]),
        secretFiles: new Map([
          ['pip', '/w/pip.conf'],
          ['odd', '/w/a,"b'],
        ]),
      },
      BUILDX.replace(
        ' --file',
        ' --secret id=npm,env=ECS_BLUE_GREEN_SECRET_0 --secret id=gh,env=ECS_BLUE_GREEN_SECRET_1 ' +
          '--secret id=pip,src=/w/pip.conf --secret id=odd,"src=/w/a,""b" --file',
      ) + ' --tag r/shop:c0ffee /w',
    ],
    [
      'caches, contexts and ssh',
      {
        buildx: true,
        cacheFrom: ['type=gha', 'type=registry,ref=r/c'],
        cacheTo: ['type=gha,mode=max'],
        buildContexts: new Map([['alpine:3', 'docker-image://alpine:3.20']]),
        ssh: ['default', 'id=/w/key'],
      },
      BUILDX.replace(
        ' --file',
        ' --cache-from type=gha --cache-from type=registry,ref=r/c --cache-to type=gha,mode=max ' +
          '--build-context alpine:3=docker-image://alpine:3.20 --ssh default --ssh id=/w/key --file',
      ) + ' --tag r/shop:c0ffee /w',
    ],
    [
      'a build argument that has the name of a secret of ours',
      { buildArgs: new Map([['ECS_BLUE_GREEN_SECRET_0', 'x']]) },
      'build --file /w/Dockerfile --build-arg ECS_BLUE_GREEN_SECRET_0=x --tag r/shop:c0ffee /w',
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
    ['ECS_BLUE_GREEN_SECRET_0', 'not the secret'],
  ]);
  const buildSecrets = new Map([
    ['a', 'line one\nline two'],
    ['b', '2'],
  ]);
  expect(buildEnvironment({ ...plain, buildArgs, buildSecrets })).toEqual({
    TOKEN: 'a=b\nc',
    GOPROXY: 'https://u:p@h',
    ECS_BLUE_GREEN_SECRET_0: 'line one\nline two',
    ECS_BLUE_GREEN_SECRET_1: '2',
  });
});

test('shownCommand hides the value of a build argument, and only that', () => {
  const args = ['build', '--build-arg', 'http_proxy=http://u:p@h\nx', '--build-arg', 'A', '--label', 'a=b c', '/w'];
  expect(shownCommand(args)).toBe('docker build --build-arg http_proxy=*** --build-arg A --label "a=b c" /w');
});

test.each([
  [
    'type=s3,access_key_id=AKIA,secret_access_key=abc,region=x',
    'type=s3,access_key_id=***,secret_access_key=***,region=x',
  ],
  ['type=gha,token=t0ken', 'type=gha,token=***'],
  ['type=registry,ref=r/c:main', 'type=registry,ref=r/c:main'],
])('shownCommand hides what a cache is opened with: %s', (cache, shown) => {
  expect(shownCommand(['--cache-to', cache])).toBe(`docker --cache-to ${shown}`);
});

test('shownCommand hides the log-in of a URL', () => {
  expect(shownCommand(['--build-context', 'a=https://u:p@h/x', 'https://t@github.com/o/r'])).toBe(
    'docker --build-context a=https://***@h/x https://***@github.com/o/r',
  );
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
