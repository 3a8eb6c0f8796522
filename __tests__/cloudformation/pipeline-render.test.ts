/** What the pipeline renders from what is live: its own script, with jq, on recorded answers. Left out where jq is not. */
import { describe, expect, test } from '@jest/globals';
import { renderAppSpec } from '../../src/appspec/render.ts';
import { serviceFromTaskSet } from '../../src/appspec/live.ts';
import { type JsonObject } from '../../src/json.ts';
import { renderDefinition } from '../../src/task-definition/render.ts';
import { draft } from '../task-definition/given.ts';
import { answers, definition, DIGEST, has, IMAGE, render, REVISION, service } from './pipeline-answers.ts';
import { pipelineWith, projectOf } from './pipeline-template.ts';

const project = projectOf(pipelineWith(), 'shop-render');
const left = has('jq') ? null : 'left out: jq is not here';
if (left !== null) process.stderr.write(`pipeline, rendering: ${left}\n`);

const DEFINITIONS: Readonly<Record<string, JsonObject>> = {
  'members that only AWS writes go, unknown ones stay': {
    revision: 7,
    taskDefinitionArn: REVISION,
    status: 'ACTIVE',
    requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
    compatibilities: ['EC2', 'FARGATE'],
    registeredAt: '2026-01-01T00:00:00Z',
    registeredBy: 'arn:aws:iam::123456789012:role/deploy',
    deregisteredAt: '2026-01-02T00:00:00Z',
    deleteRequestedAt: '2026-01-03T00:00:00Z',
    family: 'web',
    newMember: { of: ['next', 'year'] },
    containerDefinitions: [{ name: 'web', image: 'old', newMember: true }],
  },
  'empty lists, maps and texts stay, null goes': {
    family: 'web',
    volumes: [],
    placementConstraints: [],
    taskRoleArn: null,
    containerDefinitions: [
      {
        name: 'web',
        image: 'old',
        command: [],
        environment: [{ name: 'EMPTY', value: '' }],
        dockerLabels: {},
        cpu: 0,
        user: null,
      },
    ],
  },
  'a sidecar stays as it is': {
    family: 'web',
    containerDefinitions: [
      {
        name: 'log-router',
        image: 'router:1',
        dockerLabels: { 'ecs-blue-green.bootstrap': 'command' },
        command: ['x'],
      },
      { name: 'web', image: 'old' },
    ],
  },
  'what belonged to a placeholder image goes with it': {
    family: 'web',
    containerDefinitions: [
      {
        name: 'web',
        image: 'placeholder',
        command: ['sh', '-c', 'echo hello'],
        entryPoint: ['x'],
        healthCheck: { command: ['CMD', 'true'] },
        dockerLabels: { 'ecs-blue-green.bootstrap': ' command,healthCheck  image name absent ', kept: 'yes' },
      },
    ],
  },
  'a label with nothing in it': {
    family: 'web',
    containerDefinitions: [{ name: 'web', image: 'old', dockerLabels: { 'ecs-blue-green.bootstrap': '' } }],
  },
  'the placeholder lists its labels too': {
    family: 'web',
    containerDefinitions: [{ name: 'web', image: 'old', dockerLabels: { 'ecs-blue-green.bootstrap': 'dockerLabels' } }],
  },
  'texts that a shell, jq or YAML would take for more': {
    family: 'web',
    containerDefinitions: [
      {
        name: 'web',
        image: 'old',
        environment: [{ name: '$(touch x)', value: '"\\\n\t\u0000é`id`\\(1)<TASK_DEFINITION>' }],
      },
    ],
  },
};

(left === null ? describe : describe.skip)(left ?? 'the rendered task definition', () => {
  test.each(Object.entries(DEFINITIONS))('%s: as the step renders it', async (_, body) => {
    const given = answers({
      'ecs describe-services': service({}, { loadBalancers: [{ containerName: 'web', containerPort: 8080 }] }),
      'ecs describe-task-definition': { taskDefinition: body },
    });
    const { failed, log, taskdef } = await render({ project, given });
    const step = renderDefinition(draft(body), new Map([['web', '<IMAGE1_NAME>']]));
    expect([failed, log.split('\n').filter((line) => /error/i.test(line))]).toEqual([false, []]);
    expect(taskdef).toEqual(step.body);
  });

  test('an image that is there already takes no members with it', async () => {
    const containerDefinitions = [
      { name: 'app', image: IMAGE, command: ['x'], dockerLabels: { 'ecs-blue-green.bootstrap': 'command' } },
    ];
    const given = answers({ 'ecs describe-task-definition': definition({ containerDefinitions }) });
    const { taskdef } = await render({ project, given });
    expect(taskdef).toMatchObject({ containerDefinitions: [{ image: '<IMAGE1_NAME>', command: ['x'] }] });
  });

  test('tags go along, those of AWS stay behind', async () => {
    const tags = [
      { key: 'team', value: 'shop' },
      { key: 'aws:cloudformation:stack-name', value: 'shop' },
    ];
    const given = answers({ 'ecs describe-task-definition': definition({}, tags) });
    expect((await render({ project, given })).taskdef).toMatchObject({ tags: [{ key: 'team', value: 'shop' }] });
    expect((await render({ project })).taskdef).not.toHaveProperty('tags');
  });

  test('it is made from the PRIMARY task set, not from what the service names', async () => {
    const { calls, log } = await render({ project });
    expect(calls).toContain(`ecs describe-task-definition --task-definition ${REVISION} --include TAGS --output json`);
    expect(log).toContain(`Live: ${REVISION}. It is deployed again with ${IMAGE} in app.`);
  });

  test.each(['same-shell', 'tested', 'own-shell'] as const)(
    'a failure ends the build however CodeBuild runs the command: %s',
    async (style) => {
      expect((await render({ project, style })).failed).toBe(false);
      const given = answers({ 'ecs describe-task-definition': 'An error occurred (ClientException)' });
      const { failed, taskdef } = await render({ project, given, style });
      expect([failed, taskdef]).toEqual([true, null]);
    },
  );
});

const TASK_SETS: Readonly<Record<string, object>> = {
  'a Fargate service with network and platform': {},
  'a capacity provider': {
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE_SPOT', weight: 4 },
      { capacityProvider: 'FARGATE', base: 1 },
    ],
  },
  'a public address that is left to its default': {
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } },
  },
  'no security group: nothing of the network': {
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: [] } },
  },
  'no network and no platform': { networkConfiguration: undefined, platformVersion: '' },
  'a name that is a number or a word of YAML': { loadBalancers: [{ containerName: 'yes', containerPort: 80 }] },
};

(left === null ? describe : describe.skip)(left ?? 'the rendered AppSpec', () => {
  test.each(Object.entries(TASK_SETS))('%s: as the step renders it', async (_, more) => {
    const given = answers({
      'ecs describe-services': service({}, more),
      'ecs describe-task-definition': definition({
        containerDefinitions: [
          { name: 'app', image: 'old' },
          { name: 'yes', image: 'old' },
        ],
      }),
    });
    const { appspec, appspecText, log } = await render({ project, given });
    const live = JSON.parse(JSON.stringify(given['ecs describe-services'])) as ReturnType<typeof service>;
    // The answer that the script got, as the SDK types it.
    const taskSet = live.services[0]?.taskSets[1] as Parameters<typeof serviceFromTaskSet>[0];
    const source = { kind: 'live', service: serviceFromTaskSet(taskSet) } as const;
    expect(log).not.toContain('ERROR');
    expect(appspec).toEqual(JSON.parse(renderAppSpec(source, '<TASK_DEFINITION>').content));
    expect(appspecText).toContain('version: 0.0\n');
  });
});

const REFUSALS: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  [
    'the service is not there',
    { 'ecs describe-services': { services: [], failures: [{ reason: 'MISSING' }] } },
    'Cluster shop has no active service web.',
  ],
  [
    'the service is gone',
    { 'ecs describe-services': service({ status: 'INACTIVE' }) },
    'Cluster shop has no active service web.',
  ],
  [
    'another controller',
    { 'ecs describe-services': service({ deploymentController: { type: 'ECS' } }) },
    'The service web has the deployment controller ECS',
  ],
  [
    'no controller told',
    { 'ecs describe-services': service({ deploymentController: undefined }) },
    'the deployment controller ECS',
  ],
  ['nothing is live', { 'ecs describe-services': service({ taskSets: [] }) }, 'has no PRIMARY task set'],
  ['no load balancer', { 'ecs describe-services': service({}, { loadBalancers: [] }) }, 'has no load balancer'],
  [
    'no such container',
    { 'ecs describe-services': service({}, { loadBalancers: [{ containerName: 'web', containerPort: 80 }] }) },
    `${REVISION} has no container web.`,
  ],
  [
    'another family',
    { 'ecs describe-task-definition': definition({ family: 'other' }) },
    'runs the family other, and the pipeline may register revisions of web alone',
  ],
  [
    'another processor',
    { 'ecs describe-task-definition': definition({ runtimePlatform: { cpuArchitecture: 'ARM64' } }) },
    'built for X86_64, and the tasks run on ARM64',
  ],
  [
    'the group deploys to another service',
    {
      'deploy get-deployment-group': {
        deploymentGroupInfo: { ecsServices: [{ clusterName: 'shop', serviceName: 'api' }] },
      },
    },
    'does not deploy to shop/web',
  ],
  [
    'another deployment in progress',
    { 'deploy list-deployments': { deployments: ['d-ABCDEFGHI'] } },
    'Deployment d-ABCDEFGHI is in progress in DgpECS-shop-web',
  ],
  [
    'the placeholder is in it already',
    {
      'ecs describe-task-definition': definition({
        containerDefinitions: [{ name: 'app', image: 'x', environment: [{ name: 'A', value: 'is <IMAGE1_NAME>' }] }],
      }),
    },
    'holds the text <IMAGE1_NAME>',
  ],
  [
    'access denied',
    { 'ecs describe-services': 'An error occurred (AccessDeniedException) when calling DescribeServices' },
    'aws ecs describe-services failed',
  ],
  [
    'no deployment group',
    { 'deploy get-deployment-group': 'An error occurred (DeploymentGroupDoesNotExistException)' },
    'aws deploy get-deployment-group failed',
  ],
  [
    'deployments cannot be listed',
    { 'deploy list-deployments': 'An error occurred (AccessDeniedException)' },
    'aws deploy list-deployments failed',
  ],
  [
    'the definition cannot be read',
    { 'ecs describe-task-definition': 'An error occurred (ClientException)' },
    'aws ecs describe-task-definition failed',
  ],
];

(left === null ? describe : describe.skip)(left ?? 'what is refused, and what the log says of it', () => {
  test.each(REFUSALS)('%s', async (_, more, says) => {
    const { failed, log, taskdef } = await render({ project, given: answers(more) });
    expect([failed, taskdef === null || says.includes('<IMAGE1_NAME>')]).toEqual([true, true]);
    const [why = '', repair = '', ...rest] = log.split('\n').filter((line) => line.startsWith('ERROR: '));
    expect(why).toContain(says);
    expect([repair !== '', rest]).toEqual([true, []]);
  });

  test.each([
    ['no JSON', '{'],
    ['an image by its tag', JSON.stringify({ ImageURI: 'shop-web:latest' })],
    ['two lines', JSON.stringify({ ImageURI: `x\n@${DIGEST}` })],
    ['nothing', '{}'],
  ])('imageDetail.json: %s', async (_, imageDetail) => {
    const { failed, log, calls } = await render({ project, imageDetail });
    expect([failed, calls]).toEqual([true, ['']]);
    expect(log).toContain('ERROR: imageDetail.json names no image by its digest.');
  });
});

(left === null ? describe : describe.skip)(left ?? 'the image, before anything is built', () => {
  const image = projectOf(pipelineWith(), 'shop-image');

  test('a tag that cannot be looked up is not taken for one that is not there', async () => {
    const given = {
      'ecr describe-repositories': {},
      'ecr batch-get-image': 'An error occurred (AccessDeniedException)',
    };
    const { failed, log, calls } = await render({ project: image, given });
    expect([failed, calls.at(-1)?.startsWith('ecr batch-get-image --repository-name shop-web')]).toEqual([true, true]);
    expect(log).toContain('ERROR: aws ecr batch-get-image failed on the ECR repository shop-web');
  });

  test.each(['', 'main', `${'1'.repeat(40)}\n`, '$(touch x)', '1'.repeat(41)])('no commit: %j', async (version) => {
    const { failed, log, calls } = await render({ project: image, given: {}, version });
    expect([failed, calls]).toEqual([true, ['']]);
    expect(log).toContain('ERROR: The image cannot be named: the source has no commit id');
  });
});
