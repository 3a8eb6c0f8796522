import { type Figure } from '../figure.ts';

/** What the soaked sandbox says at its end. */
export interface Soaked {
  readonly requests: number;
  readonly failed: number;
  readonly deployments: number;
  readonly unsuccessful: number;
  /** When it had warmed up, and at the end. */
  readonly before: Memory;
  readonly after: Memory;
}

/** MiB, both after a collection. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

/**
 * What may stay. A thousand deployments leave what AWS keeps as well: the deployments with their AppSpecs, the revisions
 * of the task definition, and the log streams of their tasks. All else is let go of or bounded.
 */
export const HISTORY_MIB = { fixed: 2, perThousandDeployments: 6 };

export function figuresOf({ requests, failed, deployments, unsuccessful, before, after }: Soaked): readonly Figure[] {
  const note = (what: keyof Memory): string => `${before[what].toFixed(1)} MiB, then ${after[what].toFixed(1)}`;
  const limit = HISTORY_MIB.fixed + (HISTORY_MIB.perThousandDeployments * deployments) / 1000;
  const stays = (what: keyof Memory) => ({ value: after[what] - before[what], unit: 'MiB', note: note(what) });
  return [
    { name: 'requests that failed', value: failed, unit: '', limit: 0, note: `of ${requests}` },
    { name: 'deployments that did not succeed', value: unsuccessful, unit: '', limit: 0, note: `of ${deployments}` },
    { name: 'memory that stays: heap in use', ...stays('heap'), limit },
    { name: 'memory that stays: resident', ...stays('resident'), limit: null },
  ];
}
