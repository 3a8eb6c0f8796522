import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { type Made } from '../template/template.ts';

/** What a handler may use. */
export interface ResourceContext {
  readonly sandbox: Sandbox;
  readonly stackName: string;
  readonly stackId: string;
  readonly logicalId: string;
  /** Of the stack; CloudFormation puts them on every resource that takes tags. */
  readonly stackTags: ReadonlyMap<string, string>;
}

/** `waiting`: asked again a little later. `failed` ends the creation, the update or the removal with this reason. */
export type Progress = 'done' | 'waiting' | { readonly failed: string };

/**
 * How CloudFormation makes, changes and removes resources of one type. Properties are resolved and have passed
 * `checkProperties`. Errors of the service (`AwsError`) are thrown; the stack words them as CloudFormation does.
 */
export interface ResourceHandler {
  create(properties: JsonObject, context: ResourceContext): Made | Promise<Made>;
  /** Whether what was made or changed has settled (a service: steady). Absent: at once. */
  settled?(made: Made, context: ResourceContext): Progress;
  /** In place. Absent: nothing lives, the new properties are only recorded. */
  update?(made: Made, properties: JsonObject, previous: JsonObject, context: ResourceContext): Made | Promise<Made>;
  /** Absent: nothing lives. */
  remove?(made: Made, properties: JsonObject, context: ResourceContext): void | Promise<void>;
  /** Whether what was removed is gone. Absent: at once. */
  gone?(made: Made, context: ResourceContext): Progress;
}
