/** What an update of a stack would change. */
import { describe, expect, test } from '@jest/globals';
import { planChange } from '../../../sandbox/cloudformation/spec/plan-change.ts';
import { type PlannedChange, type PlanSide } from '../../../sandbox/cloudformation/spec/planned-change.ts';
import { readParameters } from '../../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { refusal, surroundings } from './surroundings.ts';

const body = `
Parameters:
  Name: { Type: String, Default: shop }
  Image: { Type: String, Default: nginx }
  Path: { Type: String, Default: / }
  Ssl: { Type: String, Default: policy-1 }
  Topics: { Type: String, Default: 'true' }
Mappings: { Cpu: { all: { cpu: 256 } } }
Conditions: { HasTopic: !Equals [!Ref Topics, 'true'] }
Resources:
  Cluster: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: !Ref Name } }
  Alb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Tags: [{ Key: own, Value: a }] } }
  Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', DeletionPolicy: Retain, Properties: { HealthCheckPath: !Ref Path } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Alb
      SslPolicy: !Ref Ssl
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Group }]
  Task:
    Type: AWS::ECS::TaskDefinition
    UpdateReplacePolicy: Retain
    Properties:
      Family: !Sub '\${Name}-task'
      Cpu: !FindInMap [Cpu, all, cpu]
      ContainerDefinitions: [{ Name: app, Image: !Ref Image }]
  Service:
    Type: AWS::ECS::Service
    DependsOn: Listener
    Metadata: { note: a }
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LoadBalancers: [{ TargetGroupArn: !Ref Group, ContainerName: app }]
  Topic: { Type: 'AWS::SNS::Topic', Condition: HasTopic, DeletionPolicy: RetainExceptOnCreate }
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: !If [HasTopic, [!Ref Topic], !Ref AWS::NoValue]
      Dimensions: [{ Name: LoadBalancer, Value: !GetAtt Alb.LoadBalancerFullName }]
`;

interface Edit {
  readonly from?: string;
  readonly to?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

function side({ from = '', to = '', values = {}, tags = {} }: Edit): PlanSide {
  if (!body.includes(from)) throw new Error(`the template has no ${from}`);
  const template = readTemplate(from === '' ? body : body.replace(from, to));
  const given = new Map(Object.entries(values));
  return {
    template,
    values: readParameters(template, given, surroundings),
    surroundings,
    stackTags: new Map(Object.entries(tags)),
  };
}

const plan = (edit: Edit): readonly PlannedChange[] => planChange(side({}), side(edit));

/** `Modify Task replace True: Family replace Parameter Name`, one line for each resource and property. */
const lines = (changes: readonly PlannedChange[]): readonly string[] =>
  changes.flatMap(({ action, logicalId, effect, replacement, policyAction, certain, details }) => [
    [action, logicalId, effect, replacement, policyAction, certain ? null : 'perhaps']
      .filter((word) => word !== null)
      .join(' '),
    ...details.map(({ scope, property, effect: own, causes }) => {
      const why = causes.map(({ source, entity }) =>
        [source.replace(/(Modification|Reference)$/, ''), entity].filter((word) => word !== null).join(' '),
      );
      return `  ${property ?? scope} ${own}: ${why.join(', ')}`;
    }),
  ]);

test('a new stack adds everything, in its order', () => {
  expect(lines(planChange(null, side({})))).toEqual([
    'Add Cluster',
    'Add Alb',
    'Add Group',
    'Add Listener',
    'Add Task',
    'Add Service',
    'Add Topic',
    'Add Alarm',
  ]);
});

test('the same changes nothing; nor does DependsOn, a description or an output', () => {
  expect(plan({})).toEqual([]);
  expect(plan({ from: '    DependsOn: Listener\n', to: '    DependsOn: [Listener, Topic]\n' })).toEqual([]);
  expect(plan({ from: 'Resources:\n', to: 'Description: other\nOutputs: { A: { Value: b } }\nResources:\n' })).toEqual(
    [],
  );
  expect(plan({ from: '!Ref Image', to: '!Sub "${Image}"' })).toEqual([]);
});

describe('parameters', () => {
  test('one that changes a resource in place', () => {
    expect(lines(plan({ values: { Ssl: 'policy-2' } }))).toEqual([
      'Modify Listener update False',
      '  SslPolicy update: Parameter Ssl',
    ]);
  });

  test('one that replaces a resource, and what names it', () => {
    expect(lines(plan({ values: { Image: 'httpd' } }))).toEqual([
      'Modify Task replace True ReplaceAndRetain',
      '  ContainerDefinitions replace: Parameter Image',
      'Modify Service update False',
      '  TaskDefinition update: Resource Task',
    ]);
  });

  test('one that replaces several: a change set knows only of the first that the second is replaced', () => {
    expect(lines(plan({ values: { Name: 'store' } }))).toEqual([
      'Modify Cluster replace True ReplaceAndDelete',
      '  ClusterName replace: Parameter Name',
      'Modify Task replace True ReplaceAndRetain',
      '  Family replace: Parameter Name',
      'Modify Service replace Conditional ReplaceAndDelete',
      '  Cluster replace: Resource Cluster',
      '  TaskDefinition update: Resource Task',
    ]);
  });

  test('one that a condition hangs on', () => {
    expect(lines(plan({ values: { Topics: 'false' } }))).toEqual([
      'Modify Alarm update False',
      '  AlarmActions update: Parameter Topics',
      'Remove Topic Retain',
    ]);
    expect(lines(planChange(side({ values: { Topics: 'false' } }), side({})))).toEqual([
      'Add Topic',
      'Modify Alarm update False',
      '  AlarmActions update: Parameter Topics, Resource Topic',
    ]);
  });

  test('a resource changed in place keeps its Ref', () => {
    expect(lines(plan({ values: { Path: '/health' } }))).toEqual([
      'Modify Group update False',
      '  HealthCheckPath update: Parameter Path',
    ]);
  });
});

describe('edits', () => {
  test('of a property that replaces: everything that names it', () => {
    expect(
      lines(plan({ from: 'Properties: { HealthCheckPath', to: 'Properties: { Port: 8080, HealthCheckPath' })),
    ).toEqual([
      'Modify Group replace True ReplaceAndDelete',
      '  Port replace: Direct',
      'Modify Listener update False',
      '  DefaultActions update: Resource Group',
      'Modify Service update False',
      '  LoadBalancers update: Resource Group',
    ]);
  });

  test('of a reference', () => {
    expect(lines(plan({ from: 'SslPolicy: !Ref Ssl', to: 'SslPolicy: fixed' }))).toEqual([
      'Modify Listener update False',
      '  SslPolicy update: Direct',
    ]);
  });

  test('of a reference and of its parameter', () => {
    expect(
      lines(plan({ from: 'SslPolicy: !Ref Ssl', to: "SslPolicy: !Sub 'x-${Ssl}'", values: { Ssl: 'y' } })),
    ).toEqual(['Modify Listener update False', '  SslPolicy update: Direct, Parameter Ssl']);
  });

  test('of a mapping', () => {
    expect(lines(plan({ from: 'cpu: 256', to: 'cpu: 512' }))).toEqual([
      'Modify Task replace True ReplaceAndRetain',
      '  Cpu replace: Direct',
      'Modify Service update False',
      '  TaskDefinition update: Resource Task',
    ]);
  });

  test('of a property whose resource has attributes in use: what names them is listed, perhaps for nothing', () => {
    expect(
      lines(
        plan({ from: 'Properties: { Tags: [{ Key: own', to: 'Properties: { IpAddressType: ipv4, Tags: [{ Key: own' }),
      ),
    ).toEqual([
      'Modify Alb update False',
      '  IpAddressType update: Direct',
      'Modify Alarm update False perhaps',
      '  Dimensions update: ResourceAttribute Alb.LoadBalancerFullName',
    ]);
  });

  test('of metadata and policies: the resource itself stays, and what names it too', () => {
    expect(lines(plan({ from: 'note: a', to: 'note: b' }))).toEqual([
      'Modify Service update False',
      '  Metadata update: Direct',
    ]);
    expect(lines(plan({ from: 'DeletionPolicy: Retain,', to: 'DeletionPolicy: Delete,' }))).toEqual([
      'Modify Group update False',
      '  DeletionPolicy update: Direct',
    ]);
    expect(lines(plan({ from: 'UpdateReplacePolicy: Retain', to: 'UpdateReplacePolicy: Delete' }))).toEqual([
      'Modify Task update False',
      '  UpdateReplacePolicy update: Direct',
    ]);
  });

  test('of a type', () => {
    expect(
      refusal(() => plan({ from: "Topic: { Type: 'AWS::SNS::Topic'", to: "Topic: { Type: 'AWS::SQS::Queue'" })),
    ).toBe(
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [Topic]',
    );
  });

  test('of a logical id: one is added, one removed, what names it changes', () => {
    const whole = side({});
    const renamed = { ...whole, template: readTemplate(body.replaceAll('Alb', 'Front')) };
    expect(lines(planChange(whole, renamed))).toEqual([
      'Add Front',
      'Modify Listener replace True ReplaceAndDelete',
      '  LoadBalancerArn replace: Direct, Resource Front',
      'Modify Alarm update False',
      '  Dimensions update: Direct, ResourceAttribute Front.LoadBalancerFullName',
      'Remove Alb Delete',
    ]);
  });
});

describe('stack-level tags', () => {
  const modified = (edit: Edit) =>
    plan(edit).map(({ logicalId, details }) => `${logicalId} ${details.map(({ scope }) => scope).join('+')}`);

  test('reach every resource that takes tags', () => {
    expect(modified({ tags: { team: 'a' } })).toEqual([
      'Cluster Tags',
      'Alb Tags',
      'Group Tags',
      'Listener Tags',
      'Task Tags',
      'Service Tags',
      'Topic Tags',
      'Alarm Properties+Tags',
    ]);
  });

  test('where a resource has the same key, its own wins', () => {
    expect(modified({ tags: { own: 'b' } })).not.toContain('Alb Tags');
  });

  test("a resource's own", () => {
    expect(lines(plan({ from: 'Value: a }', to: 'Value: b }' }))).toEqual([
      'Modify Alb update False',
      '  Tags update: Direct',
      'Modify Alarm update False perhaps',
      '  Dimensions update: ResourceAttribute Alb.LoadBalancerFullName',
    ]);
  });
});

describe('what depends on a change that may come to nothing', () => {
  const network = `
Parameters: { Tenancy: { Type: String, Default: default } }
Resources:
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16, InstanceTenancy: !Ref Tenancy } }
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
`;
  const networkSide = (Tenancy: string): PlanSide => {
    const template = readTemplate(network);
    const values = readParameters(template, new Map([['Tenancy', Tenancy]]), surroundings);
    return { template, values, surroundings, stackTags: new Map() };
  };

  test('a resource that is only perhaps replaced: others are perhaps replaced too, and no more than that', () => {
    expect(lines(planChange(networkSide('default'), networkSide('dedicated')))).toEqual([
      'Modify Vpc conditional Conditional',
      '  InstanceTenancy conditional: Parameter Tenancy',
      'Modify Subnet conditional Conditional perhaps',
      '  VpcId conditional: Resource Vpc',
    ]);
  });

  test('metadata alone: what names an attribute of the resource is not listed', () => {
    const edit = { from: "LoadBalancer', Properties", to: "LoadBalancer', Metadata: { note: b }, Properties" };
    expect(lines(plan(edit))).toEqual(['Modify Alb update False', '  Metadata update: Direct']);
  });
});
