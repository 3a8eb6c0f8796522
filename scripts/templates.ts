/**
 * Checks the templates in cloudformation/: `node scripts/templates.ts [--tools FOLDER] [FOLDER OR FILE]...`. With `--tools`
 * also by cfn-lint, checkov and cfn-guard from that folder (.ci/templates puts them there). Ends with 1 where it finds
 * something, and with 2 where it could not look.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { CHECKS } from './templates/checks.ts';
import { type Finding, findingsOf, lineOf } from './templates/finding.ts';
import { cfnLint } from './templates/scan/cfn-lint.ts';
import { checkov } from './templates/scan/checkov.ts';
import { guard } from './templates/scan/guard.ts';
import { type Broken, type Scanner } from './templates/scan/scanner.ts';
import { judge, withoutSuppressions } from './templates/scan/suppressions.ts';
import { type Subject, subjectOf } from './templates/subject.ts';

const scannersIn = (tools: string): readonly Scanner[] => [
  cfnLint(join(tools, 'templates/bin/cfn-lint')),
  checkov(join(tools, 'templates/bin/checkov')),
  guard(join(tools, 'cfn-guard/bin/ubuntu/x86_64/cfn-guard'), join(tools, 'cfn-guard/rules/control-tower/cfn-guard')),
];

async function filesOf(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  return (await readdir(path))
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => join(path, name));
}

/** Throws where CloudFormation would refuse to read one. */
async function subjectsOf(paths: readonly string[]): Promise<readonly Subject[]> {
  const files = (await Promise.all(paths.map(filesOf))).flat();
  return await Promise.all(files.map(async (path) => subjectOf(basename(path), await readFile(path, 'utf8'))));
}

/** Scanners see the templates without suppressions, so that none can hide more than it says. */
async function scan(subjects: readonly Subject[], tools: string): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'));
  try {
    const paths = subjects.map(({ name }) => join(folder, name));
    await Promise.all(subjects.map((subject) => writeFile(join(folder, subject.name), withoutSuppressions(subject))));
    const broken: Broken[] = [];
    // One after the other: each takes all the cores it gets.
    for (const scanner of scannersIn(tools)) broken.push(...(await scanner(paths, subjects)));
    return subjects.flatMap((subject) => judge(subject, broken));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { tools: { type: 'string' } }, allowPositionals: true });
  const subjects = await subjectsOf(positionals.length > 0 ? positionals : ['cloudformation']);
  if (subjects.length === 0) throw new Error('There is no template (*.yml) to check.');
  const found = [
    ...findingsOf(subjects, CHECKS),
    ...(values.tools === undefined ? [] : await scan(subjects, values.tools)),
  ];
  for (const finding of found) console.log(lineOf(finding));
  console.log(`${subjects.length} templates, ${found.length} findings`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
}
