import { type JsonObject } from '../../json.ts';

/** CloudFormation reference, "Update requires": no interruption, some interruptions / conditional, replacement. */
export type Effect = 'update' | 'conditional' | 'replace';

export interface PropertyChange {
  /** Top-level property. */
  readonly property: string;
  readonly effect: Effect;
}

/** What an update from one set of properties to another changes, and what each change does to the resource. */
export function changesOf(_type: string, _before: JsonObject, _after: JsonObject): readonly PropertyChange[] {
  throw new Error('not written yet');
}
