/** The program that is looked through: its files under one folder, with the compiler's own understanding of them. */
import { join } from 'node:path';
import ts from 'typescript';

export interface Program {
  readonly checker: ts.TypeChecker;
  /** Those under the folder alone. */
  readonly files: readonly ts.SourceFile[];
  /** One by its path from the folder; throws where it is not part of the program. */
  file(path: string): ts.SourceFile;
  /** Where a node stands, as `stop.ts:12`. */
  place(node: ts.Node): string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
};

/** `sources`: files that are not on disk, by their path from `folder`; what they import from packages is found from there. */
export function openProgram(
  folder: string,
  entries: readonly string[],
  sources: ReadonlyMap<string, string> = new Map(),
): Program {
  const texts = new Map([...sources].map(([path, text]) => [join(folder, path), text]));
  const roots = entries.map((entry) => join(folder, entry));
  const program = ts.createProgram(roots, OPTIONS, hostOf(texts));
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder}/`));
  const file = (path: string): ts.SourceFile => {
    const found = program.getSourceFile(join(folder, path));
    if (found === undefined)
      throw new Error(`${path} is not part of the program that begins at ${entries.join(', ')}.`);
    return found;
  };
  return {
    checker: program.getTypeChecker(),
    files: files.filter(isOwn),
    file,
    place: (node) => placeOf(node, folder),
  };
}

/** Declarations of packages and of the language, by path: every program of a process has the same. */
const declarations = new Map<string, ts.SourceFile>();

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  return {
    ...host,
    directoryExists: (path) =>
      [...texts.keys()].some((text) => text.startsWith(`${path}/`)) || ts.sys.directoryExists(path),
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, ...of) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true);
      const found = declarations.get(path) ?? host.getSourceFile(path, ...of);
      if (found !== undefined && path.includes('/node_modules/')) declarations.set(path, found);
      return found;
    },
  };
}

const isOwn = ({ fileName }: ts.SourceFile): boolean => !fileName.includes('/node_modules/');

function placeOf(node: ts.Node, folder: string): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${source.fileName.slice(folder.length + 1)}:${line + 1}`;
}
