/** Policies that are resources of their own: AWS::IAM::RolePolicy, AWS::IAM::Policy, AWS::IAM::ManagedPolicy. */
import { type Json, type JsonObject } from '../../json.ts';
import { type Role } from '../../world/iam.ts';
import { type World } from '../../world/world.ts';
import { type ResourceHandler } from './handler.ts';
import { checkDocument, checkName, checkPath, iamArn, iamError, textOr } from './iam-documents.ts';
import { textsOf } from './members.ts';
import { roleNamed } from './iam-role.ts';
import { generatedName } from './names.ts';

/** IAM quotas: names of policies. */
const LONGEST_NAME = 128;

function findRole(world: World, name: string): Role {
  const role = roleNamed(world, name);
  if (role) return role;
  throw iamError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
}

const policyName = (properties: JsonObject): string =>
  checkName(textOr(properties['PolicyName'], ''), 'policyName', LONGEST_NAME);

function checkInline(world: World, roles: readonly string[], properties: JsonObject) {
  const document = checkDocument(properties['PolicyDocument'], 'identity');
  return { name: policyName(properties), document, found: roles.map((role) => findRole(world, role)) };
}

function putInline(world: World, roles: readonly string[], properties: JsonObject): void {
  const { name, document, found } = checkInline(world, roles, properties);
  for (const role of found) role.policies = new Map([...role.policies, [name, document]]);
}

function takeInline(world: World, roles: readonly string[], properties: JsonObject): void {
  for (const role of roles.map((name) => roleNamed(world, name))) {
    if (role) role.policies = new Map([...role.policies].filter(([name]) => name !== properties['PolicyName']));
  }
}

/** `roles`: the names of those that the policy is put on. The sandbox has neither users nor groups. */
const inline = (
  roles: (properties: JsonObject) => readonly string[],
  idOf: (properties: JsonObject, fallback: string) => string,
): ResourceHandler => ({
  create(properties, context) {
    putInline(context.sandbox.world, roles(properties), properties);
    const id = idOf(properties, generatedName(context, LONGEST_NAME));
    return { physicalId: id, ref: id, attributes: { Id: id } };
  },
  /** What is refused leaves everything as it was. */
  update(made, properties, previous, { sandbox: { world } }) {
    checkInline(world, roles(properties), properties);
    takeInline(world, roles(previous), previous);
    putInline(world, roles(properties), properties);
    return made;
  },
  remove(_made, properties, { sandbox: { world } }) {
    takeInline(world, roles(properties), properties);
  },
});

const list = (value: Json | undefined): readonly string[] => (typeof value === 'string' ? [value] : textsOf(value));

export const rolePolicyHandler = inline(
  (properties) => list(properties['RoleName']),
  (properties) => `${policyName(properties)}|${textOr(properties['RoleName'], '')}`,
);

export const policyHandler = inline(
  (properties) => list(properties['Roles']),
  (_properties, fallback) => fallback,
);

function attach(world: World, roles: readonly string[], arn: string): void {
  for (const role of roles.map((name) => findRole(world, name))) {
    role.managedPolicies = [...new Set([...role.managedPolicies, arn])];
  }
}

function detach(world: World, roles: readonly string[], arn: string): void {
  for (const role of roles.map((name) => roleNamed(world, name))) {
    if (role) role.managedPolicies = role.managedPolicies.filter((each) => each !== arn);
  }
}

export const managedPolicyHandler: ResourceHandler = {
  create(properties, context) {
    const { world } = context.sandbox;
    const given = textOr(properties['ManagedPolicyName'], generatedName(context, LONGEST_NAME));
    const name = checkName(given, 'policyName', LONGEST_NAME);
    const arn = iamArn(world, `policy${checkPath(textOr(properties['Path'], '/'))}${name}`);
    const document = checkDocument(properties['PolicyDocument'], 'identity');
    if (world.iam.policies.has(arn)) {
      throw iamError(
        'EntityAlreadyExists',
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
        409,
      );
    }
    attach(world, textsOf(properties['Roles']), arn);
    world.iam.policies.set(arn, document);
    return { physicalId: arn, ref: arn, attributes: { PolicyArn: arn } };
  },
  update(made, properties, previous, { sandbox: { world } }) {
    const document = checkDocument(properties['PolicyDocument'], 'identity');
    for (const name of textsOf(properties['Roles'])) findRole(world, name);
    detach(world, textsOf(previous['Roles']), made.physicalId);
    attach(world, textsOf(properties['Roles']), made.physicalId);
    world.iam.policies.set(made.physicalId, document);
    return made;
  },
  remove(made, properties, { sandbox: { world } }) {
    detach(world, textsOf(properties['Roles']), made.physicalId);
    const holder = [...world.iam.roles.values()].find((role) => role.managedPolicies.includes(made.physicalId));
    if (holder) {
      throw iamError('DeleteConflict', `Cannot delete a policy attached to entities: the role ${holder.name}.`, 409);
    }
    world.iam.policies.delete(made.physicalId);
  },
};
