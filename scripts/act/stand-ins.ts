/**
 * Local folders in place of the actions that the example workflows use, which act cannot fetch where GitHub is not
 * reached. Checkout needs none: act copies the repository by itself.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');

const CREDENTIALS = `name: credentials
description: stand-in
inputs:
  role-to-assume: { description: as in the original, required: true }
  aws-region: { description: as in the original, required: true }
runs: { using: node24, main: main.js }
`;

/** Asks for no token: that a job may have one is looked after elsewhere. */
const credentialsMain = (variables: Readonly<Record<string, string>>): string => `
const { appendFileSync } = require('node:fs');
const region = process.env.INPUT_AWS_REGION ?? process.env['INPUT_AWS-REGION'];
const role = process.env['INPUT_ROLE-TO-ASSUME'];
if (!role || !region) throw new Error('role-to-assume and aws-region have to be given');
const variables = { ...${JSON.stringify(variables)}, AWS_REGION: region };
for (const [name, value] of Object.entries(variables)) appendFileSync(process.env.GITHUB_ENV, name + '=' + value + '\\n');
`;

/** Writes them below `folder`. Resolves to what act takes as --local-repository, for each action that a workflow uses. */
export async function standIns(
  folder: string,
  aws: Readonly<Record<string, string>>,
  workflows: readonly string[],
): Promise<readonly string[]> {
  const place = (name: string): string => join(folder, name);
  for (const name of ['credentials', 'ours']) await mkdir(place(name));
  await writeFile(join(place('credentials'), 'action.yml'), CREDENTIALS);
  await writeFile(join(place('credentials'), 'main.js'), credentialsMain(aws));
  await cp(join(root, 'dist'), join(place('ours'), 'dist'), { recursive: true });
  await writeFile(join(place('ours'), 'action.yml'), await quickActionFile());
  const used = new Set((await Promise.all(workflows.map(usesOf))).flat());
  return [...used].flatMap((uses) => {
    if (uses.startsWith('actions/checkout@')) return [];
    if (uses.startsWith('aws-actions/configure-aws-credentials@')) return [`${uses}=${place('credentials')}`];
    if (uses.startsWith('OWNER/ecs-blue-green@')) return [`${uses}=${place('ours')}`];
    throw new Error(`There is no stand-in for ${uses}.`);
  });
}

/** action.yml with pauses that suit a fast clock; all else as it is. */
async function quickActionFile(): Promise<string> {
  const text = await readFile(join(root, 'action.yml'), 'utf8');
  const quick = text.replace(/(wait-max-delay-seconds:[\s\S]*?default: )'30'/, "$1'1'");
  if (quick === text) throw new Error('action.yml: the default of wait-max-delay-seconds is not where it was.');
  return quick;
}

interface Uses {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string }[] }>>;
}

async function usesOf(file: string): Promise<readonly string[]> {
  const { jobs } = parse(await readFile(file, 'utf8')) as Uses;
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses])));
}
