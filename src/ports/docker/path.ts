import { stat } from 'node:fs/promises';

export type PathKind = 'file' | 'folder' | 'nothing';

/** What is at an absolute path. What cannot be reached counts as nothing. */
export async function lookAt(path: string): Promise<PathKind> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
