import { type JsonObject } from '../../json.ts';
import { type Made, type Output, type ParameterValues, type Surroundings, type Template } from './template.ts';

/** A template with values: its conditions decided, its functions ready to be resolved. */
export interface Evaluation {
  readonly template: Template;
  /** Logical ids of the resources whose condition holds, each after everything that it depends on. */
  readonly order: readonly string[];
  /** What a resource depends on among these: by Ref, GetAtt, Sub and DependsOn. */
  dependencies(logicalId: string): readonly string[];
  /**
   * A resource's properties with every function resolved and AWS::NoValue left out; `made` yields what the resources that
   * it depends on became. Throws an AwsError `ValidationError`.
   */
  properties(logicalId: string, made: (logicalId: string) => Made | undefined): JsonObject;
  outputs(made: (logicalId: string) => Made | undefined): readonly Output[];
}

export function evaluate(_template: Template, _values: ParameterValues, _surroundings: Surroundings): Evaluation {
  throw new Error('not written yet');
}
