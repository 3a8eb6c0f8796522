import { describe, expect, test } from '@jest/globals';
import { buildFault, registryFault } from '../../src/image/faults.ts';
import { failingInstruction, lastLines, pushFailed, refusedTag, troubleOf } from '../../src/image/trouble.ts';

const repositoryUri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop';

describe('troubleOf', () => {
  test.each([
    ['disk', 'write /var/lib/docker/tmp/x: no space left on device'],
    [
      'immutable',
      "tag invalid: The image tag 'v1' already exists in the 'shop' repository and cannot be overwritten because the tag is immutable.",
    ],
    ['missing', "name unknown: The repository with name 'shop' does not exist in the registry with id '123456789012'"],
    ['login', 'no basic auth credentials'],
    ['login', 'denied: Your authorization token has expired. Reauthenticate and try again.'],
    ['login', 'unauthorized: authentication required'],
    [
      'denied',
      'denied: User: arn:aws:sts::123456789012:assumed-role/r/s is not authorized to perform: ecr:InitiateLayerUpload on resource: arn',
    ],
    ['network', 'Get "https://x/v2/": dial tcp: lookup x: no such host'],
    ['network', 'Put "http://127.0.0.1:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused'],
    ['network', 'received unexpected HTTP status: 503 Service Unavailable'],
    ['network', 'toomanyrequests: Rate exceeded'],
    ['network', 'net/http: TLS handshake timeout'],
    ['network', 'Head "https://x/v2/a": EOF'],
    ['other', 'manifest invalid: manifest invalid'],
    ['other', 'sha256:5031aabcdef: Layer already exists'],
  ])('%s: %s', (trouble, line) => {
    expect(troubleOf(['The push refers to repository [x]', line])).toBe(trouble);
  });
});

describe('failingInstruction', () => {
  test.each([
    ['the classic builder', ['Step 1/3 : FROM scratch', 'Step 2/3 : RUN make', 'make: not found'], 'RUN make'],
    [
      'BuildKit, with the excerpt',
      [' > [2/2] RUN make:', 'Dockerfile:2', '   2 | >>> RUN make all', '-----'],
      'RUN make all',
    ],
    ['BuildKit, without the excerpt', ['------', ' > [build 2/4] RUN make:', '0.1 no'], 'RUN make'],
    ['neither', ['error during connect'], null],
  ])('%s', (_name, lines, expected) => {
    expect(failingInstruction(lines)).toBe(expected);
  });
});

describe('a build that pushes', () => {
  const own = [
    '#5 exporting to image',
    ' > exporting to image:',
    `ERROR: failed to build: failed to solve: failed to push ${repositoryUri}:v1: unexpected status: 403 Forbidden`,
  ];
  const engine = ['------', ` > pushing ${repositoryUri}:v2 with docker:`, '------', 'ERROR: failed to build: denied'];
  const broken = [
    ' > [2/2] RUN make:',
    'ERROR: failed to build: failed to solve: process "/bin/sh -c make" did not complete',
  ];
  test.each<[string, string[], boolean, string | null]>([
    ['pushed by BuildKit', own, true, 'v1'],
    ['pushed by the engine', engine, true, 'v2'],
    ['that did not come to its push', broken, false, null],
    ['whose instruction speaks of a push', ['#4 0.1 ERROR: failed to push some refs', ...broken], false, null],
    ['of another repository', ['ERROR: failed to push other/x:v1: denied'], true, null],
  ])('%s', (_name, lines, failed, tag) => {
    expect(pushFailed(lines)).toBe(failed);
    expect(refusedTag(lines, repositoryUri)).toBe(tag);
  });
});

test('a build whose cache could not be written says so', () => {
  const lines = [' > exporting cache to registry:', 'ERROR: failed to build: failed to solve: denied'];
  const fault = buildFault({ context: 'https://u:p@h/x.git', file: null }, lines);
  expect(fault).toMatchObject({ on: 'https://h/x.git', repair: expect.stringContaining("correct 'cache-to'") });
});

test('lastLines keeps the end and leaves blank lines out', () => {
  expect(lastLines(['a', '', 'b', ' ', 'c'], 2)).toBe('  b\n  c');
  expect(lastLines([], 2)).toBe('(Docker printed nothing)');
});

test('a failed build names the instruction and shows at most 20 lines', () => {
  const lines = [...Array.from({ length: 30 }, (_, index) => `line ${index}.`), 'Step 2/3 : RUN make'];
  const { why, on } = buildFault({ context: '/w', file: '/w/Dockerfile' }, lines);
  expect(on).toBe('/w/Dockerfile');
  expect(why).toContain('at `RUN make`');
  expect(why).toContain('line 11.');
  expect(why).not.toContain('line 10.');
});

test.each([
  [
    'denied',
    'denied: not authorized to perform: ecr:PutImage',
    '"Resource":"arn:aws:ecr:eu-west-1:123456789012:repository/shop"',
  ],
  ['missing', 'name unknown', 'aws ecr create-repository --repository-name shop'],
  ['disk', 'no space left on device', 'Free space'],
  ['network', 'connection refused', 'could not be reached'],
])('a push that fails (%s) tells the repair', (_name, line, repair) => {
  expect(registryFault('push the image', 'x', { repositoryUri }, [line]).repair).toContain(repair);
});

test('the ARN that DescribeRepositories told goes before the one from the URI', () => {
  const destination = {
    repositoryUri: '127.0.0.1:5000/shop',
    repositoryArn: 'arn:aws:ecr:eu-west-1:1:repository/shop',
  };
  expect(registryFault('push', 'x', destination, ['denied']).repair).toContain(
    '"arn:aws:ecr:eu-west-1:1:repository/shop"',
  );
});
