/** Words that several cells share. */
import { type End } from './cell.ts';

export const REGISTER = 'RegisterTaskDefinition';
/** The image that was built gets its tags. */
export const PUT_IMAGE = 'PutImage';
export const CREATE = 'CreateDeployment';
/** CodeDeploy runs one deployment of a group at a time. */
export const CREATE_REFUSED = 'CreateDeployment (DeploymentLimitExceededException)';
export const STOP_TASK = 'StopTask';
export const STOP = 'StopDeployment with rollback';
export const CONTINUE = 'ContinueDeployment READY_WAIT';
/** The smoke test has passed when somebody else has stopped the deployment. */
export const CONTINUE_LATE = 'ContinueDeployment READY_WAIT (DeploymentAlreadyCompletedException)';
/** The same when somebody else has continued it. */
export const CONTINUE_AGAIN = 'ContinueDeployment READY_WAIT (DeploymentIsNotInReadyStateException)';
export const END_WAIT = 'ContinueDeployment TERMINATION_WAIT';

export const GREEN: End = { exit: 0, result: 'succeeded' };
/** Refused, or cancelled before there was a deployment to judge. */
export const RED: End = { exit: 1, result: '' };
export const KILLED: End = { exit: null, result: '' };
export const INTERRUPTED: End = { exit: 1, result: 'interrupted' };
export const ROLLED_BACK: End = { exit: 1, result: 'rolled-back' };
export const STOPPED: End = { exit: 1, result: 'stopped' };
export const TIMED_OUT: End = { exit: 1, result: 'timed-out' };
