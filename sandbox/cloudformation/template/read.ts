import { checkReferences } from './check-references.ts';
import { readBody } from './body.ts';
import { readSections } from './sections.ts';
import { type Template } from './template.ts';

/**
 * Reads a template, YAML (with CloudFormation's tags, without aliases) or JSON, and checks its structure: sections, types,
 * references to what is not there, cycles. Throws an AwsError `ValidationError`, worded as CloudFormation does.
 */
export function readTemplate(body: string): Template {
  const template = readSections(readBody(body));
  checkReferences(template);
  return template;
}
