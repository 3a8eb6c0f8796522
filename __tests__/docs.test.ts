import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { between, inputsTable, outputsTable, peerTable, renderDocs, table } from '../scripts/docs.ts';

const PROJECT = new URL('../', import.meta.url);

describe('pieces', () => {
  test('what stands between two markers is replaced, the rest is kept', () => {
    expect(between('a\n<!-- x -->\nold\n<!-- /x -->\nb', 'x', 'new')).toBe('a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb');
  });

  test.each(['nothing', '<!-- x -->', '<!-- /x --> <!-- x -->'])('a missing marker is told: %s', (text) => {
    expect(() => between(text, 'x', 'new')).toThrow('No <!-- x --> followed by <!-- /x -->');
  });

  test('a cell keeps its text to itself', () => {
    expect(table(['A', 'B'], [['a|b', 'c\n  d']])).toBe('| A | B |\n| --- | --- |\n| a\\|b | c d |');
  });

  test('inputs show their default or that they are required; what fills itself in is left out', () => {
    const inputs = {
      one: { description: 'First.', default: '1' },
      two: { description: 'Second.', required: true },
      three: { description: 'Third.', default: '' },
      matrix: { description: 'Hidden.' },
    };
    expect(inputsTable({ inputs }).split('\n').slice(2)).toEqual([
      '| `one` | `1` | First. |',
      '| `two` | **required** | Second. |',
      '| `three` |  | Third. |',
    ]);
  });

  test('outputs and inputs of other actions', () => {
    expect(outputsTable({ outputs: { one: { description: 'First.' } } })).toContain('| `one` | First. |');
    expect(peerTable([{ name: 'a', verdict: 'refused', why: 'No.' }])).toContain('| `a` | refused | No. |');
  });
});

describe('files', () => {
  let folder = '';
  let root: URL;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docs-'));
    root = pathToFileURL(`${folder}/`);
    await mkdir(new URL('docs', root));
    await cp(new URL('action.yml', PROJECT), new URL('action.yml', root));
    for (const page of [
      'docs/cloudformation.md',
      'docs/migrating.md',
      'docs/operations.md',
      'docs/permissions.md',
      'docs/sandbox.md',
    ])
      await cp(new URL(page, PROJECT), new URL(page, root));
    await cp(new URL('docs/diagrams', PROJECT), new URL('docs/diagrams', root), { recursive: true });
    await writeFile(
      new URL('docs/inputs.md', root),
      '<!-- inputs --><!-- /inputs -->\n<!-- outputs --><!-- /outputs -->\n',
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('a check names what is not up to date and writes nothing; then it is written, once', async () => {
    const before = await readFile(new URL('docs/inputs.md', root), 'utf8');
    expect(await renderDocs(root, true)).toEqual(['docs/inputs.md']);
    expect(await readFile(new URL('docs/inputs.md', root), 'utf8')).toBe(before);
    expect(await renderDocs(root, false)).toEqual(['docs/inputs.md']);
    expect(await readFile(new URL('docs/inputs.md', root), 'utf8')).toContain('| `service` | **required** |');
    expect(await renderDocs(root, false)).toEqual([]);
  });

  test('a picture that is missing, and one that is not what its template makes, are told and drawn', async () => {
    await renderDocs(root, false);
    const [missing, stale] = ['docs/diagrams/cluster.svg', 'docs/diagrams/service.svg'];
    await rm(new URL(missing, root));
    await writeFile(new URL(stale, root), '<svg/>');
    expect(await renderDocs(root, true)).toEqual([missing, stale]);
    expect(await renderDocs(root, false)).toEqual([missing, stale]);
    expect(await renderDocs(root, true)).toEqual([]);
  }, 120_000);

  test('the files of the project are up to date', async () => {
    expect(await renderDocs(PROJECT, true)).toEqual([]);
  });
});
