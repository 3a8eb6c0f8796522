import { elementsOf, isList, isObject, type Json, type JsonObject, objectsIn, textOf } from '../json.ts';
import { dropBootstrap } from './bootstrap.ts';
import { cleanDefinition } from './clean.ts';
import { changeContainer } from './container.ts';
import { type DefinitionDraft, type RenderedDefinition } from './definition.ts';

/**
 * RegisterTaskDefinition's input: the loaded definition, member for member, with what the inputs change. Nothing
 * that was given is mutated.
 * @param images Container name to reference, for the images that were not known when the draft was made; they win
 *   over the draft's.
 * @throws StepError as `changeContainer` does.
 */
export function renderDefinition(draft: DefinitionDraft, images: ReadonlyMap<string, string>): RenderedDefinition {
  const { body, leftOut } = cleanDefinition(draft.loaded.body);
  const references = new Map([...draft.images, ...images]);
  const dropped: string[] = [];
  const changed: string[] = [];
  const containers = elementsOf(body['containerDefinitions']).map((container, index): Json => {
    if (!isObject(container)) return container;
    const path = `containerDefinitions[${index}]`;
    const rendered = renderContainer(container, draft, references);
    dropped.push(...rendered.dropped.map((member) => `${path}.${member}`));
    changed.push(...changesBetween(rendered.base, rendered.container).map((member) => `${path}.${member}`));
    return rendered.container;
  });
  const tags = draft.loaded.tags.map(({ key, value }) => ({ key, value }));
  return {
    body: { ...body, containerDefinitions: containers, ...(tags.length > 0 ? { tags } : {}) },
    leftOut,
    dropped,
    changed,
  };
}

interface RenderedContainer {
  /** Before the inputs' changes, after the placeholder's members are gone. */
  readonly base: JsonObject;
  readonly container: JsonObject;
  readonly dropped: readonly string[];
}

function renderContainer(
  container: JsonObject,
  draft: DefinitionDraft,
  references: ReadonlyMap<string, string>,
): RenderedContainer {
  const name = container['name'];
  const reference = typeof name === 'string' ? references.get(name) : undefined;
  const isNew = reference !== undefined && reference !== container['image'];
  const { container: base, dropped } = isNew ? dropBootstrap(container) : { container, dropped: [] };
  const pictured = isNew ? { ...base, image: reference } : base;
  const rendered = name === draft.container ? changeContainer(pictured, draft.changes, draft.loaded.origin) : pictured;
  return { base, container: rendered, dropped };
}

/** Paths of the members that differ; for environment, secrets and labels by name. Values are never told. */
function changesBetween(before: JsonObject, after: JsonObject): readonly string[] {
  return Object.keys(after).flatMap((member) => {
    const [old, now] = [named(before[member]), named(after[member])];
    if (JSON.stringify(before[member]) === JSON.stringify(after[member])) return [];
    if (now === null) return [member];
    const names = [...now].filter(([name, entry]) => old?.get(name) !== entry).map(([name]) => name);
    return names.map((name) => `${member}[${JSON.stringify(name)}]`);
  });
}

/** Entries by name, for the members that are lists of named entries or maps; null for any other. */
function named(value: Json | undefined): ReadonlyMap<string, string> | null {
  if (isList(value)) {
    const entries = objectsIn(value).filter(({ name }) => typeof name === 'string');
    if (entries.length !== value.length || entries.length === 0) return null;
    return new Map(entries.map((entry) => [textOf(entry['name']), JSON.stringify(entry)]));
  }
  if (!isObject(value)) return null;
  return new Map(Object.entries(value).map(([name, member]) => [name, JSON.stringify(member)]));
}
