import { GetCallerIdentity$, type GetCallerIdentityRequest, type GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { operation } from '../../operation.ts';

/** Every caller is the same assumed role: credentials are not verified. */
export const getCallerIdentity = operation<GetCallerIdentityRequest, GetCallerIdentityResponse>(
  GetCallerIdentity$,
  (_input, { world }) => ({
    UserId: 'AROASANDBOXDEPLOYROLE:session',
    Account: world.account,
    Arn: `arn:${world.partition}:sts::${world.account}:assumed-role/deploy/session`,
  }),
);
