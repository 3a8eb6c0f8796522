/** Rules about parameters. */
import { describe, expect, test } from '@jest/globals';
import { readParameters } from '../../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { checkRules } from '../../../sandbox/cloudformation/template/rules.ts';
import { network, refusal, surroundings, withTopic } from './surroundings.ts';

const parameters = `Parameters:
  Name: { Type: String, Default: shop }
  Size: { Type: Number, Default: 2 }
  Zones: { Type: CommaDelimitedList, Default: 'a, b' }
  Vpc: { Type: 'AWS::EC2::VPC::Id', Default: vpc-11111111 }
  Subnet: { Type: 'AWS::EC2::Subnet::Id', Default: subnet-aaaaaaaa }
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>', Default: 'subnet-aaaaaaaa,subnet-bbbbbbbb' }
`;

function check(rules: string, given: Readonly<Record<string, string>> = {}, known = true): readonly string[] {
  const template = readTemplate(withTopic(`${parameters}Rules:\n${rules}`));
  const around = known ? { ...surroundings, network } : surroundings;
  return checkRules(template, readParameters(template, new Map(Object.entries(given)), around), around);
}

const one = (assert: string, condition?: string): string =>
  `  R:\n${condition === undefined ? '' : `    RuleCondition: ${condition}\n`}    Assertions: [{ Assert: ${assert}, AssertDescription: R does not hold }]\n`;

test.each([
  ['!Equals [!Ref Name, shop]', true],
  ['!Equals [!Ref Name, Shop]', false],
  ['!Equals [!Ref Size, 2]', true],
  ['!Equals [!Ref Zones, [a, b]]', true],
  ['!Not [!Equals [!Ref Name, shop]]', false],
  ['!And [!Equals [a, a], !Equals [b, b], !Equals [c, d]]', false],
  ['!Or [!Equals [a, b], !Equals [b, b]]', true],
  ['!Contains [[shop, other], !Ref Name]', true],
  ['!Contains [[other], !Ref Name]', false],
  ['!Contains [!Ref Zones, a]', true],
  ['!EachMemberEquals [!Ref Zones, a]', false],
  ['!EachMemberEquals [[a, a], a]', true],
  ['!EachMemberIn [!Ref Zones, [a, b, c]]', true],
  ['!EachMemberIn [!Ref Zones, [a]]', false],
  ['!Contains [!RefAll AWS::EC2::VPC::Id, !Ref Vpc]', true],
  ['!Equals [!ValueOf [Subnet, VpcId], !Ref Vpc]', true],
  ['!EachMemberEquals [!ValueOf [Subnets, VpcId], !Ref Vpc]', true],
  ['!EachMemberEquals [!ValueOfAll [AWS::EC2::Subnet::Id, VpcId], vpc-22222222]', false],
  ['!EachMemberIn [!ValueOfAll [AWS::EC2::Subnet::Id, VpcId], !RefAll AWS::EC2::VPC::Id]', true],
])('%s: %s', (assert, holds) => {
  if (holds) expect(check(one(assert))).toEqual([]);
  else expect(refusal(() => check(one(assert)))).toContain('R does not hold');
});

test('subnets of another VPC are found in every parameter of the type', () => {
  const rule = one('!EachMemberEquals [!ValueOfAll [AWS::EC2::Subnet::Id, VpcId], !Ref Vpc]');
  expect(check(rule)).toEqual([]);
  expect(refusal(() => check(rule, { Subnet: 'subnet-cccccccc' }))).toContain('R does not hold');
  expect(refusal(() => check(rule, { Subnets: 'subnet-aaaaaaaa,subnet-cccccccc' }))).toContain('R does not hold');
});

test('a rule whose condition does not hold asserts nothing', () => {
  expect(check(one('!Equals [a, b]', '!Equals [!Ref Name, other]'))).toEqual([]);
  expect(refusal(() => check(one('!Equals [a, b]', '!Equals [!Ref Name, shop]')))).toContain('R does not hold');
});

test('every broken assertion is told; one without words by its rule', () => {
  const rules = `  A:
    Assertions:
      - { Assert: !Equals [a, b], AssertDescription: first }
      - { Assert: !Equals [a, a], AssertDescription: second }
      - { Assert: !Equals [a, b], AssertDescription: third }
  B: { Assertions: [{ Assert: !Equals [a, b] }] }
`;
  expect(refusal(() => check(rules))).toBe(
    'Template validation error: first; third; An assertion of rule B does not hold.',
  );
});

describe('where networks are not known', () => {
  const subnets = '!EachMemberIn [!ValueOfAll [AWS::EC2::Subnet::Id, VpcId], !RefAll AWS::EC2::VPC::Id]';
  test.each([
    ['is let pass and named', one(subnets), ['R']],
    ['its contrary too', one(`!Not [${subnets}]`), ['R']],
    ['with what holds', one(`!And [${subnets}, !Equals [a, a]]`), ['R']],
    ['or what holds', one(`!Or [${subnets}, !Equals [a, a]]`), []],
    ['as a condition of what holds', one('!Equals [a, a]', subnets), []],
    ['as a condition of what does not', one('!Equals [a, b]', subnets), ['R']],
    ['under a condition that does not hold', one(subnets, '!Equals [a, b]'), []],
    ["another type's", one('!Contains [!RefAll AWS::EC2::KeyPair::KeyName, a]'), ['R']],
  ])('%s', (_, rules, unjudged) => {
    expect(check(rules, {}, false)).toEqual(unjudged);
  });

  test('what is broken without it is broken', () => {
    expect(refusal(() => check(one(`!And [${subnets}, !Equals [a, b]]`), {}, false))).toContain('R does not hold');
  });
});
