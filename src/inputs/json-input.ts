import { isObject, type Json, type JsonObject } from '../json.ts';
import { parseJsonText } from '../json-text.ts';
import { TextError } from '../text-error.ts';
import { bad, good, type Parsed } from './parsed.ts';

/** What is wrong with an element; null: nothing. */
export type Check = (element: JsonObject) => string | null;

/** A JSON array of objects that each pass `check`; `form` is an example. Faults never repeat the text. */
export function jsonArray(form: string, check: Check): (text: string) => Parsed<readonly JsonObject[]> {
  return (text) => {
    const parsed = json(text, form);
    if (!parsed.ok) return parsed;
    const elements = Array.isArray(parsed.value) ? (parsed.value as readonly Json[]) : null;
    if (elements === null) return bad(`a JSON array, as ${form}`);
    for (const [index, element] of elements.entries()) {
      const fault = isObject(element) ? check(element) : 'is no object';
      if (fault !== null) return bad(`a JSON array, as ${form}; element ${index + 1} ${fault}`);
    }
    return good(elements.filter(isObject));
  };
}

/** A JSON object; null for an empty one. */
export function jsonObject(form: string): (text: string) => Parsed<JsonObject | null> {
  return (text) => {
    const parsed = json(text, form);
    if (!parsed.ok) return parsed;
    if (!isObject(parsed.value)) return bad(`a JSON object, as ${form}`);
    return good(Object.keys(parsed.value).length === 0 ? null : parsed.value);
  };
}

function json(text: string, form: string): Parsed<Json> {
  try {
    return good(parseJsonText(text));
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return bad(`valid JSON, as ${form}; ${error.message}`, error.position.line);
  }
}
