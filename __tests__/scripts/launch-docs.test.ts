/** What README.md and docs/cloudformation.md tell people to type is so. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { startSandbox } from '../../sandbox/server.ts';
import { launchArguments } from '../../scripts/launch/arguments.ts';
import { clientsFor } from '../../scripts/rehearsal/clients.ts';
import { launch, readTemplateFile, stackNamed } from '../../scripts/rehearsal/launch.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string): Promise<string> => readFile(resolve(root, file), 'utf8');
const FIRST = 'npm run launch -- ';

/** The commands of that kind, as words: in blocks and in running text, over the ends of lines. */
function commands(markdown: string): readonly (readonly string[])[] {
  const [, ...rest] = markdown.split(FIRST);
  return rest.map((after) => {
    const command = after.slice(0, after.indexOf('`')).replaceAll('\\\n', ' ');
    return [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
  });
}

test('every launch that the docs show succeeds, in their order', async () => {
  const running = await startSandbox({ speed: 200, registry: 'none', tasks: 'simulated' });
  const { cloudformation } = clientsFor(running.url);
  const all = [...commands(await text('docs/cloudformation.md')), ...commands(await text('README.md'))];
  expect(all.length).toBeGreaterThanOrEqual(6);
  for (const words of all) {
    const given = launchArguments(words);
    if (given.kind !== 'run') throw new Error(`${words.join(' ')}: ${JSON.stringify(given)}`);
    // README.md launches anew what the other page has launched.
    const update = (await stackNamed(cloudformation, given.stackName)) !== null;
    const outputs = await launch(cloudformation, {
      ...given,
      update,
      template: await readTemplateFile(given.template),
    });
    expect(Object.keys(outputs).length).toBeGreaterThan(0);
  }
  await running.close();
}, 60_000);
