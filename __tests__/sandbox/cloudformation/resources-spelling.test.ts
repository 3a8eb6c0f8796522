import { describe, expect, test } from '@jest/globals';
import { CreateService$, RegisterTaskDefinition$ } from '@aws-sdk/client-ecs';
import { CreateDeploymentConfig$, CreateDeploymentGroup$ } from '@aws-sdk/client-codedeploy';
import { camelCase, camelCased, typed } from '../../../sandbox/cloudformation/resources/typed.ts';
import {
  definitionOf,
  type Property,
  type PropertyType,
  resourceOf,
} from '../../../sandbox/cloudformation/spec/database.ts';
import { operationShape, type Shape } from '../../../sandbox/protocol/schema.ts';

/** Members, by path (tags and filters of EC2 instances aside), whose spelling here the operation does not know. */
function unknown(members: Readonly<Record<string, Property>>, shape: Shape, path = '', depth = 0): string[] {
  if (!shape.isStructSchema() || depth > 8) return [];
  const known = new Map([...shape.structIterator()]);
  return Object.entries(members).flatMap(([name, { type }]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const member = known.get(camelCase(name));
    return member ? below(type, member, place, depth) : [place];
  });
}

function below(type: PropertyType, shape: Shape, place: string, depth: number): string[] {
  if (type.type === 'array' && shape.isListSchema()) return below(type.element, shape.getValueSchema(), place, depth);
  return type.type === 'ref' ? unknown(definitionOf(type).properties, shape, place, depth + 1) : [];
}

const membersUnknown = (type: string, operation: unknown): string[] =>
  unknown(resourceOf(type)?.properties ?? {}, operationShape(operation).input).filter(
    (path) => !/Tags$|TagFilters\./.test(path),
  );

describe('every member of the resource specification is one of the operation, but for those that a handler names', () => {
  test.each([
    ['AWS::ECS::TaskDefinition', RegisterTaskDefinition$, ['ProxyConfiguration.ProxyConfigurationProperties']],
    ['AWS::ECS::Service', CreateService$, ['PlacementStrategies', 'ForceNewDeployment']],
    ['AWS::CodeDeploy::DeploymentConfig', CreateDeploymentConfig$, []],
    ['AWS::CodeDeploy::DeploymentGroup', CreateDeploymentGroup$, ['Deployment']],
  ])('%s', (type, operation, named) => {
    expect(membersUnknown(type, operation)).toEqual(named);
  });
});

test('text becomes what the specification has, and nothing else does', () => {
  const given = {
    DesiredCount: '3',
    EnableExecuteCommand: 'true',
    ServiceName: 7,
    HealthCheckGracePeriodSeconds: 'soon',
  };
  expect(typed('AWS::ECS::Service', given)).toEqual({
    DesiredCount: 3,
    EnableExecuteCommand: true,
    ServiceName: '7',
    HealthCheckGracePeriodSeconds: 'soon',
  });
});

test('keys of maps are no members, and hostile names stay what they are', () => {
  const hostile = JSON.parse('{"__proto__": {"Family": "x"}, "constructor": 1}') as Record<string, never>;
  const ContainerDefinitions = [{ Name: 'a', Image: 'b', DockerLabels: { ContainerPort: 1, 'Some.Key': true } }];
  expect(camelCased('AWS::ECS::TaskDefinition', { ...hostile, ContainerDefinitions })['containerDefinitions']).toEqual([
    { name: 'a', image: 'b', dockerLabels: { ContainerPort: '1', 'Some.Key': 'true' } },
  ]);
  expect(({} as Record<string, unknown>)['Family']).toBeUndefined();
});
