import { describe, expect, test } from '@jest/globals';

import { parseAppSpec } from '../../../sandbox/lifecycle/appspec.ts';
import { findConfig, shiftSteps } from '../../../sandbox/lifecycle/configs.ts';
import { functionName } from '../../../sandbox/lifecycle/hooks.ts';
import { createWorld } from '../../../sandbox/world/world.ts';

const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3';
const yaml = `
version: 0.0
resources:
  - target:
      type: AWS::ECS::Service
      properties:
        taskDefinition: ${arn}
        loadBalancerInfo: {containerName: app, containerPort: 8080}
        platformVersion: 1.4.0
        networkConfiguration:
          awsvpcConfiguration: {subnets: [s-1], securityGroups: [], assignPublicIp: DISABLED}
        capacityProviderStrategy:
          - {capacityProvider: FARGATE_SPOT, weight: 4}
hooks:
  - beforeAllowTraffic: check
`;
const minimal = (properties: object, more: object = {}): string =>
  JSON.stringify({
    version: '0.0',
    Resources: [
      {
        Target: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: arn,
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 80 },
            ...properties,
          },
        },
      },
    ],
    ...more,
  });

describe('parseAppSpec', () => {
  test('reads YAML with keys in lower case', () => {
    expect(parseAppSpec(yaml)).toEqual({
      taskDefinition: arn,
      containerName: 'app',
      containerPort: 8080,
      platformVersion: '1.4.0',
      network: { awsvpcConfiguration: { subnets: ['s-1'], securityGroups: [], assignPublicIp: 'DISABLED' } },
      capacityProviders: [{ capacityProvider: 'FARGATE_SPOT', weight: 4, base: 0 }],
      hooks: new Map([['BeforeAllowTraffic', 'check']]),
    });
  });

  test('reads JSON; what may be left out is null', () => {
    expect(parseAppSpec(minimal({}))).toMatchObject({
      platformVersion: null,
      network: null,
      capacityProviders: null,
      hooks: new Map(),
    });
  });

  test.each([
    ['no text', '', 'version'],
    ['broken', '{"a', 'not well-formed yaml'],
    ['another version', minimal({}, { version: 1 }), 'version must be 0.0'],
    ['no resources', '{"version": 0.0}', 'Resources must be a list'],
    ['two resources', '{"version": 0.0, "Resources": [{"A": {}}, {"B": {}}]}', 'Exactly one'],
    ['no resource', '{"version": 0.0, "Resources": []}', 'Exactly one'],
    ['a port in quotes', minimal({ LoadBalancerInfo: { ContainerName: 'app', ContainerPort: '80' } }), 'ContainerPort'],
    ['no container', minimal({ LoadBalancerInfo: { ContainerPort: 80 } }), 'ContainerName'],
    ['a placeholder', minimal({ TaskDefinition: '<TASK_DEFINITION>' }), 'must be an ARN'],
    ['half a network', minimal({ NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [] } } }), 'AssignPublicIp'],
    ['a weight too big', minimal({ CapacityProviderStrategy: [{ CapacityProvider: 'F', Weight: 1001 }] }), 'Weight'],
    ['an unknown hook', minimal({}, { Hooks: [{ BeforeLunch: 'x' }] }), 'BeforeLunch'],
    ['hooks as a mapping', minimal({}, { Hooks: { BeforeInstall: 'x' } }), 'Hooks must be a list'],
  ])('refuses %s', (_name, content, message) => {
    expect(() => parseAppSpec(content)).toThrow(
      expect.objectContaining({ code: 'INVALID_REVISION', message: expect.stringContaining(message) }),
    );
  });
});

describe('shiftSteps', () => {
  test.each([
    ['all at once', { type: 'AllAtOnce' }, [[0, 100]]],
    [
      'canary',
      { type: 'TimeBasedCanary', percentage: 25, interval: 2 },
      [
        [0, 25],
        [2, 100],
      ],
    ],
    [
      'linear',
      { type: 'TimeBasedLinear', percentage: 40, interval: 3 },
      [
        [0, 40],
        [3, 80],
        [6, 100],
      ],
    ],
  ] as const)('%s', (_name, routing, expected) => {
    expect(shiftSteps(routing).map(({ afterMs, green }) => [afterMs / 60_000, green])).toEqual(expected);
  });

  test.each([
    ['ECSLinear10PercentEvery1Minutes', 9],
    ['ECSLinear10PercentEvery3Minutes', 27],
    ['ECSCanary10Percent5Minutes', 5],
    ['ECSCanary10Percent15Minutes', 15],
    ['ECSAllAtOnce', 0],
  ])('%s takes %d minutes', (name, minutes) => {
    const config = findConfig(createWorld({ account: '1', region: 'eu-west-1' }), `CodeDeployDefault.${name}`);
    const last = config && shiftSteps(config.routing).at(-1);
    expect(last).toEqual({ afterMs: minutes * 60_000, green: 100 });
  });
});

test.each([
  ['check', 'check'],
  ['arn:aws:lambda:eu-west-1:123456789012:function:check', 'check'],
  ['arn:aws:lambda:eu-west-1:123456789012:function:check:live', 'check'],
])('the function of %s is %s', (lambda, name) => {
  expect(functionName(lambda)).toBe(name);
});
