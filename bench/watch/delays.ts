/** What a watch told, held against what AWS had and when. Milliseconds; Infinity: never told. */
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { readConfig } from '../../src/target/config.ts';
import { busiestMinute } from '../waves.ts';
import { type Watched } from './watched.ts';

export const eventOf = (deployment: Deployment, name: string): Deployment['events'][number] | undefined =>
  deployment.events.find((event) => event.name === name);

/** The end that was waited for: the shift with its checks, the whole deployment, or a failure. */
export function endDelay({ deployment, end, endedAt, told }: Watched): number {
  if (end.kind === 'failed' || end.kind === 'stopped') {
    const status = told.find(({ event }) => event.kind === 'status' && event.status === deployment.status);
    return (status?.at ?? Infinity) - (deployment.completedAt ?? Infinity);
  }
  if (end.kind !== 'reached') return Infinity;
  const had = end.end === 'completed' ? deployment.completedAt : eventOf(deployment, 'AfterAllowTraffic')?.endedAt;
  return endedAt - (had ?? Infinity);
}

/** The first thing that the deployment does: it begins on its target. A watch that began later is late by no fault. */
export function firstEventDelay({ deployment, told, begunAt }: Watched): number {
  const first = told.find(({ event }) => event.kind === 'lifecycle');
  return (first?.at ?? Infinity) - Math.max(begunAt, deployment.startedAt ?? Infinity);
}

/** The latest of the shift's steps that can be foreseen: all but the first. */
export async function stepDelay({ deployment, told }: Watched): Promise<number> {
  const begun = eventOf(deployment, 'AllowTraffic')?.startedAt ?? Infinity;
  const { steps } = await readConfig(deployment.configName, noConfigs);
  const delays = steps.slice(1).map(({ atMs, percent }) => {
    const step = told.find(({ event }) => event.kind === 'traffic' && event.green >= percent);
    const due = begun + atMs;
    return due > (deployment.completedAt ?? Infinity) ? 0 : (step?.at ?? Infinity) - due;
  });
  return Math.max(0, ...delays);
}

const noConfigs = { getDeploymentConfig: () => Promise.reject(new Error('Only predefined configurations are used.')) };

/** Looks that the beginning of a wait takes are not part of the wait. */
const SETTLED_MS = 5_000;

export function callsInShift({ deployment, asked }: Watched): number {
  const shift = eventOf(deployment, 'AllowTraffic');
  return busiestMinute(
    asked.map(({ at }) => at),
    shift?.startedAt ?? Infinity,
    shift?.endedAt ?? Infinity,
  );
}

export function callsInWait({ deployment, asked }: Watched): number {
  const from = (eventOf(deployment, 'AfterAllowTraffic')?.endedAt ?? Infinity) + SETTLED_MS;
  return busiestMinute(
    asked.map(({ at }) => at),
    from,
    deployment.completedAt ?? Infinity,
  );
}

export function callsAtAll({ asked }: Watched): number {
  return busiestMinute(asked.map(({ at }) => at));
}
