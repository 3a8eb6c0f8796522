import { uuid } from '../ids.ts';
import { parseAppSpec } from './appspec.ts';
import { eventInProgress } from './events.ts';
import { permitHook } from './permissions.ts';
import { type Cause, doneSoon, type Run } from './run.ts';
import { type Signal } from './table.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment } from '../world/codedeploy.ts';

const SILENT =
  'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked.';
const REFUSED = 'The deployment failed because one or more of the lifecycle event validation functions failed.';

/** `check` of `arn:aws:lambda:eu-west-1:123456789012:function:check:live`, or the name itself. */
export function functionName(nameOrArn: string): string {
  return /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

/** The hook's answer, from the function (the settings) or from PutLifecycleEventHookExecutionStatus. */
export function answerHook(run: Run, status: 'Succeeded' | 'Failed'): void {
  if (status === 'Succeeded') run.send('done');
  else run.send('fail', { code: 'HOOK_EXECUTION_FAILURE', message: REFUSED });
}

/** Runs the AppSpec's function for the phase, if there is one. No answer within the time limit is a failure. */
export function hook(run: Run): void {
  const { sandbox, deployment } = run;
  const { settings, random, hooks } = sandbox;
  const lambda = parseAppSpec(deployment.revision.content).hooks.get(deployment.phase);
  if (lambda === undefined) {
    doneSoon(run);
    return;
  }
  permitHook(sandbox, deployment, lambda);
  const executionId = uuid(random);
  deployment.hook = { executionId, event: deployment.phase };
  run.after(settings.hookTimeoutMs, () => {
    hooks.stop(executionId);
    run.send('fail', { code: settings.hookTimeoutCode, message: SILENT });
  });
  const name = functionName(lambda);
  // What the settings say of a name comes before a command: it can be changed while the sandbox runs.
  const outcome = new Map(Object.entries(settings.hooks)).get(name);
  if (outcome === undefined && hooks.has(name)) {
    runCommand(run, name, executionId);
  } else if (outcome !== 'silent') {
    run.after(settings.eventMs, () => {
      answerHook(run, outcome ?? 'Succeeded');
    });
  }
}

/** Its exit code answers, unless it has called PutLifecycleEventHookExecutionStatus itself. */
function runCommand(run: Run, name: string, executionId: string): void {
  const { sandbox, deployment } = run;
  const event = eventInProgress(deployment);
  const work = sandbox.hooks.run(name, { deploymentId: deployment.id, executionId }).then(({ status, logTail }) => {
    if (event)
      event.diagnostics = { errorCode: 'Success', message: '', ...event.diagnostics, scriptName: name, logTail };
    if (deployment.hook?.executionId === executionId) answerHook(run, status);
  });
  void sandbox.clock.during(work);
}

/** A hook that did not end its phase itself, by its answer, is ended with it. */
export function endHook(
  sandbox: Sandbox,
  { hook: waited }: Deployment,
  signal: Signal,
  cause: Cause | undefined,
): void {
  const answered = signal === 'done' || cause?.code === 'HOOK_EXECUTION_FAILURE';
  if (waited && !answered) sandbox.hooks.stop(waited.executionId);
}
