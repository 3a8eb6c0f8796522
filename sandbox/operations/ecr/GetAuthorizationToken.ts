import {
  GetAuthorizationToken$,
  type GetAuthorizationTokenRequest,
  type GetAuthorizationTokenResponse,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { issuePassword, registryHost, registryLink } from '../../registry/state.ts';

/** `proxyEndpoint` is `http://127.0.0.1:port` where a registry runs, which docker takes as insecure and fine. */
export const getAuthorizationToken = operation<GetAuthorizationTokenRequest, GetAuthorizationTokenResponse>(
  GetAuthorizationToken$,
  (_input, sandbox, _raw, caller) => {
    const { password, expiresAt } = issuePassword(sandbox, caller);
    const scheme = registryLink(sandbox.world) ? 'http' : 'https';
    return {
      authorizationData: [
        {
          authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
          expiresAt: new Date(expiresAt),
          proxyEndpoint: `${scheme}://${registryHost(sandbox.world)}`,
        },
      ],
    };
  },
);
