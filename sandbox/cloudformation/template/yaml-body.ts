import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  Scalar,
} from 'yaml';
import { type Json } from '../../json.ts';
import { formatError } from './fault.ts';
import { plainScalar } from './plain-scalar.ts';
import { longForm } from './short-forms.ts';

/** Far more than any template needs, and far less than what exhausts a call stack. */
const DEPTH = 100;

/** YAML as CloudFormation reads it: 1.1, short forms of its functions; no aliases, anchors, merge keys, duplicate keys. */
export function yamlBody(body: string): Json {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(body)];
  checkDepth(tokens);
  // Every scalar is text to the library: what a plain one means is decided here.
  const composer = new Composer({ version: '1.1', schema: 'failsafe', merge: false, lineCounter: lines });
  const documents = [...composer.compose(tokens)];
  const [document] = documents;
  const fault = documents.flatMap((each) => each.errors)[0];
  if (fault) throw notWellFormed(fault.message, lines.linePos(fault.pos[0]));
  if (documents.length > 1) throw formatError('YAML not well-formed. A template is one document.');
  if (!document?.contents) throw formatError('unsupported structure.');
  return toJson(document.contents, (node) => lines.linePos(node.range?.[0] ?? 0).line);
}

const notWellFormed = (message: string, at: { readonly line: number; readonly col: number }) =>
  formatError(
    `YAML not well-formed. (line ${String(at.line)}, column ${String(at.col)}) ${message.split('\n')[0] ?? ''}`,
  );

/** Before anything recursive sees it. */
function checkDepth(tokens: readonly CST.Token[]): void {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEPTH) throw formatError(`it is nested more than ${String(DEPTH)} levels deep.`);
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
}

type LineOf = (node: Node) => number;

function toJson(node: Node, lineOf: LineOf): Json {
  const where = `(line ${String(lineOf(node))})`;
  if (isAlias(node)) throw formatError(`YAML aliases are not allowed in CloudFormation templates. ${where}`);
  if (node.anchor !== undefined) {
    throw formatError(`YAML anchors are not allowed in CloudFormation templates. ${where}`);
  }
  const value = withoutTag(node, lineOf);
  const { tag } = node;
  return tag === undefined || standardTags.has(tag) ? value : longForm(tag, value, where);
}

const standardTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

function withoutTag(node: Node, lineOf: LineOf): Json {
  // The library gives empty values (`Key:`) as null.
  const within = (value: unknown): Json => (isNode(value) ? toJson(value, lineOf) : null);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [keyOf(pair, lineOf(node)), within(pair.value)]));
  if (isSeq(node)) return node.items.map(within);
  return isScalar(node) ? scalar(node) : null;
}

function scalar(node: Scalar): string | number | boolean | null {
  const text = typeof node.value === 'string' ? node.value : '';
  const plain = node.type === undefined || node.type === Scalar.PLAIN;
  const asText = node.tag !== undefined && !/2002:(int|float|bool|null)$/.test(node.tag);
  return plain && !asText ? plainScalar(text) : text;
}

function keyOf({ key }: Pair, line: number): string {
  const fault = (what: string) => formatError(`${what} (line ${String(line)})`);
  if (isAlias(key)) throw fault('YAML aliases are not allowed in CloudFormation templates.');
  if (!isScalar(key)) throw fault('a key must be text.');
  if (key.anchor !== undefined) throw fault('YAML anchors are not allowed in CloudFormation templates.');
  const text = String(scalar(key));
  if (text === '<<') throw fault('YAML merge keys (<<) are not allowed in CloudFormation templates.');
  return text;
}
