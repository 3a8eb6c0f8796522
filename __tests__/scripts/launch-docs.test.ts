/** What README.md and docs/cloudformation.md tell people to type and to fill in is so. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
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

interface Labelled {
  readonly Metadata: {
    readonly 'AWS::CloudFormation::Interface': {
      readonly ParameterLabels: Readonly<Record<string, { default: string }>>;
    };
  };
}

/** What the consoles of CloudFormation and GitHub call their own. */
const ELSEWHERE = [
  'Create stack',
  'Upload a template file',
  'Next',
  'Submit',
  'Settings',
  'Environments',
  'Stack policy',
];
/** Words that are only stressed. */
const STRESSED = [/^Not tried on AWS\.$/, /^First launch only$/, /^Sends production/, /^Tags of the stack$/, /^Drift$/];

test('the fields are called as the console shows them', async () => {
  const files = ['service.yml', 'github-oidc.yml', 'cluster.yml'];
  const labels = new Set(ELSEWHERE);
  for (const file of files) {
    const { Metadata } = parse(await readTemplateFile(file), { logLevel: 'error' }) as Labelled;
    for (const each of Object.values(Metadata['AWS::CloudFormation::Interface'].ParameterLabels))
      labels.add(each.default);
  }
  const page = await text('docs/cloudformation.md');
  const until = page.slice(0, page.indexOf('<!-- updates -->'));
  const bold = [...until.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = '']) => word.replaceAll(/\s+/g, ' '));
  expect(bold.length).toBeGreaterThan(10);
  expect(bold.filter((word) => !labels.has(word) && !STRESSED.some((each) => each.test(word)))).toEqual([]);
});
