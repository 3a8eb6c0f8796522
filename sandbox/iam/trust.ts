/** Who may become a role: its trust policy. */
import { type Role } from '../world/iam.ts';
import { type Statement } from './policy.ts';
import { applies } from './evaluate.ts';
import { type Context } from './patterns.ts';
import { policyOf } from './roles.ts';

/** Who asks: as an AWS service, by a provider's token, or as a principal of the account. */
export type Asker =
  | { readonly kind: 'Service'; readonly name: string }
  | { readonly kind: 'Federated'; readonly provider: string }
  /** `arns`: the session's and its role's, or the user's. */
  | { readonly kind: 'AWS'; readonly account: string; readonly partition: string; readonly arns: readonly string[] };

/** `direct`: the policy names the asker. `account`: only its account, so that its own policies must allow it too. */
export type Trust = 'direct' | 'account' | 'none';

/** What the role's trust policy says to `action` (sts:AssumeRole, sts:AssumeRoleWithWebIdentity). */
export function trusts(role: Role, asker: Asker, action: string, context: Context): Trust {
  const policy = policyOf(role.trust, 'trust');
  const about = policy.statements
    .filter((statement) => applies(policy, statement, { action, resource: role.arn, context }))
    .map((statement) => ({ effect: statement.effect, trust: named(statement, asker) }))
    .filter(({ trust }) => trust !== 'none');
  if (about.some(({ effect }) => effect === 'Deny')) return 'none';
  if (about.some(({ trust }) => trust === 'direct')) return 'direct';
  return about.length > 0 ? 'account' : 'none';
}

function named({ principals }: Statement, asker: Asker): Trust {
  if (principals === null) return 'none';
  const trust = principals.named === '*' ? everyone(asker) : among(principals.named.get(asker.kind) ?? [], asker);
  if (!principals.negated) return trust;
  return trust === 'none' ? 'direct' : 'none';
}

const everyone = (asker: Asker): Trust => (asker.kind === 'AWS' ? 'account' : 'none');

function among(values: readonly string[], asker: Asker): Trust {
  switch (asker.kind) {
    case 'Service':
      return values.includes(asker.name) ? 'direct' : 'none';
    case 'Federated':
      return values.includes(asker.provider) ? 'direct' : 'none';
    case 'AWS': {
      if (values.some((value) => asker.arns.includes(value))) return 'direct';
      const account = [asker.account, `arn:${asker.partition}:iam::${asker.account}:root`, '*'];
      return values.some((value) => account.includes(value)) ? 'account' : 'none';
    }
  }
}
