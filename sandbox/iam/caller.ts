/** Who sent a request. */
import { type AwsError, type Sandbox } from '../operation.ts';
import { type Role, type RoleSession } from '../world/iam.ts';
import { type World } from '../world/world.ts';

export type Caller =
  /** May do everything: every key that STS did not hand out here. Signatures are not verified. */
  | { readonly kind: 'administrator'; readonly arn: string; readonly userId: string }
  | {
      readonly kind: 'session';
      readonly arn: string;
      readonly userId: string;
      readonly session: RoleSession;
      /** undefined: deleted since. */
      readonly role: Role | undefined;
    };

/** The access key id of a SigV4 signature's credential scope (SigV4, "Authorization header"); null where there is none. */
export const accessKeyOf = (authorization: string | undefined): string | null =>
  /^AWS4-[A-Z0-9-]+ +.*?Credential=([^/,\s]{1,128})\//.exec(authorization ?? '')?.[1] ?? null;

/** Throws what `expired` makes where the session is over. */
export function callerOf(sandbox: Sandbox, authorization: string | undefined, expired: () => AwsError): Caller {
  const { world, clock } = sandbox;
  const key = accessKeyOf(authorization);
  const session = key === null ? undefined : world.iam.sessions.get(key);
  if (!session) return administrator(sandbox);
  if (clock.now() >= session.expiresAt) throw expired();
  return sessionCaller(world, session);
}

/** Without enforcement everyone is who everyone always was here. */
export function administrator({ world, settings }: Pick<Sandbox, 'world' | 'settings'>): Caller {
  const { partition, account } = world;
  if (settings.enforceIam) {
    const arn = `arn:${partition}:iam::${account}:user/administrator`;
    return { kind: 'administrator', arn, userId: 'AIDASANDBOXADMINISTRATOR' };
  }
  const arn = `arn:${partition}:sts::${account}:assumed-role/deploy/session`;
  return { kind: 'administrator', arn, userId: 'AROASANDBOXDEPLOYROLE:session' };
}

export function sessionCaller(world: World, session: RoleSession): Extract<Caller, { kind: 'session' }> {
  const role = world.iam.roles.get(session.roleArn);
  const name = session.roleArn.slice(session.roleArn.lastIndexOf('/') + 1);
  return {
    kind: 'session',
    arn: `arn:${world.partition}:sts::${world.account}:assumed-role/${name}/${session.sessionName}`,
    userId: `${role?.id ?? 'AROADELETED'}:${session.sessionName}`,
    session,
    role,
  };
}
