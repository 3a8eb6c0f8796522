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

/** Throws where CloudFormation would refuse to read it: too large, with aliases, a transform, references to nothing. */
export function subjectOf(name: string, text: string): Subject {
  try {
    return { name, text, document: parseDocument(text, { logLevel: 'silent' }), template: readTemplate(text) };
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

export function resourcesOf(
  subject: Subject,
  ...types: readonly string[]
): readonly (readonly [string, ResourceDeclaration])[] {
  return [...subject.template.resources].filter(([, { type }]) => types.length === 0 || types.includes(type));
}
