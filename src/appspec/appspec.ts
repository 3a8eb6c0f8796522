import { type Json, type JsonObject } from '../json.ts';

/** Where the AppSpec comes from. */
export type AppSpecSource =
  | { readonly kind: 'live'; readonly service: AppSpecService }
  /** `document` is the file, parsed and checked; TaskDefinition in it is replaced, all else kept. */
  | { readonly kind: 'file'; readonly path: string; readonly document: JsonObject; readonly service: AppSpecService };

/** What an AppSpec says about the service apart from the task definition. */
export interface AppSpecService {
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion: string | null;
  readonly network: Json | null;
  readonly capacityProviders: Json | null;
  /** Lifecycle event to the name of the Lambda function. */
  readonly hooks: readonly (readonly [event: string, fn: string])[];
}

/** The content that CreateDeployment gets. */
export interface AppSpec {
  readonly content: string;
  /** Lower-case hex of the content's SHA-256. */
  readonly sha256: string;
}
