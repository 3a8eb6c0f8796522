import { AssumeRole$, type AssumeRoleRequest, type AssumeRoleResponse } from '@aws-sdk/client-sts';
import { administrator, type Caller, sessionCaller } from '../../iam/caller.ts';
import { contextFrom, decide } from '../../iam/decide.ts';
import { accessDenied, denialText, isExplicit, type Why } from '../../iam/denial.ts';
import { readWish, startSession } from '../../iam/sessions.ts';
import { trusts } from '../../iam/trust.ts';
import { operation, type Sandbox } from '../../operation.ts';
import { type Role } from '../../world/iam.ts';

const ACTION = 'sts:AssumeRole';

/** Whether IAM is enforced or not, a role is only assumed by those whom its trust policy takes. */
export const assumeRole = operation<AssumeRoleRequest, AssumeRoleResponse>(
  AssumeRole$,
  (input, sandbox, _raw, caller = administrator(sandbox)) => {
    const { RoleArn: resource = '' } = input;
    const wish = readWish(input);
    const role = sandbox.world.iam.roles.get(resource);
    const refuse = (why: Why) =>
      accessDenied({ protocol: 'query' }, denialText({ who: caller.arn, action: ACTION, resource, why }));
    const trust = role ? trustOf(sandbox, role, input, caller) : 'none';
    if (!role || trust === 'none') throw refuse('trust');
    const denial = caller.kind === 'session' ? decide(sandbox, caller, { action: ACTION, resource }) : null;
    // Whom the trust policy names needs no policy of its own that allows it; one that denies it counts all the same.
    if (denial && (trust === 'account' || isExplicit(denial))) throw refuse(denial.why);
    const { session, credentials } = startSession(sandbox, role, wish, caller.kind === 'session');
    const { arn: Arn, userId: AssumedRoleId } = sessionCaller(sandbox.world, session);
    return { Credentials: credentials, AssumedRoleUser: { Arn, AssumedRoleId } };
  },
);

function trustOf({ world }: Sandbox, role: Role, input: AssumeRoleRequest, caller: Caller) {
  const { account, partition } = world;
  const arns = caller.kind === 'session' ? [caller.arn, caller.session.roleArn] : [caller.arn];
  const context = contextFrom({
    'sts:RoleSessionName': input.RoleSessionName ?? '',
    'aws:PrincipalArn': arns.at(-1) ?? caller.arn,
    'aws:PrincipalAccount': account,
    ...(input.ExternalId !== undefined && { 'sts:ExternalId': input.ExternalId }),
  });
  return trusts(role, { kind: 'AWS', account, partition, arns }, ACTION, context);
}
