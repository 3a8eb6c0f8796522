/** What becomes of the task definition: where it comes from, what is changed in it, and that the rest passes through. */
import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../sandbox/json.ts';
import { errorsOf, ELSEWHERE, LIMIT_MS, type Rig, withRig } from './rig.ts';

const NONE = { 'wait-for': 'none' };

const WRITTEN = {
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  enableSorcery: { level: 0, spells: [], motto: '' },
  containerDefinitions: [
    {
      name: 'app',
      image: 'registry.example.com/shop/web:written',
      essential: true,
      portMappings: [{ containerPort: 8080 }],
      environment: [{ name: 'EMPTY', value: '' }],
      command: [],
      dockerLabels: {},
      readonlyRootFilesystem: false,
      futureMember: { kept: true, zero: 0 },
    },
  ],
};

const YAML = `family: web
networkMode: awsvpc
requiresCompatibilities: [FARGATE]
cpu: 256
memory: 512
executionRoleArn: arn:aws:iam::123456789012:role/execution
enableSorcery: { level: 0, spells: [], motto: '' }
containerDefinitions:
  - name: app
    image: registry.example.com/shop/web:written
    essential: true
    portMappings: [{ containerPort: 8080 }]
    environment: [{ name: EMPTY, value: '' }]
    command: []
    dockerLabels: {}
    readonlyRootFilesystem: false
    futureMember: { kept: true, zero: 0 }
`;

/** What `describe-task-definition` prints: with output-only members, and the tags beside it. */
const WRAPPED = {
  taskDefinition: {
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:77',
    revision: 77,
    status: 'ACTIVE',
    requiresAttributes: [],
    compatibilities: ['EC2', 'FARGATE'],
    registeredAt: '2026-01-01T00:00:00Z',
    registeredBy: 'arn:aws:iam::123456789012:user/someone',
    pidMode: null,
    ...WRITTEN,
  },
  tags: [
    { key: 'team', value: 'shop' },
    { key: 'aws:cloudformation:stack-name', value: 'web' },
  ],
};

describe('from a file', () => {
  test.concurrent.each([
    ['JSON', { 'ecs/task.json': JSON.stringify(WRITTEN) }, 'ecs/task.json'],
    ['YAML', { 'task.yaml': YAML }, 'task.yaml'],
    ['a file without an ending, told by its path', { 'ecs/task': JSON.stringify(WRITTEN) }, './ecs/task'],
  ])(
    '%s: deployed as written, members that no SDK knows and empty values too',
    (_, files, path) =>
      withRig({ files }, async (rig) => {
        const { exitCode, outputs } = await rig.run({ 'task-definition': path, ...NONE });
        expect({ exitCode, revision: outputs['task-definition'] }).toEqual({ exitCode: 0, revision: 'web:2' });
        expect(asSent(rig.body('web:2'))).toEqual(WRITTEN);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'what describe-task-definition prints: output-only and null members are left out and named once, tags carry over',
    () =>
      withRig({ files: { 'task.json': JSON.stringify(WRAPPED) } }, async (rig) => {
        const { output } = await rig.run({ 'task-definition': 'task.json', ...NONE });
        expect(asSent(rig.body('web:2'))).toEqual(WRITTEN);
        const named = output.split('\n').filter((line) => line.startsWith('Left out of task.json'));
        expect(named).toHaveLength(1);
        for (const member of ['taskDefinitionArn', 'revision', 'status', 'compatibilities', 'registeredBy', 'pidMode'])
          expect(named[0]).toContain(member);
        expect(tagsOf(rig, 'web:2')).toEqual([{ key: 'team', value: 'shop' }]);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['no such file', {}, 'task.json', ['task.json', 'there is no file']],
    ['JSON that is none', { 'task.json': '{\n  "family": web\n}' }, 'task.json', ['task.json', 'line 2']],
    ['YAML that is none', { 'task.yaml': 'family: web\ncpu: [1\n' }, 'task.yaml', ['task.yaml', 'line']],
  ])(
    '%s: refused with file and place, and nothing is written',
    (_, files, path, words) =>
      withRig({ files }, async (rig) => {
        const { exitCode, output } = await rig.run({ 'task-definition': path, ...NONE });
        expect(exitCode).toBe(1);
        for (const word of words) expect(errorsOf(output)).toContain(word);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the way of those who move over: file, appspec.yaml in the workspace, wait-for-service-stability',
    () => {
      const appspec = [
        'version: 0.0',
        'Resources:',
        '  - TargetService:',
        '      Type: AWS::ECS::Service',
        '      Properties:',
        '        TaskDefinition: "<TASK_DEFINITION>"',
        '        LoadBalancerInfo:',
        '          ContainerName: app',
        '          ContainerPort: 8080',
      ].join('\n');
      const files = { 'task-definition.json': JSON.stringify(WRITTEN), 'appspec.yaml': appspec };
      return withRig({ files, stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({
          'task-definition': './task-definition.json',
          'wait-for-service-stability': 'true',
          'wait-for-minutes': '10',
          'codedeploy-application': rig.stack.application,
          'codedeploy-deployment-group': rig.stack.group,
        });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(output).toContain('appspec.yaml is used');
        expect(outputs['appspec']).toContain('task-definition/web:2');
        expect((await rig.live()).revision).toBe('web:2');
      });
    },
    LIMIT_MS,
  );
});

describe('by reference', () => {
  test.concurrent.each([
    ['a family', () => 'web'],
    ['family:revision', () => 'web:1'],
    ['an ARN', ({ stack }: Rig) => stack.taskDefinition],
  ])(
    '%s starts from what is registered, members that no SDK knows included',
    (_, reference) => {
      const definition = { pidMode: 'task', futureMember: { empty: '' } } as const;
      return withRig({ stack: { definition } }, async (rig) => {
        const { outputs } = await rig.run({ 'task-definition': reference(rig), image: ELSEWHERE, ...NONE });
        expect(outputs['task-definition']).toBe('web:2');
        const { containerDefinitions: before, ...kept } = rig.body('web:1');
        const { containerDefinitions: after, ...rest } = rig.body('web:2');
        expect(rest).toEqual(kept);
        expect(after).toEqual([{ ...(before as [object])[0], image: ELSEWHERE }]);
      });
    },
    LIMIT_MS,
  );

  test.concurrent(
    'a revision that is not there is refused before anything is written',
    () =>
      withRig({}, async (rig) => {
        const { exitCode, output } = await rig.run({ 'task-definition': 'web:99', ...NONE });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('web:99');
        expect(errorsOf(output)).toContain('Check family, revision, account and region');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'by default what the PRIMARY task set runs, not the newest of the family',
    () =>
      withRig({ files: { 'task.json': JSON.stringify(WRITTEN) } }, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        // Registered and never in production: its deployment hangs, and is stopped here.
        const hung = await rig.run({ 'task-definition': 'task.json', ...NONE });
        await stop(rig, hung.outputs['codedeploy-deployment-id']);
        const { outputs } = await rig.run({ image: ELSEWHERE, ...NONE });
        expect(outputs).toMatchObject({ 'task-definition': 'web:3', 'previous-task-definition': 'web:1' });
        expect(rig.body('web:3')).not.toHaveProperty('enableSorcery');
      }),
    LIMIT_MS,
  );
});

describe('changed by inputs', () => {
  test.concurrent(
    'environment, secrets, labels, command and log options are set, others stay',
    () => {
      const container = {
        name: 'app',
        image: 'registry.example.com/shop/web:v1',
        essential: true,
        portMappings: [{ containerPort: 8080 }],
        environment: [
          { name: 'PORT', value: '8080' },
          { name: 'KEPT', value: 'yes' },
        ],
        secrets: [{ name: 'OLD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/old' }],
        dockerLabels: { kept: 'yes' },
        logConfiguration: { logDriver: 'awslogs' as const, options: { 'awslogs-group': '/ecs/web', mode: 'blocking' } },
      };
      return withRig({ stack: { definition: { containerDefinitions: [container] } } }, async (rig) => {
        const { exitCode, output } = await rig.run({
          image: ELSEWHERE,
          ...NONE,
          'environment-variables': '# a comment\nPORT=9090\nVERSION=1.10\nURL=a=b',
          secrets: '{"PASSWORD":"arn:aws:ssm:eu-west-1:123456789012:parameter/password"}',
          'docker-labels': 'release: 0123\nchannel: beta',
          command: 'node server.js --name "two words"',
          'log-configuration-log-driver': 'awslogs',
          'log-configuration-options': 'mode=non-blocking',
        });
        expect(exitCode).toBe(0);
        expect(output).toContain('Changed');
        expect(asSent(rig.body('web:2'))['containerDefinitions']).toEqual([
          {
            ...container,
            image: ELSEWHERE,
            environment: [
              { name: 'PORT', value: '9090' },
              { name: 'KEPT', value: 'yes' },
              { name: 'VERSION', value: '1.10' },
              { name: 'URL', value: 'a=b' },
            ],
            secrets: [
              ...container.secrets,
              { name: 'PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/password' },
            ],
            dockerLabels: { kept: 'yes', release: '0123', channel: 'beta' },
            command: ['node', 'server.js', '--name', 'two words'],
            logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', mode: 'non-blocking' } },
          },
        ]);
      });
    },
    LIMIT_MS,
  );

  test.concurrent(
    'several containers get their images by `images`; `image` goes to the one behind the load balancer',
    () => {
      const containerDefinitions = [
        { name: 'proxy', image: 'registry.example.com/proxy:v1', essential: false },
        {
          name: 'app',
          image: 'registry.example.com/shop/web:v1',
          essential: true,
          portMappings: [{ containerPort: 8080 }],
        },
        { name: 'worker', image: 'registry.example.com/worker:v1', essential: false },
      ];
      return withRig({ stack: { definition: { containerDefinitions } } }, async (rig) => {
        await rig.run({ image: ELSEWHERE, images: 'worker=registry.example.com/worker:v2', ...NONE });
        const [proxy, app, worker] = containerDefinitions;
        expect(asSent(rig.body('web:2'))['containerDefinitions']).toEqual([
          proxy,
          { ...app, image: ELSEWHERE },
          { ...worker, image: 'registry.example.com/worker:v2' },
        ]);
      });
    },
    LIMIT_MS,
  );

  test.concurrent(
    'a container that is not there: refused with the names that are',
    () =>
      withRig({}, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'container-name': 'ap' });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toMatch(/'ap'.*it has: app/);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'members that belong to a placeholder image are dropped once, by name, when the image changes',
    () => {
      const rest = {
        name: 'app',
        image: 'registry.example.com/placeholder:1',
        essential: true,
        portMappings: [{ containerPort: 8080 }],
      };
      const container = {
        ...rest,
        command: ['sleep', 'infinity'],
        healthCheck: { command: ['CMD', 'true'] },
        dockerLabels: { 'ecs-blue-green.bootstrap': 'command, healthCheck', kept: 'yes' },
      };
      return withRig({ stack: { definition: { containerDefinitions: [container] } } }, async (rig) => {
        const { output } = await rig.run({ image: ELSEWHERE, ...NONE });
        expect(output).toMatch(/^Dropped with the placeholder image.*command.*healthCheck/m);
        expect(asSent(rig.body('web:2'))['containerDefinitions']).toEqual([
          { ...rest, image: ELSEWHERE, dockerLabels: { kept: 'yes' } },
        ]);
      });
    },
    LIMIT_MS,
  );
});

const FILLED: Readonly<Record<string, unknown>> = {
  cpu: 0,
  environment: [],
  mountPoints: [],
  portMappings: [],
  systemControls: [],
  volumesFrom: [],
  volumes: [],
  placementConstraints: [],
  hostPort: 8080,
  protocol: 'tcp',
};

/** A registered body without what ECS itself fills in. */
function asSent(body: JsonObject): JsonObject {
  const text = JSON.stringify(body, (_, value: unknown) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value).filter(([name, each]) => JSON.stringify(each) !== JSON.stringify(FILLED[name])),
        ),
  );
  return JSON.parse(text) as JsonObject;
}

async function stop({ clients, sandbox }: Rig, deploymentId: string | undefined): Promise<void> {
  await clients.codedeploy.send(
    new StopDeploymentCommand({ deploymentId: deploymentId ?? '', autoRollbackEnabled: false }),
  );
  expect(sandbox.world.codedeploy.deployments.get(deploymentId ?? '')?.status).toBe('Stopped');
}

function tagsOf({ sandbox }: Rig, revision: string): unknown {
  const found = [...sandbox.world.ecs.taskDefinitions.values()].find(
    (each) => `${each.family}:${each.revision}` === revision,
  );
  return found?.tags;
}
