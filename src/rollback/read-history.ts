import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { newestFirst, type Past, pastOf } from './history.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Most rollbacks are found in the first. null: all times. */
const WINDOWS_DAYS: readonly (number | null)[] = [14, 90, 365, null];
/** As many deployments are looked at, 25 in a call. */
const MOST = 1000;

export interface HistoryPorts {
  readonly codedeploy: Pick<CodeDeployPort, 'listDeployments' | 'getDeployments'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A deployment group's past, read in widening windows and only as far back as it is asked for. */
export interface History {
  /** All that was deployed since the window's beginning, newest first. null: there is no such window. */
  window(index: number): Promise<readonly Past[] | null>;
}

export function historyOf(
  ports: HistoryPorts,
  group: { readonly application: string; readonly name: string },
): History {
  const windows: Promise<readonly Past[]>[] = [];
  const known = new Map<string, Past>();
  const read = async (days: number | null): Promise<readonly Past[]> => {
    const since = days === null ? null : ports.clock.now() - days * DAY_MS;
    const ids = await ports.codedeploy.listDeployments(group.application, group.name, since);
    const fresh = ids.filter((id) => !known.has(id));
    const room = Math.max(0, MOST - known.size);
    if (fresh.length > room) ports.log.info(`Only ${MOST} deployments of the group are looked at.`);
    // CodeDeploy's order is not documented; which of too many are left out is open.
    const infos = fresh.length === 0 || room === 0 ? [] : await ports.codedeploy.getDeployments(fresh.slice(0, room));
    for (const past of infos.flatMap(pastOf)) known.set(past.id, past);
    return newestFirst([...known.values()]);
  };
  return {
    async window(index) {
      const days = WINDOWS_DAYS[index];
      if (days === undefined) return null;
      // One after the other: a wider window begins with what the narrower ones have read.
      for (let next = windows.length; next <= index; next += 1) {
        const before = windows.at(-1) ?? Promise.resolve([]);
        const own = WINDOWS_DAYS[next] ?? null;
        windows.push(before.then(() => read(own)));
      }
      return windows[index] ?? null;
    },
  };
}
