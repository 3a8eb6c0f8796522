/** Values of a task definition as they may be read by anyone: in a log, on a page, in an output. */
import { elementsOf, isList, isObject, type Json, type JsonObject, textOf } from '../json.ts';
import { plain } from '../report/plain.ts';

/** Longest text of one value and of one name, in UTF-16 units. */
const LONGEST = 240;
const LONGEST_NAME = 120;

/** Members whose values are never told, wherever they stand: people put secrets there. Names below them are. */
const HIDDEN_MEMBERS = new Set(['environment', 'driverOpts']);

/** Members that name where a credential is, not what it is (ECS API). */
const REFERENCES = new Set([
  'credentialsParameter',
  'repositoryCredentials',
  'credentialSpecs',
  'secrets',
  'secretOptions',
]);

const CREDENTIAL = /token|secret|passw(?:or)?d|passphrase|credential|api[-_.]?key|(?:private|access|account)[-_.]?key/i;

/** True where the value below this name is not told. */
export function isHidden(name: string): boolean {
  return HIDDEN_MEMBERS.has(name) || (!REFERENCES.has(name) && CREDENTIAL.test(name));
}

/** A value on one line: JSON, without control characters, cut, and without what is not told. */
export function shownValue(value: Json): string {
  return shownText(JSON.stringify(redacted(value)));
}

/** Text on one line, cut; user and password in an address, and what is given to a `password=`, are left out. */
export function shownText(text: string, longest = LONGEST): string {
  // What is cut away need not be made plain, and a token is not shown because its name was cut off.
  const start = masked(plain(masked(text.slice(0, 8 * longest))));
  if (start.length <= longest) return start;
  return `${start.slice(0, longest).toWellFormed()}… (${text.length} characters)`;
}

/** A name as part of a path. */
export function shownName(name: string): string {
  return shownText(name, LONGEST_NAME);
}

function masked(text: string): string {
  return text
    .replaceAll(/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']+@/gi, '$1***@')
    .replaceAll(
      /((?:token|secret|passw(?:or)?d|passphrase|credentials?|api[-_.]?key|(?:private|access|account)[-_.]?key)[\w.-]{0,40}=)[^\s"'&;,]+/gi,
      '$1***',
    );
}

const NOT_SHOWN = '(not shown)';

function redacted(value: Json): Json {
  if (isList(value)) return value.map(redacted);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactedMember(value, name, member)]));
}

function redactedMember(owner: JsonObject, name: string, member: Json): Json {
  if (isHidden(name)) return namesIn(member);
  // {name: 'API_TOKEN', value: '…'}, in lists that this version does not know.
  return name === 'value' && isHidden(textOf(owner['name'])) ? NOT_SHOWN : redacted(member);
}

/** The names of the entries of a list or map, where it has names. */
function namesIn(value: Json): Json {
  if (isObject(value)) return Object.keys(value);
  const names = elementsOf(value).map((entry) => (isObject(entry) ? textOf(entry['name']) : ''));
  return names.length > 0 && names.every((name) => name !== '') ? names : NOT_SHOWN;
}
