import { type ParameterValues, type Surroundings, type Template } from './template.ts';

/** Throws an AwsError `ValidationError` that holds the description of every assertion that does not hold. */
export function checkRules(_template: Template, _values: ParameterValues, _surroundings: Surroundings): void {
  throw new Error('not written yet');
}
