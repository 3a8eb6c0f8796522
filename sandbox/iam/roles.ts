/** Roles, and the policies that speak for or about them. */
import { type JsonObject } from '../json.ts';
import { type Role } from '../world/iam.ts';
import { type World } from '../world/world.ts';
import { awsManaged } from './aws-managed.ts';
import { isMalformed, type Policy, type PolicyKind, readPolicy } from './policy.ts';

const read: Readonly<Record<PolicyKind, WeakMap<JsonObject, Policy>>> = {
  identity: new WeakMap(),
  trust: new WeakMap(),
};

/** Says nothing, and so allows nothing. */
const SILENT: Policy = { variables: false, statements: [] };

/** A document is read once. One that IAM would have refused, which no operation lets in, allows nothing. */
export function policyOf(document: JsonObject, kind: PolicyKind): Policy {
  const known = read[kind].get(document);
  if (known) return known;
  const policy = readOr(document, kind);
  read[kind].set(document, policy);
  return policy;
}

function readOr(document: JsonObject, kind: PolicyKind): Policy {
  try {
    return readPolicy(document, kind);
  } catch (cause) {
    if (isMalformed(cause)) return SILENT;
    throw cause;
  }
}

/** A managed policy's document: the account's own, or one of AWS's that this sandbox knows. */
export function managedPolicy(world: World, arn: string): JsonObject | undefined {
  return world.iam.policies.get(arn) ?? awsManaged(world.partition).get(arn);
}

/** Inline and attached. */
export function identityPolicies(world: World, role: Role): readonly Policy[] {
  const attached = role.managedPolicies.map((arn) => managedPolicy(world, arn)).filter((each) => each !== undefined);
  return [...role.policies.values(), ...attached].map((document) => policyOf(document, 'identity'));
}

export function boundaryOf(world: World, role: Role): Policy | null {
  const document = role.permissionsBoundary === null ? undefined : managedPolicy(world, role.permissionsBoundary);
  return document ? policyOf(document, 'identity') : null;
}
