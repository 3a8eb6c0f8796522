/**
 * Suppressions, which stand beside the resource that they are for:
 *
 *   Metadata:
 *     checkov: { skip: [{ id: CKV_AWS_2, comment: why }] }
 *     guard: { SuppressedRules: [{ id: alb_http_to_https_redirection_check, comment: why }] }
 *     cfn-lint: { config: { ignore_checks: [W1234] }, comment: why }
 */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault, type Finding } from '../finding.ts';
import { type Subject } from '../subject.ts';
import { at, each, textOf } from '../values.ts';
import { type Broken, type ScannerName, SCANNERS } from './scanner.ts';

export interface Suppression {
  readonly resource: string;
  readonly scanner: ScannerName;
  readonly rule: string;
  readonly reason: string;
}

export function suppressionsOf({ template }: Subject): readonly Suppression[] {
  return [...template.resources].flatMap(([resource, { metadata }]) => {
    const listed = (scanner: ScannerName, list: Json | undefined): Suppression[] =>
      each(list).map((entry) => {
        const rule = textOf(at(entry, 'id')) || textOf(entry);
        return { resource, scanner, rule, reason: textOf(at(entry, 'comment')) };
      });
    const lint = listed('cfn-lint', at(metadata, 'cfn-lint', 'config', 'ignore_checks'));
    const reason = textOf(at(metadata, 'cfn-lint', 'comment'));
    return [
      ...listed('checkov', at(metadata, 'checkov', 'skip')),
      ...listed('guard', at(metadata, 'guard', 'SuppressedRules')),
      ...lint.map((each) => ({ ...each, reason })),
    ];
  });
}

/** The file as it would be without its suppressions. */
export function withoutSuppressions({ document, template }: Subject): string {
  const copy = document.clone();
  for (const [id] of template.resources) {
    for (const name of SCANNERS) {
      const path = ['Resources', id, 'Metadata', name];
      if (copy.hasIn(path)) copy.deleteIn(path);
    }
  }
  return copy.toString({ lineWidth: 0 });
}

/** A reason is a sentence: this long at least. */
const REASON = 20;

/** Each suppression says why. */
export function* reasons(subject: Subject): Generator<Fault> {
  for (const { resource, scanner, rule, reason } of suppressionsOf(subject)) {
    if (reason.length >= REASON) continue;
    yield { place: resource, what: `${scanner}'s ${rule} is suppressed without a reason.`, repair: 'Add a comment.' };
  }
  if (at(subject.template.metadata, 'cfn-lint') !== undefined) {
    yield {
      place: 'Metadata',
      what: 'cfn-lint is told off for the whole file.',
      repair: 'Move it beside the resource.',
    };
  }
}

/** What the scanners found without any suppression, against what is suppressed: what is open, and what suppresses nothing. */
export function judge(subject: Subject, broken: readonly Broken[]): readonly Finding[] {
  const own = broken.filter(({ template }) => template === subject.name);
  const suppressed = suppressionsOf(subject);
  const open = own.filter((each) => !suppressed.some((suppression) => isFor(suppression, each)));
  const unused = suppressed.filter((suppression) => !own.some((each) => isFor(suppression, each)));
  const template = subject.name;
  return [
    ...open.map(({ scanner, resource, rule, message }) => ({
      check: scanner,
      template,
      place: resource || 'file',
      what: `${rule}: ${message}`,
      repair: 'Mend it, or suppress it beside the resource with its reason.',
    })),
    ...unused.map(({ scanner, resource, rule }) => ({
      check: scanner,
      template,
      place: resource,
      what: `${rule} is suppressed and not broken.`,
      repair: 'Remove it.',
    })),
  ];
}

const isFor = (suppression: Suppression, { scanner, resource, rule }: Broken): boolean =>
  suppression.scanner === scanner && suppression.resource === resource && suppression.rule === rule;
