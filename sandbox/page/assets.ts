/** The page's files. Its TypeScript is served with the types taken out, so that there is nothing to build. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const folder = join(import.meta.dirname, 'browser');

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
};

const extension = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Only names that stood in the folder at the start are ever opened: no path of a request reaches the file system. */
const names: ReadonlySet<string> = new Set(
  readdirSync(folder).filter((name) => Object.hasOwn(types, extension(name)) && name !== 'tsconfig.json'),
);

const kept = new Map<string, Promise<Asset>>();

/** A file by its name; null where there is none. Each is read once. */
export function asset(name: string): Promise<Asset> | null {
  if (!names.has(name)) return null;
  let found = kept.get(name);
  if (!found) kept.set(name, (found = read(name)));
  return found;
}

async function read(name: string): Promise<Asset> {
  const text = await readFile(join(folder, name), 'utf8');
  const type = types[extension(name)] ?? 'text/plain';
  return { type, body: extension(name) === 'ts' ? withoutTypes(text) : text };
}

/** Node tells once per process that the function is experimental; nobody who starts the sandbox can do anything about it. */
function withoutTypes(source: string): string {
  const emit = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  Object.defineProperty(process, 'emitWarning', { ...emit, value: () => undefined });
  try {
    return stripTypeScriptTypes(source);
  } finally {
    if (emit) Object.defineProperty(process, 'emitWarning', emit);
  }
}
