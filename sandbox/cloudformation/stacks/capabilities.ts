/** What a template must be allowed to make (CloudFormation user guide: Acknowledging IAM resources). */
import { AwsError } from '../../operation.ts';
import { type Template } from '../template/template.ts';

const IAM_TYPES = new Set(
  ['AccessKey', 'Group', 'InstanceProfile', 'ManagedPolicy', 'Policy', 'Role', 'User', 'UserToGroupAddition'].map(
    (name) => `AWS::IAM::${name}`,
  ),
);

/** Properties that give an IAM resource a name of its own. */
const NAMES = ['RoleName', 'UserName', 'GroupName', 'InstanceProfileName', 'ManagedPolicyName'];

export interface Required {
  readonly capability: 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM';
  readonly reason: string;
}

/** Null: none. Resources count whose condition may not hold, too. */
export function requiredCapability({ resources }: Template): Required | null {
  const found = [...resources.values()].filter(({ type }) => IAM_TYPES.has(type));
  if (found.length === 0) return null;
  const isNamed = found.some(({ type, properties }) => namesOf(type).some((name) => name in properties));
  const types = [...new Set(found.map(({ type }) => type))].join(', ');
  return {
    capability: isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    reason: `The following resource(s) require capabilities: [${types}]`,
  };
}

/** A `UserName` in an access key tells whose it is. */
const namesOf = (type: string): readonly string[] => (type === 'AWS::IAM::AccessKey' ? [] : NAMES);

export function checkCapabilities(template: Template, given: readonly string[]): void {
  const required = requiredCapability(template);
  if (required === null || given.includes('CAPABILITY_NAMED_IAM') || given.includes(required.capability)) return;
  throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${required.capability}]`);
}
