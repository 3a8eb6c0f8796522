/**
 * What AWS's documentation leaves open about CodeDeploy for ECS, as choices. The first value named in a comment is the
 * default; it is assumed, not read, unless a source stands beside it.
 */
export interface OpenPoints {
  /** How long a deployment is Queued between Created and InProgress. */
  readonly queuedMs: number;
  /** Whether and when GetDeployment says Baking: never, or for as long as the original task set waits for its end. */
  readonly baking: 'never' | 'terminationWait';
  /** The event after which a deployment waits for ContinueDeployment. */
  readonly readyWaitAfter: ReadyWaitAfter;
  /** How a wait for ContinueDeployment ends that nobody answered. Stopped: CodeDeploy API, DeploymentReadyOption. */
  readonly readyExpiryStatus: 'Stopped' | 'Failed';
  /** The code of its error. */
  readonly readyExpiryCode: 'TIMEOUT' | 'MANUAL_STOP';
  /** The code of a deployment whose hook never called back. */
  readonly hookTimeoutCode: 'HOOK_EXECUTION_FAILURE' | 'TIMEOUT';
  /** True: what a stop without a rollback finds of the replacement stays. False: it is removed if it has no traffic. */
  readonly stopLeavesGreen: boolean;
  /** True: the original stays after a stop in the termination wait without a rollback. False: it is removed. */
  readonly stopLeavesBlue: boolean;
  /**
   * How long StopDeployment answers Pending while a lifecycle event is in progress; the deployment is Stopped when that
   * event ends, or this time has passed. 0: it is Stopped, and the answer Succeeded, at once.
   */
  readonly stopPendingMs: number;
  /** StopDeployment while the original is being removed: refused, or Pending and without effect. */
  readonly stopDuringRemoval: 'DeploymentAlreadyCompletedException' | 'Pending';
  /** What decides about a rollback where StopDeployment says nothing: the group's DEPLOYMENT_STOP_ON_REQUEST, or never. */
  readonly stopRollbackOmitted: 'group' | 'never';
  /** The wait that ContinueDeployment ends when it names none. */
  readonly continueTypeOmitted: 'READY_WAIT' | 'either';
  /** ContinueDeployment for the termination wait, before the shift. */
  readonly earlyTerminationContinue:
    | 'DeploymentIsNotInReadyStateException'
    | 'InvalidDeploymentStatusException'
    | 'UnsupportedActionForDeploymentTypeException';
  /** Events that a rollback deployment lists: the one thing that it does, those of the original, or none. */
  readonly rollbackDeploymentEvents: 'AllowTraffic' | 'all' | 'none';
  /** Whether a new deployment removes task sets that an earlier one left behind; otherwise five are the most. */
  readonly leftoversRemoved: boolean;
  /** `startedBy` of a task set that CodeDeploy made. CODE_DEPLOY: ECS API, TaskSet. */
  readonly taskSetStartedBy: string;
  /** When the service's own task definition becomes that of the replacement. */
  readonly serviceTaskDefinition: 'swap' | 'success' | 'never';
  /** What UpdateService says to `forceNewDeployment` alone; null: it is accepted and does nothing. */
  readonly forceNewDeploymentError: string | null;
  /**
   * What CloudFormation sends to UpdateService when a stack changes a service: what differs; or all of the template's
   * members, as it was seen to do in 2023 (cloudformation-coverage-roadmap issue 1529): CODE_DEPLOY then refuses any change.
   */
  readonly stackServiceUpdate: 'changes' | 'everything';
  /** The largest AppSpec, in bytes; null: no limit. */
  readonly appSpecLimitBytes: number | null;
  /** The longest description of a deployment: callers were seen to be held to 512, an older page says 256. */
  readonly descriptionLimit: number;
  /**
   * What ecs:RegisterTaskDefinition is checked against: every revision of the family (AWS's authorization data), or `*`
   * alone (the policy of AWS's own deploy action).
   */
  readonly registerTaskDefinitionResource: 'family' | '*';
  /** Groups that want to keep the original task set: refused, or taken. */
  readonly keepAlive: 'refused' | 'accepted';
}

export const readyWaitPlaces = ['AfterAllowTestTraffic', 'AllowTestTraffic', 'BeforeAllowTraffic'] as const;
export type ReadyWaitAfter = (typeof readyWaitPlaces)[number];

export const openPoints: OpenPoints = {
  queuedMs: 0,
  baking: 'never',
  readyWaitAfter: 'AfterAllowTestTraffic',
  readyExpiryStatus: 'Stopped',
  readyExpiryCode: 'TIMEOUT',
  hookTimeoutCode: 'HOOK_EXECUTION_FAILURE',
  stopLeavesGreen: true,
  stopLeavesBlue: true,
  stopPendingMs: 0,
  stopDuringRemoval: 'DeploymentAlreadyCompletedException',
  stopRollbackOmitted: 'group',
  continueTypeOmitted: 'READY_WAIT',
  earlyTerminationContinue: 'DeploymentIsNotInReadyStateException',
  rollbackDeploymentEvents: 'AllowTraffic',
  leftoversRemoved: true,
  taskSetStartedBy: 'CODE_DEPLOY',
  serviceTaskDefinition: 'swap',
  forceNewDeploymentError:
    'Unable to force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
  stackServiceUpdate: 'changes',
  appSpecLimitBytes: null,
  descriptionLimit: 512,
  registerTaskDefinitionResource: 'family',
  keepAlive: 'refused',
};
