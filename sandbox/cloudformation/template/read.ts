import { type Template } from './template.ts';

/**
 * Reads a template, YAML (with CloudFormation's tags, without aliases) or JSON, and checks its structure: sections, types,
 * references to what is not there, cycles. Throws an AwsError `ValidationError`, worded as CloudFormation does.
 */
export function readTemplate(_body: string): Template {
  throw new Error('not written yet');
}
