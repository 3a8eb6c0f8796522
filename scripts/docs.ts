/**
 * Writes the tables of docs/cloudformation.md, docs/inputs.md, docs/migrating.md, docs/operations.md and docs/sandbox.md from action.yml, from the table of
 * other actions' inputs, and from that of the phases of a deployment, and the policies of docs/permissions.md from the template;
 * and draws docs/diagrams from the templates.
 * `--check` writes nothing and fails, naming each file that is not up to date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';

import { diagrams } from './docs/diagrams.ts';
import { openPointRows } from './docs/open-points.ts';
import { operationTables, phaseTable } from './docs/operations.ts';
import { updateRows } from './docs/updates.ts';
import { TEMPLATES } from './updates/variants.ts';
import { permissionBlocks } from './docs/permissions.ts';
import { operations } from '../sandbox/operations/operations.ts';
import { DEPLOY_INPUTS, type PeerInput } from '../src/inputs/peer.ts';
import { RENDER_INPUTS } from '../src/inputs/peer-render.ts';
import { isObject, type JsonObject } from '../src/json.ts';

/** Whose sources are described. */
const PROJECT = new URL('../', import.meta.url);

/** The file's text with everything between `<!-- marker -->` and `<!-- /marker -->` replaced; throws where they are not there. */
export function between(text: string, marker: string, content: string): string {
  const [open, close] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start === -1 || end === -1) {
    throw new Error(`No ${open} followed by ${close}: add the two lines where the table belongs.`);
  }
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** A table in Markdown; cells are escaped, so that no text can break out of its cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

function members(parent: JsonObject, name: string): readonly (readonly [string, JsonObject])[] {
  const found = parent[name];
  return isObject(found)
    ? Object.entries(found).flatMap(([key, value]) => (isObject(value) ? [[key, value] as const] : []))
    : [];
}

function text(parent: JsonObject, name: string): string {
  const found = parent[name];
  return typeof found === 'string' ? found : '';
}

export function inputsTable(action: JsonObject): string {
  const rows = members(action, 'inputs')
    // Filled in by itself.
    .filter(([name]) => name !== 'matrix')
    .map(([name, input]) => {
      const initial = input['required'] === true ? '**required**' : text(input, 'default');
      return [
        `\`${name}\``,
        initial.startsWith('*') || initial === '' ? initial : `\`${initial}\``,
        text(input, 'description'),
      ];
    });
  return table(['Input', 'Default', 'What it says'], rows);
}

export function outputsTable(action: JsonObject): string {
  const rows = members(action, 'outputs').map(([name, output]) => [`\`${name}\``, text(output, 'description')]);
  return table(['Output', 'What it holds'], rows);
}

/** One for each template: what an edit of each parameter changes. */
const updateTables = (): string =>
  TEMPLATES.map(
    (file) => `#### ${file}\n\n${table(['Parameter', 'Edit it', 'What then changes'], updateRows(file))}`,
  ).join('\n\n');

export function peerTable(inputs: readonly PeerInput[]): string {
  return table(
    ['Input', 'Here', 'What to know'],
    inputs.map(({ name, verdict, why }) => [`\`${name}\``, verdict, why]),
  );
}

/** One row for each service: its folder's operations, which are the exported names. */
export function operationsTable(services: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string {
  return table(
    ['Service', 'Operations'],
    Object.entries(services).map(([name, operations]) => [name, Object.keys(operations).sort().join(', ')]),
  );
}

/** Path of each generated file to what turns its text into the text it should have. */
function generated(
  action: JsonObject,
  points: string,
  policies: Readonly<Record<string, string>>,
): Readonly<Record<string, (text: string) => string>> {
  return {
    'docs/cloudformation.md': (old) => between(old, 'updates', updateTables()),
    'docs/inputs.md': (old) => between(between(old, 'inputs', inputsTable(action)), 'outputs', outputsTable(action)),
    'docs/migrating.md': (old) =>
      between(between(old, 'peer-inputs', peerTable(DEPLOY_INPUTS)), 'render-inputs', peerTable(RENDER_INPUTS)),
    'docs/operations.md': (old) => between(between(old, 'phases', phaseTable(table)), 'cells', operationTables(table)),
    'docs/permissions.md': (old) =>
      Object.entries(policies).reduce((text, [marker, block]) => between(text, marker, block), old),
    'docs/sandbox.md': (old) => between(between(old, 'operations', operationsTable(operations)), 'open-points', points),
  };
}

/** Brings the files under `root` up to date, or with `check` only looks; returns those that were not. */
export async function renderDocs(root: URL, check: boolean): Promise<readonly string[]> {
  const action: unknown = parse(await readFile(new URL('action.yml', root), 'utf8'));
  if (!isObject(action)) {
    throw new Error('action.yml holds no map: its inputs and outputs cannot be told.');
  }
  const changed: string[] = [];
  const points = table(['Setting', 'Default', 'What is open'], await openPointRows(PROJECT));
  const policies = await permissionBlocks(PROJECT);
  const bring = async (path: string, before: string, after: string): Promise<void> => {
    if (after === before) return;
    changed.push(path);
    await (check ? null : written(new URL(path, root), after));
  };
  for (const [path, render] of Object.entries(generated(action, points, policies))) {
    const before = await readFile(new URL(path, root), 'utf8');
    await bring(path, before, render(before));
  }
  for (const [path, picture] of Object.entries(await diagrams(PROJECT))) {
    await bring(path, await readFile(new URL(path, root), 'utf8').catch(() => ''), picture);
  }
  return changed;
}

async function written(file: URL, text: string): Promise<void> {
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const changed = await renderDocs(PROJECT, check);
  for (const path of changed) {
    console.log(check ? `${path} is not up to date: run 'npm run docs' and commit it.` : `Wrote ${path}.`);
  }
  process.exitCode = check && changed.length > 0 ? 1 : 0;
}

if (import.meta.main) {
  await main();
}
