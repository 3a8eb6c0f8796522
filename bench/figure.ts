/** One measured figure, and what it may be at most, or has to be at least. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Written behind the value: `×`, `MiB`, `s`, `calls`. */
  readonly unit: string;
  /** null: told, not judged. */
  readonly limit: number | null;
  /** The value has to reach the limit; otherwise it must not pass it. */
  readonly atLeast?: boolean;
  /** It depends on how fast the machine is and on what else that does: a time, a rate, a ratio of CPU times. */
  readonly timing?: boolean;
  /** What was measured, or what it was compared with. */
  readonly note: string;
}

export type Verdict = 'ok' | 'BROKEN' | 'told' | '';

/** Which figures are judged; those that are not are told. */
export interface Judging {
  readonly timings: boolean;
}

const everything: Judging = { timings: true };

/** A value that is no number (nothing was measured) never holds: not that of a timing either. */
export function verdictOf({ value, limit, atLeast, timing }: Figure, { timings } = everything): Verdict {
  if (limit === null) return '';
  if (timing === true && !timings && !Number.isNaN(value)) return 'told';
  return (atLeast === true ? value >= limit : value <= limit) ? 'ok' : 'BROKEN';
}

export const isBroken = (figure: Figure, judging = everything): boolean => verdictOf(figure, judging) === 'BROKEN';

/** The figures as lines of equal columns, headed. */
export function tableOf(figures: readonly Figure[], judging = everything): string {
  const rows = [
    ['figure', 'seen', 'limit', '', 'note'],
    ...figures.map((figure) => [
      figure.name,
      shown(figure.value, figure.unit),
      limitOf(figure),
      verdictOf(figure, judging),
      figure.note,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function limitOf({ limit, unit, atLeast = false }: Figure): string {
  if (limit === null) return '-';
  return `${atLeast ? '≥ ' : ''}${shown(limit, unit)}`;
}

function shown(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper;
}
