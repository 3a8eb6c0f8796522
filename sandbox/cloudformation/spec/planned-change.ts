import { type ParameterValues, type Surroundings, type Template } from '../template/template.ts';
import { type Effect } from './effects.ts';

/** A stack before or after: what it is evaluated from. */
export interface PlanSide {
  readonly template: Template;
  readonly values: ParameterValues;
  readonly surroundings: Surroundings;
  readonly stackTags: ReadonlyMap<string, string>;
}

/** Why a property changes (CloudFormation API: ResourceChangeDetail). */
export interface ChangeCause {
  readonly source: 'DirectModification' | 'ParameterReference' | 'ResourceReference' | 'ResourceAttribute';
  /** A parameter, `LogicalId` or `LogicalId.Attribute`; null for a direct edit. */
  readonly entity: string | null;
}

export interface PlannedDetail {
  /** CloudFormation's "Attribute" of a target. */
  readonly scope: 'Properties' | 'Metadata' | 'DeletionPolicy' | 'UpdateReplacePolicy' | 'Tags';
  /** Top-level property; null for what is no property. */
  readonly property: string | null;
  readonly effect: Effect;
  /** In the order direct edit, parameters, resources; at least one. */
  readonly causes: readonly ChangeCause[];
  /** false: only where an attribute of a resource that is changed in place comes out differently. */
  readonly certain: boolean;
}

export interface PlannedChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  /** The strongest of the details; null for Add and Remove. */
  readonly effect: Effect | null;
  /**
   * As a change set shows it: what has to be replaced because another resource is replaced is only "Conditional" there,
   * because its new value is not known before (CloudFormation API: ResourceChange, "Replacement"). null for Add and Remove.
   */
  readonly replacement: 'True' | 'Conditional' | 'False' | null;
  /** What becomes of the old resource; null where nothing is left over or nothing is known. */
  readonly policyAction: PolicyAction | null;
  /** false: listed because it might change; no detail is certain. */
  readonly certain: boolean;
  readonly details: readonly PlannedDetail[];
}

export type PolicyAction =
  'Delete' | 'Retain' | 'Snapshot' | 'ReplaceAndDelete' | 'ReplaceAndRetain' | 'ReplaceAndSnapshot';
