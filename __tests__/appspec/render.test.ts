import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type TaskSet } from '@aws-sdk/client-ecs';
import { appspecEqualsTaskSet, capacityWarning } from '../../src/appspec/compare.ts';
import { type AppSpecService } from '../../src/appspec/appspec.ts';
import { serviceFromTaskSet } from '../../src/appspec/live.ts';
import { loadAppSpec } from '../../src/appspec/load.ts';
import { renderAppSpec } from '../../src/appspec/render.ts';
import { type JsonObject } from '../../src/json.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:13';

const NETWORK = {
  subnets: ['subnet-1', 'subnet-2'],
  securityGroups: ['sg-1', 'sg-2'],
  assignPublicIp: 'ENABLED' as const,
};
const STRATEGY = [
  { capacityProvider: 'FARGATE', base: 1, weight: 1 },
  { capacityProvider: 'FARGATE_SPOT', weight: 4 },
];

function taskSet(some: Partial<TaskSet> = {}): TaskSet {
  return {
    id: 'ecs-svc/1',
    loadBalancers: [{ containerName: 'web', containerPort: 80, targetGroupArn: 'tg' }],
    ...some,
  };
}

const FARGATE = taskSet({
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  networkConfiguration: { awsvpcConfiguration: NETWORK },
});
const SPOT = taskSet({ ...FARGATE, launchType: undefined, capacityProviderStrategy: STRATEGY });

function rendered(service: AppSpecService): unknown {
  return JSON.parse(renderAppSpec({ kind: 'live', service }, ARN).content);
}

function properties(some: JsonObject): JsonObject {
  const LoadBalancerInfo = { ContainerName: 'web', ContainerPort: 80 };
  const Properties = { TaskDefinition: ARN, LoadBalancerInfo, ...some };
  return { version: 0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }] };
}

describe('from the live service', () => {
  const NetworkConfiguration = {
    AwsvpcConfiguration: {
      Subnets: NETWORK.subnets,
      SecurityGroups: NETWORK.securityGroups,
      AssignPublicIp: 'ENABLED',
    },
  };

  test.each<[string, TaskSet, JsonObject]>([
    ['Fargate', FARGATE, { PlatformVersion: '1.4.0', NetworkConfiguration }],
    [
      'capacity providers',
      SPOT,
      {
        PlatformVersion: '1.4.0',
        NetworkConfiguration,
        CapacityProviderStrategy: [
          { Base: 1, CapacityProvider: 'FARGATE', Weight: 1 },
          { Base: 0, CapacityProvider: 'FARGATE_SPOT', Weight: 4 },
        ],
      },
    ],
    ['EC2', taskSet({ launchType: 'EC2', platformVersion: '', capacityProviderStrategy: [] }), {}],
    [
      'a network without security groups: all or nothing',
      taskSet({ networkConfiguration: { awsvpcConfiguration: { subnets: ['a'] } } }),
      {},
    ],
    [
      'a public address that is not said',
      taskSet({ networkConfiguration: { awsvpcConfiguration: { subnets: ['a'], securityGroups: ['b'] } } }),
      {
        NetworkConfiguration: {
          AwsvpcConfiguration: { Subnets: ['a'], SecurityGroups: ['b'], AssignPublicIp: 'DISABLED' },
        },
      },
    ],
  ])('%s', (_, live, expected) => {
    expect(rendered(serviceFromTaskSet(live))).toEqual(properties(expected));
  });

  test('with hooks', () => {
    const service = { ...serviceFromTaskSet(taskSet()), hooks: [['AfterInstall', 'fn']] as const };
    expect(rendered(service)).toEqual({ ...properties({}), Hooks: [{ AfterInstall: 'fn' }] });
  });

  test.each<[string, TaskSet]>([
    ['none', { id: 'x' }],
    ['one without port', { loadBalancers: [{ containerName: 'web' }] }],
  ])('a task set without load balancer is refused: %s', (_, live) => {
    expect(() => serviceFromTaskSet(live)).toThrow(/no load balancer/);
  });

  test('the text is stable, and its digest is of exactly that text', () => {
    const source = { kind: 'live', service: serviceFromTaskSet(SPOT) } as const;
    const { content, sha256 } = renderAppSpec(source, ARN);
    expect(renderAppSpec(source, ARN).content).toBe(content);
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('over a file', () => {
  async function over(text: string): Promise<unknown> {
    const file = await loadAppSpec('a.yaml', '/workspace', () => Promise.resolve(text));
    if (file === null) throw new Error('not loaded');
    const before = JSON.stringify(file.document);
    const result: unknown = JSON.parse(renderAppSpec(file, ARN).content);
    expect(JSON.stringify(file.document)).toBe(before);
    return result;
  }

  test('TaskDefinition is replaced under the spelling found, all else kept', async () => {
    const text = `
version: "0.0"
resources:
  - myService:
      type: AWS::ECS::Service
      properties:
        taskDefinition: <TASK_DEFINITION>
        loadBalancerInfo: { containerName: web, containerPort: 80 }
        future: { empty: {}, list: [], text: "", no: false, nothing: null }
      other: 1
hooks:
  - beforeInstall: fn
extra: 0
`;
    expect(await over(text)).toEqual({
      version: '0.0',
      resources: [
        {
          myService: {
            type: 'AWS::ECS::Service',
            properties: {
              taskDefinition: ARN,
              loadBalancerInfo: { containerName: 'web', containerPort: 80 },
              future: { empty: {}, list: [], text: '', no: false, nothing: null },
            },
            other: 1,
          },
        },
      ],
      hooks: [{ beforeInstall: 'fn' }],
      extra: 0,
    });
  });

  test.each(['', 'TaskDefinition: arn:aws:ecs:x:1:task-definition/web:1', 'TaskDefinition:'])(
    'with %j there, the revision is named once',
    async (line) => {
      const text = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }
        ${line}
`;
      expect(await over(text)).toEqual(properties({}));
    },
  );
});

describe('equal to the PRIMARY task set', () => {
  const live = serviceFromTaskSet(SPOT);
  const fargate = serviceFromTaskSet(FARGATE);
  const shuffled = taskSet({
    ...SPOT,
    capacityProviderStrategy: STRATEGY.toReversed(),
    networkConfiguration: {
      awsvpcConfiguration: { ...NETWORK, subnets: NETWORK.subnets.toReversed(), securityGroups: ['sg-2', 'sg-1'] },
    },
  });

  test.each<[string, AppSpecService, TaskSet, boolean]>([
    ['itself', live, SPOT, true],
    ['EC2 itself', serviceFromTaskSet(taskSet()), taskSet(), true],
    ['lists in another order', live, shuffled, true],
    ['LATEST is what it stands for', { ...live, platformVersion: 'LATEST' }, SPOT, true],
    ['nothing said is LATEST', { ...live, platformVersion: null }, SPOT, true],
    ['nothing said of the network keeps it', { ...live, network: null }, SPOT, true],
    ['hooks would run', { ...live, hooks: [['AfterInstall', 'fn']] }, SPOT, false],
    [
      'LATEST is no older version',
      { ...live, platformVersion: 'LATEST' },
      { ...SPOT, platformVersion: '1.3.0' },
      false,
    ],
    ['pinned is not LATEST', live, { ...SPOT, platformVersion: 'LATEST' }, false],
    ['another container', { ...live, containerName: 'x' }, SPOT, false],
    ['another port', { ...live, containerPort: 81 }, SPOT, false],
    ['providers left out are taken away', { ...live, capacityProviders: null }, SPOT, false],
    ['providers added', live, FARGATE, false],
    [
      'another weight',
      live,
      { ...SPOT, capacityProviderStrategy: [{ ...STRATEGY[0], capacityProvider: 'FARGATE', weight: 2 }] },
      false,
    ],
    [
      'another subnet',
      fargate,
      { ...FARGATE, networkConfiguration: { awsvpcConfiguration: { ...NETWORK, subnets: ['subnet-1'] } } },
      false,
    ],
    ['a network where there is none', fargate, taskSet({ platformVersion: '1.4.0' }), false],
  ])('%s', (_, service, set, equal) => {
    expect(appspecEqualsTaskSet(service, set)).toBe(equal);
  });

  test.each<[string, AppSpecService, TaskSet, RegExp | null]>([
    ['kept', live, SPOT, null],
    ['none to lose', fargate, FARGATE, null],
    ['lost', fargate, SPOT, /will take it away.*"CapacityProvider":"FARGATE_SPOT"/],
  ])('a warning for capacity providers: %s', (_, service, set, warning) => {
    if (warning === null) expect(capacityWarning(service, set)).toBeNull();
    else expect(capacityWarning(service, set)).toMatch(warning);
  });
});
