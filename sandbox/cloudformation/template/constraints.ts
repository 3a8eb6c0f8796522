import { type AwsError } from '../../operation.ts';
import { validationError } from './fault.ts';
import { matches } from './pattern.ts';
import { type ParameterType } from './parameter-types.ts';
import { type ParameterDeclaration } from './template.ts';

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

/** Each member of a list is held to them, as CloudFormation does. Throws an AwsError `ValidationError`. */
export function checkConstraints(
  name: string,
  declared: ParameterDeclaration,
  type: ParameterType,
  values: readonly string[],
): void {
  for (const value of values) {
    const fault = faultOf(name, declared, type, value);
    if (fault !== null) throw refusal(name, declared, fault);
  }
}

/** With the template's own sentence, where it has one. */
function refusal(name: string, { constraintDescription }: ParameterDeclaration, fault: string): AwsError {
  return validationError(
    constraintDescription === null
      ? `Parameter '${name}' ${fault}`
      : `Parameter ${name} failed to satisfy constraint: ${constraintDescription}`,
  );
}

function faultOf(
  name: string,
  declared: ParameterDeclaration,
  { number }: ParameterType,
  value: string,
): string | null {
  const { allowedValues, allowedPattern, minLength, maxLength, minValue, maxValue } = declared;
  if (number && !NUMBER.test(value)) return 'must be a number';
  if (allowedValues && !allowedValues.includes(value))
    return `must be one of AllowedValues [${allowedValues.join(', ')}]`;
  if (minLength !== null && value.length < minLength) return `must contain at least ${minLength} characters`;
  if (maxLength !== null && value.length > maxLength) return `must contain at most ${maxLength} characters`;
  if (number && minValue !== null && Number(value) < minValue) return `must be a number not less than ${minValue}`;
  if (number && maxValue !== null && Number(value) > maxValue) return `must be a number not greater than ${maxValue}`;
  if (allowedPattern !== null && !matches(name, allowedPattern, value)) return `must match pattern ${allowedPattern}`;
  return null;
}
