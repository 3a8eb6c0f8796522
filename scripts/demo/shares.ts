/**
 * What the production listener that the stack's outputs name gave to each target group while a deployment went on: not what
 * CodeDeploy says, which looks at the listener that its group names. A template that has the two crossed looks fine to both.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** Target group name to percent. */
export type Shares = Readonly<Record<string, number>>;

const EVERY_MS = 100;

/** Looks until it is stopped, and once more; then gives what it saw, each change once, oldest first. */
export function watchShares(look: () => Promise<Shares>): { readonly stop: () => Promise<readonly Shares[]> } {
  const ended = new AbortController();
  const seen: Shares[] = [];
  const note = async (): Promise<void> => {
    const shares = await look();
    if (JSON.stringify(shares) !== JSON.stringify(seen.at(-1))) seen.push(shares);
  };
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await note();
      await sleep(EVERY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ended.abort();
      await watching;
      await note();
      return seen;
    },
  };
}

/** Why the production listener did not do what a deployment to `group` should do; null where it did. */
export function wrongShift(seen: readonly Shares[], group: string, gradual: boolean): string | null {
  const shares = seen.map((each) => each[group] ?? 0);
  const told = shares.map((share) => `${share} %`).join(', ');
  if (shares.at(-1) !== 100) return `the production listener does not lead to ${group} (it had ${told})`;
  if (gradual && !shares.some((share) => share > 0 && share < 100))
    return `the traffic should have moved by and by, and the production listener gave ${group} ${told}`;
  return null;
}
