/** What was deployed before, and what of it counts. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Described, parseDescription } from '../engine/codedeploy/describe.ts';
import { isRollback } from '../engine/codedeploy/whose.ts';

/** A deployment of the group, as far as a rollback asks. */
export interface Past {
  readonly id: string;
  /** CodeDeploy API: DeploymentStatus. */
  readonly status: string;
  /** When it was created and when it ended, epoch milliseconds. */
  readonly at: number;
  readonly endedAt: number;
  /** CodeDeploy made it, to take another one back. */
  readonly byCodeDeploy: boolean;
  /** null: not described by this action. */
  readonly described: Described | null;
  /** SHA-256 of its AppSpec; null where the revision lies elsewhere (S3). */
  readonly appspec: string | null;
}

/** The deployment that made the PRIMARY task set. */
export interface Current {
  /** null: none did, the service began with this task set. */
  readonly id: string | null;
  /** When the task set was created, epoch milliseconds: counts where the deployment is not known. */
  readonly at: number;
}

export function pastOf(info: DeploymentInfo): readonly Past[] {
  const { deploymentId, status, createTime, completeTime, description, revision } = info;
  if (deploymentId === undefined || createTime === undefined) return [];
  return [
    {
      id: deploymentId,
      status: status ?? '',
      at: createTime.getTime(),
      endedAt: completeTime?.getTime() ?? Infinity,
      byCodeDeploy: isRollback(info),
      described: parseDescription(description ?? ''),
      appspec: revision?.appSpecContent?.sha256 ?? null,
    },
  ];
}

/** By creation; a group has one deployment at a time, so of two that were created at once the later one ended later. */
export function newestFirst(pasts: readonly Past[]): readonly Past[] {
  return pasts.toSorted(
    (a, b) => b.at - a.at || compare(b.endedAt, a.endedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Those that succeeded and took production. `history`: newest first. */
export function succeeded(history: readonly Past[]): readonly Past[] {
  return history.filter(({ status, byCodeDeploy }) => status === 'Succeeded' && !byCodeDeploy);
}

/** Of these, those that were there before what is live now. */
export function beforeCurrent(history: readonly Past[], current: Current): readonly Past[] {
  const index = history.findIndex(({ id }) => id === current.id);
  const earlier = index < 0 ? history.filter(({ at }) => at < current.at) : history.slice(index + 1);
  return succeeded(earlier);
}

/**
 * True where the revision that this deployment brought was rolled back from afterwards, by a rollback of this action that
 * took production. A later deployment of the same revision counts again.
 */
export function isRetired(past: Past, revision: string, history: readonly Past[], current: Current): boolean {
  const later = history.slice(0, Math.max(0, history.indexOf(past)));
  return later.some(
    ({ id, status, described }) =>
      described?.kind === 'rollback' &&
      described.from === revision &&
      (status === 'Succeeded' || (id === current.id && status !== 'Failed' && status !== 'Stopped')),
  );
}
