import { type JsonObject } from '../json.ts';
import { type PolicyAction } from '../cloudformation/spec/planned-change.ts';
import {
  type DeletionPolicy,
  type Made,
  type Output,
  type ParameterValues,
  type Template,
} from '../cloudformation/template/template.ts';

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

/** What a stack is launched or updated with. */
export interface Launch {
  readonly template: Template;
  readonly templateBody: string;
  readonly parameters: ParameterValues;
  readonly tags: ReadonlyMap<string, string>;
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  readonly roleArn: string | null;
}

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
  notificationArns: readonly string[];
  roleArn: string | null;
  /** Values of NoEcho parameters, of all its launches so far. */
  readonly secrets: Set<string>;
  outputs: readonly Output[];
  /** Names of other stacks' exports that its properties or outputs hold. */
  imports: ReadonlySet<string>;
  onFailure: 'DO_NOTHING' | 'ROLLBACK' | 'DELETE';
  timeoutMinutes: number | null;
  terminationProtection: boolean;
  /** JSON of its stack policy. */
  policy: string | null;
  /** By ARN. */
  readonly changeSets: Map<string, ChangeSet>;
  /** The change set that it was last made or changed with. */
  changeSetId: string | null;
  /** Raised by each operation on it: what an earlier one left pending no longer counts. */
  turn: number;
  /** Of the operation that it is in; each of its events bears it. */
  clientRequestToken: string | null;
  /** By logical id, those that are there. */
  readonly resources: Map<string, StackResource>;
  /** Replaced or taken back, and still there until they are removed. */
  readonly besides: Set<StackResource>;
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
  /** Logical ids that must outlive it. */
  dependencies: readonly string[];
  deletionPolicy: DeletionPolicy;
  updateReplacePolicy: DeletionPolicy;
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
  readonly clientRequestToken: string | null;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly description: string | null;
  readonly createdAt: number;
  readonly launch: Launch;
  readonly changes: readonly ResourceChange[];
  readonly onFailure: Stack['onFailure'];
  status: 'CREATE_PENDING' | 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'FAILED';
  statusReason: string | null;
  executionStatus:
    'UNAVAILABLE' | 'AVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE';
}

/** CloudFormation API: ResourceChange. */
export interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly type: string;
  /** null where nothing is modified. */
  readonly replacement: 'True' | 'False' | 'Conditional' | null;
  readonly scope: readonly ChangedAttribute[];
  readonly details: readonly ChangeDetail[];
  /** What becomes of a resource that is removed or replaced. */
  readonly policyAction: PolicyAction | null;
}

export type ChangedAttribute = 'Properties' | 'Metadata' | 'Tags' | 'DeletionPolicy' | 'UpdateReplacePolicy';

/** CloudFormation API: ResourceChangeDetail. */
export interface ChangeDetail {
  readonly attribute: ChangedAttribute;
  /** The property's name. */
  readonly name: string | null;
  readonly requiresRecreation: 'Never' | 'Conditionally' | 'Always';
  readonly evaluation: 'Static' | 'Dynamic';
  readonly source: 'ResourceReference' | 'ParameterReference' | 'ResourceAttribute' | 'DirectModification';
  readonly causingEntity: string | null;
}

export const createCloudFormation = (): CloudFormationWorld => ({ stacks: new Map() });
