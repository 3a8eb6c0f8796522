import { type Figure } from '../figure.ts';

/** What the soaked sandbox says at its end. */
export interface Soaked {
  readonly requests: number;
  readonly failed: number;
  readonly deployments: number;
  readonly unsuccessful: number;
  /** When it had warmed up, when half of it was done, and at the end. */
  readonly before: Memory;
  readonly middle: Memory;
  readonly after: Memory;
}

/** MiB, both after a collection. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

/**
 * What may stay. A thousand deployments leave what AWS keeps as well, and what a client can ask for: the deployments with
 * their AppSpecs, the revisions of the task definition, the newest log streams; and a record of each API call. All else
 * is let go of or bounded. The fixed part is for code that is compiled meanwhile.
 */
export const HISTORY_MIB = { fixed: 2, perThousandDeployments: 6 };

export function figuresOf(soaked: Soaked): readonly Figure[] {
  const { requests, failed, deployments, unsuccessful, before, middle, after } = soaked;
  return [
    { name: 'requests that failed', value: failed, unit: '', limit: 0, note: `of ${requests}` },
    { name: 'deployments that did not succeed', value: unsuccessful, unit: '', limit: 0, note: `of ${deployments}` },
    { name: 'memory that stays: heap in use', ...grown(before.heap, after.heap), limit: historyOf(deployments) },
    { name: 'of it in the second half', ...grown(middle.heap, after.heap), limit: historyOf(deployments / 2) },
    { name: 'memory that stays: resident', ...grown(before.resident, after.resident), limit: null },
  ];
}

const historyOf = (deployments: number): number =>
  HISTORY_MIB.fixed + (HISTORY_MIB.perThousandDeployments * deployments) / 1000;

const grown = (from: number, to: number) => ({
  value: to - from,
  unit: 'MiB',
  note: `${from.toFixed(1)} MiB, then ${to.toFixed(1)}`,
});
