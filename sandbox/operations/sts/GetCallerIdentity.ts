import { GetCallerIdentity$, type GetCallerIdentityRequest, type GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { administrator } from '../../iam/caller.ts';
import { operation } from '../../operation.ts';

export const getCallerIdentity = operation<GetCallerIdentityRequest, GetCallerIdentityResponse>(
  GetCallerIdentity$,
  (_input, sandbox, _raw, caller = administrator(sandbox)) => ({
    UserId: caller.userId,
    Account: sandbox.world.account,
    Arn: caller.arn,
  }),
);
