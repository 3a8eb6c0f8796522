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
  /** A digest of the job's matrix values, empty without a matrix: tells parallel jobs of one run apart. */
  readonly matrix: string;
}

/** Where the image comes from. `none`: nothing is built and the definition is deployed as written. */
export type ImageSource =
  | ({ readonly kind: 'build' } & BuildInputs)
  | { readonly kind: 'given'; readonly reference: string }
  | { readonly kind: 'none' };

export interface BuildInputs {
  /** ECR repository name, or its full URI. */
  readonly repository: string;
  /** Path in the workspace. */
  readonly context: string;
  /** Path of the Dockerfile; null: `Dockerfile` in the context. */
  readonly file: string | null;
  readonly target: string | null;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Further tags beside the commit's. */
  readonly tags: readonly string[];
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
