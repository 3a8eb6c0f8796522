import { type Live } from '../rehearsal/live.ts';

export type Write = (text: string) => void;

export function heading(write: Write, text: string): void {
  write(`\n\u001b[1m== ${text}\u001b[0m\n`);
}

/** What is live before and after, side by side. */
export function compare(write: Write, before: Live, after: Live): void {
  const rows: [string, string, string][] = [
    ['', 'before', 'after'],
    ['revision', before.revision, after.revision],
    ['image', short(before.image), short(after.image)],
    ['tasks running', String(before.running), String(after.running)],
    ['PRIMARY behind', before.targetGroup, after.targetGroup],
    ...Object.keys({ ...before.traffic, ...after.traffic }).map((group): [string, string, string] => [
      `traffic to ${group}`,
      percent(before.traffic[group]),
      percent(after.traffic[group]),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) write(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
}

const percent = (weight: number | undefined): string => `${weight ?? 0} %`;

/** A digest's first twelve digits tell it apart. */
const short = (image: string): string => image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+/, '$1…');
