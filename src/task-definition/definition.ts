import { type DefinitionChanges } from '../inputs/types.ts';
import { type JsonObject } from '../json.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A task definition as it was loaded: whole, member for member. */
export interface LoadedDefinition {
  readonly body: JsonObject;
  /** Tags to register with, `aws:*` left out. */
  readonly tags: readonly Tag[];
  /** Where it came from, for the log: `taskdef.json`, `web:12`. */
  readonly origin: string;
  /** Its ARN where it is a registered revision. */
  readonly arn: string | null;
}

/** A definition with the changes that it will get, images aside. */
export interface DefinitionDraft {
  readonly loaded: LoadedDefinition;
  readonly changes: DefinitionChanges;
  /** Container name to image reference, for the containers whose image is known before the build. */
  readonly images: ReadonlyMap<string, string>;
  /** The container that the load balancer or the inputs name. */
  readonly container: string;
}

/** What to register, and what the log should say about it. */
export interface RenderedDefinition {
  /** RegisterTaskDefinition's input: `tags` included where there are any. */
  readonly body: JsonObject;
  /** Members left out because RegisterTaskDefinition refuses them, as paths: `revision`, `containerDefinitions[0].ulimits`. */
  readonly leftOut: readonly string[];
  /** Members that belonged to a placeholder image and were dropped with it, as paths. */
  readonly dropped: readonly string[];
  readonly changed: readonly string[];
}

export interface Revision {
  readonly arn: string;
  /** `family:revision`: the account-free form. */
  readonly name: string;
  readonly kind: 'reused' | 'registered';
}
