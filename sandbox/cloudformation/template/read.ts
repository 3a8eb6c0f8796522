import { checkReferences } from './check-references.ts';
import { readBody } from './body.ts';
import { readSections } from './sections.ts';
import { type Template } from './template.ts';

/** The last ones: each step of a stack's life reads the same text again, and half a hundred kilobytes take a tenth of a second. */
const recent = new Map<string, Template>();
const KEPT = 16;

/**
 * Reads a template, YAML (with CloudFormation's tags, without aliases) or JSON, and checks its structure: sections, types,
 * references to what is not there, cycles. Throws an AwsError `ValidationError`, worded as CloudFormation does.
 */
export function readTemplate(body: string): Template {
  const before = recent.get(body);
  if (before) return before;
  const template = readSections(readBody(body));
  checkReferences(template);
  const [oldest] = recent.keys();
  if (oldest !== undefined && recent.size >= KEPT) recent.delete(oldest);
  recent.set(body, template);
  return template;
}
