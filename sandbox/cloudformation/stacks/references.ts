import { type Json } from '../../json.ts';

export interface References {
  /** Names of parameters and logical ids. */
  readonly refs: readonly string[];
  /** `LogicalId.Attribute`. */
  readonly attributes: readonly string[];
}

/** What a value in a template refers to, by Ref, Fn::GetAtt and Fn::Sub. */
export function referencesIn(value: Json | undefined): References {
  const refs = new Set<string>();
  const attributes = new Set<string>();
  const look = (each: Json | undefined): void => {
    if (typeof each !== 'object' || each === null) return;
    if (Array.isArray(each)) {
      (each as readonly Json[]).forEach(look);
      return;
    }
    for (const [name, inner] of Object.entries(each)) {
      if (name === 'Ref' && typeof inner === 'string') refs.add(inner);
      else if (name === 'Fn::GetAtt') attributes.add(attributeName(inner));
      else if (name === 'Fn::Sub') substituted(inner).forEach((found) => (found.includes('.') ? attributes : refs).add(found));
      look(inner);
    }
  };
  look(value);
  return { refs: [...refs], attributes: [...attributes] };
}

const attributeName = (inner: Json | undefined): string =>
  Array.isArray(inner) ? inner.map(String).join('.') : typeof inner === 'string' ? inner : '';

/** Names between `${` and `}`; `${!` stands for itself. */
function substituted(inner: Json | undefined): string[] {
  const text: unknown = Array.isArray(inner) ? inner[0] : inner;
  if (typeof text !== 'string') return [];
  return text
    .split('${')
    .slice(1)
    .map((part) => part.slice(0, Math.max(0, part.indexOf('}'))).trim())
    .filter((name) => name !== '' && !name.startsWith('!'));
}
