/** Roles put into an emulated account, and what becomes of them. */
import { type Credentials } from '@aws-sdk/client-sts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { type Role } from '../../../sandbox/world/iam.ts';
import { type World } from '../../../sandbox/world/world.ts';

export type Statement = JsonObject;

export const policy = (...Statement: readonly Statement[]): JsonObject => ({ Version: '2012-10-17', Statement });

export const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});

export const trustService = (...Service: readonly string[]): JsonObject =>
  policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } });

export const trustAccount = (account = '123456789012'): JsonObject =>
  policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: account } });

/** With one inline policy of these statements. */
export function putRole(
  world: World,
  name: string,
  trust: JsonObject,
  statements: readonly Statement[],
  more: Partial<Role> = {},
): Role {
  const role: Role = {
    arn: `arn:aws:iam::${world.account}:role/${name}`,
    name,
    path: '/',
    id: `AROA${name.toUpperCase().padEnd(17, 'X')}`,
    trust,
    policies: statements.length > 0 ? new Map([['inline', policy(...statements)]]) : new Map(),
    managedPolicies: [],
    permissionsBoundary: null,
    maxSessionSeconds: 3_600,
    ...more,
  };
  world.iam.roles.set(role.arn, role);
  return role;
}

export const GITHUB = 'token.actions.githubusercontent.com';

/** GitHub's OIDC provider, for the audience that AWS's action asks for. */
export function putGithub(world: World): string {
  const arn = `arn:aws:iam::${world.account}:oidc-provider/${GITHUB}`;
  world.iam.providers.set(arn, { arn, host: GITHUB, audiences: ['sts.amazonaws.com'] });
  return arn;
}

/** A token with these claims, signed by nobody. */
export function token(claims: JsonObject): string {
  const part = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

/** As an SDK client takes them; without their end, which is of the sandbox's time. */
export const keysOf = (given: Credentials | undefined) => ({
  accessKeyId: given?.AccessKeyId ?? '',
  secretAccessKey: given?.SecretAccessKey ?? '',
  sessionToken: given?.SessionToken ?? '',
});
