import { type AppSpec } from './appspec/appspec.ts';
import { describeDeployment } from './engine/codedeploy/describe.ts';
import { markerOf } from './engine/codedeploy/marker.ts';
import { type StartRequest } from './engine/engine.ts';
import { type DeployInputs } from './inputs/types.ts';
import { type Plan } from './plan.ts';
import { type RunContext } from './ports/runner.ts';
import { type Revision } from './task-definition/definition.ts';

/** What the engine gets: where to, what, and a description that tells this run's deployment from all others. */
export function startRequest(
  inputs: DeployInputs,
  plan: Plan,
  revision: Revision,
  appspec: AppSpec,
  context: RunContext,
): StartRequest {
  const marker = markerOf(context, inputs.matrix);
  const { application, name, config } = plan.target.group;
  const description = describeDeployment({
    kind: 'deploy',
    marker,
    from: plan.previous,
    to: revision.arn,
    commit: context.sha,
    actor: context.actor,
    text: inputs.codedeploy.description ?? '',
  });
  const place = { application, group: name, config: config.name };
  return { ...place, appspec, description, marker, ignoreAlarms: inputs.ignoreAlarms, looksAgain: true };
}
