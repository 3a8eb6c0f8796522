import { type ParameterValues, type Surroundings, type Template } from './template.ts';

/**
 * The values that a stack is launched or updated with: given ones, then previous ones where they are to be kept, then
 * defaults. Types, patterns, lengths, bounds and allowed values are enforced. Throws an AwsError `ValidationError`.
 */
export function readParameters(
  _template: Template,
  _given: ReadonlyMap<string, string>,
  _surroundings: Surroundings,
): ParameterValues {
  throw new Error('not written yet');
}
