import { describe, expect, test } from '@jest/globals';
import { type AppSpecFile, loadAppSpec } from '../../src/appspec/load.ts';

const YAML = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: web
          ContainerPort: 8080
        PlatformVersion: 1.4.0
        NetworkConfiguration:
          AwsvpcConfiguration:
            Subnets: [subnet-1, subnet-2]
            SecurityGroups: [sg-1]
            AssignPublicIp: DISABLED
        CapacityProviderStrategy:
          - Base: 1
            CapacityProvider: FARGATE_SPOT
            Weight: 4
          - CapacityProvider: FARGATE
Hooks:
  - BeforeInstall: check
  - AfterAllowTraffic: arn:aws:lambda:eu-west-1:1:function:after
`;

const MINIMAL = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }
`;

const SERVICE = {
  containerName: 'web',
  containerPort: 80,
  platformVersion: null,
  network: null,
  capacityProviders: null,
  hooks: [],
};

function loadText(text: string, path = 'appspec.yaml'): Promise<AppSpecFile | null> {
  return loadAppSpec(path, '/workspace', (file) => Promise.resolve(file === `/workspace/${path}` ? text : null));
}

/** MINIMAL with one line replaced. */
function edited(line: string, by: string): string {
  const text = MINIMAL.replace(line, by);
  if (text === MINIMAL) throw new Error(`no such line: ${line}`);
  return text;
}

function withProperties(...lines: readonly string[]): string {
  return MINIMAL + lines.map((line) => `        ${line}\n`).join('');
}

describe('where it is', () => {
  test.each([
    ['the path that is given', 'ecs/spec.yml', ['ecs/spec.yml', 'appspec.yaml'], 'ecs/spec.yml'],
    ['appspec.yaml first', null, ['appspec.yaml', 'appspec.yml'], 'appspec.yaml'],
    ['then appspec.yml', null, ['appspec.yml'], 'appspec.yml'],
    ['nowhere', null, [], undefined],
  ])('%s', async (_, path, files, found) => {
    const readFile = (file: string): Promise<string | null> =>
      Promise.resolve(files.some((name) => file === `/workspace/${name}`) ? MINIMAL : null);
    expect((await loadAppSpec(path, '/workspace', readFile))?.path).toBe(found);
  });

  test('a path that is given must be there', async () => {
    const loading = loadAppSpec('spec.yaml', '/workspace', () => Promise.resolve(null));
    await expect(loading).rejects.toThrow('there is no file /workspace/spec.yaml');
  });
});

describe('read whole', () => {
  test('YAML', async () => {
    expect((await loadText(YAML))?.service).toEqual({
      containerName: 'web',
      containerPort: 8080,
      platformVersion: '1.4.0',
      network: {
        AwsvpcConfiguration: {
          Subnets: ['subnet-1', 'subnet-2'],
          SecurityGroups: ['sg-1'],
          AssignPublicIp: 'DISABLED',
        },
      },
      capacityProviders: [
        { Base: 1, CapacityProvider: 'FARGATE_SPOT', Weight: 4 },
        { Base: 0, CapacityProvider: 'FARGATE', Weight: 0 },
      ],
      hooks: [
        ['BeforeInstall', 'check'],
        ['AfterAllowTraffic', 'arn:aws:lambda:eu-west-1:1:function:after'],
      ],
    });
  });

  test('keys in any case give the same, and the document keeps its spelling', async () => {
    const lower = YAML.replace(/^[ -]*\w+(?=:)/gm, (key) => key.toLowerCase());
    const loaded = await loadText(lower);
    expect(loaded?.service).toEqual((await loadText(YAML))?.service);
    expect(Object.keys(loaded?.document ?? {})).toEqual(['version', 'resources', 'hooks']);
  });

  test.each<[string, string]>([
    ['the least', MINIMAL],
    ['version as text', edited('0.0', '"0.0"')],
    ['version 0', edited('0.0', '0')],
    ['empty hooks', `${MINIMAL}Hooks:\n`],
    ['no hooks', `${MINIMAL}Hooks: []\n`],
    ['an empty strategy', withProperties('CapacityProviderStrategy: []')],
    ['empty members', withProperties('PlatformVersion:', 'NetworkConfiguration: null')],
    ['members of later versions', withProperties('Future: { a: 1 }')],
    [
      'JSON',
      JSON.stringify({
        version: 0,
        Resources: [
          {
            T: {
              Type: 'AWS::ECS::Service',
              Properties: { LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 } },
            },
          },
        ],
      }),
    ],
    [
      "JSON with the sample's version",
      '{"version": 0.0, "Resources": [{"T": {"Type": "AWS::ECS::Service", "Properties": {"LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 80}}}}]}',
    ],
  ])('%s', async (_, text) => {
    expect((await loadText(text))?.service).toEqual(SERVICE);
  });

  test('several hooks in one map, in any case', async () => {
    const loaded = await loadText(`${MINIMAL}Hooks:\n  - beforeinstall: a\n    AFTERINSTALL: b\n`);
    expect(loaded?.service.hooks).toEqual([
      ['BeforeInstall', 'a'],
      ['AfterInstall', 'b'],
    ]);
  });
});

describe('refused, with the line and the repair', () => {
  const TWO = `${MINIMAL}  - Other:\n      Type: AWS::ECS::Service\n`;
  const port = (value: string): string => edited('ContainerPort: 80', `ContainerPort: ${value}`);

  test.each<[string, string, RegExp]>([
    ['two resources', TWO, /line 7: Resources has 2 resources.* Keep the resource of this service/],
    [
      'two names in one resource',
      edited('      Type', '    Type')
        .replace('      Properties', '    Properties')
        .replace('TargetService:\n', 'TargetService:\n'),
      /line 3: one resource has several names: TargetService, Type, Properties\. Indent/,
    ],
    ['no resource', 'version: 0.0\nResources: []', /line 2: Resources has no resource/],
    ['resources that are no list', 'version: 0.0\nResources:\n  T: {}', /line 3: Resources is a map/],
    ['Resources missing', 'version: 0.0', /line 1: Resources is missing/],
    ['an empty resource', 'version: 0.0\nResources:\n  - T:\n', /line 3: T is empty/],
    ['a resource that is no map', 'version: 0.0\nResources:\n  - T\n', /line 3: the resource is the text "T"/],
    [
      'another Type',
      edited('AWS::ECS::Service', 'AWS::Lambda::Function'),
      /line 4: Type is the text "AWS::Lambda::Function"\. Write Type: AWS::ECS::Service/,
    ],
    ['Type missing', edited('      Type: AWS::ECS::Service\n', ''), /line 4: Type is missing/],
    ['Properties missing', 'version: 0.0\nResources: [{ T: { Type: "AWS::ECS::Service" } }]', /Properties is missing/],
    [
      'Properties that are no map',
      edited('        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }\n', '        - 1\n'),
      /Properties is a list/,
    ],
    ['another version', edited('0.0', '1.0'), /line 1: version is 1\. Write version: 0\.0/],
    ['version missing', edited('version: 0.0\n', ''), /version is missing/],
    ['version as a word', edited('0.0', 'latest'), /version is the text "latest"/],
    [
      'a port in quotes',
      port('"80"'),
      /line 6: ContainerPort is the text "80", which is no port number\. Write 80 without quotes/,
    ],
    ['a port that is no number', port('http'), /line 6: ContainerPort is the text "http"/],
    ['a port that is a fraction', port('80.5'), /ContainerPort is 80\.5/],
    ['port 0', port('0'), /ContainerPort is 0,/],
    ['a port too large', port('65536'), /ContainerPort is 65536/],
    ['a port missing', edited(', ContainerPort: 80', ''), /ContainerPort is missing/],
    ['a container that is no text', edited('ContainerName: web', 'ContainerName: 1'), /ContainerName is 1, not text/],
    [
      'LoadBalancerInfo missing',
      edited('        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }', '        TaskDefinition: x'),
      /line 6: LoadBalancerInfo is missing/,
    ],
    ['TaskDefinition as a map', withProperties('TaskDefinition: { Ref: x }'), /line 7: TaskDefinition is a map/],
    [
      'a platform that is a number',
      withProperties('PlatformVersion: 1.4'),
      /PlatformVersion is 1\.4, not text\. Write it in quotes/,
    ],
    [
      'an unknown hook',
      `${MINIMAL}Hooks:\n  - BeforeAllowTestTraffic: fn\n`,
      /line 8: 'BeforeAllowTestTraffic' is no hook\. The hooks are: BeforeInstall, /,
    ],
    [
      'a hook twice',
      `${MINIMAL}Hooks:\n  - AfterInstall: a\n  - afterInstall: b\n`,
      /line 9: AfterInstall is given twice/,
    ],
    ['a hook that is a list', `${MINIMAL}Hooks:\n  - AfterInstall: [a, b]\n`, /the function of AfterInstall is a list/],
    ['a hook without function', `${MINIMAL}Hooks:\n  - AfterInstall:\n`, /the function of AfterInstall is empty/],
    ['hooks as a map', `${MINIMAL}Hooks:\n  AfterInstall: a\n`, /Hooks is a map\. Write a list/],
    ['a hook that is a text', `${MINIMAL}Hooks: [AfterInstall]\n`, /a hook is the text "AfterInstall"/],
    [
      'a network given in part',
      withProperties('NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [a] } }'),
      /line 7: NetworkConfiguration lacks SecurityGroups and AssignPublicIp\. Write all three/,
    ],
    ['an empty network', withProperties('NetworkConfiguration: {}'), /NetworkConfiguration is incomplete/],
    [
      'no subnets',
      withProperties(
        'NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [], SecurityGroups: [s], AssignPublicIp: ENABLED } }',
      ),
      /Subnets is not a list of ids/,
    ],
    [
      'AssignPublicIp as true',
      withProperties(
        'NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [a], SecurityGroups: [s], AssignPublicIp: true } }',
      ),
      /AssignPublicIp is true\. Write ENABLED or DISABLED/,
    ],
    [
      'a strategy that is a map',
      withProperties('CapacityProviderStrategy: { Base: 1 }'),
      /CapacityProviderStrategy is a map/,
    ],
    [
      'a strategy without provider',
      withProperties('CapacityProviderStrategy: [{ Base: 1 }]'),
      /CapacityProvider is missing/,
    ],
    [
      'a weight that is no number',
      withProperties('CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: "1" }]'),
      /Weight is the text "1"/,
    ],
    ['one key in two spellings', `${MINIMAL}resources: []\n`, /line 7: 'Resources' and 'resources' are the same key/],
    ['an empty file', '', /line 1: the file is empty/],
    ['a list', '- a', /the file is a list/],
    ['a key twice', `${MINIMAL}version: 0.0\n`, /line 7, column 1: a member is given twice/],
    ['a tag', 'version: !Ref x', /tags are not supported/],
    ['two documents', `${MINIMAL}---\n${MINIMAL}`, /more than one document/],
    [
      'JSON, indented by tabs',
      '{\n\t"version": 0,\n\t"Resources": [\n\t\t{"T": {"Type": "x"}}\n\t]\n}',
      /line 4: Type is the text "x"/,
    ],
  ])('%s', async (_, text, message) => {
    const loading = loadText(text);
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toMatchObject({ name: 'StepError', fault: { on: 'appspec.yaml' } });
  });

  test('all problems of a file at once, in the order of its lines', async () => {
    const text = `Hooks:\n  - Nope: x\n${port('"80"').replace('0.0', '2')}`;
    const loading = loadText(text);
    await expect(loading).rejects.toThrow(/line 2: 'Nope'.*\n.*line 3: version.*\n.*line 8: ContainerPort/);
  });
});
