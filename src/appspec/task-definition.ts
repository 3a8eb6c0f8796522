import { elementsOf, isObject, type JsonObject } from '../json.ts';
import { findKey } from './keys.ts';

/** What an AppSpec deploys, as it stands there (an ARN); null where it names nothing. */
export function taskDefinitionIn(document: JsonObject): string | null {
  for (const entry of elementsOf(findKey(document, 'Resources')?.value)) {
    const [resource] = isObject(entry) ? Object.values(entry) : [];
    const value = findKey(findKey(resource, 'Properties')?.value, 'TaskDefinition')?.value;
    if (typeof value === 'string') return value;
  }
  return null;
}
