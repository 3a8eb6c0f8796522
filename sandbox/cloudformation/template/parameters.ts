import { checkConstraints } from './constraints.ts';
import { notEmulated, validationError } from './fault.ts';
import { looksLike, type ParameterType, parameterType } from './parameter-types.ts';
import { type ParameterDeclaration, type ParameterValues, type Surroundings, type Template } from './template.ts';

/** CloudFormation quotas. */
const VALUE_BYTES = 4096;

/**
 * The values that a stack is launched or updated with: given ones (previous values that are kept are among them), then
 * defaults. Types, patterns, lengths, bounds and allowed values are enforced. Throws an AwsError `ValidationError`.
 */
export function readParameters(
  template: Template,
  given: ReadonlyMap<string, string>,
  surroundings: Surroundings,
): ParameterValues {
  const unknown = [...given.keys()].filter((name) => !template.parameters.has(name));
  if (unknown.length > 0) throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing = [...template.parameters].filter(([name, { default: own }]) => !given.has(name) && own === null);
  if (missing.length > 0) {
    throw validationError(`Parameters: [${missing.map(([name]) => name).join(', ')}] must have values`);
  }
  return new Map(
    [...template.parameters].map(([name, declared]) => [
      name,
      valueOf(name, declared, given.get(name) ?? declared.default ?? '', surroundings),
    ]),
  );
}

function valueOf(
  name: string,
  declared: ParameterDeclaration,
  text: string,
  surroundings: Surroundings,
): string | readonly string[] {
  if (Buffer.byteLength(text) > VALUE_BYTES) {
    throw validationError(`Parameter '${name}' must not be longer than ${String(VALUE_BYTES)} bytes`);
  }
  const type = parameterType(declared.type);
  if (!type) throw validationError(`Template format error: Unrecognized parameter type: ${declared.type}`);
  // A list's members are trimmed; an empty text is a list of one empty member.
  const members = (whole: string) => (type.list ? whole.split(',').map((each) => each.trim()) : [whole]);
  const entered = members(text);
  checkConstraints(name, declared, type, entered);
  const values = type.ssm ? members(stored(name, text, surroundings)) : entered;
  for (const value of values) checkForm(name, type, value, surroundings);
  return type.list ? values : (values[0] ?? '');
}

/** The constraints of an SSM parameter's declaration are for its name, not for the value it holds. */
function stored(name: string, key: string, { storedParameters }: Surroundings): string {
  if (!storedParameters) throw notEmulated(`The SSM parameter ${key} (parameter ${name})`);
  const value = storedParameters.get(key);
  if (value === undefined)
    throw validationError(`Unable to fetch parameters [${key}] from parameter store for this account.`);
  return value;
}

function checkForm(name: string, { element }: ParameterType, value: string, { region, network }: Surroundings): void {
  const there =
    element === 'AWS::EC2::VPC::Id'
      ? network?.vpcs.includes(value)
      : element === 'AWS::EC2::Subnet::Id'
        ? network?.subnets.has(value)
        : element === 'AWS::EC2::AvailabilityZone::Name'
          ? value.startsWith(region)
          : undefined;
  if (looksLike(element, value) && there !== false) return;
  throw validationError(
    `Parameter validation failed: parameter value ${value} for parameter name ${name} does not exist`,
  );
}
