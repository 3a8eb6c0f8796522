import { describe, expect, test } from '@jest/globals';
import { type Treatment } from '../../src/in-progress/decide.ts';
import { treatmentOf } from '../../src/in-progress/treatment.ts';

const marker = (run: string): string => `ecs-blue-green:octo-org/shop:${run}.1:deploy`;
const ALL: readonly Treatment[] = ['wait', 'finish', 'replace'];

describe('the other one is: treated with wait, finish, replace', () => {
  test.each<[string, string, boolean, readonly [Treatment, Treatment, Treatment]]>([
    ['of an earlier run', `${marker('6')} web:1 → web:2`, false, ['wait', 'finish', 'replace']],
    ['of a later run', `${marker('8')} web:1 → web:2`, false, ['wait', 'wait', 'wait']],
    [
      'of a later run, and an older release is asked for',
      `${marker('8')} web:1 → web:2`,
      true,
      ['wait', 'finish', 'replace'],
    ],
    ['a rollback of an earlier run', `${marker('6')} web:2 ↩ web:1`, false, ['wait', 'finish', 'finish']],
    [
      'a rollback, and an older release is asked for',
      `${marker('8')} web:2 ↩ web:1`,
      true,
      ['wait', 'finish', 'finish'],
    ],
    ['a rollback of a later run', `${marker('8')} web:2 ↩ web:1`, false, ['wait', 'wait', 'wait']],
    ['a pipeline’s', 'release 7 web:2 ↩ web:1', false, ['wait', 'finish', 'replace']],
  ])('%s', (_, description, allowOlder, expected) => {
    const treated = ALL.map((policy) => treatmentOf({ description }, policy, { allowOlder }, marker('7')));
    expect(treated.map(({ treatment }) => treatment)).toEqual(expected);
    expect(treated.map(({ why }) => why === null)).toEqual(
      expected.map((treatment, index) => treatment === ALL[index]),
    );
  });
});
