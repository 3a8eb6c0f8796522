import { plain } from './plain.ts';

/** Text as one cell of a markdown table: nothing in it is read as markdown, HTML, a link or a mention. */
export function cell(text: string): string {
  return plain(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('://', '&#58;//')
    .replaceAll(/\bwww\./gi, (text) => `${text.slice(0, -1)}&#46;`);
}

/** A table of two columns. Cells are markdown already. */
export function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  return [head, ['---', '---'] as const, ...rows].map(([left, right]) => `| ${left} | ${right} |`).join('\n');
}

/** A link to an address of our own making; an address of another kind stays text. */
export function link(text: string, address: string): string {
  return /^https?:\/\/[^\s()<>"|`[\]]+$/.test(address) ? `[${cell(text)}](${address})` : cell(text);
}

/** A list of texts, one line each. */
export function list(texts: readonly string[]): string {
  return texts.map((text) => `- ${cell(text)}`).join('\n');
}

/** Markdown that is folded away under a heading. */
export function details(heading: string, markdown: string): string {
  return `<details><summary>${cell(heading)}</summary>\n\n${markdown}\n\n</details>`;
}
