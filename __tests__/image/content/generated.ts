import fc from 'fast-check';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What stands at a path of a generated context. */
export interface Node {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly text: string;
  readonly mode: number;
}

const name = fc.constantFrom('a', 'b', 'c', 'src', 'x.js', 'y.md', '(g)', 'a+b', 'ü', '.env', 'constructor');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const node = fc.record({
  path,
  kind: fc.constantFrom('file' as const, 'file' as const, 'folder' as const, 'link' as const),
  text: fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replaceAll('\0', '0')),
  mode: fc.constantFrom(0o644, 0o755, 0o600),
});
const segment = fc.oneof(name, fc.constantFrom('*', '**', '*.md', '[ab]', '?', 'a*'));
const pattern = fc
  .tuple(fc.constantFrom('', '', '!', '/'), fc.array(segment, { minLength: 1, maxLength: 3 }))
  .map(([mark, segments]) => mark + segments.join('/'));
/** Nodes, and the text of an ignore file for them. */
export const context = fc.record({
  nodes: fc.uniqueArray(node, { minLength: 2, maxLength: 12, selector: ({ path: at }) => at }).map(fitting),
  ignore: fc.array(pattern, { maxLength: 4 }).map((lines) => lines.join('\n')),
});

/** Without what would lie in a file or a link; shorter paths first. */
function fitting(nodes: readonly Node[]): Node[] {
  const blocked = new Set(nodes.filter(({ kind }) => kind !== 'folder').map(({ path: at }) => at));
  const above = (at: string): string[] => (at.includes('/') ? [dirname(at), ...above(dirname(at))] : []);
  return nodes.filter(({ path: at }) => !above(at).some((one) => blocked.has(one)));
}

export function put(folder: string, { path: at, kind, text, mode }: Node): void {
  const place = join(folder, at);
  mkdirSync(dirname(place), { recursive: true });
  if (kind === 'link') symlinkSync(text, place);
  else {
    if (kind === 'folder') mkdirSync(place, { recursive: true });
    else writeFileSync(place, text);
    chmodSync(place, mode);
  }
}
