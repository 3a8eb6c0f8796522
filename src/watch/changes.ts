import { type LifecycleEvent, type Observation } from '../engine/engine.ts';
import { type DeploymentEvent } from '../events.ts';
import { setOf } from './stage.ts';

/** What is new in a look, one event for each change. `first`: nothing has been told of the deployment yet. */
export function changesOf(last: Observation, next: Observation, first: boolean, elapsedMs: number): DeploymentEvent[] {
  return [
    ...(first || next.rawStatus !== last.rawStatus
      ? [{ kind: 'status', status: next.rawStatus, elapsedMs } as const]
      : []),
    ...next.events.flatMap((event) =>
      hasMoved(last, next, event) ? [{ kind: 'lifecycle', event, elapsedMs } as const] : [],
    ),
    ...taskChange(last, next, elapsedMs),
    ...trafficChange(last, next, elapsedMs),
  ];
}

/** After a failure the rest is skipped, which goes without saying. */
function hasMoved(last: Observation, next: Observation, event: LifecycleEvent): boolean {
  if (event.status === 'Skipped' && next.events.some(({ status }) => status === 'Failed')) return false;
  const before = last.events.find(({ name }) => name === event.name)?.status ?? 'Pending';
  return event.status !== before;
}

function trafficChange(last: Observation, next: Observation, elapsedMs: number): DeploymentEvent[] {
  if (next.taskSets.length === 0) return [];
  const before = weightsOf(last);
  const after = weightsOf(next);
  if (before.blue === after.blue && before.green === after.green) return [];
  return [{ kind: 'traffic', ...after, elapsedMs }];
}

/** Until there is a replacement, the original has all the traffic. */
function weightsOf(seen: Observation): { blue: number; green: number } {
  if (seen.taskSets.length === 0) return { blue: 100, green: 0 };
  return { blue: setOf(seen, 'blue')?.weight ?? 0, green: setOf(seen, 'green')?.weight ?? 0 };
}

function taskChange(last: Observation, next: Observation, elapsedMs: number): DeploymentEvent[] {
  const before = setOf(last, 'green');
  const after = setOf(next, 'green');
  if (after === undefined) return [];
  const { running, pending, desired } = after;
  if (before?.running === running && before.pending === pending && before.desired === desired) return [];
  return [{ kind: 'tasks', running, pending, desired, elapsedMs }];
}
