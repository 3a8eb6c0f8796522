import { type JsonObject } from '../json.ts';

export interface IamWorld {
  /** By ARN. */
  readonly roles: Map<string, Role>;
  /** Customer managed policies by ARN: whole documents. */
  readonly policies: Map<string, JsonObject>;
  /** OIDC providers by ARN. */
  readonly providers: Map<string, OidcProvider>;
  /** What STS handed out, by access key id. */
  readonly sessions: Map<string, RoleSession>;
}

export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** `AROA…` */
  readonly id: string;
  trust: JsonObject;
  /** Inline policies by name: whole documents. */
  policies: ReadonlyMap<string, JsonObject>;
  /** ARNs of attached managed policies. */
  managedPolicies: readonly string[];
  /** ARN of the managed policy that bounds it; one that is not in the account bounds nothing here. */
  permissionsBoundary: string | null;
  maxSessionSeconds: number;
}

export interface OidcProvider {
  readonly arn: string;
  /** Without `https://`. */
  readonly host: string;
  audiences: readonly string[];
}

export interface RoleSession {
  readonly accessKeyId: string;
  readonly roleArn: string;
  readonly sessionName: string;
  /** The session policy of AssumeRole, which bounds the role's; null without one. */
  readonly policy: JsonObject | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export const createIam = (): IamWorld => ({
  roles: new Map(),
  policies: new Map(),
  providers: new Map(),
  sessions: new Map(),
});
