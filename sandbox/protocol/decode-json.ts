import { AwsError } from '../operation.ts';
import { type Shape } from './schema.ts';

/** AWS's names for what it found in the request, as its SerializationException texts use them. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'Start of list';
  if (typeof value === 'object') return 'Start of structure or map';
  return `${typeof value}_VALUE`.toUpperCase();
}

function wrongType(value: unknown, wanted: string, path: string): AwsError {
  const where = path === '' ? 'the request' : path;
  return new AwsError('SerializationException', `${kindOf(value)} cannot be converted to ${wanted} (at ${where})`);
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/**
 * Turns a request's JSON into the shape that the SDK's types describe: members the schema does not know are left out,
 * null members count as absent, times become `Date` (those that are one already, from CBOR, stay). A value of the wrong type is a SerializationException.
 */
export function decodeJson(shape: Shape, value: unknown, path = ''): unknown {
  if (shape.isUnitSchema()) return {};
  if (shape.isStructSchema()) return decodeStructure(shape, value, path);
  if (shape.isListSchema()) {
    if (!Array.isArray(value)) throw wrongType(value, 'a list', path);
    return value.map((item: unknown, index) => decodeJson(shape.getValueSchema(), item, `${path}[${index}]`));
  }
  if (shape.isMapSchema()) {
    const entries = Object.entries(asObject(value, 'a map', path));
    return Object.fromEntries(
      entries.map(([key, item]) => [key, decodeJson(shape.getValueSchema(), item, under(path, key))]),
    );
  }
  return decodeScalar(shape, value, path);
}

function asObject(value: unknown, wanted: string, path: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(value, wanted, path);
  return value;
}

function decodeStructure(shape: Shape, value: unknown, path: string): unknown {
  const given = new Map<string, unknown>(Object.entries(asObject(value, 'a structure', path)));
  const members: [string, unknown][] = [];
  for (const [name, member] of shape.structIterator()) {
    const item = given.get(name);
    if (item !== undefined && item !== null) members.push([name, decodeJson(member, item, under(path, name))]);
  }
  return Object.fromEntries(members);
}

function decodeScalar(shape: Shape, value: unknown, path: string): unknown {
  if (shape.isTimestampSchema()) return decodeTime(value, path);
  if (shape.isBlobSchema()) {
    if (value instanceof Uint8Array) return value;
    if (typeof value !== 'string') throw wrongType(value, 'Blob', path);
    return new Uint8Array(Buffer.from(value, 'base64'));
  }
  if (shape.isBooleanSchema()) return expect(value, 'boolean', 'Boolean', path);
  if (shape.isNumericSchema()) return expect(value, 'number', 'Number', path);
  if (shape.isStringSchema()) return expect(value, 'string', 'String', path);
  return value;
}

function expect(value: unknown, type: 'boolean' | 'number' | 'string', wanted: string, path: string): unknown {
  if (typeof value !== type) throw wrongType(value, wanted, path);
  return value;
}

/** Epoch seconds with a fraction; ISO text is taken too, as AWS does. */
function decodeTime(value: unknown, path: string): Date {
  if (value instanceof Date) return value;
  const time = typeof value === 'number' ? new Date(value * 1000) : new Date(typeof value === 'string' ? value : NaN);
  if (Number.isNaN(time.getTime())) throw wrongType(value, 'Timestamp', path);
  return time;
}
