/** Whether a role's session may do something, and what is kept of it. */
import { type Sandbox } from '../operation.ts';
import { type Asked, type Keys } from './actions/rule.ts';
import { type Caller } from './caller.ts';
import { type Denial, type Why } from './denial.ts';
import { evaluate, type Request } from './evaluate.ts';
import { keep } from './journal.ts';
import { type Context } from './patterns.ts';
import { boundaryOf, identityPolicies, policyOf } from './roles.ts';

type Session = Extract<Caller, { kind: 'session' }>;
type World = Pick<Sandbox, 'world' | 'clock'>;

/** null: allowed. Each question that is answered is kept in the journal. */
export function decide(sandbox: World, caller: Session, { action, resource, keys = {} }: Asked): Denial | null {
  const request = { action, resource, context: contextOf(sandbox, caller, keys) };
  const why = refusal(sandbox, caller, request);
  keep(sandbox.world, { role: caller.session.roleArn, action, resource, keys, allowed: why === null });
  return why === null ? null : { who: caller.arn, action, resource, why };
}

/** A Deny anywhere comes first; then identity, boundary and session policies must all allow it. */
function refusal({ world }: World, { role, session }: Session, request: Request): Why | null {
  if (!role) return 'identity';
  const identity = evaluate(identityPolicies(world, role), request);
  const boundary = boundaryOf(world, role);
  const bound = boundary ? evaluate([boundary], request) : 'allowed';
  const own = session.policy ? evaluate([policyOf(session.policy, 'identity')], request) : 'allowed';
  if (identity === 'denied') return 'explicit-identity';
  if (bound === 'denied') return 'explicit-boundary';
  if (own === 'denied') return 'explicit-session';
  if (identity !== 'allowed') return 'identity';
  if (bound !== 'allowed') return 'boundary';
  return own === 'allowed' ? null : 'session';
}

/** Global condition keys that are known here (IAM User Guide, "AWS global condition context keys"), and the request's own. */
export function contextOf({ world, clock }: World, caller: Session, keys: Keys): Context {
  const now = clock.now();
  const known: Keys = {
    'aws:PrincipalArn': caller.session.roleArn,
    'aws:PrincipalAccount': world.account,
    'aws:PrincipalType': 'AssumedRole',
    'aws:userid': caller.userId,
    'aws:RequestedRegion': world.region,
    'aws:ResourceAccount': world.account,
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1_000)),
    ...keys,
  };
  return contextFrom(known);
}

/** By key in lower case. */
export const contextFrom = (keys: Keys): Context =>
  new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]));
