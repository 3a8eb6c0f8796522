import { type Document, type Node, type Scalar, type YAMLError } from 'yaml';
import type * as YamlModule from 'yaml';
import { isExact } from './json-text.ts';
import { type Json } from './json.ts';
import { type Position, positionAt, TextError } from './text-error.ts';

type Yaml = typeof YamlModule;

/** Member names and list indexes from the root. */
export type DocumentPath = readonly (string | number)[];

export interface YamlText {
  readonly value: Json;
  /** Where the value at `path` begins, or the nearest value above it that is there. */
  positionOf(path: DocumentPath): Position;
}

export interface YamlOptions {
  /** Member names from the root, list indexes left out: true where the value is a string however it is written. */
  readonly isString?: (names: readonly string[]) => boolean;
}

/**
 * Parses one YAML 1.2 document with the core schema. No tag runs anything: unknown tags are refused, as are members
 * given twice, more aliases than any real file has, and numbers that a double cannot hold. Merge keys (`<<`) work.
 * The parser is loaded here, so that a run without YAML does not pay for it.
 * @throws TextError with line and column; its message never quotes the text.
 */
export async function parseYamlText(text: string, options: YamlOptions = {}): Promise<YamlText> {
  const yaml = await import('yaml');
  try {
    const document = yaml.parseDocument(text, {
      schema: 'core',
      merge: true,
      resolveKnownTags: false,
      prettyErrors: false,
    });
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault !== undefined) throw new TextError(reasonOf(fault), positionAt(text, fault.pos[0]));
    settle(yaml, document, text, options);
    // The core schema, checked by settle(), yields nothing but JSON's types.
    const value = document.toJS({ maxAliasCount: 100 }) as Json;
    return { value, positionOf: (path) => positionAt(text, offsetOf(yaml, document, path)) };
  } catch (error) {
    if (error instanceof TextError) throw error;
    // What the parser throws itself: aliases without end, or nesting that exhausts the stack.
    const reason = 'its aliases or its nesting go beyond what any real file needs';
    throw new TextError(reason, { line: 1, column: 1 });
  }
}

/** Makes every key a string, as typed; refuses what JSON cannot say. */
function settle(yaml: Yaml, document: Document.Parsed, text: string, options: YamlOptions): void {
  const refuse = (node: Node, reason: string): never => {
    throw new TextError(reason, positionAt(text, node.range?.[0] ?? 0));
  };
  yaml.visit(document, {
    Alias: (key, node, path) => {
      if (key === 'key') refuse(node, 'an alias cannot be a member name');
      const target = node.resolve(document);
      if (target === undefined) refuse(node, 'an alias names no anchor before it');
      if (path.some((above) => above === target)) refuse(node, 'an alias contains itself');
    },
    Collection: (key, node) => {
      if (key === 'key') refuse(node, 'a member name must be text');
    },
    Scalar: (key, node, path) => {
      if (key === 'key') {
        asTyped(node);
        return;
      }
      if (options.isString?.(namesIn(yaml, path)) === true) asTyped(node);
      if (typeof node.value === 'number' && !keepsNumber(node.source ?? '', node.value)) {
        refuse(node, 'a number cannot be kept exactly; write it in quotes');
      }
    },
  });
}

/** `1.10`, `0123` and `yes` stay what was typed. An empty value stays null, a merge key a merge key. */
function asTyped(node: Scalar): void {
  const source = node.source ?? '';
  if (typeof node.value === 'symbol' || typeof node.value === 'string' || source === '') return;
  node.value = source;
}

function keepsNumber(source: string, value: number): boolean {
  return /^0[xo]/.test(source) ? Number.isSafeInteger(value) : isExact(source, value);
}

function namesIn(yaml: Yaml, path: readonly unknown[]): readonly string[] {
  return path.flatMap((step) => (yaml.isPair(step) && yaml.isScalar(step.key) ? [String(step.key.value)] : []));
}

function offsetOf(yaml: Yaml, document: Document.Parsed, path: DocumentPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (yaml.isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

/** In our words where the parser's would quote the text. */
function reasonOf(fault: YAMLError): string {
  return REASONS.get(fault.code) ?? `it is not valid YAML (${fault.code})`;
}

const REASONS: ReadonlyMap<YAMLError['code'], string> = new Map<YAMLError['code'], string>([
  ['BAD_ALIAS', 'an anchor or an alias ends in a colon'],
  ['BAD_DQ_ESCAPE', 'a double-quoted string holds an escape that YAML does not know'],
  ['BAD_INDENT', 'the indentation does not fit the lines above'],
  ['BAD_SCALAR_START', 'a value begins with a character that must be quoted'],
  ['BLOCK_AS_IMPLICIT_KEY', "a value holds ': ' or a list where one line was expected; quote it or indent it"],
  ['DUPLICATE_KEY', 'a member is given twice'],
  ['MISSING_CHAR', 'a closing quote, a bracket, a comma or a colon is missing'],
  ['MULTILINE_IMPLICIT_KEY', "a member name spans lines; is a ':' missing?"],
  ['MULTIPLE_DOCS', 'the file holds more than one document'],
  ['RESOURCE_EXHAUSTION', 'it is nested deeper than any real file'],
  ['TAB_AS_INDENT', 'a tab is used for indentation; use spaces'],
  ['TAG_RESOLVE_FAILED', 'a tag (like !Ref) is used; tags are not supported'],
  ['UNEXPECTED_TOKEN', 'something stands where YAML does not expect it'],
]);
