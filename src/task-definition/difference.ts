/** What differs between two task definitions, member by member, as a reader understands it. */
import { elementsOf, isList, isObject, type Json, type JsonObject, objectsIn } from '../json.ts';
import { normalDefinition } from './compare.ts';
import { entriesOf, isReordered, keyOf } from './entries.ts';
import { isHidden, shownName, shownValue } from './shown.ts';

export interface Change {
  /** `containerDefinitions["app"].environment["LEVEL"]` */
  readonly path: string;
  /** `reordered`: the same entries in another order. */
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** As `shownValue` has them; null: there is none, or it is not shown. */
  readonly before: string | null;
  readonly after: string | null;
  /** True where values are not shown: environment entries, and what is named like a credential. */
  readonly hidden: boolean;
}

export interface Difference {
  readonly changes: readonly Change[];
  /** How many more there are that are not listed. */
  readonly more: number;
}

const LISTED = 200;

/**
 * Empty exactly where `sameDefinition` says that both would run the same. Containers, and other lists whose entries have
 * a name, are compared by it.
 */
export function differenceBetween(before: JsonObject, after: JsonObject): Difference {
  const found = differ(normalDefinition(before), normalDefinition(after), { path: '', name: '', hidden: false });
  return firstOf(found);
}

/** Tags count where some are asked for (those of the live revision stay with it). */
export function tagDifference(before: Json, after: Json | undefined): readonly Change[] {
  if (after === undefined) return [];
  return firstOf(differ(before, after, { path: 'tags', name: 'tags', hidden: false })).changes;
}

function firstOf(found: Iterable<Change>): Difference {
  const changes: Change[] = [];
  let more = 0;
  for (const change of found) {
    if (changes.length < LISTED) changes.push(change);
    else more += 1;
  }
  return { changes, more };
}

interface Place {
  readonly path: string;
  /** Of the member that is looked at. */
  readonly name: string;
  readonly hidden: boolean;
}

function* differ(before: Json | undefined, after: Json | undefined, at: Place): Generator<Change> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isObject(before) && isObject(after)) {
    for (const name of namesOf(before, after))
      yield* differ(member(before, name), member(after, name), below(at, name));
  } else if (isList(before) && isList(after)) yield* differInLists(before, after, at);
  else if (before === undefined || after === undefined) yield* oneSided(before, after, at);
  else yield change(before, after, at);
}

function* differInLists(before: readonly Json[], after: readonly Json[], at: Place): Generator<Change> {
  const key = keyOf(at.name, [...before, ...after]);
  if (key === null) {
    yield change(before, after, at);
    return;
  }
  const [old, now] = [entriesOf(before, key), entriesOf(after, key)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const inside = entry(at, name);
    const [was, is] = [old.get(name), now.get(name)];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    // Several of one name are told as one.
    if (at.hidden || isList(was) || isList(is)) yield change(was, is, inside);
    else yield* differ(was, is, inside);
  }
  if (isReordered(before, after, key))
    yield { path: at.path, kind: 'reordered', before: null, after: null, hidden: false };
}

/** Maps of text to text, which are told name by name. */
const MAPS = new Set(['dockerLabels', 'options', 'driverOpts']);

/** What is there on one side only is told entry by entry, where it has entries with names. */
function* oneSided(before: Json | undefined, after: Json | undefined, at: Place): Generator<Change> {
  const there = before ?? after;
  if (objectsIn(there).length > 0) yield* differInLists(elementsOf(before), elementsOf(after), at);
  else if (isObject(there) && MAPS.has(at.name) && Object.keys(there).length > 0)
    yield* differ(before ?? {}, after ?? {}, at);
  else yield change(before, after, at);
}

function change(before: Json | undefined, after: Json | undefined, { path, hidden }: Place): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const shown = (value: Json | undefined): string | null =>
    value === undefined || hidden ? null : shownValue(imageAlone(value, path));
  return { path, kind, before: shown(before), after: shown(after), hidden };
}

/** Of a whole container, its image tells most. */
function imageAlone(value: Json, path: string): Json {
  const isContainer = isObject(value) && /^containerDefinitions\["[^"]*"\]$/.test(path);
  return isContainer && value['image'] !== undefined ? { image: value['image'] } : value;
}

function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function namesOf(before: JsonObject, after: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function below(at: Place, name: string): Place {
  const step = /^[A-Za-z]\w{0,60}$/.test(name) ? `${at.path === '' ? '' : '.'}${name}` : quoted(name);
  return { path: at.path + step, name, hidden: at.hidden || isHidden(name) };
}

/** Lists whose entries are things, not values: one may be called after a credential, and is no credential. */
const OF_THINGS = new Set([
  'containerDefinitions',
  'volumes',
  'secrets',
  'secretOptions',
  'portMappings',
  'mountPoints',
  'volumesFrom',
  'dependsOn',
  'tags',
]);

function entry(at: Place, name: string): Place {
  const hidden = at.hidden || (!OF_THINGS.has(at.name) && isHidden(name));
  return { path: at.path + quoted(name), name: '', hidden };
}

function quoted(name: string): string {
  return `["${shownName(name).replaceAll('"', "'")}"]`;
}
