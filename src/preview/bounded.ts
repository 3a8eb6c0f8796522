/** A plan's texts, cut and harmless; and its JSON, small enough for an output. */
import { shownText } from '../task-definition/shown.ts';
import { type PlanOutput } from './output.ts';

/** GitHub: a job's outputs together have at most 1 MB, counted in UTF-16 (Workflow syntax: jobs.<job_id>.outputs). */
export const LARGEST = 256 * 1024;

const LONGEST_TEXT = 2_000;
const LONGEST_CONTENT = 16_000;
const LONGEST_LIST = 200;
const FEW = 20;

/** One line of JSON, with `<account>` for the account's id: the runner blanks an output that holds what is masked. */
export function planText(plan: PlanOutput, account: string): string {
  const whole = bounded(plan);
  const text = JSON.stringify(whole).length <= LARGEST ? JSON.stringify(whole) : JSON.stringify(bounded(plan, true));
  return /^\d{12}$/.test(account) ? text.replaceAll(new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g'), '<account>') : text;
}

/** `small`: much shorter, where the whole is too large. */
export function bounded<T extends PlanOutput>(plan: T, small = false): T {
  const state = { cut: small || plan.cut };
  const result = within(
    plan,
    { longest: small ? LONGEST_TEXT / 10 : LONGEST_TEXT, most: small ? FEW : LONGEST_LIST },
    state,
  );
  return { ...(result as T), cut: state.cut };
}

interface Bounds {
  readonly longest: number;
  readonly most: number;
}

function within(value: unknown, bounds: Bounds, state: { cut: boolean }, name = ''): unknown {
  if (typeof value === 'string') {
    const longest = name === 'content' ? Math.min(LONGEST_CONTENT, 8 * bounds.longest) : bounds.longest;
    state.cut ||= value.length > longest;
    return shownText(value, longest);
  }
  if (Array.isArray(value)) {
    state.cut ||= value.length > bounds.most;
    return value.slice(0, bounds.most).map((entry: unknown) => within(entry, bounds, state, name));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, within(member, bounds, state, key)]));
}
