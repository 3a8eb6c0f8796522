/** Elements, and a way to bring a part of the page up to date that keeps focus, scroll positions and what is open. */

export type Child = Node | string | null;

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const SVG = 'http://www.w3.org/2000/svg';

function fill<T extends Element>(element: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** An HTML element. Text is only ever put in as text: names from the outside stay names. */
export function h(name: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function svg(name: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  if (!(element instanceof SVGElement)) throw new Error(`${name} is no SVG element`);
  return fill(element, attributes, children);
}

/** Sets styles by script, which the page's security policy allows where it refuses style attributes. */
export function styled<T extends HTMLElement | SVGElement>(element: T, styles: Readonly<Record<string, string>>): T {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
  return element;
}

/** Text for screen readers only. */
export const hidden = (text: string): HTMLElement => h('span', { class: 'sr' }, text);

/** The element with that id, which index.html has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

export function typedById<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = byId(id);
  if (!(found instanceof type)) throw new Error(`#${id} is another element than expected.`);
  return found;
}

/** Sets a text only where it differs: what is announced is announced once. */
export function setText(id: string, text: string): void {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes `parent` hold these children, changing as little as it can. Without a `data-key` an element becomes the one in its
 * place: what must never turn into something else under a finger, such as a button, needs a key.
 */
export function show(parent: Element, ...children: readonly Child[]): void {
  const wanted = document.createElement('div');
  for (const child of children) if (child !== null) wanted.append(child);
  patchChildren(parent, wanted);
}

const keyOf = (node: Node): string | null => (node instanceof Element ? node.getAttribute('data-key') : null);

const fits = (old: Node, fresh: Node): boolean => old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);

function patchChildren(parent: Element, wanted: Element): void {
  const keyed = new Map(
    [...parent.childNodes].flatMap((node) => (keyOf(node) === null ? [] : [[keyOf(node), node] as const])),
  );
  const fresh = [...wanted.childNodes];
  fresh.forEach((node, index) => {
    const at = parent.childNodes[index] ?? null;
    const key = keyOf(node);
    const old = key === null ? at : keyed.get(key);
    if (!old || !fits(old, node)) {
      parent.insertBefore(node, at);
      return;
    }
    if (old !== at) parent.insertBefore(old, at);
    patch(old, node);
  });
  while (parent.childNodes.length > fresh.length) parent.lastChild?.remove();
}

function patch(old: Node, fresh: Node): void {
  if (old instanceof Element && fresh instanceof Element) {
    patchAttributes(old, fresh);
    patchChildren(old, fresh);
  } else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
}

/** What the person has opened stays open, whatever the new state says. */
const theirs = new Set(['open', 'style']);

function patchAttributes(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) {
    if (!theirs.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const name of fresh.getAttributeNames()) {
    const value = fresh.getAttribute(name) ?? '';
    if (!theirs.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const [was, is] = [styleOf(old), styleOf(fresh)];
  if (was && is && was.cssText !== is.cssText) was.cssText = is.cssText;
}

const styleOf = (element: Element): CSSStyleDeclaration | null =>
  element instanceof HTMLElement || element instanceof SVGElement ? element.style : null;
