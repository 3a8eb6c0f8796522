import { AwsError } from '../operation.ts';
import { isFlattened, type Shape, wireName } from './schema.ts';

/** Flat parameters (`Actions.member.1.Type`) as a tree, so that no name is looked up by a prefix scan. */
interface Node {
  text: string | undefined;
  readonly children: Map<string, Node>;
}

/** AWS has no deeper shapes; a limit keeps a hostile name from exhausting the stack. */
const DEEPEST_NAME = 32;

const emptyNode = (): Node => ({ text: undefined, children: new Map() });

function tree(parameters: URLSearchParams): Node {
  const root = emptyNode();
  for (const [name, text] of parameters) {
    let node = root;
    for (const part of name.split('.', DEEPEST_NAME)) {
      const child = node.children.get(part) ?? emptyNode();
      node.children.set(part, child);
      node = child;
    }
    node.text = text;
  }
  return root;
}

/** Query parameters in the shape that the SDK's types describe. Unknown parameters are left out, as AWS does. */
export function decodeQuery(shape: Shape, parameters: URLSearchParams): unknown {
  return shape.isUnitSchema() ? {} : decodeStructure(shape, tree(parameters), '');
}

function decode(shape: Shape, node: Node, path: string): unknown {
  if (shape.isStructSchema()) return decodeStructure(shape, node, path);
  if (shape.isListSchema()) return decodeList(shape, node, path);
  if (shape.isMapSchema()) return decodeMap(shape, node, path);
  return decodeScalar(shape, node.text ?? '', path);
}

function decodeStructure(shape: Shape, node: Node, path: string): unknown {
  const members: [string, unknown][] = [];
  for (const [name, member] of shape.structIterator()) {
    const child = node.children.get(wireName(member, name));
    if (child) members.push([name, decode(member, child, path === '' ? name : `${path}.${name}`)]);
  }
  return Object.fromEntries(members);
}

function numbered(node: Node): Node[] {
  return [...node.children]
    .filter(([name]) => /^\d+$/.test(name))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => child);
}

function decodeList(shape: Shape, node: Node, path: string): unknown[] {
  const value = shape.getValueSchema();
  const items = isFlattened(shape) ? node : (node.children.get(wireName(value, 'member')) ?? emptyNode());
  return numbered(items).map((item, index) => decode(value, item, `${path}.${index + 1}`));
}

function decodeMap(shape: Shape, node: Node, path: string): unknown {
  const entries = isFlattened(shape) ? node : (node.children.get('entry') ?? emptyNode());
  return Object.fromEntries(
    numbered(entries).map((entry) => [
      entry.children.get(wireName(shape.getKeySchema(), 'key'))?.text ?? '',
      decode(
        shape.getValueSchema(),
        entry.children.get(wireName(shape.getValueSchema(), 'value')) ?? emptyNode(),
        path,
      ),
    ]),
  );
}

function decodeScalar(shape: Shape, text: string, path: string): unknown {
  const malformed = (wanted: string): AwsError =>
    new AwsError('MalformedInput', `The value of ${path} must be ${wanted}; received ${JSON.stringify(text)}.`);
  if (shape.isBooleanSchema()) {
    if (text !== 'true' && text !== 'false') throw malformed('true or false');
    return text === 'true';
  }
  if (shape.isNumericSchema()) {
    if (text.trim() === '' || !Number.isFinite(Number(text))) throw malformed('a number');
    return Number(text);
  }
  if (shape.isTimestampSchema()) {
    const time = new Date(text);
    if (Number.isNaN(time.getTime())) throw malformed('an ISO 8601 time');
    return time;
  }
  return shape.isBlobSchema() ? new Uint8Array(Buffer.from(text, 'base64')) : text;
}
