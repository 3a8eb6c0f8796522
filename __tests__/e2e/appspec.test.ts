/** The AppSpec: what is kept of a file, and what is refused in one. */
import { describe, expect, test } from '@jest/globals';
import { errorsOf, ELSEWHERE, LIMIT_MS, withRig } from './rig.ts';

const NONE = { 'wait-for': 'none' };

const lines = (...text: string[]): string => `${text.join('\n')}\n`;

const GOOD = lines(
  'version: 0.0',
  'resources:',
  '  - TargetService:',
  '      type: AWS::ECS::Service',
  '      properties:',
  '        taskDefinition: "<TASK_DEFINITION>"',
  '        loadBalancerInfo:',
  '          containerName: app',
  '          containerPort: 8080',
  '        platformVersion: "1.4.0"',
  '        capacityProviderStrategy:',
  '          - base: 1',
  '            capacityProvider: FARGATE_SPOT',
  '            weight: 2',
  'hooks:',
  '  - beforeAllowTraffic: arn:aws:lambda:eu-west-1:123456789012:function:check',
);

const service = (type = 'AWS::ECS::Service', port = '8080'): string[] => [
  '  - TargetService:',
  `      Type: ${type}`,
  '      Properties:',
  '        TaskDefinition: "<TASK_DEFINITION>"',
  '        LoadBalancerInfo:',
  '          ContainerName: app',
  `          ContainerPort: ${port}`,
];

const FAULTY: readonly (readonly [string, string, number, RegExp])[] = [
  [
    'two resources',
    lines('version: 0.0', 'Resources:', ...service(), ...service()),
    10,
    /2 resources.*Keep the resource/,
  ],
  ['no resource', lines('version: 0.0', 'Resources: []'), 2, /has no resource.*TargetService/],
  ['no Resources', lines('version: 0.0', 'Hooks: []'), 1, /Resources is missing/],
  [
    'a wrong Type',
    lines('version: 0.0', 'Resources:', ...service('AWS::Lambda::Function')),
    4,
    /Type is the text "AWS::Lambda::Function".*Write Type: AWS::ECS::Service/,
  ],
  [
    'version 1.0',
    lines('version: 1.0', 'Resources:', ...service()),
    1,
    /version is (?:the text )?"?1(?:\.0)?"?.*Write version: 0.0/,
  ],
  [
    'a port that is no number',
    lines('version: 0.0', 'Resources:', ...service(undefined, '"http"')),
    9,
    /ContainerPort is the text "http".*Write a port/,
  ],
  [
    'a port in quotes',
    lines('version: 0.0', 'Resources:', ...service(undefined, '"8080"')),
    9,
    /Write 8080 without quotes/,
  ],
];

describe('refused with file, line and repair, and nothing is written', () => {
  test.concurrent.each(FAULTY)(
    '%s',
    (_, text, line, words) =>
      withRig({ files: { 'deploy/appspec.yaml': text } }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'codedeploy-appspec': 'deploy/appspec.yaml' });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('deploy/appspec.yaml');
        expect(errorsOf(output)).toContain(`line ${line}: `);
        expect(errorsOf(output)).toMatch(words);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'all problems of a file in one report, and JSON has lines too',
    () => {
      const resource = { TargetService: { Type: 'AWS::ECS::Services', Properties: {} } };
      const text = JSON.stringify({ version: 2, Resources: [resource] }, null, 1);
      return withRig({ files: { 'appspec.json': text } }, async (rig) => {
        const { output } = await rig.run({ image: ELSEWHERE, 'codedeploy-appspec': 'appspec.json' });
        expect(errorsOf(output)).toMatch(/line 2: version is 2/);
        expect(errorsOf(output)).toMatch(/line 6: Type is the text "AWS::ECS::Services"/);
        expect(errorsOf(output)).toContain('LoadBalancerInfo is missing');
        expect(await rig.writes()).toEqual([]);
      });
    },
    LIMIT_MS,
  );

  test.concurrent(
    'a path where no file is',
    () =>
      withRig({}, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'codedeploy-appspec': 'nowhere.yaml' });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toMatch(/there is no file .*nowhere\.yaml/);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'container and port that the task definition lacks',
    () =>
      withRig(
        {
          files: {
            'port.yaml': lines('version: 0.0', 'Resources:', ...service(undefined, '9999')),
            'name.yaml': lines('version: 0.0', 'Resources:', ...service()).replace('Name: app', 'Name: web'),
          },
        },
        async (rig) => {
          const [port, name] = await Promise.all(
            ['port.yaml', 'name.yaml'].map((path) => rig.run({ image: ELSEWHERE, 'codedeploy-appspec': path })),
          );
          expect([port?.exitCode, name?.exitCode]).toEqual([1, 1]);
          expect(errorsOf(port?.output ?? '')).toMatch(/names port 9999.*maps only 8080/);
          expect(errorsOf(port?.output ?? '')).toContain('"containerPort":9999');
          expect(errorsOf(name?.output ?? '')).toMatch(/names container 'web', and the task definition has: app/);
          expect(await rig.writes()).toEqual([]);
        },
      ),
    LIMIT_MS,
  );
});

describe('kept', () => {
  test.concurrent(
    'a file with keys in any case: the TaskDefinition is replaced, hooks, platform and capacity stay',
    () =>
      withRig({ files: { 'appspec.yml': GOOD } }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({ image: ELSEWHERE });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(output).toContain('appspec.yml is used');
        const sent = outputs['appspec'] ?? '';
        expect(sent).toContain('task-definition/web:2');
        expect(sent).toContain('function:check');
        expect(sent).toContain('"1.4.0"');
        expect(sent).toMatch(/FARGATE_SPOT/);
        const green = primaryOf(rig.sandbox);
        expect(green).toMatchObject({
          platformVersion: '1.4.0',
          capacityProviders: [{ capacityProvider: 'FARGATE_SPOT', weight: 2, base: 1 }],
        });
        const [deployment] = rig.sandbox.world.codedeploy.deployments.values();
        expect(deployment?.revision.content).toBe(sent);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'without a file, network and capacity of the PRIMARY task set go on',
    () =>
      withRig({ files: { 'capacity.yaml': GOOD }, stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        const network = primaryOf(rig.sandbox)?.network;
        const first = await rig.run({
          image: ELSEWHERE,
          'codedeploy-appspec': 'capacity.yaml',
          'wait-for': 'completed',
        });
        expect(first.outputs['result']).toBe('succeeded');
        const second = await rig.run({ image: `${ELSEWHERE}.1`, 'wait-for': 'completed' });
        expect(second.outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:3' });
        expect(second.outputs['appspec']).not.toContain('function:check');
        expect(primaryOf(rig.sandbox)).toMatchObject({
          network,
          platformVersion: '1.4.0',
          capacityProviders: [{ capacityProvider: 'FARGATE_SPOT', weight: 2, base: 1 }],
        });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'an AppSpec with hooks is deployed although the definition is the same',
    () =>
      withRig({ files: { 'appspec.yaml': GOOD } }, async (rig) => {
        const { output, outputs } = await rig.run({ ...NONE, 'task-definition': 'web:1' });
        expect(outputs['result']).toBe('started');
        expect(output).toContain('deployed again');
        expect(await rig.writes()).toEqual(['CreateDeployment']);
      }),
    LIMIT_MS,
  );
});

function primaryOf({ world }: Parameters<Parameters<typeof withRig>[1]>[0]['sandbox']) {
  const [found] = world.ecs.services.values();
  return found?.taskSets.find(({ status }) => status === 'PRIMARY');
}
