/** What was asked of IAM while it was enforced: which rights a run needed. */
import { type World } from '../world/world.ts';
import { type Keys } from './actions/rule.ts';

export interface Entry {
  /** ARN. */
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  /** The request's own condition keys, without those that every request has. */
  readonly keys: Keys;
  readonly allowed: boolean;
}

/** Each question once; the oldest go first. */
const MOST = 5_000;

const journals = new WeakMap<World, Map<string, Entry>>();

export function keep(world: World, entry: Entry): void {
  const journal = journals.get(world) ?? new Map<string, Entry>();
  journals.set(world, journal);
  journal.set(JSON.stringify(entry), entry);
  const [oldest] = journal.keys();
  if (oldest !== undefined && journal.size > MOST) journal.delete(oldest);
}

/** In the order in which they were first asked. */
export const journalOf = (world: World): readonly Entry[] => [...(journals.get(world)?.values() ?? [])];

export function clearJournal(world: World): void {
  journals.delete(world);
}
