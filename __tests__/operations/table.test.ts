import { describe, expect, test } from '@jest/globals';
import { TABLE } from './table.ts';
import { isPossible } from './table/cell.ts';
import { actions, phases } from './table/names.ts';

const cells = actions.flatMap((action) => phases.map((phase) => [action, phase, TABLE[action][phase]] as const));

describe('the table', () => {
  test.each(cells)('%s × %s says what happens and what to do, or why it cannot be', (_action, _phase, cell) => {
    const sentences = isPossible(cell) ? [cell.happens, cell.then] : [cell.impossible];
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{3,}[.?!]$/);
  });

  test.each(actions)('%s: somewhere it is possible', (action) => {
    expect(phases.filter((phase) => isPossible(TABLE[action][phase])).length).toBeGreaterThan(0);
  });

  test('no cell of a first run that was only cancelled, timed out or killed leaves production on something else than it or what ran before', () => {
    for (const action of ['cancel', 'timeout', 'kill'] as const) {
      for (const phase of phases) {
        const cell = TABLE[action][phase];
        if (isPossible(cell)) expect(['before', 'first']).toContain(cell.production);
      }
    }
  });
});
