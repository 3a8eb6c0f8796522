/** Properties against CloudFormation's resource specification. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Json, type JsonObject } from '../../../sandbox/json.ts';
import { checkMembers } from '../../../sandbox/cloudformation/spec/check-value.ts';
import { checkProperties, typeFacts } from '../../../sandbox/cloudformation/spec/check.ts';
import { coerceProperties } from '../../../sandbox/cloudformation/spec/coerce.ts';

test('facts of types', () => {
  expect(typeFacts('AWS::ECS::Service')).toMatchObject({
    attributes: ['ServiceArn', 'Name'],
    tags: { property: 'Tags', as: 'list' },
  });
  expect(typeFacts('AWS::ECS::Service')?.properties).toContain('NetworkConfiguration');
  expect(typeFacts('AWS::SSM::Parameter')?.tags).toEqual({ property: 'Tags', as: 'map' });
  expect(typeFacts('AWS::IAM::Policy')?.tags).toBeNull();
  expect(typeFacts('AWS::ElasticLoadBalancingV2::TargetGroup')?.attributes).toContain('TargetGroupName');
  for (const type of ['AWS::ECS::Clutser', '', '__proto__', 'constructor']) expect(typeFacts(type)).toBeNull();
});

const service: JsonObject = {
  Cluster: 'shop',
  LaunchType: 'FARGATE',
  DeploymentController: { Type: 'CODE_DEPLOY' },
  LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: 'arn' }],
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: 'DISABLED' } },
  Tags: [{ Key: 'a', Value: 'b' }],
};

test('what is right has no faults', () => {
  expect(checkProperties('AWS::ECS::Service', service)).toEqual([]);
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Condition: { StringEquals: { a: ['b'] } } }],
  };
  expect(checkProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: document })).toEqual([]);
  expect(checkProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: JSON.stringify(document) })).toEqual([]);
  expect(checkProperties('AWS::SSM::Parameter', { Type: 'String', Value: 'a', Tags: { a: 'b' } })).toEqual([]);
  expect(
    checkProperties('AWS::CloudWatch::Alarm', { ComparisonOperator: 'x', EvaluationPeriods: 1, Threshold: 0.5 }),
  ).toEqual([]);
});

describe('faults name their place', () => {
  test.each<[string, string, JsonObject, readonly string[]]>([
    ['unknown', 'AWS::ECS::Service', { ...service, Bogus: 1 }, ['Encountered unsupported property Bogus']],
    [
      'unknown, inside',
      'AWS::ECS::Service',
      { ...service, LoadBalancers: [{ ContainerPort: 80, Port: 1 }] },
      ['Encountered unsupported property LoadBalancers[0].Port'],
    ],
    [
      'missing',
      'AWS::ElasticLoadBalancingV2::ListenerRule',
      { Actions: [{ Type: 'forward' }], Conditions: [] },
      ['Missing required property Priority'],
    ],
    [
      'missing, inside',
      'AWS::CodeDeploy::DeploymentGroup',
      { ApplicationName: 'a', ServiceRoleArn: 'b', ECSServices: [{ ClusterName: 'c' }] },
      ['Missing required property ECSServices[0].ServiceName'],
    ],
    [
      'no integer',
      'AWS::ECS::Service',
      { ...service, DesiredCount: '1x' },
      ['Value of property DesiredCount must be of type Integer'],
    ],
    [
      'a fraction',
      'AWS::ECS::Service',
      { ...service, DesiredCount: 1.5 },
      ['Value of property DesiredCount must be of type Integer'],
    ],
    [
      'no boolean',
      'AWS::ECS::Service',
      { ...service, EnableECSManagedTags: 'yes' },
      ['Value of property EnableECSManagedTags must be of type Boolean'],
    ],
    [
      'no list',
      'AWS::ECS::Service',
      { ...service, LoadBalancers: { ContainerPort: 80 } },
      ['Value of property LoadBalancers must be of type List'],
    ],
    [
      'no text in a list',
      'AWS::ECS::Service',
      { ...service, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [['a']] } } },
      ['Value of property NetworkConfiguration.AwsvpcConfiguration.Subnets[0] must be of type String'],
    ],
    [
      'no object',
      'AWS::ECS::Service',
      { ...service, NetworkConfiguration: 'a' },
      ['Value of property NetworkConfiguration must be of type Object'],
    ],
    [
      'not allowed',
      'AWS::ECS::Service',
      { ...service, LaunchType: 'FARGAT' },
      ['Value of property LaunchType must be one of [EC2, FARGATE, EXTERNAL], not "FARGAT"'],
    ],
    [
      'a tag without a value',
      'AWS::ECS::Service',
      { ...service, Tags: [{ Key: 'a' }] },
      ['Missing required property Tags[0].Value'],
    ],
    [
      'a list of tags where a map is due',
      'AWS::SSM::Parameter',
      { Type: 'String', Value: 'a', Tags: [{ Key: 'a', Value: 'b' }] },
      ['Value of property Tags must be of type Map'],
    ],
    [
      'a number in a map of texts',
      'AWS::SSM::Parameter',
      { Type: 'String', Value: 'a', Tags: { a: 1 } },
      ['Value of property Tags.a must be of type String'],
    ],
    [
      'a number for a policy',
      'AWS::IAM::Role',
      { AssumeRolePolicyDocument: 1 },
      ['Value of property AssumeRolePolicyDocument must be of type Json'],
    ],
    [
      'several',
      'AWS::ECS::Service',
      { constructor: 1, DesiredCount: {}, Cluster: [] },
      [
        'Encountered unsupported property constructor',
        'Value of property DesiredCount must be of type Integer',
        'Value of property Cluster must be of type String',
      ],
    ],
    ['a type that is none', 'AWS::ECS::Clutser', {}, ['Unrecognized resource type: AWS::ECS::Clutser']],
  ])('%s', (_, type, properties, faults) => {
    expect(checkProperties(type, properties)).toEqual(faults);
  });
});

describe('scalars made to fit', () => {
  test.each<[string, string, JsonObject, JsonObject]>([
    ['an integer', 'AWS::ECS::Service', { DesiredCount: '2' }, { DesiredCount: 2 }],
    ['a number', 'AWS::CloudWatch::Alarm', { Threshold: '0.5', Period: '060' }, { Threshold: 0.5, Period: 60 }],
    [
      'a boolean',
      'AWS::ECS::Service',
      { EnableECSManagedTags: 'true', EnableExecuteCommand: 'false' },
      { EnableECSManagedTags: true, EnableExecuteCommand: false },
    ],
    ['a text', 'AWS::ECS::TaskDefinition', { Cpu: 256, Family: true }, { Cpu: '256', Family: 'true' }],
    [
      'inside lists',
      'AWS::ECS::TaskDefinition',
      {
        ContainerDefinitions: [
          {
            Essential: 'true',
            PortMappings: [{ ContainerPort: '80' }],
            DockerLabels: { a: 1 },
            Environment: [{ Name: 'A', Value: 5 }],
          },
        ],
      },
      {
        ContainerDefinitions: [
          {
            Essential: true,
            PortMappings: [{ ContainerPort: 80 }],
            DockerLabels: { a: '1' },
            Environment: [{ Name: 'A', Value: '5' }],
          },
        ],
      },
    ],
    ['tags', 'AWS::ECS::Service', { Tags: [{ Key: 'a', Value: 1 }] }, { Tags: [{ Key: 'a', Value: '1' }] }],
    [
      'nothing of what fits one of several types',
      'AWS::ControlTower::EnabledControl',
      {
        Parameters: [
          { Key: 'a', Value: 80 },
          { Key: 'b', Value: true },
        ],
      },
      {
        Parameters: [
          { Key: 'a', Value: 80 },
          { Key: 'b', Value: true },
        ],
      },
    ],
    [
      'nothing in free JSON',
      'AWS::IAM::Role',
      { AssumeRolePolicyDocument: { a: 1, b: 'true' } },
      { AssumeRolePolicyDocument: { a: 1, b: 'true' } },
    ],
    [
      'nothing that does not fit',
      'AWS::ECS::Service',
      { DesiredCount: '2 ', EnableECSManagedTags: 'True', LoadBalancers: 'a', Bogus: '1' },
      { DesiredCount: '2 ', EnableECSManagedTags: 'True', LoadBalancers: 'a', Bogus: '1' },
    ],
  ])('%s', (_, type, before, after) => {
    expect(coerceProperties(type, before)).toEqual(after);
  });

  test('twice is once, and faults never grow', () => {
    const scalar = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('true', '80', '1.5'),
    );
    const names = [
      ...(typeFacts('AWS::ECS::TaskDefinition')?.properties ?? []),
      'Bogus',
      'Essential',
      'Name',
      'PortMappings',
      'ContainerPort',
      'Key',
      'Value',
    ];
    const { object } = fc.letrec<{ node: Json; object: JsonObject }>((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie('node'), { maxLength: 3 }), tie('object')),
      object: fc.dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(object, (properties) => {
        const once = coerceProperties('AWS::ECS::TaskDefinition', properties);
        expect(coerceProperties('AWS::ECS::TaskDefinition', once)).toEqual(once);
        const faults = (each: JsonObject) => checkProperties('AWS::ECS::TaskDefinition', each).length;
        expect(faults(once)).toBeLessThanOrEqual(faults(properties));
      }),
    );
  });
});

test('a required member is missed though every object inherits one of that name', () => {
  const member = { type: { type: 'string' }, required: true } as const;
  const properties = { toString: member, valueOf: member, Name: member };
  expect(checkMembers({ Name: 'a' }, properties, 'A')).toEqual([
    'Missing required property A.toString',
    'Missing required property A.valueOf',
  ]);
});
