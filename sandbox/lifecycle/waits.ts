import { drainTaskSet, removeTaskSet } from '../ecs/task-sets.ts';
import { permitRemoval } from './permissions.ts';
import { type Run, serviceOf } from './run.ts';

/** Waits for ContinueDeployment where the group says so; a wait that ends without it stops the deployment. */
export function readyWait(run: Run): void {
  const { deployment } = run;
  const { action, waitMinutes } = deployment.options.ready;
  if (action === 'CONTINUE_DEPLOYMENT') {
    run.send('done');
    return;
  }
  deployment.status = 'Ready';
  deployment.targetStatus = 'Ready';
  run.after(waitMinutes * 60_000, () => {
    const message = `The deployment timed out while waiting for a notification to continue. This time out period is ${waitMinutes} minutes.`;
    const { readyExpiryStatus, readyExpiryCode } = run.sandbox.settings;
    run.send(readyExpiryStatus === 'Stopped' ? 'stop' : 'fail', { code: readyExpiryCode, message });
  });
}

/** The target has succeeded, the deployment has not: original and replacement run side by side. */
export function terminationWait(run: Run): void {
  const { deployment } = run;
  deployment.targetStatus = 'Succeeded';
  if (deployment.options.keepBlue) {
    run.send('done');
    return;
  }
  deployment.terminationWait = true;
  run.after(deployment.options.terminationWaitMinutes * 60_000, () => {
    run.send('done');
  });
}

export function removeBlue(run: Run): void {
  const { deployment, sandbox } = run;
  if (deployment.options.keepBlue) {
    run.send('done');
    return;
  }
  const service = serviceOf(sandbox, deployment);
  const id = deployment.blue ?? '';
  permitRemoval(sandbox, deployment, id);
  drainTaskSet(sandbox, service, id);
  run.after(sandbox.settings.drainMs, () => {
    removeTaskSet(sandbox, service, id);
    run.send('done');
  });
}
