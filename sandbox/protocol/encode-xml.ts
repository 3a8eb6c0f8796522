import { isFlattened, type Shape, wireName } from './schema.ts';

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#xD;'],
]);

/** Text for an element; characters that XML 1.0 cannot hold are dropped. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the very characters that must not get through
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\r]/g, (character) => {
    return escapes.get(character) ?? character;
  });
}

/** The value as the element `name`; nothing for an absent one. */
export function encodeXml(shape: Shape, value: unknown, name: string): string {
  if (value === undefined || value === null) return '';
  if (shape.isListSchema() && Array.isArray(value)) {
    const item = shape.getValueSchema();
    if (isFlattened(shape)) return value.map((each: unknown) => encodeXml(item, each, name)).join('');
    return `<${name}>${value.map((each: unknown) => encodeXml(item, each, wireName(item, 'member'))).join('')}</${name}>`;
  }
  return `<${name}>${content(shape, value)}</${name}>`;
}

function content(shape: Shape, value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return shape.isMapSchema() ? mapContent(shape, value) : structureContent(shape, value);
}

export function structureContent(shape: Shape, value: object): string {
  const given = new Map<string, unknown>(Object.entries(value));
  let xml = '';
  for (const [name, member] of shape.structIterator())
    xml += encodeXml(member, given.get(name), wireName(member, name));
  return xml;
}

function mapContent(shape: Shape, value: object): string {
  const entries = Object.entries(value).map(([key, item]) => {
    const inner = encodeXml(shape.getValueSchema(), item, wireName(shape.getValueSchema(), 'value'));
    return `<entry><key>${escapeXml(key)}</key>${inner}</entry>`;
  });
  return entries.join('');
}
