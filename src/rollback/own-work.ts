import { parseDescription } from '../engine/codedeploy/describe.ts';
import { carriesMarker, carriesRun, markerOf } from '../engine/codedeploy/marker.ts';
import { type Fault } from '../errors.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type RunContext } from '../ports/runner.ts';
import { type Target } from '../target/target.ts';
import { revisionName } from '../task-definition/load.ts';
import { stoppedSince } from './history.ts';
import { type Running } from './running.ts';
import { type Search } from './search.ts';

interface Of {
  readonly codedeploy: Pick<CodeDeployPort, 'getDeployment'>;
  readonly context: RunContext;
  readonly matrix: string;
}

/**
 * True where an earlier attempt of this run's job rolled back to what is live: the job was run again, and must not go one
 * further back.
 */
export async function isOwnWork(target: Target, running: Running | null, of: Of): Promise<boolean> {
  const made = target.primary.externalId ?? '';
  if (made === '') return false;
  const description = running?.seen.id === made ? running.description : await descriptionOf(made, of.codedeploy);
  if (parseDescription(description)?.kind !== 'rollback') return false;
  const marker = markerOf(of.context, of.matrix);
  return carriesRun(description, marker) && !carriesMarker(description, marker);
}

/**
 * What speaks against going one further back in a job that was run again: an earlier attempt may have brought production
 * back by a stop, which leaves no trace of who did it. null: nothing does.
 */
export async function stopBefore(
  { history, current, target }: Search,
  { runAttempt }: RunContext,
): Promise<Fault | null> {
  if (!(Number(runAttempt) > 1)) return null;
  const stopped = stoppedSince((await history.window(0)) ?? [], current);
  if (stopped === null) return null;
  const live = revisionName(target.live.arn);
  return {
    tried: 'go back from what is live',
    on: `${live}, ${target.group.application} / ${target.group.name}`,
    why: `this is attempt ${runAttempt} of the job, and deployment ${stopped.id} was stopped since: an earlier attempt may have brought ${live} back by that`,
    repair: `If ${live} is what should run, nothing has to be done. To go further back, start the workflow anew instead of running this job again, or name the revision in 'rollback-to'.`,
  };
}

/** A deployment that CodeDeploy does not know any more is none of this run's. */
async function descriptionOf(id: string, codedeploy: Of['codedeploy']): Promise<string> {
  try {
    return (await codedeploy.getDeployment(id)).description ?? '';
  } catch (error) {
    if (error instanceof AwsCallError && (error.kind === 'missing' || error.kind === 'other')) return '';
    throw error;
  }
}
