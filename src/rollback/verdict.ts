import { revisionOf } from '../engine/codedeploy/describe.ts';
import { type Outcome, type WatchEnd } from '../events.ts';
import { duration } from '../report/duration.ts';
import { plain } from '../report/plain.ts';
import { carriesTraffic } from '../watch/rollback.ts';
import { setOf } from '../watch/stage.ts';
import { type Revision } from './running.ts';

type Stopped = Exclude<WatchEnd, { readonly kind: 'reached' }>;

/**
 * What a stop with rollback came to. Green where production runs what the stop was to lead to. `primary`: the ARN that the
 * PRIMARY task set runs now; null where it could not be read.
 */
export function returned(id: string, end: Stopped, primary: string | null, to: Revision): Outcome {
  switch (end.kind) {
    case 'failed':
    case 'stopped':
      return ended(id, end, primary, to);
    case 'timed-out': {
      const status = end.last === null ? 'not to be seen' : `still ${plain(end.last.rawStatus)}`;
      const cause = `deployment ${id} was told to stop and is ${status} after ${duration(end.limitMs)}; it goes on by itself`;
      return { result: 'timed-out', cause };
    }
    case 'interrupted': {
      const cause = `the run was cancelled; deployment ${id} has been stopped with rollback, which goes on by itself`;
      return { result: 'interrupted', cause };
    }
  }
}

function ended(
  id: string,
  { last, rollback }: Extract<Stopped, { readonly rollback: unknown }>,
  primary: string | null,
  to: Revision,
): Outcome {
  const how = `deployment ${id} is ${plain(last.rawStatus)}`;
  if (rollback?.status === 'Failed' || rollback?.status === 'Stopped') {
    const runs = primary === null ? '' : `; production runs ${revisionOf(primary)}`;
    return { result: 'failed', cause: `${how}, but its rollback ${rollback.id} ended as ${rollback.status}${runs}` };
  }
  if (rollback !== null && rollback.status !== 'Succeeded') {
    const cause = `${how}, and its rollback ${rollback.id} is not finished yet: it is no longer waited for and goes on by itself`;
    return { result: 'timed-out', cause };
  }
  if (rollback === null && carriesTraffic(last)) {
    const share = `${setOf(last, 'green')?.weight ?? 0} %`;
    const cause = `${how}, no rollback of it is to be seen, and ${share} of the production traffic is on its replacement`;
    return { result: 'failed', cause };
  }
  const by = rollback === null ? how : `${how}, and its rollback ${rollback.id} has returned the traffic`;
  if (primary === to.arn) return { result: 'succeeded', note: `${to.name} takes the production traffic: ${by}` };
  if (primary !== null)
    return { result: 'failed', cause: `production runs ${revisionOf(primary)}, not ${to.name}, although ${by}` };
  return rollback === null
    ? { result: 'failed', cause: `${how}, and what production runs now could not be read` }
    : {
        result: 'succeeded',
        note: `${to.name} takes the production traffic: ${by} (the PRIMARY task set could not be read)`,
      };
}
