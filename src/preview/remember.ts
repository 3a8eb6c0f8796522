import { type Log } from '../ports/log.ts';

/** A log that keeps warnings instead of telling them: what a plan warns of is told once, with the plan. */
export function rememberWarnings(log: Log): { readonly log: Log; readonly told: readonly string[] } {
  const told: string[] = [];
  return { log: { ...log, warning: (text) => void told.push(text) }, told };
}
