import { type Observation } from '../engine/engine.ts';
import { type Waiting } from '../plan.ts';
import { type DeploymentConfig } from '../target/target.ts';
import { eventOf, setOf, type Stage } from './stage.ts';

export interface Foresight {
  readonly steps: DeploymentConfig['steps'];
  readonly waiting: Pick<Waiting, 'readyMs' | 'terminationMs'>;
}

/** What our own clock says about the stage, where AWS gives no time. */
export interface Marks {
  /** When the stage was first seen. */
  readonly stageAt: number;
  /** When all production traffic was first seen on the replacement. */
  readonly fullAt: number | null;
  /** Our clock's lead over AWS's, in milliseconds. */
  readonly offsetMs: number;
}

/** With no hook, AfterAllowTraffic ends about this long after the last step of the shift. */
const FINISH_MS = 700;

/** When the next foreseeable change of the deployment is due, on our clock; null where none is. */
export function dueAt(seen: Observation, stage: Stage, foresight: Foresight, marks: Marks): number | null {
  const ours = (aws: number | null | undefined): number =>
    aws === null || aws === undefined ? marks.stageAt : aws + marks.offsetMs;
  const finish = (marks.fullAt ?? marks.stageAt) + FINISH_MS;
  switch (stage) {
    case 'ready':
      return ours(lastEnded(seen)) + foresight.waiting.readyMs;
    case 'shifting': {
      const weight = setOf(seen, 'green')?.weight ?? 0;
      const step = foresight.steps.find(({ percent }) => percent > weight);
      return step === undefined ? finish : ours(eventOf(seen, 'AllowTraffic')?.startedAt) + step.atMs;
    }
    case 'finishing':
      return finish;
    case 'terminating':
      return ours(eventOf(seen, 'AfterAllowTraffic')?.endedAt) + foresight.waiting.terminationMs;
    case 'starting':
    case 'installing':
    case 'over':
      return null;
  }
}

/** When the latest of its lifecycle events ended, on AWS's clock. */
export function lastEnded(seen: Observation): number | null {
  const ends = seen.events.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
  return ends.length === 0 ? null : Math.max(...ends);
}
