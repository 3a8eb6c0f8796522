/** The structure of a template. */
import { describe, expect, test } from '@jest/globals';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { refusal, withTopic, withValue } from './surroundings.ts';

const whole = `
AWSTemplateFormatVersion: 2010-09-09
Description: a shop
Metadata: { A: { b: 1 } }
Parameters:
  Name:
    Type: String
    Default: 010
    AllowedPattern: '[a-z0-9]+'
    ConstraintDescription: lower case
    Description: a name
    MinLength: 1
    MaxLength: '8'
    NoEcho: true
  Size: { Type: Number, Default: 2, MinValue: 1, MaxValue: 3.5, AllowedValues: [1, 2] }
Mappings: { Sizes: { small: { cpu: 256, zones: [a, b] } } }
Conditions: { Big: !Equals [!Ref Size, '2'], Both: !And [!Condition Big, !Not [!Condition Big]] }
Rules:
  Named:
    RuleCondition: !Equals [!Ref Size, '2']
    Assertions:
      - Assert: !Contains [[a, b], !Ref Name]
        AssertDescription: a or b
      - Assert: !Not [!Equals [!Ref Name, c]]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Condition: Big
    DependsOn: [Cluster]
    DeletionPolicy: Retain
    UpdateReplacePolicy: Snapshot
    Metadata: { c: d }
    Properties: { TopicName: !Ref Name }
  Cluster: { Type: 'AWS::ECS::Cluster', DependsOn: Log }
  Log: { Type: 'AWS::Logs::LogGroup', UpdatePolicy: {}, CreationPolicy: {} }
Outputs:
  Topic: { Value: !Ref Topic, Condition: Big, Description: it, Export: { Name: !Sub '\${AWS::StackName}-T' } }
  Arn: { Value: !GetAtt Cluster.Arn }
`;

test('a whole template', () => {
  const template = readTemplate(whole);
  expect(template).toMatchObject({
    description: 'a shop',
    metadata: { A: { b: 1 } },
    mappings: { Sizes: { small: { cpu: 256 } } },
  });
  expect([...template.parameters]).toEqual([
    ['Name', { type: 'String', default: '8', allowedValues: null, allowedPattern: '[a-z0-9]+', constraintDescription: 'lower case', description: 'a name', minLength: 1, maxLength: 8, minValue: null, maxValue: null, noEcho: true }],
    ['Size', { type: 'Number', default: '2', allowedValues: ['1', '2'], allowedPattern: null, constraintDescription: null, description: null, minLength: null, maxLength: null, minValue: 1, maxValue: 3.5, noEcho: false }],
  ]); // prettier-ignore
  expect([...template.conditions.keys()]).toEqual(['Big', 'Both']);
  expect(template.rules.get('Named')?.assertions).toEqual([
    { assert: { 'Fn::Contains': [['a', 'b'], { Ref: 'Name' }] }, description: 'a or b' },
    { assert: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Name' }, 'c'] }] }, description: null },
  ]);
  expect([...template.resources.keys()]).toEqual(['Topic', 'Cluster', 'Log']);
  expect(template.resources.get('Topic')).toEqual({
    type: 'AWS::SNS::Topic',
    properties: { TopicName: { Ref: 'Name' } },
    dependsOn: ['Cluster'],
    condition: 'Big',
    metadata: { c: 'd' },
    deletionPolicy: 'Retain',
    updateReplacePolicy: 'Snapshot',
  });
  expect(template.resources.get('Cluster')).toMatchObject({
    dependsOn: ['Log'],
    condition: null,
    deletionPolicy: 'Delete',
  });
  expect([...template.outputs]).toEqual([
    ['Topic', { value: { Ref: 'Topic' }, condition: 'Big', description: 'it', exportName: { 'Fn::Sub': '${AWS::StackName}-T' } }],
    ['Arn', { value: { 'Fn::GetAtt': ['Cluster', 'Arn'] }, condition: null, description: null, exportName: null }],
  ]); // prettier-ignore
});

test('every parameter type of CloudFormation', () => {
  const types = ['String', 'Number', 'List<Number>', 'List<String>', 'CommaDelimitedList', 'AWS::EC2::VPC::Id', 'List<AWS::EC2::Subnet::Id>',
    'AWS::EC2::KeyPair::KeyName', 'AWS::Route53::HostedZone::Id', 'AWS::SSM::Parameter::Name', 'AWS::SSM::Parameter::Value<String>',
    'AWS::SSM::Parameter::Value<List<String>>', 'AWS::SSM::Parameter::Value<CommaDelimitedList>', 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>']; // prettier-ignore
  const lines = types.map((type, index) => `  P${String(index)}: { Type: '${type}' }`);
  const template = readTemplate(withTopic(`Parameters:\n${lines.join('\n')}`));
  expect([...template.parameters.values()].map(({ type }) => type)).toEqual(types);
});

describe('refused', () => {
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index)).join('\n');
  test.each([
    ['no resources', 'Description: x', 'At least one Resources member must be defined.'],
    ['an empty list of them', 'Resources: {}', 'At least one Resources member must be defined.'],
    ['an unknown section', withTopic('Foo: {}\nBar: {}'), 'Invalid template property or properties [Foo, Bar]'],
    [
      'a transform',
      withTopic('Transform: AWS::LanguageExtensions'),
      'A Transform (AWS::LanguageExtensions and others) is not emulated',
    ],
    ['another version', withTopic("AWSTemplateFormatVersion: '2020-01-01'"), 'unsupported template version'],
    ['a description that is no text', withTopic('Description: [a]'), 'Description must be a string'],
    ['too long a description', withTopic(`Description: ${'é'.repeat(513)}`), 'longer than 1024 bytes'],
    ['a section that is a list', withTopic('Parameters: [a]'), '[/Parameters] Parameters must be an object.'],
    [
      'a parameter without a type',
      withTopic('Parameters: { A: {} }'),
      'Every Parameters object must contain a Type member. (A)',
    ],
    [
      'an unknown type',
      withTopic("Parameters: { A: { Type: 'AWS::EC2::Vpc::Id' } }"),
      'Unrecognized parameter type: AWS::EC2::Vpc::Id',
    ],
    ['a list of lists', withTopic("Parameters: { A: { Type: 'List<List<String>>' } }"), 'Unrecognized parameter type'],
    [
      'a nested SSM type',
      withTopic("Parameters: { A: { Type: 'AWS::SSM::Parameter::Value<AWS::SSM::Parameter::Value<String>>' } }"),
      'Unrecognized parameter type',
    ],
    [
      'a number of SSM',
      withTopic("Parameters: { A: { Type: 'AWS::SSM::Parameter::Value<Number>' } }"),
      'Unrecognized parameter type',
    ],
    [
      'an unknown member',
      withTopic('Parameters: { A: { Type: String, Pattern: x } }'),
      "Invalid template parameter property 'Pattern' (A)",
    ],
    [
      'a default that is an object',
      withTopic('Parameters: { A: { Type: String, Default: { a: b } } }'),
      'Every Default member must be a string',
    ],
    [
      'a length that is no number',
      withTopic('Parameters: { A: { Type: String, MinLength: a } }'),
      'MinLength of parameter A must be a number',
    ],
    [
      'a pattern that is none',
      withTopic('Parameters: { A: { Type: String, AllowedPattern: "(" } }'),
      'AllowedPattern ( of parameter A',
    ],
    [
      'a name with a dash',
      withTopic('Parameters: { A-b: { Type: String } }'),
      'Parameter name A-b is non alphanumeric.',
    ],
    [
      '201 parameters',
      withTopic(`Parameters:\n${many(201, (n) => `  P${String(n)}: { Type: String }`)}`),
      'Number of parameters, 201, is greater than maximum allowed, 200',
    ],
    [
      '501 resources',
      `Resources:\n${many(501, (n) => `  R${String(n)}: { Type: 'AWS::SNS::Topic' }`)}`,
      'Number of resources, 501, is greater than maximum allowed, 500',
    ],
    [
      '201 outputs',
      `${withTopic('')}Outputs:\n${many(201, (n) => `  O${String(n)}: { Value: a }`)}`,
      'Number of outputs, 201, is greater than maximum allowed, 200',
    ],
    [
      'a resource without a type',
      'Resources: { A: { Properties: {} } }'.replace(/^/, '\n'),
      '[/Resources/A] Every Resources object must contain a Type member.',
    ],
    [
      'an unknown type of resource',
      "Resources:\n  A: { Type: 'AWS::ECS::Clutser' }",
      'Unrecognized resource types: [AWS::ECS::Clutser]',
    ],
    [
      'a custom resource',
      "Resources:\n  A: { Type: 'Custom::Flip' }",
      'The custom resource Custom::Flip is not emulated',
    ],
    [
      'an unknown attribute of a resource',
      "Resources:\n  A: { Type: 'AWS::SNS::Topic', DependOn: B }",
      "Invalid template resource property 'DependOn'",
    ],
    [
      'a policy that is none',
      "Resources:\n  A: { Type: 'AWS::SNS::Topic', DeletionPolicy: Keep }",
      'Invalid DeletionPolicy "Keep" of resource A',
    ],
    [
      'a policy that is a function',
      "Resources:\n  A: { Type: 'AWS::SNS::Topic', DeletionPolicy: !Ref AWS::Region }",
      'Invalid DeletionPolicy',
    ],
    [
      'RetainExceptOnCreate at a replacement',
      "Resources:\n  A: { Type: 'AWS::SNS::Topic', UpdateReplacePolicy: RetainExceptOnCreate }",
      'Invalid UpdateReplacePolicy',
    ],
    [
      'a map with a dash',
      withTopic('Mappings: { A-b: { c: { d: e } } }'),
      "Mappings attribute name 'A-b' must contain only alphanumeric",
    ],
    [
      'a key of a map with a space',
      withTopic('Mappings: { A: { 1 vCPU: { d: e } } }'),
      "Mappings attribute name '1 vCPU' must",
    ],
    [
      'a value of a map with a dash',
      withTopic('Mappings: { A: { b-c.d: { e-f: g } } }'),
      "Mappings attribute name 'e-f' must",
    ],
    [
      'a map of objects',
      withTopic('Mappings: { A: { b: { c: [{ d: e }] } } }'),
      'Every Mappings attribute must be a String or a List. (A)',
    ],
    [
      'a mapping without levels',
      withTopic('Mappings: { A: { b: c } }'),
      'Every Mappings attribute must be a String or a List. (A)',
    ],
    [
      'an output without a value',
      `${withTopic('')}Outputs: { A: { Description: x } }`,
      'Every Outputs member must contain a Value object. (A)',
    ],
    [
      'an export without a name',
      `${withTopic('')}Outputs: { A: { Value: x, Export: {} } }`,
      'Output A has an Export without a Name',
    ],
    ['one name for two', withTopic('Parameters: { Topic: { Type: String } }'), 'Duplicate logical ids: [Topic]'],
  ])('%s', (_, body, message) => {
    expect(refusal(() => readTemplate(body))).toContain(message);
  });
});

describe('references to what is not there', () => {
  const conditions = 'Conditions:\n  C: !Equals [a, b]\n';
  test.each([
    ['!Ref Missing', 'Unresolved resource dependencies [Missing] in the Resources block of the template'],
    ["!Sub '${Missing}'", 'Unresolved resource dependencies [Missing] in the Resources block of the template'],
    ["!Sub ['${A}', {A: !Ref Missing}]", 'Unresolved resource dependencies [Missing]'],
    ['!If [C, a, !Ref Missing]', 'Unresolved resource dependencies [Missing]'],
    ['!Ref constructor', 'Unresolved resource dependencies [constructor]'],
    ['!GetAtt Missing.Arn', 'Template error: instance of Fn::GetAtt references undefined resource Missing'],
    ["!Sub '${Missing.Arn}'", 'instance of Fn::GetAtt references undefined resource Missing'],
    ['!GetAtt Other.Nmae', 'Template error: resource Other does not support attribute type Nmae in Fn::GetAtt'],
    ["!Sub '${Other.Nmae}'", 'resource Other does not support attribute type Nmae in Fn::GetAtt'],
    ['!If [D, a, b]', 'Template error: unresolved condition dependency D'],
    ['!GetAtt Other', 'every Fn::GetAtt object requires two non-empty parameters'],
    ['!Ref [A]', 'every Ref object must have a single String value'],
    ['!Join [a]', 'every Fn::Join object requires two parameters'],
    ['!Select [a, b, c]', 'Fn::Select requires a list argument with two elements'],
    ['!Split [a, [b]]', 'every Fn::Split object requires two parameters'],
    ['!FindInMap [A, B]', 'every Fn::FindInMap object requires three parameters'],
    ['!FindInMap [A, B, C, {DefaultValue: d}]', 'a DefaultValue need AWS::LanguageExtensions'],
    ["!FindInMap [A, !Sub '${AWS::Region}', C]", 'of functions only Ref and Fn::FindInMap'],
    [
      '!ImportValue {"Fn::Sub": "${Other}-x"}',
      'the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs (Other)',
    ],
    ['!If [C, a]', 'Fn::If requires a list argument with three elements'],
    ["!Sub '${A b}'", 'variable names in Fn::Sub syntax must contain only alphanumeric characters'],
    ["!Sub ['a']", "One or more Fn::Sub intrinsic functions don't specify expected arguments"],
    ['!Length [a]', 'Fn::Length (it needs AWS::LanguageExtensions) is not emulated'],
    ['!ToJsonString {a: b}', 'Fn::ToJsonString (it needs AWS::LanguageExtensions) is not emulated'],
    ['!Transform {Name: AWS::Include}', 'Fn::Transform is not emulated'],
    ['{ "Fn::Upper": a }', 'Fn::Upper is no function of CloudFormation'],
    ['!Equals [a, b]', 'Fn::Equals is no function'],
    ['{ "Fn::Join": ["", []], a: b }', 'Fn::Join must stand alone, not beside a'],
  ])('%s', (value, message) => {
    expect(refusal(() => withValue(value, conditions))).toContain(message);
  });

  test.each([
    [
      'an output',
      `${withTopic('')}Outputs: { A: { Value: !Ref Missing } }`.replace('Outputs: {', 'Outputs:\n  {'),
      'Unresolved resource dependencies [Missing] in the Outputs block of the template',
    ],
    [
      'DependsOn',
      "Resources:\n  A: { Type: 'AWS::SNS::Topic', DependsOn: [B] }",
      'Unresolved resource dependencies [B] in the Resources block',
    ],
    [
      'a condition of a resource',
      "Resources:\n  A: { Type: 'AWS::SNS::Topic', Condition: B }",
      'unresolved condition dependency B',
    ],
    [
      'a condition in a condition',
      withTopic('Conditions: { A: !Not [!Condition B] }'),
      'Unresolved condition dependencies [B] in the Conditions block',
    ],
    [
      'a resource in a condition',
      withTopic('Conditions: { A: !Equals [!Ref Topic, b] }'),
      'Unresolved dependencies [Topic]. Cannot reference resources in the Conditions block of the template',
    ],
    ['a condition that is none', withTopic('Conditions: { A: true }'), 'Conditions can only be boolean operations'],
    [
      'And of one',
      withTopic('Conditions: { A: !And [!Equals [a, b]] }'),
      'every Fn::And object requires a list of at least 2 and at most 10',
    ],
    [
      'conditions in a circle',
      withTopic('Conditions: { A: !Not [!Condition B], B: !Not [!Condition A], C: !Not [!Condition A] }'),
      'Circular dependency between conditions: [A, B]',
    ],
    [
      'a rule of a resource',
      withTopic('Rules: { A: { Assertions: [{ Assert: !Equals [!Ref Topic, b] }] } }'),
      'Rules can only reference parameters',
    ],
    [
      'a rule with Fn::If',
      withTopic('Rules: { A: { Assertions: [{ Assert: !If [a, b, c] }] } }'),
      'Rules can only use Fn::And',
    ],
    [
      'Not of no list',
      withTopic('Rules: { A: { Assertions: [{ Assert: !Not { "Fn::Equals": [a, b] } }] } }'),
      'Rules can only use Fn::And',
    ],
    ['a rule without assertions', withTopic('Rules: { A: { Assertions: [] } }'), 'must have a list of Assertions'],
  ])('%s', (_, body, message) => {
    expect(refusal(() => readTemplate(body))).toContain(message);
  });
});

test('resources that depend on each other are named, those that merely wait for them are not', () => {
  const topic = (name: string, value: string, more = '') =>
    `  ${name}: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: ${value} }${more} }`;
  const body = [
    'Resources:',
    topic('A', '!Ref B'),
    topic('B', "!Sub '${C.TopicName}'"),
    topic('C', 'x', ', DependsOn: A'),
    topic('D', '!Ref A'),
    topic('E', 'x'),
  ].join('\n');
  expect(refusal(() => readTemplate(body))).toBe('Circular dependency between resources: [A, B, C]');
  expect(refusal(() => readTemplate(`Resources:\n${topic('A', '!Ref A')}`))).toBe(
    'Circular dependency between resources: [A]',
  );
});

test("a policy's Condition and a lone text `${!Literal}` are no references", () => {
  const body = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Description: !Sub 'a \${!Literal} $ {b'
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Condition: { StringEquals: { a: b } } }]
`;
  expect(readTemplate(body).resources.size).toBe(1);
});
