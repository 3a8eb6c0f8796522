/** The open points of the sandbox as rows of a table: each with its default and the words that stand over it in the source. */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { openPoints } from '../../sandbox/open-points.ts';

/** Name, default as JSON, description. Throws where a point has no description: nobody would know what it is. */
export async function openPointRows(root: URL): Promise<string[][]> {
  const path = 'sandbox/open-points.ts';
  const source = ts.createSourceFile(path, await readFile(new URL(path, root), 'utf8'), ts.ScriptTarget.Latest, true);
  const descriptions = new Map(source.statements.filter(ts.isInterfaceDeclaration).flatMap(membersOf));
  return Object.entries(openPoints).map(([name, value]: [string, unknown]) => {
    const description = descriptions.get(name) ?? '';
    if (description === '') throw new Error(`${path}: ${name} has no comment over it, which the docs show.`);
    return [`\`${name}\``, `\`${JSON.stringify(value)}\``, description];
  });
}

function membersOf(declaration: ts.InterfaceDeclaration): [string, string][] {
  return declaration.members.flatMap((member): [string, string][] => {
    const [comment] = ts.getJSDocCommentsAndTags(member);
    const text = comment && ts.isJSDoc(comment) ? ts.getTextOfJSDocComment(comment.comment) : undefined;
    return member.name ? [[member.name.getText(), (text ?? '').replaceAll(/\s+/g, ' ')]] : [];
  });
}
