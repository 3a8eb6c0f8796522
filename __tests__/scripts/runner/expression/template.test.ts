import { describe, expect, test } from '@jest/globals';
import { type Json } from '../../../../src/json.ts';
import { condition, fill, fillValue } from '../../../../scripts/runner/expression/template.ts';

const contexts = {
  github: { repository: 'octo-org/shop', event: { pull_request: { head: { repo: { full_name: 'octo-org/shop' } } } } },
  inputs: { config: 'as configured', alarms: true, only: false, none: '', count: 3 },
  needs: { candidate: { result: 'success', outputs: { 'deployment-id': 'd-1', empty: '' } } },
};
const scope = { contexts, status: null };

describe('an expression', () => {
  test.each<[string, Json]>([
    ["'it''s'", "it's"],
    ['-1.5', -1.5],
    ['true', true],
    ['null', null],
    ['inputs.alarms', true],
    ["needs.candidate.outputs['deployment-id']", 'd-1'],
    ['needs.candidate.outputs.deployment-id', 'd-1'],
    ['github.event.pull_request.head.repo.full_name == github.repository', true],
    ["inputs.config != 'as configured' && inputs.config || ''", ''],
    ["inputs.config == 'AS CONFIGURED'", true],
    ['!inputs.only', true],
    ['!inputs.only == true', true],
    ['! ! inputs.count', true],
    ["inputs.none || 'else'", 'else'],
    ["inputs.count && 'there'", 'there'],
    ['inputs.only && inputs.config', false],
    ['true || false && false', true],
    ['(true || false) && false', false],
    ["'a' == 'b' || 'c' != 'd'", true],
    ["1 == '1'", true],
    ["null == ''", true],
    ["true == '1'", true],
    ["'x' == 1", false],
    ['github == github', true],
    ['github == inputs', false],
  ])('%s', (source, value) => {
    expect(fillValue(`\${{ ${source} }}`, scope)).toEqual(value);
  });

  test.each([
    ['a context that there is not', 'input.config', 'there is no context "input"; there are: github, inputs, needs'],
    ['a member that there is not', 'inputs.confg', 'inputs has no "confg"; there are: config'],
    ['the other side of a decision', 'true || inputs.confg', 'inputs has no "confg"'],
    ['a member of a text', 'github.repository.name', 'github.repository is no object'],
    ['a member of every object', 'inputs.constructor', 'inputs has no "constructor"'],
    ['a function that is not known', "contains('a', 'b')", 'the function contains is not known here'],
    ['the status outside of a condition', 'success()', 'can only be called in a condition'],
    ['a comparison by size', '1 < 2', 'is not known'],
    ['double quotes', '"a"', 'is not known'],
    ['a text without its end', "'a", 'is not closed'],
    ['a bracket without its end', '(true', 'it ends too early|a bracket is not closed'],
    ['something behind the end', 'true false', 'stands where the expression should end'],
    ['nothing', '', 'it ends too early'],
    ['an operator without its right side', 'true &&', 'it ends too early'],
    ['an object in a text', 'x', 'there is no context'],
  ])('%s is an error', (_case, source, message) => {
    expect(() => fill(`\${{ ${source} }}`, scope)).toThrow(new RegExp(message.replaceAll(/[().]/g, '\\$&')));
  });
});

describe('a text', () => {
  test.each([
    ['plain', 'plain'],
    ['a ${{ inputs.config }} b ${{inputs.count}}', 'a as configured b 3'],
    ["${{ 'a}b' }}", 'a}b'],
    ["${{ '}}' }}!", '}}!'],
    ['${{ inputs.alarms }}', 'true'],
    ['${{ null }}', ''],
    ['$ { } }}', '$ { } }}'],
  ])('%s', (text, filled) => {
    expect(fill(text, scope)).toBe(filled);
  });

  test('an object does not stand in one', () => {
    expect(() => fill('${{ needs.candidate }}', scope)).toThrow('cannot stand in a text');
  });

  test('an expression that is not closed is an error', () => {
    expect(() => fill('a ${{ inputs.config }', scope)).toThrow('is not closed');
  });
});

describe('a condition', () => {
  const good = { success: true, failure: false, cancelled: false };
  const bad = { success: false, failure: true, cancelled: false };
  const gone = { success: false, failure: false, cancelled: true };

  test.each([
    ['nothing, after success', null, good, true],
    ['nothing, after a failure', null, bad, false],
    ['what holds, after a failure', 'inputs.alarms', bad, false],
    ['what holds, after success', 'inputs.alarms', good, true],
    ['what does not hold', '${{ inputs.only }}', good, false],
    ['always() and what holds, after a failure', 'always() && inputs.alarms', bad, true],
    ['always() and what does not hold', 'always() && inputs.only', bad, false],
    ['failure()', '${{ failure() }}', bad, true],
    ['failure(), when cancelled', 'failure()', gone, false],
    ['cancelled()', 'cancelled()', gone, true],
    ['not cancelled(), after a failure', '!cancelled()', bad, true],
    ['success() in a pair', 'inputs.alarms && success() == false', bad, true],
  ])('%s', (_case, text, status, goes) => {
    expect(condition(text, { contexts, status })).toBe(goes);
  });

  test('that is a text with an expression in it is an error: GitHub holds it true', () => {
    expect(() => condition('${{ inputs.only }} && false', { contexts, status: good })).toThrow('is one expression');
  });
});
