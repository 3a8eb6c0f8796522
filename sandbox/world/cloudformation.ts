import { type JsonObject } from '../json.ts';
import { type Made, type Output, type ParameterValues, type Template } from '../cloudformation/template/template.ts';

export interface CloudFormationWorld {
  /** By stack id; deleted ones included. */
  readonly stacks: Map<string, Stack>;
}

/** CloudFormation API: StackStatus. */
export type StackStatus =
  | 'REVIEW_IN_PROGRESS'
  | `${'CREATE' | 'DELETE' | 'ROLLBACK' | 'UPDATE_ROLLBACK'}_${'IN_PROGRESS' | 'COMPLETE' | 'FAILED'}`
  | 'UPDATE_IN_PROGRESS'
  | 'UPDATE_COMPLETE'
  | 'UPDATE_FAILED'
  | 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS';

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number | null;
  deletedAt: number | null;
  status: StackStatus;
  statusReason: string | null;
  template: Template;
  templateBody: string;
  parameters: ParameterValues;
  tags: ReadonlyMap<string, string>;
  capabilities: readonly string[];
  outputs: readonly Output[];
  /** By logical id, those that are there. */
  readonly resources: Map<string, StackResource>;
  /** Newest first, as CloudFormation lists them. */
  readonly events: StackEvent[];
}

export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  made: Made | null;
  /** Resolved; what the resource was last made or changed with. */
  properties: JsonObject;
  status: string;
  statusReason: string | null;
  changedAt: number;
}

export interface StackEvent {
  readonly id: string;
  readonly at: number;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | null;
  /** JSON of the properties, for resources. */
  readonly properties: string | null;
}

export const createCloudFormation = (): CloudFormationWorld => ({ stacks: new Map() });
