import { type Subject } from './subject.ts';

/** What is wrong at a place of a template, and how to repair it. */
export interface Fault {
  /** A logical id, a parameter, an output or a section. */
  readonly place: string;
  readonly what: string;
  readonly repair: string;
}

export type Check = (subject: Subject) => Iterable<Fault>;

export interface Finding extends Fault {
  readonly check: string;
  readonly template: string;
}

/** Applies every check to every template. */
export function findingsOf(subjects: readonly Subject[], checks: Readonly<Record<string, Check>>): readonly Finding[] {
  return subjects.flatMap((subject) =>
    Object.entries(checks).flatMap(([check, find]) =>
      [...find(subject)].map((fault) => ({ check, template: subject.name, ...fault })),
    ),
  );
}

export const lineOf = ({ check, template, place, what, repair }: Finding): string =>
  `${template} ${place}: ${what} Repair: ${repair} [${check}]`;
