/** A template's text as data. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../../sandbox/cloudformation/template/body.ts';
import { refusal } from './surroundings.ts';

describe('the short forms of functions', () => {
  test.each([
    ['!Ref A', { Ref: 'A' }],
    ['!Ref AWS::Region', { Ref: 'AWS::Region' }],
    ['!Ref 010', { Ref: '010' }],
    ['!GetAtt A.B', { 'Fn::GetAtt': ['A', 'B'] }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': ['A', 'B.C'] }],
    ['!GetAtt [A, B]', { 'Fn::GetAtt': ['A', 'B'] }],
    ['{ "Fn::GetAtt": A.B }', { 'Fn::GetAtt': ['A', 'B'] }],
    ["!Sub '${A}-x'", { 'Fn::Sub': '${A}-x' }],
    ["!Sub ['${A}', {A: !Ref B}]", { 'Fn::Sub': ['${A}', { A: { Ref: 'B' } }] }],
    ["!Join ['', [a, !Ref B, !GetAtt C.D]]", { 'Fn::Join': ['', ['a', { Ref: 'B' }, { 'Fn::GetAtt': ['C', 'D'] }]] }],
    [
      '!If [C, !If [D, a, b], !Ref AWS::NoValue]',
      { 'Fn::If': ['C', { 'Fn::If': ['D', 'a', 'b'] }, { Ref: 'AWS::NoValue' }] },
    ],
    ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['!Equals [!Ref A, yes]', { 'Fn::Equals': [{ Ref: 'A' }, true] }],
    ['!Not [!Condition C]', { 'Fn::Not': [{ Condition: 'C' }] }],
    ['!Base64 x', { 'Fn::Base64': 'x' }],
    ['!ImportValue {Fn::Sub: "${A}-B"}', { 'Fn::ImportValue': { 'Fn::Sub': '${A}-B' } }],
    ['!RefAll AWS::EC2::VPC::Id', { 'Fn::RefAll': 'AWS::EC2::VPC::Id' }],
  ])('%s', (text, value) => {
    expect(readBody(`Value: ${text}`)).toEqual({ Value: value });
  });

  test('one function over several lines, one in another', () => {
    const text = `
Value: !Sub
  - |
    \${A} # no comment
    on
  - A: !Join
      - ','
      - - !Ref B
        - c
`;
    expect(readBody(text)).toEqual({
      Value: { 'Fn::Sub': ['${A} # no comment\non\n', { A: { 'Fn::Join': [',', [{ Ref: 'B' }, 'c']] } }] },
    });
  });
});

test('quotes and block text keep text; tags of YAML itself are heeded', () => {
  const text = 'a: \'010\'\nb: "yes"\nc: !!str 1.10\nd: !!int 010\n22:22: e\nyes: f';
  expect(readBody(text)).toEqual({ a: '010', b: 'yes', c: '1.10', d: 8, 1342: 'e', true: 'f' });
  expect(readBody('g: >-\n  on\n  off')).toEqual({ g: 'on off' });
});

test('JSON is read as JSON, not as YAML 1.1', () => {
  expect(readBody(' {"a": [1, "010", true, {"Fn::GetAtt": ["A", "B"]}], "b\\/c": "\\u00e9"}')).toEqual({
    a: [1, '010', true, { 'Fn::GetAtt': ['A', 'B'] }],
    'b/c': 'é',
  });
});

test('any data that JSON can hold, without null, comes through as JSON', () => {
  const key = fc.string().filter((name) => name !== '__proto__' && name !== '<<' && !name.startsWith('Fn::'));
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('node'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  })).object;
  fc.assert(
    fc.property(value, (data) => {
      fc.pre(!JSON.stringify(data).includes('{{resolve:'));
      expect(readBody(JSON.stringify(data))).toEqual(data);
    }),
    { numRuns: 200 },
  );
});

describe('refused', () => {
  test.each([
    ['a list', '- a', 'unsupported structure'],
    ['nothing', '', 'unsupported structure'],
    ['text', 'hello', 'unsupported structure'],
    ['an alias', 'a: &x 1\nb: *x', 'anchors are not allowed in CloudFormation templates. (line 1)'],
    ['an alias of nothing', 'b:\n  - *x', 'aliases are not allowed'],
    ['an anchor on a key', '&x a: 1', 'anchors are not allowed'],
    ['a merge key', 'a:\n  <<: {b: 1}', 'merge keys (<<) are not allowed'],
    [
      'a key that stands twice',
      'a: 1\nb:\n  c: 1\n  c: 2',
      'YAML not well-formed. (line 4, column 3) Map keys must be unique',
    ],
    ['a JSON key that stands twice', '{"a": 1, "a": 2}', 'Map keys must be unique'],
    ['broken YAML', 'a: [1', 'YAML not well-formed. (line 1, column'],
    ['broken JSON', '{"a": 1,}', 'JSON not well-formed.'],
    ['YAML in braces', '{a: 1}', 'JSON not well-formed.'],
    ['two documents', 'a: 1\n---\nb: 1', 'one document'],
    ['an unknown tag', 'a: !Foo b', 'unknown YAML tag !Foo (line 1)'],
    ['a binary', 'a: !!binary aGk=', 'unknown YAML tag'],
    ['a set', 'a: !!set {b}', 'unknown YAML tag'],
    ['a list as a key', '? [a]\n: b', 'a key must be text'],
    ['a null', 'a:\n  b:\n', "[/a/b] 'null' values are not allowed in templates"],
    ['a null in JSON', '{"a": [null]}', "[/a/0] 'null' values are not allowed in templates"],
    ['__proto__', 'a: {__proto__: {b: 1}}', 'must not be named __proto__'],
    ['__proto__ in JSON', '{"__proto__": {"b": 1}}', 'must not be named __proto__'],
    ['a dynamic reference', "a: 'x{{resolve:ssm:name}}'", 'is not emulated'],
    ['one byte too much', `a: ${'é'.repeat(25_600)}`, 'length less than or equal to 51200 (it has 51203)'],
    ['lists in lists', '['.repeat(51_000), 'more than 100 levels deep'],
    ['maps in maps', '{a: '.repeat(12_000), 'more than 100 levels deep'],
    ['dashes', '- '.repeat(25_000), 'more than 100 levels deep'],
    ['keys in keys', '? '.repeat(25_000), 'more than 100 levels deep'],
    ['JSON in JSON', `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`, 'more than 100 levels deep'],
  ])('%s', (_, text, message) => {
    expect(refusal(() => readBody(text))).toContain(message);
  });

  test('text that is no template, whatever it is, never ends in another error', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '!Ref ',
      '!If [',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '&x ',
      '*x',
      '?',
      '#',
      ',',
      '---',
      '<<',
      '\t',
      '%',
      '\0',
      '0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          readBody(pieces.join(''));
        } catch (cause) {
          expect(cause).toMatchObject({ code: 'ValidationError' });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
