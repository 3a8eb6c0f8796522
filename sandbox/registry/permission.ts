/**
 * What ECR asks IAM for behind the registry protocol (ECR user guide, "IAM permissions for pushing an image"; Service
 * Authorization Reference). Which request asks for which action is not documented: it follows from the actions' names.
 */
import { repositoryArn } from '../iam/actions/ecr.ts';
import { sessionCaller } from '../iam/caller.ts';
import { decide } from '../iam/decide.ts';
import { type Denial, denialText } from '../iam/denial.ts';
import { type Sandbox } from '../operation.ts';
import { type RoleSession } from '../world/iam.ts';
import { refusal, type Refusal } from './answer.ts';
import { type Route } from './route.ts';

export type Routed = Exclude<Route, { kind: 'ping' }>;

const upload: Readonly<Record<string, string>> = { POST: 'InitiateLayerUpload', PUT: 'CompleteLayerUpload' };

function actionOf({ kind }: Routed, method: string): string {
  switch (kind) {
    case 'manifest':
      return method === 'PUT' ? 'PutImage' : 'BatchGetImage';
    case 'blob':
      return method === 'HEAD' ? 'BatchCheckLayerAvailability' : 'GetDownloadUrlForLayer';
    case 'upload':
      return upload[method] ?? 'UploadLayerPart';
    case 'tags':
      return 'ListImages';
  }
}

function denial(sandbox: Sandbox, session: RoleSession | null, repository: string, action: string): Denial | null {
  const { world, settings } = sandbox;
  if (!settings.enforceIam || session === null) return null;
  return decide(sandbox, sessionCaller(world, session), {
    action: `ecr:${action}`,
    resource: repositoryArn(world, repository),
  });
}

/** Why the session may not do it, as ECR words it; null: it may. */
export function denied(sandbox: Sandbox, session: RoleSession | null, route: Routed, method: string): Refusal | null {
  const found = denial(sandbox, session, route.repository, actionOf(route, method));
  return found && refusal(403, 'DENIED', denialText(found));
}

/**
 * An upload that would take its layer from another repository (`?mount=…&from=…`) begins as an ordinary one where the
 * session may not read that repository: the protocol lets a registry do so, and the client then sends the layer.
 */
export function withoutMount(sandbox: Sandbox, session: RoleSession | null, url: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const sources = new URLSearchParams(query).getAll('from');
  const hidden = sources.some((from) => denial(sandbox, session, from, 'GetDownloadUrlForLayer') !== null);
  return hidden ? path : url;
}
