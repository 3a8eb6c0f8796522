import { type Dirent, lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { isDenied, isGone, unreadable } from './fault.ts';
import { type IgnoreRules, TOP, type Verdict } from './ignore.ts';

/** One path that Docker sends. Paths are bytes: a name need not be UTF-8. */
export interface Entry {
  /** Relative to the context, with slashes. */
  readonly path: Buffer;
  /** Where it can be opened. */
  readonly location: Buffer;
  readonly kind: 'file' | 'folder' | 'link' | 'pipe' | 'socket' | 'device';
  /** The permission bits, set-id and sticky bits included. 0 of a link: it has none of its own. */
  readonly mode: number;
  /** Where a link leads, as written in it; the number of a device; else empty. */
  readonly target: Uint8Array;
}

interface Folder {
  readonly above: Folder | null;
  readonly name: string;
  readonly path: Buffer;
  readonly location: Buffer;
  readonly verdict: Verdict;
  /** Whether it was yielded. An ignored folder is, once something in it is sent. */
  told: boolean;
}

const SLASH = Buffer.from('/');
const EMPTY = Buffer.alloc(0);

/**
 * What Docker sends of a folder, in an order that depends on the names alone; the folder itself is not among it. Links
 * are not followed, ignored folders not entered unless a pattern may bring something in them back.
 * @throws StepError naming a path that is sent and cannot be read
 */
export function* walk(context: string, rules: IgnoreRules): Generator<Entry, void, undefined> {
  const location = Buffer.from(context.replace(/(?<=.)[/\\]$/, ''));
  yield* walkFolder({ above: null, name: '', path: EMPTY, location, verdict: TOP, told: true }, rules);
}

function* walkFolder(folder: Folder, rules: IgnoreRules): Generator<Entry, void, undefined> {
  for (const found of list(folder)) {
    const name = found.name.toString('utf8');
    const path = folder.name === '' ? name : `${folder.name}/${name}`;
    const verdict = rules.judge(path, folder.verdict);
    const isFolder = found.isDirectory();
    if (verdict.ignored && !(isFolder && rules.mayReturn(path))) continue;
    const there = { path: under(folder.path, found.name), location: under(folder.location, found.name) };
    if (!verdict.ignored) {
      const entry = look(there);
      if (entry === null) continue;
      yield* toldAbove(folder);
      yield entry;
    }
    if (isFolder) yield* walkFolder({ above: folder, name: path, ...there, verdict, told: !verdict.ignored }, rules);
  }
}

function* toldAbove(folder: Folder): Generator<Entry, void, undefined> {
  if (folder.told) return;
  if (folder.above !== null) yield* toldAbove(folder.above);
  const entry = look(folder);
  folder.told = true;
  if (entry !== null) yield entry;
}

function list({ location, verdict }: Folder): Dirent<Buffer>[] {
  try {
    const found = readdirSync(location, { withFileTypes: true, encoding: 'buffer' });
    return found.sort((one, other) => Buffer.compare(one.name, other.name));
  } catch (error) {
    if (isGone(error) || (verdict.ignored && isDenied(error))) return [];
    throw unreadable(location, error);
  }
}

function under(folder: Buffer, name: Buffer): Buffer {
  return folder.length === 0 ? name : Buffer.concat([folder, SLASH, name]);
}

function look(there: { readonly path: Buffer; readonly location: Buffer }): Entry | null {
  const { path, location } = there;
  try {
    const stats = lstatSync(location);
    const kind = kindOf(stats);
    if (kind === 'link') {
      return { path, location, kind, mode: 0, target: readlinkSync(location, { encoding: 'buffer' }) };
    }
    const target = kind === 'device' ? Buffer.from(`${stats.isBlockDevice() ? 'b' : 'c'}${stats.rdev}`) : EMPTY;
    return { path, location, kind, mode: sentMode(stats.mode), target };
  } catch (error) {
    if (isGone(error)) return null;
    throw unreadable(location, error);
  }
}

/** Windows has no such bits: BuildKit's client gives every file 0755 at most, and lets it be executed. */
function sentMode(mode: number): number {
  return process.platform === 'win32' ? (mode & 0o755) | 0o111 : mode & 0o7777;
}

function kindOf(stats: Stats): Entry['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFIFO()) return 'pipe';
  return stats.isSocket() ? 'socket' : 'device';
}
