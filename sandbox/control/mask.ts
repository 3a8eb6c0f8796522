/** Takes secrets out of what is kept of a call. Works on parsed JSON, parameters and XML; what is none of them is not kept. */

export const MASK = '***';

const SECRET =
  /pass(word|wd|phrase)|secret|token|authorization|signature|credential|api[-_]?key|private[-_]?key|access[-_]?key/i;
/** These only sound like it: places of lists, and names of where a secret is kept. */
const HARMLESS =
  /^(next[-_]?token|authorizationData|secrets|secretOptions|repositoryCredentials|credentialsParameter|credentialSpecs)$/i;
/** All that is under these can be a secret, whatever its name. */
const OPAQUE = /^(environment|build[-_]?args?|env)$/i;
/** Deeper than anything that AWS takes. */
const DEEPEST = 64;
/** A larger body is not looked into, and so not kept. */
export const LARGEST_KEPT = 256 * 1024;

const isSecret = (name: string): boolean => SECRET.test(name) && !HARMLESS.test(name);

/** The body of a request or an answer, without secrets. */
export function maskBody(body: string): string {
  if (body === '') return '';
  if (body.length > LARGEST_KEPT) return `(${body.length} characters: too many to be kept)`;
  const start = body.trimStart().charAt(0);
  if (start === '{' || start === '[') return maskJsonText(body) ?? notKept(body);
  if (start === '<') return maskXml(body);
  return /^[\w.%+-]+=/.test(body) ? maskParameters(body) : notKept(body);
}

const notKept = (body: string): string => `(${body.length} characters that are neither JSON nor XML nor parameters)`;

function maskJsonText(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  return JSON.stringify(maskJson(parsed));
}

/** `opaque`: below an environment or the like, where only names are shown. */
function maskJson(value: unknown, opaque = false, depth = 0): unknown {
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((item: unknown) => maskJson(item, opaque, depth + 1));
  if (typeof value === 'object' && value !== null) return maskObject(value, opaque, depth);
  if (opaque && value !== null) return MASK;
  return typeof value === 'string' && /^\s*[[{]/.test(value) ? (maskJsonText(value) ?? value) : value;
}

function maskObject(value: object, opaque: boolean, depth: number): object {
  const entries = Object.entries(value) as [string, unknown][];
  const label = entries.find(([name, item]) => /^(name|key)$/i.test(name) && typeof item === 'string');
  // `{name: 'DB_PASSWORD', value: …}`: tags, attributes, parameters.
  const secretPair = label !== undefined && isSecret(String(label[1]));
  return Object.fromEntries(
    entries.map(([name, item]) => {
      if (opaque && name === label?.[0]) return [name, item];
      if (secretPair && /^value$/i.test(name)) return [name, MASK];
      if (isSecret(name)) return [name, item === null ? null : MASK];
      return [name, maskJson(item, opaque || OPAQUE.test(name), depth + 1)];
    }),
  );
}

/** `a.member.1.Key=password&a.member.1.Value=x`: by the names of the parameters, and by the pairs that they form. */
function maskParameters(text: string): string {
  const given = [...new URLSearchParams(text)];
  const labels = new Map(
    given.filter(([name]) => /(^|\.)(key|name)$/i.test(name)).map(([name, item]) => [stem(name), item]),
  );
  const kept = given.map(([name, item]): [string, string] => {
    const parts = name.split('.');
    const isLabel = /^(key|name)$/i.test(parts.at(-1) ?? '');
    const secretPair = /(^|\.)value$/i.test(name) && isSecret(labels.get(stem(name)) ?? '');
    const hidden =
      secretPair ||
      isTemplateValue(name) ||
      parts.some(isSecret) ||
      (parts.some((part) => OPAQUE.test(part)) && !isLabel);
    return [name, hidden ? MASK : item];
  });
  return kept.map(([name, item]) => `${name}=${item}`).join('&');
}

/** CloudFormation's Parameters: which of them are NoEcho is for the template to say. DescribeStacks shows the others. */
const isTemplateValue = (name: string): boolean => /(^|\.)ParameterValue$/i.test(name);

const stem = (name: string): string => name.slice(0, name.lastIndexOf('.') + 1);

/** Elements with text alone. Those around them hold elements, which are looked at one by one. */
function maskXml(text: string): string {
  const pairs = text.replace(
    /(<(?:key|name)>)([^<]*)(<\/(?:key|name)>\s*<value>)[^<]*(<\/value>)/gi,
    (whole: string, open: string, label: string, middle: string, close: string) =>
      isSecret(label) ? `${open}${label}${middle}${MASK}${close}` : whole,
  );
  return pairs.replace(/<([A-Za-z][\w.-]*)>([^<]*)<\/\1>/g, (whole: string, name: string) =>
    isSecret(name) ? `<${name}>${MASK}</${name}>` : whole,
  );
}
