import { AwsError, type Sandbox } from '../operation.ts';
import { type Settings } from '../settings.ts';
import { type Deployment, type Phase } from '../world/codedeploy.ts';
import { watchAlarms } from './alarms.ts';
import { closeEvent, eventInProgress, openEvent } from './events.ts';
import { Fault } from './fault.ts';
import { answerHook, endHook, hook } from './hooks.ts';
import { install } from './install.ts';
import { cleanUpAfterStop } from './leftovers.ts';
import { watchLimits } from './limits.ts';
import { followPrimary } from './primary.ts';
import { notify } from './notify.ts';
import { permitReads } from './permissions.ts';
import { makeRollback, returnToBlue } from './rollback.ts';
import { type Cause, type Run } from './run.ts';
import { shiftProduction, shiftTest } from './shift.ts';
import { isOver, next, type Signal } from './table.ts';
import { lookAtTaskSets } from './task-sets-info.ts';
import { readyWait, removeBlue, terminationWait } from './waits.ts';

/** What each phase does when it begins. The ends do nothing. */
const steps: Readonly<Partial<Record<Phase, (run: Run) => void>>> = {
  Created: begin,
  BeforeInstall: hook,
  Install: install,
  AfterInstall: hook,
  AllowTestTraffic: shiftTest,
  AfterAllowTestTraffic: (run) => {
    if (run.deployment.options.testListenerArn === null) run.send('done');
    else hook(run);
  },
  ReadyWait: readyWait,
  BeforeAllowTraffic: hook,
  AllowTraffic: shiftProduction,
  AfterAllowTraffic: hook,
  TerminationWait: terminationWait,
  RemoveBlue: removeBlue,
  Return: returnToBlue,
};

function begin(run: Run): void {
  const { deployment, sandbox } = run;
  const { createdMs, queuedMs } = sandbox.settings;
  const start = (): void => {
    permitReads(sandbox, deployment);
    run.send(deployment.creator === 'codeDeployRollback' ? 'return' : 'done');
  };
  run.after(createdMs, () => {
    if (queuedMs === 0) {
      start();
      return;
    }
    deployment.status = 'Queued';
    run.after(queuedMs, start);
  });
}

/** Starts to move a deployment that stands in Created. */
export function startDeployment(sandbox: Sandbox, deployment: Deployment): void {
  enter(runOf(sandbox, deployment), 'Created');
}

/** ContinueDeployment. False if the deployment is not in that wait. */
export function continueDeployment(sandbox: Sandbox, deployment: Deployment): boolean {
  return move(sandbox, deployment, 'continue');
}

const STOPPED = { code: 'MANUAL_STOP', message: 'The deployment was stopped by a user request.' } as const;

/**
 * StopDeployment: whether it has stopped, or will as soon as the event in progress has ended; null if it cannot be
 * stopped any more. `rollback`: true and false come before what the group says, null leaves it to it.
 */
export function stopDeployment(
  sandbox: Sandbox,
  deployment: Deployment,
  rollback: boolean | null,
): 'Succeeded' | 'Pending' | null {
  const { stopPendingMs } = sandbox.settings;
  if (next(deployment.phase, 'stop') === undefined) return null;
  if (stopPendingMs === 0 || !eventInProgress(deployment)) {
    return move(sandbox, deployment, 'stop', STOPPED, rollback) ? 'Succeeded' : null;
  }
  if (!deployment.stopping) {
    deployment.stopping = { rollback };
    runOf(sandbox, deployment).after(stopPendingMs, () => {
      move(sandbox, deployment, 'stop', STOPPED, rollback);
    });
  }
  return 'Pending';
}

/** PutLifecycleEventHookExecutionStatus, for the hook that is waited for. */
export function finishHook(sandbox: Sandbox, deployment: Deployment, status: 'Succeeded' | 'Failed'): void {
  answerHook(runOf(sandbox, deployment), status);
}

function runOf(sandbox: Sandbox, deployment: Deployment): Run {
  const run: Run = {
    sandbox,
    deployment,
    after(ms, task) {
      const { turn } = deployment;
      sandbox.clock.after(ms, () => {
        if (deployment.turn === turn) guarded(run, task);
      });
    },
    send(signal, cause) {
      move(sandbox, deployment, signal, cause);
    },
  };
  return run;
}

/** Whatever a step throws ends the deployment, never the sandbox. */
function guarded(run: Run, task: () => void): void {
  try {
    task();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Fault) run.send('fail', { code: error.code, message });
    else run.send('fail', { code: error instanceof AwsError ? 'ECS_UPDATE_ERROR' : 'INTERNAL_ERROR', message });
  }
}

function move(
  sandbox: Sandbox,
  deployment: Deployment,
  signal: Signal,
  cause?: Cause,
  rollback: boolean | null = null,
): boolean {
  const phase = next(deployment.phase, signal, deployment.readyWaitAfter);
  if (phase === undefined) return false;
  lookAtTaskSets(sandbox, deployment);
  endHook(sandbox, deployment, signal, cause);
  closeEvent(deployment, signal, sandbox.clock.now(), cause);
  const { stopping } = deployment;
  if (stopping && signal === 'done') {
    // The event that the stop waited for has ended; what would follow does not begin.
    return move(sandbox, deployment, 'stop', STOPPED, stopping.rollback);
  }
  if (cause) deployment.error = cause;
  enter(runOf(sandbox, deployment), phase);
  if (phase === 'Succeeded') followPrimary(sandbox, deployment);
  if (phase === 'Failed' || phase === 'Stopped') {
    const back = makeRollback(sandbox, deployment, rollback);
    if (back) startDeployment(sandbox, back);
    else if (phase === 'Stopped') cleanUpAfterStop(sandbox, deployment);
  }
  return true;
}

function enter(run: Run, phase: Phase): void {
  const { deployment, sandbox } = run;
  const now = sandbox.clock.now();
  deployment.phase = phase;
  deployment.turn += 1;
  deployment.hook = null;
  openEvent(deployment, now);
  showStatus(sandbox.settings, deployment, phase, now);
  notify(sandbox, deployment);
  if (watchAlarms(run)) return;
  const { turn } = deployment;
  if (!isOver(phase)) watchLimits(run);
  if (deployment.turn !== turn) return;
  const step = steps[phase];
  if (step)
    guarded(run, () => {
      step(run);
    });
}

function showStatus({ baking }: Settings, deployment: Deployment, phase: Phase, now: number): void {
  if (phase === 'Created') return;
  if (!isOver(phase)) {
    deployment.status = phase === 'TerminationWait' && baking === 'terminationWait' ? 'Baking' : 'InProgress';
    deployment.startedAt ??= now;
    if (deployment.targetStatus !== 'Succeeded') deployment.targetStatus = 'InProgress';
    return;
  }
  deployment.status = phase;
  deployment.completedAt = now;
  if (phase === 'Succeeded') deployment.targetStatus = 'Succeeded';
  else if (phase === 'Failed' || deployment.targetStatus !== 'Succeeded') deployment.targetStatus = 'Failed';
}
