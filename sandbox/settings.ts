import { type OpenPoints, openPoints } from './open-points.ts';
import { type TaskCourse } from './runtime/runtime.ts';

/**
 * How the emulated AWS behaves where its documentation leaves a choice, and how long its steps take.
 * Durations are emulated milliseconds. Defaults stand in `defaultSettings`.
 */
export interface Settings extends OpenPoints {
  /** From CreateDeployment to InProgress. */
  readonly createdMs: number;
  /** From a task's start to RUNNING (where a Docker engine runs it, as long as that takes), and from there to its target's first health check. */
  readonly taskStartMs: number;
  readonly taskHealthyMs: number;
  /** CodeDeploy gives up on a replacement that does not get healthy after this long: 60 minutes on AWS. */
  readonly installTimeoutMs: number;
  /** Time for one lifecycle event that has nothing to wait for. */
  readonly eventMs: number;
  /** From the end of the termination wait to a removed original task set. */
  readonly drainMs: number;
  /** What GetDeployment says during the termination wait in `instanceTerminationWaitTimeStarted`. */
  readonly terminationWaitFlag: boolean;
  /** Events listed where there is no test listener: 6, or all 8 with the two test events as Skipped. */
  readonly eventsWithoutTestRoute: 'six' | 'skipped';
  /** After a failure or a stop, how long until `rollbackInfo` names the rollback deployment. */
  readonly rollbackInfoMs: number;
  /** CodeDeploy gives up on a hook that does not call back after this long: 60 minutes on AWS. */
  readonly hookTimeoutMs: number;
  /** A service that is scaled during a deployment must be steady again after this long: 5 minutes on AWS. */
  readonly scalingSteadyMs: number;
  /** From CreateDeployment to the production shift at most: 120 hours on AWS. */
  readonly shiftTimeoutMs: number;
  /** How often a running deployment looks at its alarms and at its replacement's health. */
  readonly pollMs: number;
  /** How a deployment ends when one of its alarms goes off: AWS's own pages disagree. */
  readonly alarmStatus: 'Failed' | 'Stopped';
  /**
   * On AWS no health check runs in a target group that no listener names, so an all-at-once deployment can pass Install
   * with a dead replacement. True: the same here; its targets are `unused`, taken for healthy, and checked from the
   * shift on, after which ECS replaces those that fail. False: a replacement must be healthy in any case.
   */
  readonly deadGreenPasses: boolean;
  /** Images whose reference holds one of these never get healthy. */
  readonly unhealthyImages: readonly string[];
  /** Images whose reference holds one of these stop with exit code 1 after they start. */
  readonly crashingImages: readonly string[];
  /** The same, but `lateCrashMs` after they started. */
  readonly lateCrashingImages: readonly string[];
  readonly lateCrashMs: number;
  /** Images whose reference holds one of these answer 500 to every second request, health checks excepted. */
  readonly flakyImages: readonly string[];
  /** How long a task of RunTask runs where its containers are not processes and no course says otherwise. */
  readonly runTaskMs: number;
  /** What CloudFormation takes for each resource at least, and how often it looks whether one has settled. */
  readonly stackResourceMs: number;
  /** How tasks of RunTask go and end, by their definition's family, or `*` for every one. */
  readonly runTaskCourses: Readonly<Record<string, TaskCourse>>;
  /** Where there are any, RunTask starts nothing and answers these reasons as `failures`: `RESOURCE:MEMORY`, `AGENT`, … */
  readonly runTaskFailures: readonly string[];
  /**
   * Where the load balancing API says that listeners are reached. `real`: on 127.0.0.1 and the port that really answers,
   * so that an address made of it can be opened; `aws`: by a name as on AWS and the listener's own port. Without real
   * ports always as on AWS.
   */
  readonly listenerAddresses: 'real' | 'aws';
  /**
   * Whether IAM is enforced: calls with credentials that STS handed out need their role's policies, CodeDeploy works
   * under the group's service role, and tasks start under their execution role.
   */
  readonly enforceIam: boolean;
  /** Outcome of a lifecycle hook by the Lambda function's name; a name that is not listed succeeds. */
  readonly hooks: Readonly<Record<string, HookOutcome>>;
  /** What ECR's scan says of an image, by its digest, a tag, or `*` for every one; one that is not listed was never scanned. */
  readonly imageScans: Readonly<Record<string, ImageScan>>;
}

/** `silent`: the function never answers. */
export type HookOutcome = 'Succeeded' | 'Failed' | 'silent';

export interface ImageScan {
  readonly kind: 'basic' | 'enhanced';
  /** One of ECR's states: `COMPLETE`, `ACTIVE`, `FAILED`, `UNSUPPORTED_IMAGE`, … */
  readonly status: string;
  /** Emulated milliseconds from the push to that state. */
  readonly afterMs?: number;
  readonly findings: readonly ScanFinding[];
}

export interface ScanFinding {
  readonly name: string;
  readonly severity: string;
  readonly package?: string;
  readonly version?: string;
  readonly fixedIn?: string;
}

export const defaultSettings: Settings = {
  ...openPoints,
  createdMs: 1_000,
  taskStartMs: 3_000,
  taskHealthyMs: 5_000,
  installTimeoutMs: 60 * 60_000,
  eventMs: 500,
  drainMs: 2_000,
  terminationWaitFlag: true,
  eventsWithoutTestRoute: 'six',
  rollbackInfoMs: 1_000,
  hookTimeoutMs: 60 * 60_000,
  scalingSteadyMs: 5 * 60_000,
  shiftTimeoutMs: 120 * 60 * 60_000,
  pollMs: 1_000,
  alarmStatus: 'Failed',
  deadGreenPasses: false,
  unhealthyImages: ['unhealthy'],
  crashingImages: ['crash'],
  lateCrashingImages: ['crash-late'],
  lateCrashMs: 90_000,
  flakyImages: ['flaky'],
  runTaskMs: 10_000,
  stackResourceMs: 1_000,
  runTaskCourses: {},
  runTaskFailures: [],
  listenerAddresses: 'real',
  enforceIam: false,
  hooks: {},
  imageScans: {},
};
