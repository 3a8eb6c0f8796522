import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chmodSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentTag } from '../../../src/image/content/content.ts';
import { context, type Node, put } from './generated.ts';
import { buildOf, newFolder, removeFolder, sent } from './trees.ts';

const folders: string[] = [];
afterAll(() => {
  folders.forEach(removeFolder);
});

/** The same nodes, made in this order. The Dockerfile and its ignore file lie elsewhere. */
function make(nodes: readonly Node[], ignore: string): { readonly folder: string; readonly file: string } {
  const [folder, beside] = [newFolder(), newFolder()];
  folders.push(folder, beside);
  const file = join(beside, 'Dockerfile');
  writeFileSync(file, 'FROM scratch\nCOPY . /\n');
  writeFileSync(`${file}.dockerignore`, ignore);
  for (const one of nodes) put(folder, one);
  return { folder, file };
}

type Change = (folder: string, node: Node) => void;

const again =
  (change: Partial<Node>): Change =>
  (folder, one) => {
    rmSync(join(folder, one.path), { recursive: true, force: true });
    put(folder, { ...one, ...change });
  };

/** Each changes what Docker sends of the path, where Docker sends it. */
const changes: Readonly<Record<string, { readonly of: Node['kind']; readonly make: Change }>> = {
  'the content of a file': {
    of: 'file',
    make: (folder, one) => {
      writeFileSync(join(folder, one.path), `${one.text}+`);
    },
  },
  'the mode of a file': {
    of: 'file',
    make: (folder, one) => {
      chmodSync(join(folder, one.path), 0o700);
    },
  },
  'the mode of a folder': {
    of: 'folder',
    make: (folder, one) => {
      chmodSync(join(folder, one.path), 0o700);
    },
  },
  'a file that goes': {
    of: 'file',
    make: (folder, one) => {
      rmSync(join(folder, one.path));
    },
  },
  'a link to elsewhere': {
    of: 'link',
    make: (folder, one) => {
      again({ text: `${one.text}+` })(folder, one);
    },
  },
  'a file that becomes a link': { of: 'file', make: again({ kind: 'link' }) },
  'a link that becomes a file': { of: 'link', make: again({ kind: 'file' }) },
  'a file that becomes a folder': { of: 'file', make: again({ kind: 'folder' }) },
};

async function tagOf({ folder, file }: { readonly folder: string; readonly file: string }): Promise<string> {
  const told = await contentTag(buildOf(folder, { file }));
  if ('tag' in told) return told.tag;
  throw new Error(told.none);
}

test('200 contexts: a change changes the tag exactly where Docker sends the path', async () => {
  const seen = { sent: 0, ignored: 0 };
  const which = fc.nat();
  const kindOfChange = fc.constantFrom(...Object.keys(changes));
  await fc.assert(
    fc.asyncProperty(context, which, kindOfChange, async ({ nodes, ignore }, pick, key) => {
      const change = changes[key];
      const fit = nodes.filter(({ kind }) => kind === change?.of);
      const one = fit[pick % fit.length];
      fc.pre(change !== undefined && one !== undefined);
      const made = make(nodes, ignore);
      const before = await tagOf(made);
      const isSent = sent(made.folder, ignore).includes(one.path);
      change.make(made.folder, one);
      // An ignored file that becomes a folder can only be seen through what would lie in it: nothing.
      expect((await tagOf(made)) !== before).toBe(isSent);
      seen[isSent ? 'sent' : 'ignored']++;
    }),
    { numRuns: 200 },
  );
  expect(seen.sent).toBeGreaterThan(40);
  expect(seen.ignored).toBeGreaterThan(20);
});

test('200 contexts: order of making, times and place do not count', async () => {
  await fc.assert(
    fc.asyncProperty(context, async ({ nodes, ignore }) => {
      const made = make(nodes, ignore);
      const other = make([...nodes].reverse(), ignore);
      // Folders made on the way to a file have the mode of the umask; put() sets the others again.
      for (const one of nodes.filter(({ kind }) => kind !== 'link')) {
        chmodSync(join(other.folder, one.path), one.mode);
        utimesSync(join(other.folder, one.path), 1, 1);
      }
      expect(await tagOf(other)).toBe(await tagOf(made));
    }),
    { numRuns: 200 },
  );
});
