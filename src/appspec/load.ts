import { resolve } from 'node:path';
import { StepError } from '../errors.ts';
import { parseJsonText } from '../json-text.ts';
import { type Json } from '../json.ts';
import { type ReadFile } from '../ports/files.ts';
import { TextError } from '../text-error.ts';
import { parseYamlText } from '../yaml-text.ts';
import { type AppSpecSource } from './appspec.ts';
import { checkAppSpec } from './check.ts';
import { type Problem } from './problems.ts';

export type AppSpecFile = Extract<AppSpecSource, { readonly kind: 'file' }>;

/** Looked for in the workspace when no path is given, in this order. */
export const DEFAULT_APPSPECS = ['appspec.yaml', 'appspec.yml'] as const;

/**
 * Loads the AppSpec file, YAML or JSON. A path that is given must be there; without one, null when neither default is.
 * `path` of the answer is the path as it was given or found, for the log.
 * @throws StepError with all problems of the file, each with its line and repair.
 */
export async function loadAppSpec(
  path: string | null,
  workspace: string,
  readFile: ReadFile,
): Promise<AppSpecFile | null> {
  for (const candidate of path === null ? DEFAULT_APPSPECS : [path]) {
    const text = await readFile(resolve(workspace, candidate));
    if (text !== null) return parseAppSpec(candidate, text);
  }
  if (path === null) return null;
  const why = `there is no file ${resolve(workspace, path)}`;
  throw fault(path, why, 'Check codedeploy-appspec: the path is relative to the workspace.');
}

/** The text of an AppSpec, checked. `path` is for messages. */
export async function parseAppSpec(path: string, text: string): Promise<AppSpecFile> {
  try {
    const checked = checkAppSpec(await parse(text));
    if (checked.kind === 'ok') return { kind: 'file', path, document: checked.document, service: checked.service };
    throw fault(path, await listed(text, checked.problems), 'Correct the file there.');
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    throw fault(path, error.message, 'Correct the file there; it is read as YAML or JSON.', error);
  }
}

/** JSON first: it needs no YAML parser. Whatever is no JSON, the YAML parser explains. */
async function parse(text: string): Promise<Json> {
  if (/^\s*\{/.test(text)) {
    try {
      return parseJsonText(text);
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
    }
  }
  return (await parseYamlText(text)).value;
}

/** One line a problem. JSON is YAML as well: one parser knows the lines of both. */
async function listed(text: string, problems: readonly Problem[]): Promise<string> {
  const document = await parseYamlText(text);
  const lines = problems
    .map(({ path, why, repair }) => ({ line: document.positionOf(path).line, text: `${why}. ${repair}` }))
    .sort((a, b) => a.line - b.line);
  return lines.map(({ line, text: problem }) => `\n  line ${line}: ${problem}`).join('');
}

function fault(on: string, why: string, repair: string, cause?: unknown): StepError {
  return new StepError({ tried: 'read the AppSpec', on, why, repair }, { cause });
}
