import { readFile, stat } from 'node:fs/promises';
import { StepError } from '../errors.ts';

/** The text of a file; null: there is no such file. Every other failure is thrown. `path` is absolute. */
export type ReadFile = (path: string) => Promise<string | null>;

/** Task definitions and AppSpecs are a few kilobytes; anything far larger is a wrong path. */
const LARGEST = 5 * 1024 * 1024;

/** Reads UTF-8, without its byte order mark. Refuses a folder, more than 5 MB, and bytes that are not UTF-8. */
export const readTextFile: ReadFile = async (path) => {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refuse(path, 'it is not a file', 'Name a file.');
    if (found.size > LARGEST) {
      throw refuse(path, `it has ${found.size} bytes; ${LARGEST} are read at most`, 'Check the path.');
    }
    return decode(path, await readFile(path));
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
};

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse(path, 'it is not UTF-8 text', 'Save the file as UTF-8.');
  }
}

function isAbsent(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}

function refuse(path: string, why: string, repair: string): StepError {
  return new StepError({ tried: 'read a file', on: path, why, repair });
}
