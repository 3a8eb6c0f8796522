import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Account, jsonCall, startAccount, webDefinition } from '../account.ts';

const TARGET = 'AmazonEC2ContainerServiceV20141113';
const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.close());

const raw = async (operation: string, body: unknown): Promise<unknown> =>
  JSON.parse((await jsonCall(account.url, `${TARGET}.${operation}`, JSON.stringify(body))).text);

describe('RegisterTaskDefinition', () => {
  test('members that no SDK knows, and empty ones, come back; nulls do not', async () => {
    const container = {
      name: 'app',
      image: 'i',
      command: [],
      environment: [{ name: 'EMPTY', value: '' }],
      dockerLabels: {},
      newThing: { deep: [1, { on: false }] },
    };
    const sent = { ...container, user: null };
    await raw('RegisterTaskDefinition', { family: 'odd', containerDefinitions: [sent], futureMember: 0 });
    expect(await raw('DescribeTaskDefinition', { taskDefinition: 'odd' })).toEqual({
      taskDefinition: expect.objectContaining({
        futureMember: 0,
        containerDefinitions: [
          {
            ...container,
            cpu: 0,
            essential: true,
            portMappings: [],
            mountPoints: [],
            volumesFrom: [],
            systemControls: [],
          },
        ],
      }),
    });
  });

  test('what ECS fills in, and the members it adds', async () => {
    const { taskDefinition } = await account.ecs.registerTaskDefinition(webDefinition);
    expect(taskDefinition).toMatchObject({
      taskDefinitionArn: `${ARN}/web:1`,
      revision: 1,
      status: 'ACTIVE',
      registeredAt: new Date(account.clock.now()),
      compatibilities: ['EC2', 'FARGATE'],
      volumes: [],
      placementConstraints: [],
      containerDefinitions: [
        { cpu: 0, essential: true, portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }] },
      ],
    });
    expect(taskDefinition?.requiresAttributes?.map(({ name }) => name)).toContain('ecs.capability.task-eni');
  });

  test('outside awsvpc a host port that is not given is chosen later: 0', async () => {
    const { taskDefinition } = await account.ecs.registerTaskDefinition({
      family: 'bridge',
      containerDefinitions: [{ name: 'a', image: 'i', portMappings: [{ containerPort: 80, protocol: 'udp' }] }],
    });
    expect(taskDefinition?.containerDefinitions?.[0]?.portMappings).toEqual([
      { containerPort: 80, hostPort: 0, protocol: 'udp' },
    ]);
  });

  test.each([
    ['no containers', { family: 'f', containerDefinitions: [] }, 'Container list cannot be empty.'],
    ['a blank family', { family: ' ', containerDefinitions: [{}] }, 'Family should not be null or empty.'],
    ['an odd family', { family: 'a b', containerDefinitions: [{}] }, 'Family contains invalid characters.'],
    ['a nameless container', { family: 'f', containerDefinitions: [{ image: 'i' }] }, 'Container.name'],
    ['no image', { family: 'f', containerDefinitions: [{ name: 'a' }] }, 'Container.image'],
    ['two of one name', { family: 'f', containerDefinitions: Array(2).fill({ name: 'a', image: 'i' }) }, 'unique'],
    [
      'none essential',
      { family: 'f', containerDefinitions: [{ name: 'a', image: 'i', essential: false }] },
      'essential',
    ],
    ['Fargate without awsvpc', { ...webDefinition, networkMode: 'bridge' as const }, 'network mode'],
    ['Fargate without memory', { ...webDefinition, memory: undefined }, 'at the task level'],
  ])('%s: ClientException', async (_name, input, message) => {
    await expect(account.ecs.registerTaskDefinition(input)).rejects.toMatchObject({
      name: 'ClientException',
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ['reserved', [{ key: 'aws:x', value: '1' }]],
    ['blank', [{ key: '', value: '1' }]],
    ['too many', Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }))],
  ])('tags that are %s: InvalidParameterException', async (_name, tags) => {
    await expect(account.ecs.registerTaskDefinition({ ...webDefinition, tags })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

describe('revisions', () => {
  beforeAll(async () => {
    const tags = [{ key: 'team', value: 'web' }];
    for (let revision = 1; revision <= 3; revision += 1) {
      await account.ecs.registerTaskDefinition({ ...webDefinition, family: 'many', tags });
    }
    await account.ecs.deregisterTaskDefinition({ taskDefinition: 'many:3' });
  });

  test.each([
    ['many', 2],
    ['many:1', 1],
    [`${ARN}/many:2`, 2],
    [`${ARN}/many`, 2],
    ['many:3', 3],
  ])('%s is revision %i', async (taskDefinition, revision) => {
    const described = await account.ecs.describeTaskDefinition({ taskDefinition });
    expect(described.taskDefinition?.revision).toBe(revision);
    expect(described.tags).toBeUndefined();
  });

  test('a deregistered one is INACTIVE, and its number is not used again', async () => {
    const { taskDefinition } = await account.ecs.describeTaskDefinition({ taskDefinition: 'many:3' });
    expect(taskDefinition?.status).toBe('INACTIVE');
    const next = await account.ecs.registerTaskDefinition({ ...webDefinition, family: 'many' });
    expect(next.taskDefinition?.revision).toBe(4);
  });

  test('tags stand beside the definition when asked for', async () => {
    const described = await account.ecs.describeTaskDefinition({ taskDefinition: 'many:1', include: ['TAGS'] });
    expect(described.tags).toEqual([{ key: 'team', value: 'web' }]);
    expect(described.taskDefinition).not.toHaveProperty('tags');
  });

  test.each(['absent', 'many:99', `${ARN.replace('123456789012', '999999999999')}/many:1`, ''])(
    '%j cannot be described',
    async (taskDefinition) => {
      await expect(account.ecs.describeTaskDefinition({ taskDefinition })).rejects.toMatchObject({
        name: 'ClientException',
        message: 'Unable to describe task definition.',
      });
    },
  );

  test('they are listed by status, in order, in pages', async () => {
    const list = async (input: Parameters<Account['ecs']['listTaskDefinitions']>[0]): Promise<string[]> =>
      (await account.ecs.listTaskDefinitions({ familyPrefix: 'many', ...input })).taskDefinitionArns ?? [];
    expect(await list({ sort: 'DESC', maxResults: 2 })).toEqual([`${ARN}/many:4`, `${ARN}/many:2`]);
    expect(await list({ sort: 'DESC', maxResults: 2, nextToken: '2' })).toEqual([`${ARN}/many:1`]);
    expect(await list({ status: 'INACTIVE' })).toEqual([`${ARN}/many:3`]);
    await expect(list({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
