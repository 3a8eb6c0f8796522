import { describe, expect, test } from '@jest/globals';
import { type DescribedTaskDefinition } from '../../src/ports/aws/aws.ts';
import { AwsCallError, type AwsErrorKind } from '../../src/ports/aws/error.ts';
import { type LoadedDefinition } from '../../src/task-definition/definition.ts';
import { fromDescribed, loadDefinition, revisionName } from '../../src/task-definition/load.ts';
import { ARN } from './given.ts';

const CONTAINERS = [{ name: 'web', image: 'nginx' }];
const BODY = { family: 'web', containerDefinitions: CONTAINERS };
const unasked = { describeTaskDefinition: () => Promise.reject(new Error('ECS was asked')) };

function loadFile(text: string | null, path = 'ecs/taskdef.json'): Promise<LoadedDefinition> {
  const readFile = (absolute: string): Promise<string | null> =>
    Promise.resolve(absolute === '/workspace/ecs/taskdef.json' || absolute === `/workspace/${path}` ? text : null);
  return loadDefinition({ kind: 'file', path }, { ecs: unasked, readFile, workspace: '/workspace' });
}

describe('files', () => {
  test.each<[string, string, string]>([
    ['JSON', 'taskdef.json', JSON.stringify(BODY)],
    ['JSON without an ending', 'taskdef', ` \n${JSON.stringify(BODY)}`],
    ['JSON named as YAML', 'taskdef.yaml', JSON.stringify(BODY)],
    ['YAML', 'taskdef.yaml', 'family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n'],
    ['YAML without an ending', 'taskdef', '# ours\nfamily: web\ncontainerDefinitions: [{ name: web, image: nginx }]'],
    [
      'YAML that begins like JSON',
      'taskdef.yml',
      '{ family: web, containerDefinitions: [{ name: web, image: nginx, }] }',
    ],
    [
      'YAML with merge keys',
      't.yml',
      'family: web\nx: &c { name: web }\ncontainerDefinitions: [{ <<: *c, image: nginx }]',
    ],
  ])('%s', async (name, path, text) => {
    const { body, ...rest } = await loadFile(text, path);
    expect(rest).toEqual({ tags: [], origin: path, arn: null });
    expect(body).toMatchObject(BODY);
    if (!name.includes('merge')) expect(Object.keys(body)).toEqual(['family', 'containerDefinitions']);
  });

  test('an absolute path is used as it is', async () => {
    const asked: string[] = [];
    const readFile = (path: string): Promise<string> => Promise.resolve(asked.push(path) ? JSON.stringify(BODY) : '');
    await loadDefinition(
      { kind: 'file', path: '/etc/taskdef.json' },
      { ecs: unasked, readFile, workspace: '/workspace' },
    );
    expect(asked).toEqual(['/etc/taskdef.json']);
  });

  test('what describe-task-definition prints is unwrapped, its tags kept, aws:* dropped', async () => {
    const tags = [
      { key: 'team', value: 'shop' },
      { key: 'aws:cloudformation:stack-name', value: 'x' },
      { key: 'AWS:other', value: 'x' },
      { Key: 'cost', Value: '1' },
      { key: 'empty', value: '' },
      { key: 'none' },
    ];
    const loaded = await loadFile(JSON.stringify({ taskDefinition: { ...BODY, revision: 3 }, tags }));
    expect(loaded.body).toEqual({ ...BODY, revision: 3 });
    expect(loaded.tags).toEqual([
      { key: 'team', value: 'shop' },
      { key: 'cost', value: '1' },
      { key: 'empty', value: '' },
      { key: 'none', value: '' },
    ]);
  });

  test('tags inside the definition, and tags: null', async () => {
    const inside = await loadFile(JSON.stringify({ ...BODY, tags: [{ key: 'a', value: 'b' }] }));
    expect(inside).toMatchObject({ body: BODY, tags: [{ key: 'a', value: 'b' }] });
    expect(inside.body).not.toHaveProperty('tags');
    expect((await loadFile(JSON.stringify({ ...BODY, tags: null }))).tags).toEqual([]);
  });

  test('YAML keeps as typed what ECS takes as a string, and only that', async () => {
    const yaml = [
      'family: web',
      'cpu: 256',
      'memory: 0512',
      'containerDefinitions:',
      '  - name: 007',
      '    cpu: 10',
      '    essential: yes',
      '    readonlyRootFilesystem: true',
      '    command: [sleep, 1.10, true]',
      '    environment:',
      '      - { name: A, value: 1.10 }',
      '      - { name: B, value: 0123 }',
      '      - { name: C, value: 12345678901234567890 }',
      '      - { name: NO, value: false }',
      '      - name: PEM',
      '        value: |',
      '          -----BEGIN-----',
      '          a=b #c',
      '    dockerLabels: { 1.0: 2.0 }',
      '    portMappings: [{ containerPort: 80 }]',
    ].join('\n');
    const { body } = await loadFile(yaml, 'taskdef.yml');
    expect(body).toEqual({
      family: 'web',
      cpu: '256',
      memory: '0512',
      containerDefinitions: [
        {
          name: '007',
          cpu: 10,
          essential: 'yes',
          readonlyRootFilesystem: true,
          command: ['sleep', '1.10', 'true'],
          environment: [
            { name: 'A', value: '1.10' },
            { name: 'B', value: '0123' },
            { name: 'C', value: '12345678901234567890' },
            { name: 'NO', value: 'false' },
            { name: 'PEM', value: '-----BEGIN-----\na=b #c\n' },
          ],
          dockerLabels: { '1.0': '2.0' },
          portMappings: [{ containerPort: 80 }],
        },
      ],
    });
  });
});

describe('files that cannot be used', () => {
  test.each<[string, string | null, string, RegExp]>([
    ['no such file', null, 'ecs/nowhere.json', /there is no file \/workspace\/ecs\/nowhere\.json/],
    ['an empty file', '', 'a.json', /line 1, column 1: the text ends too early/],
    ['an empty YAML file', '', 'a.yml', /has no family/],
    [
      'broken JSON',
      '{\n  "family": "web",\n  "x": hidden\n}',
      'a.json',
      /\(a\.json\): line 3, column 8: expected a value/,
    ],
    ['JSON with a comma too many', '{"a": 1,\n}', 'a.json', /line 2, column 1/],
    ['a member twice in JSON', '{"a": 1, "a": 2}', 'a.json', /line 1, column 10: member "a" is given twice/],
    ['a member twice in YAML', 'a: 1\nb: 2\na: 3', 'a.yml', /line 3, column 1: a member is given twice/],
    ['a number that would change', '{"a": 12345678901234567890}', 'a.json', /too large to be kept exactly/],
    ['a number that would change, in YAML', 'x: 12345678901234567890', 'a.yml', /cannot be kept exactly/],
    ['broken YAML', 'family: web\nbad: "hidden', 'a.yml', /\(a\.yml\): line 2, column \d+: /],
    ['a tag', 'family: !Ref Hidden', 'a.yml', /line 1, column 9: a tag \(like !Ref\) is used/],
    ['no definition', '[1]', 'a.json', /has no family/],
    ['no containers', '{"family": "web", "containerDefinitions": []}', 'a.json', /has no containerDefinitions/],
    [
      'a container that is none',
      '{"family": "web", "containerDefinitions": [{"name": "a"}, 1]}',
      'a.json',
      /not a container/,
    ],
    ['a nameless container', '{"family": "web", "containerDefinitions": [{}]}', 'a.json', /has no name/],
    [
      'two of one name',
      '{"family": "w", "containerDefinitions": [{"name": "a"}, {"name": "a"}]}',
      'a.json',
      /two of its containers are named 'a'/,
    ],
    ['tags as a map', JSON.stringify({ ...BODY, tags: { a: 'hidden' } }), 'a.json', /tags are not a list/],
    ['a tag without key', JSON.stringify({ ...BODY, tags: [{ value: 'hidden' }] }), 'a.json', /one of its tags is not/],
  ])('%s', async (_, text, path, message) => {
    const loading = loadFile(text, path);
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toMatchObject({ name: 'StepError', fault: { on: path } });
    await expect(loading).rejects.not.toThrow(/hidden/i);
  });
});

describe('revisions', () => {
  const described: DescribedTaskDefinition = {
    arn: ARN,
    definition: { ...BODY, revision: 12, unheardOf: [] },
    tags: [{ key: 'a', value: 'b' }, { key: 'aws:x', value: 'y' }, { key: 'c' }],
  };

  test.each(['web', 'web:12', ARN])('%s is asked for as it is', async (reference) => {
    const asked: string[] = [];
    const describeTaskDefinition = (name: string): Promise<DescribedTaskDefinition> => {
      asked.push(name);
      return Promise.resolve(described);
    };
    const readFile = (): Promise<null> => Promise.reject(new Error('a file was read'));
    const ports = { ecs: { describeTaskDefinition }, readFile, workspace: '/workspace' };
    expect(await loadDefinition({ kind: 'reference', reference }, ports)).toEqual(fromDescribed(described));
    expect(asked).toEqual([reference]);
  });

  test('fromDescribed keeps every member', () => {
    expect(fromDescribed(described)).toEqual({
      body: described.definition,
      tags: [
        { key: 'a', value: 'b' },
        { key: 'c', value: '' },
      ],
      origin: 'web:12',
      arn: ARN,
    });
  });

  test('revisionName is free of the account', () => {
    expect(revisionName(ARN)).toBe('web:12');
    expect(revisionName('web:12')).toBe('web:12');
  });

  test.each<[AwsErrorKind, string, string]>([
    ['other', 'ClientException', 'StepError'],
    ['throttled', 'ThrottlingException', 'AwsCallError'],
    ['credentials', 'ExpiredTokenException', 'AwsCallError'],
    ['denied', 'AccessDeniedException', 'AwsCallError'],
  ])('%s: %s is thrown as %s', async (kind, code, name) => {
    const call = { service: 'ecs', operation: 'DescribeTaskDefinition', on: 'nope' };
    const error = new AwsCallError(call, { kind, code, message: 'Unable to describe task definition.' });
    const ports = {
      ecs: { describeTaskDefinition: () => Promise.reject(error) },
      readFile: () => Promise.resolve(null),
      workspace: '/workspace',
    };
    const loading = loadDefinition({ kind: 'reference', reference: 'nope' }, ports);
    await expect(loading).rejects.toMatchObject({ name });
    if (name === 'StepError') {
      await expect(loading).rejects.toMatchObject({
        fault: { on: 'nope', why: 'ECS answered ClientException: Unable to describe task definition.' },
        cause: error,
      });
    }
  });
});
