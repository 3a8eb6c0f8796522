/** What AWS services do in the account, under a role that is handed to them. */
import { type Sandbox } from '../operation.ts';
import { type Role } from '../world/iam.ts';
import { type Asked, type Keys } from './actions/rule.ts';
import { sessionCaller } from './caller.ts';
import { contextFrom, decide } from './decide.ts';
import { type Denial } from './denial.ts';
import { trusts } from './trust.ts';

export interface ServiceRole {
  readonly roleArn: string;
  /** `codedeploy.amazonaws.com` */
  readonly service: string;
  readonly sessionName: string;
  /** ARN of what the service works for: the condition key aws:SourceArn of the trust policy. */
  readonly source: string;
}

type World = Pick<Sandbox, 'world' | 'clock'>;

/** Why the service cannot take the role on; null: it can. */
export function assumed({ world }: World, { roleArn, service, source }: ServiceRole): 'missing' | 'untrusted' | null {
  const role = world.iam.roles.get(roleArn);
  if (!role) return 'missing';
  return trusted(world.account, role, service, { 'aws:SourceArn': source }) ? null : 'untrusted';
}

function trusted(account: string, role: Role, service: string, keys: Keys): boolean {
  const context = contextFrom({ 'aws:SourceAccount': account, ...keys });
  return trusts(role, { kind: 'Service', name: service }, 'sts:AssumeRole', context) !== 'none';
}

/** null: allowed. The role has been taken on before. */
export function mayAs(sandbox: World, { roleArn, sessionName }: ServiceRole, asked: Asked): Denial | null {
  const session = { accessKeyId: '', roleArn, sessionName, policy: null, expiresAt: Infinity };
  return decide(sandbox, sessionCaller(sandbox.world, session), asked);
}
