import { expect, test } from '@jest/globals';

import { type Broken } from '../../scripts/templates/scan/scanner.ts';
import { judge, suppressionsOf, withoutSuppressions } from '../../scripts/templates/scan/suppressions.ts';
import { subjectOf } from '../../scripts/templates/subject.ts';

const skip = (rule: string): string =>
  `checkov: { skip: [{ id: ${rule}, comment: For a reason that is long enough }] }`;
const subject = subjectOf(
  'shop.yml',
  `Resources:
  Topic:
    Type: AWS::SNS::Topic
    Metadata:
      ${skip('CKV_AWS_26')}
      cfn-lint: { config: { ignore_checks: [W1, W2] }, comment: For a reason that is long enough }
      guard: { SuppressedRules: [{ id: a_rule, comment: For a reason that is long enough }] }
  Other: { Type: AWS::SNS::Topic }
`,
);
const broken = (resource: string, rule: string, scanner: Broken['scanner'] = 'checkov'): Broken => ({
  scanner,
  template: 'shop.yml',
  resource,
  rule,
  message: 'Encrypt it.',
});
const suppressed = [
  broken('Topic', 'CKV_AWS_26'),
  broken('Topic', 'W1', 'cfn-lint'),
  broken('Topic', 'W2', 'cfn-lint'),
  broken('Topic', 'a_rule', 'guard'),
];

test('suppressions of all three scanners are read beside the resource', () => {
  expect(suppressionsOf(subject).map(({ scanner, rule }) => `${scanner} ${rule}`)).toEqual([
    'checkov CKV_AWS_26',
    'guard a_rule',
    'cfn-lint W1',
    'cfn-lint W2',
  ]);
});

test('what is suppressed where it is broken is no finding', () => {
  expect(judge(subject, suppressed)).toEqual([]);
});

test.each([
  ['at another resource', broken('Other', 'CKV_AWS_26'), 'Other'],
  ['of another rule', broken('Topic', 'CKV_AWS_27'), 'Topic'],
  ['of another scanner', broken('Topic', 'CKV_AWS_26', 'guard'), 'Topic'],
  ['of the file', broken('', 'E0000', 'cfn-lint'), 'file'],
])('a suppression does not reach what is %s', (_case, other, place) => {
  expect(judge(subject, [...suppressed, other])).toMatchObject([{ check: other.scanner, place }]);
});

test('what is broken in another template is not told here', () => {
  expect(judge(subject, [...suppressed, { ...broken('Other', 'X'), template: 'other.yml' }])).toEqual([]);
});

test.each(suppressed.map((each) => [each.rule, each] as const))(
  '%s, suppressed and not broken, is told',
  (rule, gone) => {
    const found = judge(
      subject,
      suppressed.filter((each) => each !== gone),
    );
    expect(found.map(({ what }) => what)).toEqual([`${rule} is suppressed and not broken.`]);
  },
);

test('scanners see a template without its suppressions, and with all else', () => {
  const text = withoutSuppressions(subject);
  expect(text).not.toMatch(/checkov|cfn-lint|guard/);
  expect(suppressionsOf(subjectOf('shop.yml', text))).toEqual([]);
  expect([...subjectOf('shop.yml', text).template.resources.keys()]).toEqual(['Topic', 'Other']);
});
