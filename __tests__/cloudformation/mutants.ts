/** The real templates, changed in one place: what a check must find. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Document, isNode, parseDocument, visit } from 'yaml';

import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { type Check } from '../../scripts/templates/finding.ts';
import { type Subject, subjectOf } from '../../scripts/templates/subject.ts';

const FOLDER = new URL('../../cloudformation/', import.meta.url);

export const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'));

export const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

export const original = (name: string): Subject => subjectOf(name, textOf(name));

type Step = string | number;
/** What stands at a path afterwards; undefined: nothing. */
export type Change = readonly [path: readonly Step[] | string, value: unknown];

const parsed = new Map<string, Document>();

/** A copy of its own. */
function documentOf(name: string): Document {
  const document = parsed.get(name) ?? withoutComments(parseDocument(textOf(name), { logLevel: 'silent' }));
  parsed.set(name, document);
  return document.clone();
}

/** A template that fills what CloudFormation takes leaves no room for a fault. */
function withoutComments(document: Document): Document {
  visit(document, {
    Node: (_key, node) => {
      node.comment = null;
      node.commentBefore = null;
    },
  });
  return document;
}

function written(document: Document, steps: readonly Step[]): string {
  const node = document.getIn(steps, true);
  return isNode(node) ? JSON.stringify([node.tag, node.toJS(document)]) : '';
}

/** Throws where a change changes nothing: the template has moved on, and the mutant proves nothing. */
export function mutant(name: string, ...changes: readonly Change[]): Subject {
  const document = documentOf(name);
  for (const [path, value] of changes) {
    const steps =
      typeof path === 'string' ? path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step)) : path;
    const before = written(document, steps);
    if (value === undefined) document.deleteIn(steps);
    // A node: a bare value would keep the tag of the one before.
    else document.setIn(steps, document.createNode(value));
    if (written(document, steps) === before) throw new Error(`${name}: ${steps.join('/')} is so already.`);
  }
  const text = document.toString({ lineWidth: 0 });
  return { name, text, document, template: readTemplate(text) };
}

/** Places and words of what a check finds. */
export const found = (check: Check, subject: Subject): readonly string[] =>
  [...check(subject)].map(({ place, what }) => `${place}: ${what}`);
