import { managedPolicy } from '../../iam/roles.ts';
import { type JsonObject } from '../../json.ts';
import { type Role } from '../../world/iam.ts';
import { type World } from '../../world/world.ts';
import { type Made } from '../template/template.ts';
import { type ResourceHandler } from './handler.ts';
import { checkDocument, checkName, checkPath, iamArn, iamError, textOr } from './iam-documents.ts';
import { objectsOf, textsOf } from './members.ts';
import { generatedName } from './names.ts';

/** IAM quotas. */
const LONGEST_NAME = 64;
/** IAM API, CreateRole: MaxSessionDuration. */
const USUAL_SESSION = 3_600;

type Members = Pick<Role, 'trust' | 'policies' | 'managedPolicies' | 'permissionsBoundary' | 'maxSessionSeconds'>;

export const inlinePolicies = (properties: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(
    objectsOf(properties['Policies']).map((policy) => [
      checkName(textOr(policy['PolicyName'], ''), 'policyName', 128),
      checkDocument(policy['PolicyDocument'], 'identity'),
    ]),
  );

/** Throws NoSuchEntity for a managed policy that is neither the account's nor one of AWS's that are known here. */
export function checkAttachable(world: World, arns: readonly string[]): readonly string[] {
  const missing = arns.find((each) => managedPolicy(world, each) === undefined);
  if (missing === undefined) return arns;
  throw iamError('NoSuchEntity', `Policy ${missing} does not exist or is not attachable.`, 404);
}

function membersOf(world: World, properties: JsonObject): Members {
  const { MaxSessionDuration: session, PermissionsBoundary: boundary } = properties;
  return {
    trust: checkDocument(properties['AssumeRolePolicyDocument'], 'trust'),
    policies: inlinePolicies(properties),
    managedPolicies: checkAttachable(world, textsOf(properties['ManagedPolicyArns'])),
    permissionsBoundary: typeof boundary === 'string' ? boundary : null,
    maxSessionSeconds: session === undefined ? USUAL_SESSION : Number(session),
  };
}

/** By its name, which is unique whatever the path. */
export const roleNamed = (world: World, name: string): Role | undefined =>
  [...world.iam.roles.values()].find((role) => role.name === name);

const made = ({ name, arn, id }: Role): Made => ({
  physicalId: name,
  ref: name,
  attributes: { Arn: arn, RoleId: id },
});

const idOf = (random: () => number): string =>
  `AROA${Array.from({ length: 17 }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Math.floor(random() * 32))).join('')}`;

export const roleHandler: ResourceHandler = {
  create(properties, context) {
    const { world, random } = context.sandbox;
    const path = checkPath(textOr(properties['Path'], '/'));
    const name = checkName(
      textOr(properties['RoleName'], generatedName(context, LONGEST_NAME)),
      'roleName',
      LONGEST_NAME,
    );
    if (roleNamed(world, name)) throw iamError('EntityAlreadyExists', `Role with name ${name} already exists.`, 409);
    const arn = iamArn(world, `role${path}${name}`);
    const role: Role = { arn, name, path, id: idOf(random), ...membersOf(world, properties) };
    world.iam.roles.set(arn, role);
    return made(role);
  },
  update(before, properties, previous, { sandbox: { world } }) {
    const role = roleNamed(world, before.physicalId);
    if (!role) throw iamError('NoSuchEntity', `The role with name ${before.physicalId} cannot be found.`, 404);
    const next = membersOf(world, properties);
    // What other resources have put on the role stays.
    const own = new Set(inlinePolicies(previous).keys());
    const attached = new Set(textsOf(previous['ManagedPolicyArns']));
    const policies = new Map([...[...role.policies].filter(([name]) => !own.has(name)), ...next.policies]);
    const others = role.managedPolicies.filter((each) => !attached.has(each));
    Object.assign(role, next, { policies, managedPolicies: [...new Set([...others, ...next.managedPolicies])] });
    return made(role);
  },
  remove(before, _properties, { sandbox: { world } }) {
    const role = roleNamed(world, before.physicalId);
    if (role) world.iam.roles.delete(role.arn);
  },
};
