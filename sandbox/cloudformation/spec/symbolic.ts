import { token } from '../template/token.ts';
import { type MadeOf } from '../template/evaluate.ts';
import { type Template } from '../template/template.ts';
import { typeFacts } from './check.ts';

/** Whether what Ref or GetAtt of a resource yields is another one than before. */
export interface Fresh {
  readonly ref: boolean;
  readonly attributes: boolean;
}

/**
 * Tokens in place of what resources yield: `{{Ref X}}`, `{{GetAtt X.Arn}}`; of a resource that is fresh, `{{Ref X'}}`. Two
 * values are equal where the real ones will be.
 */
export function tokensOf(template: Template, fresh: (logicalId: string) => Fresh): MadeOf {
  return (logicalId) => {
    const type = template.resources.get(logicalId)?.type ?? '';
    const is = fresh(logicalId);
    const ref = token('Ref', `${logicalId}${is.ref ? "'" : ''}`);
    const attributes = (typeFacts(type)?.attributes ?? []).map(
      (name) => [name, token('GetAtt', `${logicalId}${is.attributes ? "'" : ''}.${name}`)] as const,
    );
    return { physicalId: ref, ref, attributes: Object.fromEntries<string>(attributes) };
  };
}
