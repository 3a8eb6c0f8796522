import { type JsonObject } from '../json.ts';

/** What a step was asked for: read once, checked whole, never read again. */
export type Inputs = DeployInputs | PlanInputs | RollbackInputs | PromoteInputs | WatchInputs;

export type Mode = Inputs['mode'];

/** What every mode is told: which service, how its deployments are found, and how long they are waited for. */
export interface ServiceInputs {
  readonly cluster: string;
  readonly service: string;
  readonly codedeploy: CodeDeployInputs;
  readonly waiting: WaitInputs;
  /** A digest of the job's matrix values, empty without a matrix: tells parallel jobs of one run apart. */
  readonly matrix: string;
}

export interface DeployInputs extends ServiceInputs {
  readonly mode: 'deploy';
  readonly source: ImageSource;
  readonly definition: DefinitionSource;
  readonly changes: DefinitionChanges;
  readonly forceNewDeployment: boolean;
  /** The least severity of a finding in ECR's scan of the image that refuses the deployment; null: not looked at. */
  readonly failOnSeverity: Severity | null;
  readonly control: ControlInputs;
  /** What decides over a deployment that waits before its shift; null: nothing in this step. */
  readonly smokeTest: SmokeTest | null;
  readonly ifInProgress: InProgressPolicy;
  /** Deploys although what is live came from a later run. */
  readonly allowOlder: boolean;
  /** The deployment does not look at the alarms of its group. */
  readonly ignoreAlarms: boolean;
  /** null: no task is run before the deployment. */
  readonly runTask: RunTaskInputs | null;
}

/** Tells what the same inputs would do without `mode: plan`, and does none of it. */
export interface PlanInputs {
  readonly mode: 'plan';
  readonly of: DeployInputs | RollbackInputs;
}

export interface RollbackInputs extends ServiceInputs {
  readonly mode: 'rollback';
  readonly to: RollbackTo;
  /** Only this deployment is stopped, where it is still in progress; null: whatever there is to roll back. */
  readonly deploymentId: string | null;
  readonly ignoreAlarms: boolean;
}

/** Where a rollback leads. */
export type RollbackTo =
  | { readonly kind: 'previous' }
  /** A revision of the family that production runs. */
  | { readonly kind: 'revision'; readonly revision: number }
  /** family:revision or ARN */
  | { readonly kind: 'definition'; readonly reference: string }
  | { readonly kind: 'digest'; readonly digest: string }
  /** A commit (7 to 40 hexadecimal digits) or the tag of an image. */
  | { readonly kind: 'name'; readonly name: string };

/** Lets a deployment go on that waits: for the shift, or for the end of its original task set. */
export interface PromoteInputs extends ServiceInputs {
  readonly mode: 'promote';
  readonly deploymentId: string;
  /** family:revision or ARN that was approved; null: the deployment's id has to do. */
  readonly approved: string | null;
  readonly control: ControlInputs;
}

/** Picks a deployment up by its id and only watches it. */
export interface WatchInputs extends ServiceInputs {
  readonly mode: 'wait';
  readonly deploymentId: string;
}

/** What happens to a deployment that the step does not wait for any longer. */
export interface ControlInputs {
  readonly onCancel: StopPolicy;
  readonly onTimeout: StopPolicy;
  /** Tasks of the replacement that may stop by themselves before the shift; 0: any number. null: as ECS's circuit breaker counts. */
  readonly maxTaskFailures: number | null;
}

/**
 * `rollback`: stopped and taken back, unless production is wholly on the new task set and checked by then;
 * `rollback-always`: then too; `leave`: it goes on.
 */
export type StopPolicy = 'rollback' | 'rollback-always' | 'leave';

/** What is done about a deployment of the group that is in progress and not this run's own. */
export type InProgressPolicy =
  /** Wait until it has ended. */
  | 'wait'
  /** End its termination wait; wait in any other phase. */
  | 'finish'
  | 'fail'
  /** Stop it with rollback before its shift is complete, end its termination wait after that. */
  | 'replace';

export interface SmokeTest {
  /** Run by `bash -eo pipefail`. */
  readonly command: string;
  readonly minutes: number;
}

/** A one-off task with the new revision, before its deployment. Empty and null: as the service has it. */
export interface RunTaskInputs {
  /** ECS API: ContainerOverride. */
  readonly overrides: readonly JsonObject[];
  readonly securityGroups: readonly string[];
  readonly subnets: readonly string[];
  readonly assignPublicIp: 'ENABLED' | 'DISABLED' | null;
  readonly launchType: 'EC2' | 'FARGATE' | 'EXTERNAL' | null;
  /** ECS API: CapacityProviderStrategyItem. */
  readonly capacityProviderStrategy: readonly JsonObject[];
  readonly startedBy: string | null;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly volumeName: string | null;
  /** ECS API: TaskManagedEBSVolumeConfiguration. */
  readonly volume: JsonObject | null;
  /** How long the task may take. */
  readonly minutes: number;
}

/** Where the image comes from. `none`: nothing is built and the definition is deployed as written. */
export type ImageSource =
  | ({ readonly kind: 'build' } & BuildInputs)
  | { readonly kind: 'given'; readonly reference: string }
  | { readonly kind: 'none' };

/** ECR API: FindingSeverity, without UNDEFINED. */
export type Severity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFORMATIONAL';

/** What happens where an image of the same content is in the repository already. */
export type ExistingImage = 'reuse' | 'rebuild' | 'fail';

export interface BuildInputs extends BuildOptions {
  /** ECR repository name, or its full URI. */
  readonly repository: string;
  /** Path in the workspace, or a remote context (a Git or tar URL). */
  readonly context: string;
  /** Path of the Dockerfile; null: `Dockerfile` in the context. */
  readonly file: string | null;
  readonly target: string | null;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Further tags beside the commit's: bare, or references of the repository with a tag. */
  readonly tags: readonly string[];
}

/** What a build is told beyond what to build. Forms are those of docker/build-push-action. */
export interface BuildOptions {
  /** `linux/arm64`, …; empty: the builder's own. */
  readonly platforms: readonly string[];
  /** Id to the secret itself: never shown, never on a command line. */
  readonly buildSecrets: ReadonlyMap<string, string>;
  /** Id to the path of a file in the workspace. */
  readonly secretFiles: ReadonlyMap<string, string>;
  /** As `type=registry,ref=…`, each one value of `--cache-from`. */
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** Name to a path, URL or image, as `docker-image://alpine:3.20`. */
  readonly buildContexts: ReadonlyMap<string, string>;
  /** The user's; the ones for source and revision come beside them. */
  readonly labels: ReadonlyMap<string, string>;
  /** Looks for newer base images. */
  readonly pull: boolean;
  readonly noCache: boolean;
  /** Name of a buildx builder; null: the one in use. */
  readonly builder: string | null;
  /** Network mode of RUN instructions. */
  readonly network: string | null;
  /** As `default` or `id=path`. */
  readonly ssh: readonly string[];
  /** Value of `--provenance` (`true`, `mode=max`); null: off. */
  readonly provenance: string | null;
  /** Value of `--sbom` (`true`, `generator=…`); null: off. */
  readonly sbom: string | null;
  readonly existingImage: ExistingImage;
}

export type DefinitionSource =
  /** The definition that the PRIMARY task set runs. */
  | { readonly kind: 'live' }
  | { readonly kind: 'file'; readonly path: string }
  /** family, family:revision or ARN */
  | { readonly kind: 'reference'; readonly reference: string };

export interface DefinitionChanges {
  /** The container that `image` or the built image goes to; null: the only one, or the one behind the load balancer. */
  readonly containerName: string | null;
  /** Further containers: a reference, or the image that this run builds. */
  readonly images: ReadonlyMap<
    string,
    { readonly kind: 'built' } | { readonly kind: 'given'; readonly reference: string }
  >;
  readonly environment: ReadonlyMap<string, string>;
  /** Environment name to the ARN of a secret or parameter. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly dockerLabels: ReadonlyMap<string, string>;
  readonly command: readonly string[] | null;
  readonly logDriver: string | null;
  readonly logOptions: ReadonlyMap<string, string>;
}

export interface CodeDeployInputs {
  /** null: `appspec.yaml` or `appspec.yml` in the workspace if there, else rendered from the live service. */
  readonly appspec: string | null;
  readonly application: string | null;
  readonly group: string | null;
  readonly config: string | null;
  readonly description: string | null;
}

export type WaitFor = 'none' | 'test-ready' | 'traffic-shifted' | 'completed';

export interface WaitInputs {
  readonly until: WaitFor;
  /** Added to the waits that the deployment group and its configuration bring along. */
  readonly marginMinutes: number;
  /** The longest pause between two looks at the deployment. */
  readonly maxDelaySeconds: number;
  /** Retries of one AWS call beyond its first attempt. */
  readonly maxRetries: number;
}
