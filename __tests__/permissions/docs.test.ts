import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

import { permissionBlocks } from '../../scripts/docs/permissions.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/permissions.md', root), 'utf8');
const blocks = await permissionBlocks(root);

test.each(Object.entries(blocks))(
  '%s: what is to be filled in stands in capitals, and nothing else is left open',
  (_, block) => {
    expect(JSON.parse(block.replace(/^```json\n|\n```$/g, ''))).toMatchObject({ Version: '2012-10-17' });
    expect(block).not.toMatch(/\$\{|\d{10}|OidcProvider"|undefined/);
  },
);

test('every statement that the page speaks of is shown', () => {
  const shown = new Set(
    [
      ...Object.values(blocks)
        .join('\n')
        .matchAll(/"Sid": "(\w+)"/g),
    ].map(([, sid]) => sid),
  );
  const rows = page.split('\n').filter((line) => line.startsWith('| `') || line.startsWith('Leave out'));
  const spoken = rows.flatMap((row) => [...(row.split('|')[1] ?? row).matchAll(/`([A-Z]\w+)`/g)].map(([, sid]) => sid));
  expect(spoken.length).toBeGreaterThan(8);
  expect(spoken.filter((sid) => !shown.has(sid))).toEqual([]);
});
