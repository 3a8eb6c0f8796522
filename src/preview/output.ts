/**
 * The output `plan`: JSON of this type. `version` changes when a member goes or changes its meaning; members may be added.
 * Texts are cut and free of control characters, the account that is deployed to reads `<account>`, and no value of an
 * environment entry is in it. Times are ISO 8601, lengths of time are minutes.
 */
import { type Fault } from '../errors.ts';
import { type WaitFor } from '../inputs/types.ts';
import { type Change } from '../task-definition/difference.ts';

export type PlanOutput = DeploymentOutput | RollbackOutput;

/** `account`: the id of the account that is deployed to, `*` where it is not known. */
export interface Previewed {
  readonly plan: PlanOutput;
  readonly account: string;
}

export interface PlanBase {
  readonly version: 1;
  /**
   * `deploy`: there would be a deployment; `nothing`: production is what was asked for already; `stop`: a deployment in
   * progress would be stopped and rolled back; `follow`: one that is in progress leads there and would be followed;
   * `refused`: see `refusals`.
   */
  readonly result: 'deploy' | 'nothing' | 'stop' | 'follow' | 'refused';
  /** One sentence that says it. */
  readonly told: string;
  /** Everything that speaks against it. */
  readonly refusals: readonly Fault[];
  readonly warnings: readonly string[];
  /** What could not be read, and is therefore not known. */
  readonly notKnown: readonly string[];
  /** True where something was left out to keep this small. */
  readonly cut: boolean;
}

/** Members are null where something that was refused, or could not be read, keeps them from being known. */
export interface DeploymentOutput extends PlanBase {
  readonly of: 'deploy';
  readonly target: PlannedTarget;
  /** null also where the definition is deployed with the images that it names. */
  readonly image: PlannedImage | null;
  readonly taskDefinition: PlannedDefinition | null;
  readonly appspec: PlannedAppSpec | null;
  readonly deployment: PlannedDeployment | null;
  readonly wait: PlannedWait | null;
  readonly inProgress: InProgress | null;
  readonly runTask: PlannedTask | null;
  readonly smokeTest: { readonly minutes: number } | null;
}

export interface PlannedTarget {
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
  /** `web:12`, what production runs. */
  readonly runs: string | null;
  readonly running: number | null;
  readonly desired: number | null;
  readonly application: string | null;
  readonly group: string | null;
  /** How the group was found. */
  readonly foundBy: string | null;
  /** The target group of what production runs. */
  readonly targetGroup: string | null;
  /** Of the group's pair on the production listener, relative, 0 to 999. */
  readonly weights: readonly { readonly targetGroup: string; readonly weight: number }[];
  readonly url: string | null;
  /** Of the test listener; null also where nothing asks for it. */
  readonly testUrl: string | null;
}

export interface PlannedImage {
  readonly action: 'build' | 'reuse' | 'given';
  /** `registry/repository@sha256:…`; of a build, the repository that is pushed to. */
  readonly reference: string;
  /** null before a build, and where the digest of a given image is not known. */
  readonly digest: string | null;
  /** A build's tags, or the ones that a reused image gets in addition. */
  readonly tags: readonly string[];
  /** The containers that take it. */
  readonly containers: readonly string[];
  readonly told: string;
}

export interface PlannedDefinition {
  /** `web:12` */
  readonly from: string;
  /** `web:12`, or `web:<new>` for one that would be registered. */
  readonly to: string;
  readonly revision: 'reused' | 'registered';
  /** What `to` is made from, as `taskdef.json`. */
  readonly startsFrom: string;
  /** Between `from` and `to`. */
  readonly changes: readonly Change[];
  readonly moreChanges: number;
  /** Members that RegisterTaskDefinition refuses, and those of a placeholder image. */
  readonly leftOut: readonly string[];
}

export interface PlannedAppSpec {
  /** A path in the workspace, or `live service`. */
  readonly from: string;
  readonly content: string;
}

export interface PlannedDeployment {
  readonly configuration: string;
  /** Percent of the production traffic, minutes from the start of the shift. */
  readonly schedule: readonly { readonly minute: number; readonly percent: number }[];
  /** How long the group waits for ContinueDeployment before the shift; 0: it does not. */
  readonly readyMinutes: number;
  /** How long the original tasks stay after the shift. */
  readonly terminationMinutes: number;
  readonly ignoreAlarms: boolean;
}

export interface PlannedWait {
  readonly until: WaitFor;
  /** By the schedule and the group's waits alone. */
  readonly expectedMinutes: number;
  readonly limitMinutes: number;
  /** What comes on top, and how long it can take. */
  readonly onTop: readonly string[];
}

export interface InProgress {
  readonly id: string;
  readonly status: string;
  readonly since: string | null;
  /** Whose it is, as its description tells. */
  readonly owner: string;
  readonly description: string;
  /** What this step would do about it. */
  readonly then: string;
}

export interface PlannedTask {
  readonly minutes: number;
  /** Containers with overrides, and the names of environment entries in them. */
  readonly overrides: readonly string[];
  readonly told: string;
}

/** `mode: plan` with `rollback-to`. Members are null where it is refused, or where there is no such thing. */
export interface RollbackOutput extends PlanBase {
  readonly of: 'rollback';
  readonly target: PlannedTarget;
  /** What production would return to. */
  readonly to: PlannedCandidate | null;
  /** `there`: production runs it; `stop`, `follow`: see `result`; `deploy`: by a new deployment. */
  readonly how: 'there' | 'stop' | 'follow' | 'deploy' | null;
  /** What production runs, or what a deployment in progress would have brought. */
  readonly leaves: string | null;
  /** The deployment that would be stopped or followed. */
  readonly deploymentId: string | null;
  /** What would become of a deployment in progress before. */
  readonly first: string | null;
  readonly appspec: PlannedAppSpec | null;
  readonly deployment: PlannedDeployment | null;
  readonly wait: PlannedWait | null;
  /** What else production could return to, newest first. */
  readonly candidates: readonly PlannedCandidate[];
}

export interface PlannedCandidate {
  /** `web:10` */
  readonly revision: string;
  readonly deploymentId: string | null;
  /** When that deployment was created. */
  readonly since: string | null;
  readonly ageMinutes: number | null;
  readonly commit: string | null;
  readonly actor: string | null;
  readonly image: string | null;
}
