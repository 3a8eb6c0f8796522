/** The deployment in progress, as a rollback looks at it. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { type Described, parseDescription } from '../engine/codedeploy/describe.ts';
import { withDeployment, withTarget } from '../engine/codedeploy/observation.ts';
import { isRollback } from '../engine/codedeploy/whose.ts';
import { type Observation, unseen } from '../engine/engine.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { engineTarget, type Target } from '../target/target.ts';
import { revisionName } from '../task-definition/load.ts';
import { setOf, type Stage, stageOf } from '../watch/stage.ts';

/** A revision: its ARN, and `family:revision`. */
export interface Revision {
  readonly arn: string;
  readonly name: string;
}

export interface Running {
  readonly seen: Observation;
  readonly stage: Stage;
  /** CodeDeploy made it, to take another one back. */
  readonly byCodeDeploy: boolean;
  /** What this action's description of it tells; null: none of ours. */
  readonly described: Described | null;
  readonly description: string;
  /** The deployment configuration that it shifts by; null where AWS has not said. */
  readonly config: string | null;
  /** The original task set, where a stop leads; null once it is gone or on its way out. */
  readonly blue: Revision | null;
  /** What it brings to production; null where that is not known. */
  readonly green: Revision | null;
}

export async function lookAtRunning(
  info: DeploymentInfo,
  target: Target,
  codedeploy: Pick<CodeDeployPort, 'getEcsTarget'>,
): Promise<Running> {
  const { ecsTarget } = engineTarget(target);
  const known = withDeployment(unseen(info.deploymentId ?? ''), info);
  const seen = withTarget(known, await codedeploy.getEcsTarget(known.id, ecsTarget));
  const { takesBack } = seen;
  if (!isRollback(info) || takesBack === null) return runningOf(info, seen, target);
  // Which of its task sets a rollback calls the original is not documented; what it takes back tells where it leads.
  const original = withTarget(unseen(takesBack), await codedeploy.getEcsTarget(takesBack, ecsTarget));
  return runningOf(info, seen, target, original);
}

/** `sets`: where the task sets are read from. */
function runningOf(info: DeploymentInfo, seen: Observation, target: Target, sets = seen): Running {
  const described = parseDescription(info.description ?? '');
  const byCodeDeploy = isRollback(info);
  const green = setIn(target.service, setOf(sets, 'green')?.id);
  return {
    seen,
    stage: stageOf(seen),
    byCodeDeploy,
    described,
    description: info.description ?? '',
    config: info.deploymentConfigName ?? null,
    blue: revisionIn(originalOf(sets, target)),
    green: revisionIn(green) ?? namedBy(described, target),
  };
}

/** As long as it has no task sets of its own, the original is what is live. */
function originalOf(seen: Observation, { service, primary }: Target): TaskSet | undefined {
  const blue = setOf(seen, 'blue');
  if (blue === undefined) return primary.externalId === seen.id ? undefined : primary;
  const found = setIn(service, blue.id);
  return found?.status === 'DRAINING' ? undefined : found;
}

function setIn(service: Service, id: string | undefined): TaskSet | undefined {
  return (service.taskSets ?? []).find((set) => set.id !== undefined && set.id === id);
}

function revisionIn(set: TaskSet | undefined): Revision | null {
  const arn = set?.taskDefinition;
  return arn === undefined ? null : { arn, name: revisionName(arn) };
}

/** Of the family and account of what is live. */
function namedBy(described: Described | null, { live }: Target): Revision | null {
  if (described === null) return null;
  return { name: described.to, arn: live.arn.replace(/[^/]*$/, described.to) };
}
