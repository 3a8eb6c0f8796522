import { nothing, type Rules } from './rule.ts';

/** GetCallerIdentity needs no permission (STS API). Both AssumeRole operations ask the role's trust policy themselves. */
export const stsActions: Rules = {
  AssumeRole: nothing,
  AssumeRoleWithWebIdentity: nothing,
  GetCallerIdentity: nothing,
};
