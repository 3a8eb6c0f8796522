/** Parameter types (CloudFormation user guide: "Parameters", "AWS-specific parameter types", "SSM parameter types"). */
export interface ParameterType {
  readonly list: boolean;
  readonly number: boolean;
  /** The type without its `List<>`. */
  readonly element: string;
  /** Its value is the name of a parameter in SSM, which holds the value. */
  readonly ssm: boolean;
}

/** What the console's picker offers, as an id looks; null: any text that is not empty. */
const awsTypes: ReadonlyMap<string, RegExp | null> = new Map([
  ['AWS::EC2::AvailabilityZone::Name', /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/],
  ['AWS::EC2::Image::Id', idOf('ami')],
  ['AWS::EC2::Instance::Id', idOf('i')],
  ['AWS::EC2::KeyPair::KeyName', null],
  ['AWS::EC2::SecurityGroup::GroupName', null],
  ['AWS::EC2::SecurityGroup::Id', idOf('sg')],
  ['AWS::EC2::Subnet::Id', idOf('subnet')],
  ['AWS::EC2::Volume::Id', idOf('vol')],
  ['AWS::EC2::VPC::Id', idOf('vpc')],
  ['AWS::Route53::HostedZone::Id', /^Z[0-9A-Z]{1,31}$/],
]);

function idOf(prefix: string): RegExp {
  return new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`);
}

/** null for a type that CloudFormation does not know. */
export function parameterType(type: string): ParameterType | null {
  if (type === 'CommaDelimitedList') return { list: true, number: false, element: 'String', ssm: false };
  if (type === 'AWS::SSM::Parameter::Name') return { list: false, number: false, element: 'String', ssm: false };
  const stored = inside(type, 'AWS::SSM::Parameter::Value');
  if (stored !== null) {
    const value = parameterType(stored);
    // SSM holds no numbers: String and StringList only.
    return value && !value.ssm && !value.number ? { ...value, ssm: true } : null;
  }
  const listed = inside(type, 'List');
  const element = listed ?? type;
  if (element !== 'String' && element !== 'Number' && !awsTypes.has(element)) return null;
  return { list: listed !== null, number: element === 'Number', element, ssm: false };
}

function inside(type: string, outer: string): string | null {
  return type.startsWith(`${outer}<`) && type.endsWith('>') ? type.slice(outer.length + 1, -1) : null;
}

/** Whether a value can be one of this type: by its form only. */
export function looksLike(element: string, value: string): boolean {
  const form = awsTypes.get(element);
  if (form === undefined) return true;
  return form ? form.test(value) : value !== '';
}
