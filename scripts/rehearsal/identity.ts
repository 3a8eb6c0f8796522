/** What GitHub gives a job in place of a key, and what AWS gives for it: as far as a rehearsal needs them. */
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';

export interface Identity {
  /** `OWNER/REPO` */
  readonly repository: string;
  readonly ownerId: string;
  readonly repositoryId: string;
  /** `environment:production`, `ref:refs/heads/main` or `pull_request`. */
  readonly context: string;
  /**
   * Whether the subject holds the ids: `repo:OWNER@1/REPO@2:…`, as github.com writes it for repositories that were made,
   * renamed or transferred after 2026-07-15 (GitHub changelog, 2026-04-23).
   */
  readonly immutable: boolean;
}

export function subjectOf({ repository, ownerId, repositoryId, context, immutable }: Identity): string {
  const [owner = '', name = ''] = repository.split('/');
  return immutable ? `repo:${owner}@${ownerId}/${name}@${repositoryId}:${context}` : `repo:${repository}:${context}`;
}

/** A JSON Web Token with the claims of GitHub's. Nobody signed it: only a sandbox takes it. */
export function tokenOf(identity: Identity, nowMs: number): string {
  const issued = Math.floor(nowMs / 1000);
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'sts.amazonaws.com',
    sub: subjectOf(identity),
    repository: identity.repository,
    repository_id: identity.repositoryId,
    repository_owner_id: identity.ownerId,
    iat: issued,
    exp: issued + 300,
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('unsigned').toString('base64url')}`;
}

/** The environment that aws-actions/configure-aws-credentials leaves. Rejects where the role does not trust the token. */
export async function assumeRole(
  endpoint: string,
  { role, token, region = 'eu-west-1' }: { readonly role: string; readonly token: string; readonly region?: string },
): Promise<Record<string, string>> {
  // The call itself is not signed on AWS; a sandbox wants a header there, and takes any.
  const sts = new STSClient({ endpoint, region, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } });
  const request = { RoleArn: role, RoleSessionName: 'GitHubActions', WebIdentityToken: token };
  const { Credentials: given } = await sts.send(new AssumeRoleWithWebIdentityCommand(request));
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: given?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: given?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: given?.SessionToken ?? '',
  };
}
