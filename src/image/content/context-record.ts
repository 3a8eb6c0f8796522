import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StepError } from '../../errors.ts';
import { isGone, shownPath, unreadable } from './fault.ts';
import { FileDigests } from './file-digest.ts';
import { type Frame } from './frame.ts';
import { ignoreRules } from './ignore.ts';
import { type Pace } from './pace.ts';
import { readPatterns } from './pattern.ts';
import { walk } from './walk.ts';

/**
 * Adds all that Docker sends of a folder to the frame: path, kind, mode, content. Neither times nor owners: Docker
 * sends every file as root's, and layers are not compared by time.
 * @param ignoreFile text of the ignore file; null: there is none
 */
export async function recordContext(
  frame: Frame,
  folder: string,
  ignoreFile: string | null,
  pace: Pace,
): Promise<void> {
  requireFolder(folder);
  const digests = new FileDigests(pace);
  for (const { path, location, kind, mode, target } of walk(folder, ignoreRules(readPatterns(ignoreFile ?? '')))) {
    const content = kind === 'file' ? await digests.of(location) : '';
    if (content !== null) frame.record('entry', path, kind, mode.toString(8), target, content);
    const due = pace.breathe();
    if (due !== null) await due;
  }
}

/** The ignore file of a folder that is a context. */
export function ownIgnoreFile(folder: string): string | null {
  return readIfThere(join(folder, '.dockerignore'))?.toString('utf8') ?? null;
}

/** null where there is no such file. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isGone(error)) return null;
    throw unreadable(path, error);
  }
}

function requireFolder(folder: string): void {
  const why = whyNoFolder(folder);
  if (why === null) return;
  const repair = 'Name a folder in the workspace, and check the code out before this step.';
  throw new StepError({ tried: 'read the build context', on: shownPath(folder), why, repair });
}

function whyNoFolder(folder: string): string | null {
  try {
    return statSync(folder).isDirectory() ? null : 'it is not a folder.';
  } catch (error) {
    if (isGone(error)) return 'there is nothing.';
    throw unreadable(folder, error);
  }
}
