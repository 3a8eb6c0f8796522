import {
  AssumeRoleWithWebIdentity$,
  type AssumeRoleWithWebIdentityRequest,
  type AssumeRoleWithWebIdentityResponse,
} from '@aws-sdk/client-sts';
import { sessionCaller } from '../../iam/caller.ts';
import { contextFrom } from '../../iam/decide.ts';
import { accessDenied } from '../../iam/denial.ts';
import { readWish, startSession } from '../../iam/sessions.ts';
import { trusts } from '../../iam/trust.ts';
import { readWebIdentity } from '../../iam/web-identity.ts';
import { AwsError, operation } from '../../operation.ts';

const ACTION = 'sts:AssumeRoleWithWebIdentity';

/** For a token of a provider of the account: its claims are read, its signature is not verified. */
export const assumeRoleWithWebIdentity = operation<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse>(
  AssumeRoleWithWebIdentity$,
  (input, sandbox) => {
    const { world, clock } = sandbox;
    if (input.ProviderId !== undefined) {
      throw new AwsError(
        'ValidationError',
        'ProviderId is for OAuth 2.0 access tokens, which this sandbox does not take.',
      );
    }
    const wish = readWish(input);
    const identity = readWebIdentity(world, input.WebIdentityToken ?? '', clock.now());
    const role = world.iam.roles.get(input.RoleArn ?? '');
    const context = contextFrom({ ...identity.keys, 'sts:RoleSessionName': input.RoleSessionName ?? '' });
    const asker = { kind: 'Federated', provider: identity.provider.arn } as const;
    if (!role || trusts(role, asker, ACTION, context) === 'none') {
      throw accessDenied({ protocol: 'query' }, `Not authorized to perform ${ACTION}`);
    }
    const { session, credentials } = startSession(sandbox, role, wish, false);
    const { arn: Arn, userId: AssumedRoleId } = sessionCaller(world, session);
    return {
      Credentials: credentials,
      AssumedRoleUser: { Arn, AssumedRoleId },
      SubjectFromWebIdentityToken: identity.subject,
      Audience: identity.audience,
      Provider: identity.provider.arn,
    };
  },
);
