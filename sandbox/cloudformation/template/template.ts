/** A template as it was written, in CloudFormation's long form: `!Ref X` is `{ "Ref": "X" }`. */
import { type Json, type JsonObject } from '../../json.ts';

export interface Template {
  readonly description: string | null;
  readonly metadata: JsonObject;
  /** In the order of the file, as all maps here. */
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  /** Map, first key, second key. */
  readonly mappings: JsonObject;
  readonly conditions: ReadonlyMap<string, Json>;
  readonly rules: ReadonlyMap<string, RuleDeclaration>;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

/** CloudFormation user guide: Parameters. Lengths and bounds are null where the template has none. */
export interface ParameterDeclaration {
  readonly type: string;
  readonly default: string | null;
  readonly allowedValues: readonly string[] | null;
  readonly allowedPattern: string | null;
  readonly constraintDescription: string | null;
  readonly description: string | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly noEcho: boolean;
}

export interface RuleDeclaration {
  readonly condition: Json | null;
  readonly assertions: readonly { readonly assert: Json; readonly description: string | null }[];
}

export type DeletionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

export interface ResourceDeclaration {
  readonly type: string;
  /** Intrinsic functions still in it. */
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  /** The name of a condition; null: always. */
  readonly condition: string | null;
  readonly metadata: JsonObject;
  readonly deletionPolicy: DeletionPolicy;
  readonly updateReplacePolicy: DeletionPolicy;
}

export interface OutputDeclaration {
  readonly value: Json;
  readonly description: string | null;
  readonly condition: string | null;
  /** Intrinsic functions still in it. */
  readonly exportName: Json | null;
}

/** Values by parameter name; lists are arrays. */
export type ParameterValues = ReadonlyMap<string, string | readonly string[]>;

/** What the template is evaluated in: the pseudo parameters, and what other stacks export. */
export interface Surroundings {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly exports: ReadonlyMap<string, string>;
  /** Networks of the account, for what rules and pickers ask; absent: not known. */
  readonly network?: Network;
  /** Parameters in SSM, by name; absent: there is no SSM. */
  readonly storedParameters?: ReadonlyMap<string, string>;
}

/** What rules can ask about networks. */
export interface Network {
  readonly vpcs: readonly string[];
  /** The VPC of each subnet. */
  readonly subnets: ReadonlyMap<string, string>;
}

/** What a resource became: what Ref and GetAtt of it yield. Attributes by their full name, as `Endpoint.Address`. */
export interface Made {
  readonly physicalId: string;
  /** What Ref yields; for most types the physical id. */
  readonly ref: string;
  readonly attributes: Readonly<Record<string, Json>>;
}

/** A stack's output. */
export interface Output {
  readonly name: string;
  readonly value: string;
  readonly description: string | null;
  readonly exportName: string | null;
}
