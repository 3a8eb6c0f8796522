import { parseDescription } from '../engine/codedeploy/describe.ts';
import { carriesMarker, carriesRun, markerOf } from '../engine/codedeploy/marker.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type RunContext } from '../ports/runner.ts';
import { type Target } from '../target/target.ts';
import { type Running } from './running.ts';

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

/** A deployment that CodeDeploy does not know any more is none of this run's. */
async function descriptionOf(id: string, codedeploy: Of['codedeploy']): Promise<string> {
  try {
    return (await codedeploy.getDeployment(id)).description ?? '';
  } catch (error) {
    if (error instanceof AwsCallError && (error.kind === 'missing' || error.kind === 'other')) return '';
    throw error;
  }
}
