import { StepError } from '../errors.ts';
import { parseJsonText } from '../json-text.ts';
import { type Json } from '../json.ts';
import { TextError } from '../text-error.ts';
import { parseYamlText } from '../yaml-text.ts';

/** Members under which every value is a string: what YAML would read as a number or a boolean stays as typed. */
const STRING_MEMBERS =
  /^(?:cpu|memory|family|containerDefinitions\/(?:environment\/(?:name|value)|secrets\/\w+|command|entryPoint|image|name|dockerLabels\/.+|healthCheck\/command|logConfiguration\/(?:options\/.+|logDriver|secretOptions\/\w+)|systemControls\/\w+)|tags\/(?:key|value|Key|Value)|proxyConfiguration\/properties\/\w+)$/;

/** Whether ECS takes a string at this place (member names from the root of the definition or its wrapper). */
export function isStringMember(names: readonly string[]): boolean {
  const place = names[0] === 'taskDefinition' ? names.slice(1) : names;
  return STRING_MEMBERS.test(place.join('/'));
}

/**
 * Parses a task definition file: JSON where the text is JSON, else YAML.
 * @throws StepError with file, line and column.
 */
export async function parseDefinition(path: string, text: string): Promise<Json> {
  const json = parseAsJson(path, text);
  if (json.kind === 'value') return json.value;
  if (json.kind === 'fault') throw unreadable(path, 'JSON', json.error);
  try {
    return (await parseYamlText(text, { isString: isStringMember })).value;
  } catch (error) {
    if (error instanceof TextError) throw unreadable(path, 'YAML', error);
    throw error;
  }
}

type JsonAttempt =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'fault'; readonly error: TextError }
  | { readonly kind: 'yaml' };

/** A file that begins like JSON, or is named so, is judged as JSON; one named as YAML is given a second chance. */
function parseAsJson(path: string, text: string): JsonAttempt {
  const named = /\.json$/i.test(path);
  if (!named && !/^\s*[{[]/.test(text)) return { kind: 'yaml' };
  try {
    return { kind: 'value', value: parseJsonText(text) };
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return /\.ya?ml$/i.test(path) ? { kind: 'yaml' } : { kind: 'fault', error };
  }
}

function unreadable(path: string, format: string, error: TextError): StepError {
  return new StepError(
    { tried: `read the task definition as ${format}`, on: path, why: error.message, repair: 'Correct the file there.' },
    { cause: error },
  );
}
