/** Values of a template's parameters. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readParameters } from '../../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../../sandbox/cloudformation/template/read.ts';
import { network, refusal, surroundings, withTopic } from './surroundings.ts';

/** The value of one parameter P; undefined is not given. */
function read(
  declaration: string,
  value: string | undefined,
  around = surroundings,
): string | readonly string[] | undefined {
  const template = readTemplate(withTopic(`Parameters:\n  P: { ${declaration} }`));
  return readParameters(template, new Map(value === undefined ? [] : [['P', value]]), around).get('P');
}

test.each([
  ['a default', "Type: String, Default: ''", undefined, ''],
  ['a given value before the default', 'Type: String, Default: a', 'b', 'b'],
  ['an empty value before the default', 'Type: String, Default: a', '', ''],
  ['a number stays text', 'Type: Number', '080', '080'],
  ['a list, trimmed', 'Type: CommaDelimitedList', ' a, b ,,c', ['a', 'b', '', 'c']],
  ['an empty list is one empty member', "Type: CommaDelimitedList, Default: ''", undefined, ['']],
  ['numbers', 'Type: List<Number>, MaxValue: 3', '1, 2.5', ['1', '2.5']],
  ['a VPC', "Type: 'AWS::EC2::VPC::Id'", 'vpc-0123456789abcdef0', 'vpc-0123456789abcdef0'],
  [
    'subnets',
    "Type: 'List<AWS::EC2::Subnet::Id>'",
    'subnet-12345678,subnet-0123456789abcdef0',
    ['subnet-12345678', 'subnet-0123456789abcdef0'],
  ],
  ['a zone', "Type: 'AWS::EC2::AvailabilityZone::Name'", 'eu-west-1b', 'eu-west-1b'],
  ['a hosted zone', "Type: 'AWS::Route53::HostedZone::Id'", 'Z0123ABC', 'Z0123ABC'],
  ['a blank where the pattern says so', "Type: String, AllowedPattern: '^$|^vpc-[0-9a-f]{8,17}$'", '', ''],
  ['a pattern of several branches takes the whole value', "Type: String, AllowedPattern: 'a|bc'", 'bc', 'bc'],
  ['a pattern for each member', "Type: CommaDelimitedList, AllowedPattern: '[a-z]+'", 'a, b', ['a', 'b']],
  ['a pattern without case', "Type: String, AllowedPattern: '(?i)abc'", 'aBC', 'aBC'],
  ['allowed values', 'Type: String, AllowedValues: [1, true]', 'true', 'true'],
  ['just long and short enough', 'Type: String, MinLength: 2, MaxLength: 2', 'ab', 'ab'],
  ['the least', 'Type: Number, MinValue: 2, MaxValue: 9', '2', '2'],
  ['the most', 'Type: Number, MinValue: 2, MaxValue: 9', '9', '9'],
])('%s', (_, declaration, given, value) => {
  expect(read(declaration, given)).toEqual(value);
});

describe('refused', () => {
  test.each([
    ['no number', 'Type: Number', '1a', "Parameter 'P' must be a number"],
    ['a blank number', 'Type: Number', '', "Parameter 'P' must be a number"],
    ['hexadecimal', 'Type: Number', '0x10', "Parameter 'P' must be a number"],
    ['too small', 'Type: Number, MinValue: 2', '1.9', "Parameter 'P' must be a number not less than 2"],
    ['too large', 'Type: Number, MaxValue: 2', '3', "Parameter 'P' must be a number not greater than 2"],
    ['one of a list too large', 'Type: List<Number>, MaxValue: 2', '1,3', 'must be a number not greater than 2'],
    ['too short', 'Type: String, MinLength: 2', 'a', "Parameter 'P' must contain at least 2 characters"],
    ['too long', 'Type: String, MaxLength: 2', 'abc', "Parameter 'P' must contain at most 2 characters"],
    ['not allowed', 'Type: String, AllowedValues: [a, b]', 'c', "Parameter 'P' must be one of AllowedValues [a, b]"],
    ['a pattern in part', "Type: String, AllowedPattern: '[a-z]+'", 'abC', "Parameter 'P' must match pattern [a-z]+"],
    ['a branch of a pattern in part', "Type: String, AllowedPattern: 'a|b'", 'ax', 'must match pattern a|b'],
    ['a line end', "Type: String, AllowedPattern: '^[a-z]+$'", 'a\n', 'must match pattern'],
    ['one member of a list', "Type: CommaDelimitedList, AllowedPattern: '[a-z]+'", 'a,B', 'must match pattern'],
    [
      "the template's own words",
      "Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: lower case only",
      'A',
      'Parameter P failed to satisfy constraint: lower case only',
    ],
    ['a bad default', 'Type: String, Default: a, AllowedValues: [b]', undefined, 'must be one of AllowedValues'],
    [
      'a VPC by its name',
      "Type: 'AWS::EC2::VPC::Id'",
      'main',
      'parameter value main for parameter name P does not exist',
    ],
    ['a blank VPC', "Type: 'AWS::EC2::VPC::Id'", '', 'parameter value  for parameter name P does not exist'],
    ['a subnet for a VPC', "Type: 'AWS::EC2::VPC::Id'", 'subnet-12345678', 'does not exist'],
    [
      'one bad subnet',
      "Type: 'List<AWS::EC2::Subnet::Id>'",
      'subnet-12345678,vpc-12345678',
      'parameter value vpc-12345678 for parameter name P does not exist',
    ],
    ["another region's zone", "Type: 'AWS::EC2::AvailabilityZone::Name'", 'us-east-1a', 'does not exist'],
    [
      'a value of SSM',
      "Type: 'AWS::SSM::Parameter::Value<String>'",
      '/a/b',
      'The SSM parameter /a/b (parameter P) is not emulated',
    ],
    ['4097 bytes', 'Type: String', 'é'.repeat(2049), 'must not be longer than 4096 bytes'],
  ])('%s', (_, declaration, given, message) => {
    expect(refusal(() => read(declaration, given))).toContain(message);
  });

  test('missing and unknown names, all at once', () => {
    const template = readTemplate(
      withTopic('Parameters: { A: { Type: String }, B: { Type: Number }, C: { Type: String, Default: c } }'),
    );
    expect(refusal(() => readParameters(template, new Map(), surroundings))).toBe(
      'Parameters: [A, B] must have values',
    );
    const given = new Map(['A', 'B', 'D', 'constructor'].map((name) => [name, '1']));
    expect(refusal(() => readParameters(template, given, surroundings))).toBe(
      'Parameters: [D, constructor] do not exist in the template',
    );
  });
});

describe('where networks are known', () => {
  const around = { ...surroundings, network };
  test('an id that is there', () => {
    expect(read("Type: 'AWS::EC2::VPC::Id'", 'vpc-11111111', around)).toBe('vpc-11111111');
    expect(read("Type: 'List<AWS::EC2::Subnet::Id>'", 'subnet-aaaaaaaa', around)).toEqual(['subnet-aaaaaaaa']);
  });
  test('an id that is not', () => {
    expect(refusal(() => read("Type: 'AWS::EC2::VPC::Id'", 'vpc-12345678', around))).toContain('does not exist');
    expect(refusal(() => read("Type: 'List<AWS::EC2::Subnet::Id>'", 'subnet-12345678', around))).toContain(
      'does not exist',
    );
  });
});

test('a value of SSM, where there is one, is of the type; the constraints are for its name', () => {
  const around = { ...surroundings, storedParameters: new Map([['/image', 'ami-12345678'], ['/list', 'a, b']]) }; // prettier-ignore
  expect(read("Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', AllowedPattern: '/.*'", '/image', around)).toBe(
    'ami-12345678',
  );
  expect(read("Type: 'AWS::SSM::Parameter::Value<List<String>>'", '/list', around)).toEqual(['a', 'b']);
  expect(refusal(() => read("Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'", '/list', around))).toContain(
    'does not exist',
  );
  expect(refusal(() => read("Type: 'AWS::SSM::Parameter::Value<String>'", '/none', around))).toContain(
    'Unable to fetch parameters [/none]',
  );
});

describe('patterns of Java', () => {
  test.each([
    ['possessive', 'a*+b', 'the possessive quantifier *+'],
    ['possessive group', '(a|b)++', 'the possessive quantifier ++'],
    ['posix class', '\\p{Alpha}+', '\\p'],
    ['end of input', 'a\\z', '\\z'],
    ['quotation', '\\Qa.b\\E', '\\Q'],
    ['classes in a class', '[a[bc]]', 'a character class in another'],
    ['a class of a bracket', '[]a]+', 'a character class that begins with ]'],
    ['any but a bracket', '[^]a]+', 'a character class that begins with ]'],
    ['classes cut', '[a-z&&[^b]]', '&& of character classes'],
  ])('%s is refused, not guessed', (_, pattern, part) => {
    expect(refusal(() => read(`Type: String, AllowedPattern: '${pattern}'`, 'a'))).toContain(
      `${part} in AllowedPattern`,
    );
  });

  test.each([
    ['\\+\\*\\[&&', '+*[&&'],
    ['[+*?]+', '+*?'],
    ['[\\w+=,.@-]{1,64}', 'a+b@c'],
    ['arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[a-f0-9-]+|', 'arn:aws:kms:eu-west-1:123456789012:key/ab-1'],
    ['(?!internal-)[a-z-]+', 'public-a'],
  ])('%s takes %s', (pattern, value) => {
    expect(read(`Type: String, AllowedPattern: '${pattern}'`, value)).toBe(value);
  });

  test('one that would never end is stopped', () => {
    const started = performance.now();
    const message = refusal(() => read("Type: String, AllowedPattern: '(a+)+'", `${'a'.repeat(60)}!`));
    expect(message).toContain('AllowedPattern (a+)+ of parameter P takes too long');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('what is let through keeps its bounds', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -20, max: 20 }), (number) => {
      const act = () => read('Type: Number, MinValue: -5, MaxValue: 10', String(number));
      if (number >= -5 && number <= 10) expect(act()).toBe(String(number));
      else expect(refusal(act)).toContain('must be a number not');
    }),
  );
});
