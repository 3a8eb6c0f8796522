import { StepError } from '../../errors.ts';

/** A path that Docker would send cannot be read. */
export function unreadable(location: Uint8Array | string, cause: unknown): StepError {
  const code = codeOf(cause);
  const known = code === null ? undefined : WHY[code];
  const repair = 'Make it readable for this job, or name it in the .dockerignore if the image does not need it.';
  const fault = { tried: 'read the build context', on: shownPath(location), why: known ?? textOf(cause), repair };
  return new StepError(fault, { cause });
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this job may not read it.',
  EPERM: 'this job may not read it.',
  ENAMETOOLONG: 'its path is longer than this system allows.',
  EMFILE: 'too many files are open on this machine.',
  EIO: 'the disk failed.',
};

/** Docker goes on without what is gone when its turn comes. */
export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

export function isDenied(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EACCES' || code === 'EPERM';
}

/** A path for people: bytes that are no UTF-8 and control characters are replaced, a very long one is cut. */
export function shownPath(location: Uint8Array | string): string {
  const text = typeof location === 'string' ? location : Buffer.from(location).toString('utf8');
  const safe = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
  return safe.length > 500 ? `${safe.slice(0, 250)}…${safe.slice(-249)}` : safe;
}

function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** The message of Node holds the path; its first part is enough. */
function textOf(error: unknown): string {
  const code = codeOf(error);
  return code === null ? shownPath(error instanceof Error ? error.message : String(error)) : `the system says ${code}.`;
}
