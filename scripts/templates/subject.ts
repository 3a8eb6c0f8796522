import { type Document, parseDocument } from 'yaml';

import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { type ResourceDeclaration, type Template } from '../../sandbox/cloudformation/template/template.ts';

/** A template that is checked: as it is written, as YAML and as it is read. */
export interface Subject {
  /** File name. */
  readonly name: string;
  readonly text: string;
  readonly document: Document;
  readonly template: Template;
}

/** Throws what `readTemplate` throws. */
export function subjectOf(name: string, text: string): Subject {
  const document = parseDocument(text, { logLevel: 'silent' });
  return { name, text, document, template: readTemplate(text) };
}

export function resourcesOf(
  subject: Subject,
  ...types: readonly string[]
): readonly (readonly [string, ResourceDeclaration])[] {
  return [...subject.template.resources].filter(([, { type }]) => types.length === 0 || types.includes(type));
}
