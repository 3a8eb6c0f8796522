/** Functions, conditions, order, outputs. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, type Evaluation } from '../../../sandbox/cloudformation/template/evaluate.ts';
import { readParameters } from '../../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { made, refusal, surroundings, withTopic } from './surroundings.ts';

const sections = `
Parameters:
  Name: { Type: String, Default: shop }
  Port: { Type: Number, Default: 80 }
  Zones: { Type: CommaDelimitedList, Default: 'x, y' }
Mappings:
  Sizes: { small: { cpu: 256, zones: [a, b] }, own: { name: small } }
Conditions:
  Live: !Equals [!Ref Name, shop]
  Idle: !Not [!Condition Live]
`;

const evaluated = (body: string, given: Readonly<Record<string, string>> = {}, around = surroundings): Evaluation => {
  const template = readTemplate(body);
  return evaluate(template, readParameters(template, new Map(Object.entries(given)), around), around);
};

/** What a value in an output's place of a list or text resolves to: a property that takes anything. */
function value(text: string, around = surroundings): unknown {
  const body = `${sections}
Resources:
  Other: { Type: 'AWS::ECS::Cluster' }
  Gone: { Type: 'AWS::SNS::Topic', Condition: Idle }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Value: ${text}
`;
  const { AssumeRolePolicyDocument: document } = evaluated(body, {}, around).properties('Role', made);
  return (document as { readonly Value?: unknown }).Value;
}

describe('functions', () => {
  test.each<[string, unknown]>([
    ['!Ref Name', 'shop'],
    ['!Ref Port', '80'],
    ['!Ref Zones', ['x', 'y']],
    ['!Ref Other', 'Other-id'],
    ['!GetAtt Other.Arn', 'arn:aws:x:Other'],
    ['!GetAtt [Other, !Sub Arn]', 'arn:aws:x:Other'],
    ['!Ref AWS::AccountId', '123456789012'],
    ['!Ref AWS::Region', 'eu-west-1'],
    ['!Ref AWS::Partition', 'aws'],
    ['!Ref AWS::StackName', 'shop'],
    ['!Ref AWS::StackId', surroundings.stackId],
    ['!Ref AWS::URLSuffix', 'amazonaws.com'],
    ['!Ref AWS::NotificationARNs', []],
    ['!Ref AWS::NoValue', undefined],
    ['[a, !Ref AWS::NoValue, b]', ['a', 'b']],
    ['{a: !Ref AWS::NoValue, b: {c: !If [Idle, d, !Ref AWS::NoValue]}}', { b: {} }],
    [
      "!Sub '${Name}:${AWS::Region}:${Other}:${Other.Arn}:${!Name}:$x{}'",
      'shop:eu-west-1:Other-id:arn:aws:x:Other:${Name}:$x{}',
    ],
    ["!Sub ['${A}${Name}${ B }', {A: !Join ['', [1, true]], Name: own, B: !Ref Port}]", '1trueown80'],
    ["!Sub ''", ''],
    ["!Join ['-', [a, !Ref Port, 1, true, !Ref AWS::NoValue]]", 'a-80-1-true'],
    ["!Join [',', !Ref Zones]", 'x,y'],
    ["!Join ['', []]", ''],
    ["!Split ['/', 'a/b//c']", ['a', 'b', '', 'c']],
    ["!Split ['::', !Sub '${Name}::b']", ['shop', 'b']],
    ['!Select [1, [a, b]]', 'b'],
    ["!Select ['0', !Ref Zones]", 'x'],
    [
      "!Select [1, !Split ['/', !GetAtt Other.Arn]]",
      new Error('Fn::Select cannot select nonexistent value at index 1'),
    ],
    ['!Select [-1, [a]]', new Error('Fn::Select requires a list argument')],
    ['!If [Live, a, b]', 'a'],
    ['!If [Idle, a, !If [Live, [c], d]]', ['c']],
    ['!If [Idle, !Ref Gone, b]', 'b'],
    ['!FindInMap [Sizes, small, cpu]', 256],
    ['!FindInMap [Sizes, !FindInMap [Sizes, own, name], zones]', ['a', 'b']],
    ['!FindInMap [Sizes, big, cpu]', new Error('Template error: Unable to get mapping for Sizes::big::cpu')],
    ['!FindInMap [Sizes, toString, cpu]', new Error('Unable to get mapping for Sizes::toString::cpu')],
    ['!FindInMap [None, a, b]', new Error("Mapping named 'None' is not present")],
    ["!Base64 'é'", 'w6k='],
    ["!GetAZs ''", ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    ['!GetAZs us-east-1', ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ["!Select [2, !GetAZs {Ref: 'AWS::Region'}]", 'eu-west-1c'],
    ['!ImportValue network-VpcId', 'vpc-12345678'],
    ["!ImportValue {'Fn::Sub': 'network-${A}'}", new Error('Unresolved resource dependencies [A]')],
    ["!ImportValue {'Fn::Join': ['-', [network, VpcId]]}", 'vpc-12345678'],
    ['!ImportValue toString', new Error('No export named toString found.')],
    ["!Sub '${Zones}'", new Error('variable Zones in Fn::Sub expression does not resolve to a string')],
    ["!Join ['', [[a]]]", new Error('a list of strings to be joined; it got [["a"]]')],
    ['!Ref Gone', new Error('Unresolved resource dependencies [Gone] in the Resources block of the template')],
    ['!GetAtt Gone.TopicArn', new Error('Unresolved resource dependencies [Gone]')],
    ['!GetAtt Other.Nope', new Error('resource Other does not support attribute type Nope')],
  ])('%s', (text, expected) => {
    if (expected instanceof Error) expect(refusal(() => value(text))).toContain(expected.message);
    else expect(value(text)).toEqual(expected);
  });

  test('China has another suffix', () => {
    expect(value('!Ref AWS::URLSuffix', { ...surroundings, partition: 'aws-cn' })).toBe('amazonaws.com.cn');
  });

  test('what was split is joined again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z/]{0,20}$/), (text) => {
        expect(value(`!Join ['/', !Split ['/', '${text}']]`)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});

describe('conditions', () => {
  test.each([
    ['!Equals [a, a]', true],
    ['!Equals [a, A]', false],
    ['!Equals [!Ref Port, 80]', true],
    ["!Equals [!Ref Port, '80.0']", false],
    ['!Equals [!Join ["", !Ref Zones], xy]', true],
    ['!Equals [!Ref Zones, [x, y]]', true],
    ['!Equals [!Ref AWS::Region, eu-west-1]', true],
    ['!Equals [!FindInMap [Sizes, small, cpu], 256]', true],
    ['!Equals [!If [Live, a, b], a]', true],
    ['!Equals [!Select [0, !Ref Zones], x]', true],
    ["!Equals [!Sub '${Name}1', shop1]", true],
    ['!And [!Condition Live, !Equals [a, a], !Condition Idle]', false],
    ['!Or [!Condition Idle, !Condition Live]', true],
    ['!Not [!Or [!Condition Idle, !Condition Idle]]', true],
    ['!Not [!And [!Condition Live, !Condition Live]]', false],
  ])('%s: %s', (condition, holds) => {
    const body = withTopic(`${sections}  It: ${condition}`);
    expect(evaluated(body).condition('It')).toBe(holds);
  });

  test('a condition that many rely on is decided once', () => {
    const chain = Array.from(
      { length: 40 },
      (_, index) => `  C${String(index + 1)}: !And [!Condition C${String(index)}, !Condition C${String(index)}]`,
    );
    expect(evaluated(withTopic(`Conditions:\n  C0: !Equals [a, a]\n${chain.join('\n')}`)).condition('C40')).toBe(true);
  });
});

describe('the order', () => {
  const body = `${sections}
Resources:
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener, Gone]
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !If [Idle, !Ref Gone, !Sub '\${Task}']
  Listener:
    Type: AWS::SNS::Topic
    Properties: { TopicName: !GetAtt Cluster.Arn }
  Gone: { Type: 'AWS::SNS::Topic', Condition: Idle }
  Task: { Type: 'AWS::ECS::TaskDefinition' }
  Cluster: { Type: 'AWS::ECS::Cluster' }
Outputs:
  Gone: { Value: !Ref Gone, Condition: Idle }
  Arn: { Value: !GetAtt Cluster.Arn, Description: it, Export: { Name: !Sub '\${AWS::StackName}-Arn' } }
  Count: { Value: 3 }
`;

  test('each after what it depends on; what a condition leaves out is gone', () => {
    const evaluation = evaluated(body);
    expect(evaluation.order).toEqual(['Task', 'Cluster', 'Listener', 'Service']);
    expect(evaluation.dependencies('Service')).toEqual(['Cluster', 'Task', 'Listener']);
    expect(evaluated(body, { Name: 'x' }).order).toEqual(['Gone', 'Task', 'Cluster', 'Listener', 'Service']);
    expect(evaluated(body, { Name: 'x' }).dependencies('Service')).toEqual(['Cluster', 'Gone', 'Listener']);
  });

  test('outputs', () => {
    expect(evaluated(body).outputs(made)).toEqual([
      { name: 'Arn', value: 'arn:aws:x:Cluster', description: 'it', exportName: 'shop-Arn' },
      { name: 'Count', value: '3', description: null, exportName: null },
    ]);
  });

  test('what is not made yet is not guessed', () => {
    expect(refusal(() => evaluated(body).properties('Service', () => undefined))).toContain(
      'Resource Cluster is not made yet',
    );
  });

  test.each([
    ['a list', '!Ref Zones', 'Output A is malformed. The Value field'],
    ['what is gone', '!Ref Gone', 'Unresolved resource dependencies [Gone] in the Outputs block of the template'],
    ['nothing', '!Ref AWS::NoValue', 'Output A is malformed'],
  ])('an output of %s is refused', (_, text, message) => {
    const evaluation = evaluated(`${body}  A: { Value: ${text} }\n`);
    expect(refusal(() => evaluation.outputs(made))).toContain(message);
  });

  test('whatever depends on whatever, each comes after what it depends on', () => {
    const graph = fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(graph, fc.boolean(), (edges, reversed) => {
        // Only on those before it: no cycles.
        const lines = edges.map((targets, index) => {
          const earlier = targets.filter((target) => target < index).map((target) => `R${String(target)}`);
          return `  R${String(index)}: { Type: 'AWS::SNS::Topic', DependsOn: [${earlier.join(', ')}] }`;
        });
        const evaluation = evaluated(`Resources:\n${(reversed ? lines.toReversed() : lines).join('\n')}`);
        const { order } = evaluation;
        expect(order.toSorted()).toEqual(edges.map((_, index) => `R${String(index)}`).toSorted());
        for (const [index, name] of order.entries()) {
          for (const other of evaluation.dependencies(name)) expect(order.indexOf(other)).toBeLessThan(index);
        }
      }),
    );
  });
});

test('scalars get the type of the property', () => {
  const body = `${sections}
Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: !Ref Port
      HealthCheckEnabled: 'true'
      HealthCheckPath: 7
      Name: !Ref Name
      Matcher: { HttpCode: 200 }
      TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: 5 }]
      Tags: [{ Key: a, Value: 1 }]
`;
  expect(evaluated(body).properties('Group', made)).toEqual({
    Port: 80,
    HealthCheckEnabled: true,
    HealthCheckPath: '7',
    Name: 'shop',
    Matcher: { HttpCode: '200' },
    TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '5' }],
    Tags: [{ Key: 'a', Value: '1' }],
  });
});
