import { describeDeployment } from '../engine/codedeploy/describe.ts';
import { markerOf } from '../engine/codedeploy/marker.ts';
import { type StartRequest } from '../engine/engine.ts';
import { StepError } from '../errors.ts';
import { type Followed } from '../follow.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { reportStart } from '../report/steps.ts';
import { start } from '../start.ts';
import { CHANGED, type Errand } from './errand.ts';
import { followIt } from './follow-it.ts';
import { type Deploy } from './prepare.ts';

/** Starts the deployment and follows it. `changed`: another one came first, and is still in progress. */
export async function carryOutDeploy(
  choice: Deploy,
  errand: Errand,
): Promise<{ readonly id: string; readonly followed: Followed } | typeof CHANGED> {
  const { aws, world } = errand;
  const { runner } = world;
  world.log.info(`AppSpec: ${choice.appspecFrom}`);
  runner.setOutput('appspec', choice.appspec.content);
  const startedAt = world.clock.now();
  const id = await started(choice, errand);
  if (id === CHANGED) return CHANGED;
  reportStart(id, aws.region, world);
  return { id, followed: await followIt({ id, startedAt, to: choice.to, goOn: true }, errand) };
}

/** It is never stopped, not by `post` either. */
async function started(choice: Deploy, errand: Errand): Promise<string> {
  const { engine, target, aws, world } = errand;
  const ways = { from: choice.leaves.arn, to: choice.to.arn, region: aws.region, control: null };
  try {
    return await start({ engine, request: requestOf(choice, errand), target, ...ways }, world);
  } catch (error) {
    if (!isTaken(error)) throw error;
    world.log.info(`Another deployment came first: ${error.fault.why}.`);
    return CHANGED;
  }
}

function requestOf({ to, leaves, candidate, appspec }: Deploy, { inputs, target, world }: Errand): StartRequest {
  const { context } = world.runner;
  const marker = markerOf(context, inputs.matrix);
  const description = describeDeployment({
    kind: 'rollback',
    marker,
    from: leaves.arn,
    to: to.arn,
    // That of what is brought back: the workflow runs for another one.
    commit: candidate.commit ?? '',
    actor: context.actor,
    text: inputs.codedeploy.description ?? '',
  });
  const { application, name, config } = target.group;
  const { ignoreAlarms } = inputs;
  return {
    application,
    group: name,
    config: config.name,
    appspec,
    description,
    marker,
    ignoreAlarms,
    looksAgain: true,
  };
}

/** CodeDeploy API: a group has one deployment at a time. */
function isTaken(error: unknown): error is StepError {
  return (
    error instanceof StepError &&
    error.cause instanceof AwsCallError &&
    error.cause.code === 'DeploymentLimitExceededException'
  );
}
