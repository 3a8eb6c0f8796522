import { bad, good, type Parsed } from './parsed.ts';
import { type DefinitionSource } from './types.ts';

const ARN = /^arn:[^:\s]+:ecs:[^:\s]+:\d{12}:task-definition\/[\w-]{1,255}(?::[1-9]\d{0,9})?$/;
const NAME = /^[\w-]{1,255}(?::[1-9]\d{0,9})?$/;
const FILE = /[/\\]|\.(?:json|ya?ml)$/i;

/**
 * Where the task definition comes from: nothing is the live one; a path separator or the ending `.json`, `.yml` or
 * `.yaml` is a file (an ARN has a `/` too and is none); else family, family:revision (the account-free form of an ARN).
 */
export function parseDefinitionSource(text: string): Parsed<DefinitionSource> {
  if (text === '') {
    return good({ kind: 'live' });
  }
  if (text.startsWith('arn:')) {
    return ARN.test(text)
      ? good({ kind: 'reference', reference: text })
      : bad(
          'the ARN of a task definition (arn:aws:ecs:region:account:task-definition/family:revision), or family:revision',
        );
  }
  if (FILE.test(text)) {
    return good({ kind: 'file', path: text });
  }
  return NAME.test(text)
    ? good({ kind: 'reference', reference: text })
    : bad('a file (a path with a separator, or ending in .json, .yml or .yaml), a family, family:revision or an ARN');
}
