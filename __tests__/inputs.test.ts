import { describe, expect, test } from '@jest/globals';

import { InputError, type InputFault } from '../src/errors.ts';
import { variableOf } from '../src/inputs/reading.ts';
import { type DeployInputs, type Inputs } from '../src/inputs/types.ts';
import { readInputs } from '../src/inputs.ts';
import { noOptions } from './image/options.ts';

type Given = Record<string, string>;

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

function environment(given: Given): Given {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [variableOf(name), value]));
}

/** The smallest step, with what the case adds. */
async function read(given: Given): Promise<DeployInputs> {
  const inputs = await readInputs(environment({ service: 'web', ...given }));
  if (inputs.mode !== 'deploy') throw new Error(`read as mode ${inputs.mode}`);
  return inputs;
}

const readAny = (given: Given): Promise<Inputs> => readInputs(environment({ service: 'web', ...given }));

async function faultsOf(given: Given): Promise<readonly InputFault[]> {
  const thrown = await readAny(given).catch((error: unknown) => error);
  if (!(thrown instanceof InputError)) {
    throw new Error('The inputs were read without a fault.');
  }
  return thrown.faults;
}

describe('what is read', () => {
  test('the shortest step: everything else is what is live', async () => {
    expect(await read({})).toEqual({
      mode: 'deploy',
      source: { kind: 'none' },
      definition: { kind: 'live' },
      changes: {
        containerName: null,
        images: new Map(),
        environment: new Map(),
        secrets: new Map(),
        dockerLabels: new Map(),
        command: null,
        logDriver: null,
        logOptions: new Map(),
      },
      cluster: 'default',
      service: 'web',
      codedeploy: { appspec: null, application: null, group: null, config: null, description: null },
      waiting: { until: 'traffic-shifted', marginMinutes: 30, maxDelaySeconds: 30, maxRetries: 8 },
      forceNewDeployment: false,
      failOnSeverity: null,
      control: { onCancel: 'rollback', onTimeout: 'rollback', maxTaskFailures: null },
      smokeTest: null,
      ifInProgress: 'wait',
      allowOlder: false,
      ignoreAlarms: false,
      runTask: null,
      matrix: '',
    });
  });

  test('what the operator can set', async () => {
    const { control, smokeTest, ifInProgress, allowOlder, ignoreAlarms } = await read({
      'on-cancel': 'leave',
      'on-timeout': 'rollback-always',
      'max-task-failures': '0',
      'smoke-test': 'curl --fail "$TEST_URL"\n',
      'smoke-test-minutes': '3',
      'if-deployment-in-progress': 'replace',
      'allow-older': 'true',
      'ignore-alarms': 'true',
    });
    expect(control).toEqual({ onCancel: 'leave', onTimeout: 'rollback-always', maxTaskFailures: 0 });
    expect(smokeTest).toEqual({ command: 'curl --fail "$TEST_URL"\n', minutes: 3 });
    expect([ifInProgress, allowOlder, ignoreAlarms]).toEqual(['replace', true, true]);
  });

  test('a build', async () => {
    const { source } = await read({
      repository: ' shop/web ',
      context: 'app',
      file: 'app/Dockerfile.prod',
      target: 'runtime',
      'build-args': 'A=1==\nB=',
      tags: 'latest, v1.2\n\nlatest',
    });
    expect(source).toEqual({
      kind: 'build',
      repository: 'shop/web',
      context: 'app',
      file: 'app/Dockerfile.prod',
      target: 'runtime',
      buildArgs: new Map([
        ['A', '1=='],
        ['B', ''],
      ]),
      tags: ['latest', 'v1.2'],
      ...noOptions,
    });
  });

  test('all that a build takes', async () => {
    const { source, failOnSeverity } = await read({
      repository: 'shop',
      tags: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1\nmain',
      platforms: 'linux/amd64, linux/arm64\nlinux/arm/v7',
      'build-secrets': 'NPM=a=b,c\n"KEY=-----BEGIN-----\nab ""c""\n-----END-----"\n',
      'secret-files': 'pip=./pip.conf',
      'cache-from': 'type=gha,scope=a\ntype=registry,ref=r/c:1',
      'cache-to': 'type=gha,mode=max',
      'build-contexts': 'base=../base\nalpine:3=docker-image://alpine:3.20',
      labels: 'org.opencontainers.image.title=A "shop"\n# none\nx=1',
      ...{ pull: 'true', 'no-cache': 'true', builder: 'b-1', network: 'host', ssh: 'default,id=key' },
      ...{ provenance: 'mode=max', sbom: 'true', 'existing-image': 'fail', 'fail-on-severity': 'high' },
    });
    expect(failOnSeverity).toBe('HIGH');
    expect(source).toMatchObject({
      tags: ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1', 'main'],
      platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
      buildSecrets: new Map([
        ['NPM', 'a=b,c'],
        ['KEY', '-----BEGIN-----\nab "c"\n-----END-----'],
      ]),
      secretFiles: new Map([['pip', './pip.conf']]),
      cacheFrom: ['type=gha,scope=a', 'type=registry,ref=r/c:1'],
      cacheTo: ['type=gha,mode=max'],
      buildContexts: new Map([
        ['base', '../base'],
        ['alpine:3', 'docker-image://alpine:3.20'],
      ]),
      labels: new Map([
        ['org.opencontainers.image.title', 'A "shop"'],
        ['x', '1'],
      ]),
      ...{ pull: true, noCache: true, builder: 'b-1', network: 'host', ssh: ['default', 'id=key'] },
      ...{ provenance: 'mode=max', sbom: 'true', existingImage: 'fail' },
    });
  });

  test.each([
    'shop:v1',
    `shop/web@${DIGEST}`,
    `shop:v1@${DIGEST}`,
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1',
    'localhost:5000/shop:v1',
    'public.ecr.aws/nginx/nginx:1.27',
  ])('the image %s', async (image) => {
    expect((await read({ image })).source).toEqual({ kind: 'given', reference: image });
  });

  test('images for several containers', async () => {
    const { changes } = await read({ repository: 'shop', images: 'web=built\nproxy=nginx:1.27' });
    expect(changes.images).toEqual(
      new Map<string, unknown>([
        ['web', { kind: 'built' }],
        ['proxy', { kind: 'given', reference: 'nginx:1.27' }],
      ]),
    );
  });

  test.each<[text: string, definition: DeployInputs['definition']]>([
    ['taskdef.json', { kind: 'file', path: 'taskdef.json' }],
    ['taskdef.YML', { kind: 'file', path: 'taskdef.YML' }],
    ['deploy/web', { kind: 'file', path: 'deploy/web' }],
    ['./web', { kind: 'file', path: './web' }],
    ['deploy\\web', { kind: 'file', path: 'deploy\\web' }],
    ['web', { kind: 'reference', reference: 'web' }],
    ['web:12', { kind: 'reference', reference: 'web:12' }],
    [
      'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:12',
      { kind: 'reference', reference: 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:12' },
    ],
  ])('the task definition %s', async (text, definition) => {
    const inputs = await read({ 'task-definition': text });
    expect(inputs.definition).toEqual(definition);
    expect(inputs.source).toEqual({ kind: 'none' });
  });

  test('the changes to a container', async () => {
    const { changes } = await read({
      'container-name': 'web',
      'environment-variables': 'KEY: |\n  -----BEGIN KEY-----\n  abc==\n  -----END KEY-----\n',
      secrets: 'DB=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::\nAPI= /shop/api',
      'docker-labels': 'rule=Host(`a`) && Query(`x=1`)',
      command: "sh -c 'a && b'",
      'log-configuration-log-driver': 'awslogs',
      'log-configuration-options': '{"awslogs-group": "/ecs/web"}',
    });
    expect(changes).toEqual({
      containerName: 'web',
      images: new Map(),
      environment: new Map([['KEY', '-----BEGIN KEY-----\nabc==\n-----END KEY-----\n']]),
      secrets: new Map([
        ['DB', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::'],
        ['API', '/shop/api'],
      ]),
      dockerLabels: new Map([['rule', 'Host(`a`) && Query(`x=1`)']]),
      command: ['sh', '-c', 'a && b'],
      logDriver: 'awslogs',
      logOptions: new Map([['awslogs-group', '/ecs/web']]),
    });
  });

  test.each<[given: Given, until: string]>([
    [{}, 'traffic-shifted'],
    [{ 'wait-for': 'test-ready' }, 'test-ready'],
    [{ 'wait-for-service-stability': 'true' }, 'completed'],
    [{ 'wait-for-service-stability': 'FALSE' }, 'none'],
    [{ 'wait-for-service-stability': 'true', 'wait-for': 'completed' }, 'completed'],
    [{ 'wait-for-service-stability': 'false', 'wait-for': 'none' }, 'none'],
  ])('the end of the wait: %j', async (given, until) => {
    expect((await read(given)).waiting.until).toBe(until);
  });

  test('numbers at their limits', async () => {
    const least = await read({ 'wait-for-minutes': '0', 'wait-max-delay-seconds': '1', 'max-retries': '0' });
    expect(least.waiting).toMatchObject({ marginMinutes: 0, maxDelaySeconds: 1, maxRetries: 0 });
    const most = await read({ 'wait-for-minutes': '2880', 'wait-max-delay-seconds': '3600', 'max-retries': '50' });
    expect(most.waiting).toMatchObject({ marginMinutes: 2880, maxDelaySeconds: 3600, maxRetries: 50 });
  });

  test('service and cluster as ARNs', async () => {
    const cluster = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop';
    const service = 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web';
    expect(await read({ cluster, service })).toMatchObject({ cluster, service });
  });

  test('the matrix is a short digest, the same for the same values', async () => {
    const [one, again, other] = await Promise.all(
      ['{"os":"a"}', ' {"os":"a"}\n', '{"os":"b"}'].map(async (matrix) => (await read({ matrix })).matrix),
    );
    expect(one).toMatch(/^[0-9a-f]{8}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect((await read({ matrix: 'null' })).matrix).toBe('');
  });

  test('other variables and other inputs do not matter', async () => {
    const plain = await read({});
    expect(await read({ 'dry-run': 'true', role: 'x', 'run-task': 'False', 'propagate-tags': 'NONE' })).toEqual(plain);
    expect(await readInputs({ INPUT_SERVICE: 'web', PATH: '/bin', INPUT_: 'x' })).toEqual(plain);
  });
});

describe('what is refused', () => {
  test.each<[given: Given, input: string, received: string, allowed: RegExp]>([
    [{ service: '' }, 'service', 'nothing', /name or ARN of the ECS service/],
    [{ service: '', 'codedeploy-appspec': 'appspec.yaml' }, 'service', 'nothing', /without one nothing is done/],
    [{ service: 'a b' }, 'service', '"a b"', /ECS service/],
    [{ cluster: 'a/b' }, 'cluster', '"a/b"', /ECS cluster/],
    [{ service: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web' }, 'cluster', '"default"', /'shop', the cluster/],
    [{ repository: 'shop:v1' }, 'repository', '"shop:v1"', /without tag or digest/],
    [{ repository: 'Shop' }, 'repository', '"Shop"', /lower case/],
    [{ repository: 'shop', image: 'shop:v1' }, 'image', '"shop:v1"', /no value together with 'repository'/],
    [{ image: DIGEST }, 'image', `"${DIGEST}"`, /repository in front/],
    [{ image: 'shop@sha256:12' }, 'image', '"shop@sha256:12"', /image reference/],
    [{ image: 'a b' }, 'image', '"a b"', /image reference/],
    [{ file: 'Dockerfile' }, 'file', '"Dockerfile"', /no value without 'repository'/],
    [{ context: 'app' }, 'context', '"app"', /no value without 'repository'/],
    [{ repository: 'shop', tags: 'reg/shop' }, 'tags', '"reg/shop"', /only the part after/],
    [{ platforms: 'linux/amd64' }, 'platforms', '"linux/amd64"', /no value without 'repository'/],
    [{ pull: 'true' }, 'pull', '"true"', /no value without 'repository'/],
    [{ repository: 'shop', platforms: 'amd64' }, 'platforms', '"amd64"', /'linux\/arm\/v7'/],
    [{ repository: 'shop', 'secret-files': 'a=' }, 'secret-files', '"a="', /line 1 is not/],
    [
      { repository: 'shop', 'secret-files': 'a=f', 'build-secrets': 'a=s3cret' },
      'secret-files',
      '"a=f"',
      /'a' is in both/,
    ],
    [{ repository: 'shop', labels: 'a=1\na=2' }, 'labels', '"a=1\\na=2"', /each name once; line 2/],
    [{ repository: 'shop', ssh: '--x' }, 'ssh', '"--x"', /as 'default' or 'id=path'/],
    [{ repository: 'shop', builder: '--x' }, 'builder', '"--x"', /name of a buildx builder/],
    [{ repository: 'shop', network: '-h' }, 'network', '"-h"', /network mode/],
    [{ repository: 'shop', provenance: 'max' }, 'provenance', '"max"', /'mode=max'/],
    [{ repository: 'shop', 'existing-image': 'keep' }, 'existing-image', '"keep"', /'reuse', 'rebuild', 'fail'/],
    [{ repository: 'shop', 'fail-on-severity': 'bad' }, 'fail-on-severity', '"bad"', /'CRITICAL', 'HIGH'/],
    [{ 'fail-on-severity': 'high' }, 'fail-on-severity', '"high"', /no value without/],
    [{ images: 'web=built' }, 'images', '"web=built"', /'built' only with 'repository'/],
    [{ images: 'web=' }, 'images', '"web="', /for each container/],
    [{ 'container-name': 'web', image: 'a:1', images: 'web=b:1' }, 'images', '"web=b:1"', /one image for a container/],
    [{ 'container-name': 'a, b' }, 'container-name', '"a, b"', /several containers go in 'images'/],
    [{ 'task-definition': 'my file' }, 'task-definition', '"my file"', /a file/],
    [{ 'task-definition': 'web:0' }, 'task-definition', '"web:0"', /family:revision/],
    [
      { 'task-definition': 'arn:aws:ecs:x:***:task-definition/a:1' },
      'task-definition',
      '"arn:aws:ecs:x:***:task-definition/a:1"',
      /or family:revision/,
    ],
    [{ command: "it's" }, 'command', '"it\'s"', /every quote is closed/],
    [{ 'wait-for': 'stable' }, 'wait-for', '"stable"', /'none', 'test-ready', 'traffic-shifted', 'completed'/],
    [{ 'wait-for-service-stability': 'yes' }, 'wait-for-service-stability', '"yes"', /'true' or 'false'/],
    [
      { 'wait-for-service-stability': 'true', 'wait-for': 'none' },
      'wait-for-service-stability',
      '"true"',
      /contradicts/,
    ],
    [
      { 'wait-for-service-stability': 'false', 'wait-for': 'traffic-shifted' },
      'wait-for-service-stability',
      '"false"',
      /contradicts/,
    ],
    [{ 'force-new-deployment': 'yes' }, 'force-new-deployment', '"yes"', /'true' or 'false'/],
    ...['30x', '-1', '1e3', '1.5', '0x10', '2881', '99999999999'].map((text): [Given, string, string, RegExp] => [
      { 'wait-for-minutes': text },
      'wait-for-minutes',
      `"${text}"`,
      /from 0 to 2880/,
    ]),
    [{ 'wait-max-delay-seconds': '0' }, 'wait-max-delay-seconds', '"0"', /from 1 to 3600/],
    [{ 'max-retries': '51' }, 'max-retries', '"51"', /from 0 to 50/],
    [{ 'desired-count': '3' }, 'desired-count', '"3"', /update-service --desired-count/],
    [{ 'env-files': 'arn:aws:s3:::b/c.env' }, 'env-files', '"arn:aws:s3:::b/c.env"', /environmentFiles/],
    [{ servce: 'web' }, 'servce', 'an input of that name', /did you mean 'service'\?/],
  ])('%j', async (given, input, received, allowed) => {
    expect(await faultsOf(given)).toEqual([{ input, received, allowed: expect.stringMatching(allowed) }]);
  });

  test.each<[given: Given, input: string, received: RegExp, allowed: RegExp]>([
    [{ repository: 'shop', 'build-args': 'A=1\nhunter2' }, 'build-args', /not shown.*line 2/, /line 2 is neither/],
    [{ repository: 'shop', 'build-secrets': 'hunter2' }, 'build-secrets', /not shown.*line 1/, /line 1 is not/],
    [
      { repository: 'shop', 'build-secrets': 'a=1\n"b=hunter2\nx' },
      'build-secrets',
      /line 2/,
      /quote that does not end/,
    ],
    [{ repository: 'shop', 'build-secrets': 'hunter 2=x' }, 'build-secrets', /not shown/, /with an id of letters/],
    [{ repository: 'shop', 'cache-to': '-hunter2' }, 'cache-to', /not shown/, /one cache a line/],
    [{ 'environment-variables': 'A: "hunter2' }, 'environment-variables', /not shown/, /as YAML it fails/],
    [{ 'environment-variables': '{"A": hunter2}' }, 'environment-variables', /not shown/, /valid JSON/],
    [{ secrets: 'A=hunter2 is it' }, 'secrets', /not shown/, /never the secret itself; entry 1/],
    [{ secrets: 'A=/hunter2', 'environment-variables': 'A=1' }, 'secrets', /not shown/, /entry 1 is in both/],
    [{ 'log-configuration-options': 'hunter2' }, 'log-configuration-options', /not shown/, /line 1/],
    [{ build_args: 'A=hunter2' }, 'build_args', /an input of that name/, /did you mean 'build-args'/],
  ])('never repeats what may be a secret: %j', async (given, input, received, allowed) => {
    const faults = await faultsOf(given);
    expect(faults).toEqual([
      { input, received: expect.stringMatching(received), allowed: expect.stringMatching(allowed) },
    ]);
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });

  test('all faults come together', async () => {
    const faults = await faultsOf({ service: '', 'max-retries': 'x', 'wait-for': 'y', image: 'Z', tagz: 'a' });
    expect(faults.map(({ input }) => input)).toEqual(['tagz', 'service', 'wait-for', 'max-retries', 'image']);
  });

  test('what was received is cut, and cannot act on a log', async () => {
    const [fault] = await faultsOf({ image: `::error::\n\u001b[31m\u202e${'x'.repeat(300)}` });
    expect(fault?.received).toMatch(/^"::error::\\n\\u001b\[31m\\u202ex{84}…" \(316 characters\)$/);
  });
});
