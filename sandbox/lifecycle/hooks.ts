import { uuid } from '../ids.ts';
import { parseAppSpec } from './appspec.ts';
import { doneSoon, type Run } from './run.ts';

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
  const lambda = parseAppSpec(deployment.revision.content).hooks.get(deployment.phase);
  if (lambda === undefined) {
    doneSoon(run);
    return;
  }
  deployment.hook = { executionId: uuid(sandbox.random), event: deployment.phase };
  const outcome = new Map(Object.entries(sandbox.settings.hooks)).get(functionName(lambda)) ?? 'Succeeded';
  if (outcome === 'silent') {
    run.after(sandbox.settings.hookTimeoutMs, () => {
      run.send('fail', { code: 'HOOK_EXECUTION_FAILURE', message: SILENT });
    });
    return;
  }
  run.after(sandbox.settings.eventMs, () => {
    answerHook(run, outcome);
  });
}
