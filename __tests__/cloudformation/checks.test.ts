import { describe, expect, test } from '@jest/globals';

import { CHECKS } from '../../scripts/templates/checks.ts';
import { findingsOf, lineOf } from '../../scripts/templates/finding.ts';
import { names, original } from './mutants.ts';

describe('every check on every template', () => {
  test('the templates are there', () => {
    expect(names).toEqual(expect.arrayContaining(['cluster.yml', 'github-oidc.yml', 'network.yml', 'service.yml']));
  });

  test.each(names)('%s has no finding', (name) => {
    expect(findingsOf([original(name)], CHECKS).map(lineOf)).toEqual([]);
  });
});

test('a finding says where, what and how to repair it', () => {
  const always = () => [{ place: 'Here', what: 'It is wrong.', repair: 'Mend it.' }];
  expect(findingsOf([original('service.yml')], { always }).map(lineOf)).toEqual([
    'service.yml Here: It is wrong. Repair: Mend it. [always]',
  ]);
});
