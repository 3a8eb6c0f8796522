/** What a step was asked for: read once, checked whole, never read again. */
export type Inputs = DeployInputs;

export interface DeployInputs {
  readonly mode: 'deploy';
  readonly source: ImageSource;
  readonly definition: DefinitionSource;
  readonly changes: DefinitionChanges;
  readonly cluster: string;
  readonly service: string;
  readonly codedeploy: CodeDeployInputs;
  readonly waiting: WaitInputs;
  readonly forceNewDeployment: boolean;
  /** The least severity of a finding in ECR's scan of the image that refuses the deployment; null: not looked at. */
  readonly failOnSeverity: Severity | null;
  /** A digest of the job's matrix values, empty without a matrix: tells parallel jobs of one run apart. */
  readonly matrix: string;
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
