import { createHash } from 'node:crypto';
import { type RevisionLocation } from '@aws-sdk/client-codedeploy';

import { AwsError } from '../../operation.ts';
import { type Settings } from '../../settings.ts';

export interface Revision {
  readonly content: string;
  readonly sha256: string;
}

/**
 * The AppSpec of a request. Throws RevisionRequiredException and InvalidRevisionException; what stands in the AppSpec is
 * judged later, by the deployment.
 */
export function readRevision({ appSpecLimitBytes }: Settings, location: RevisionLocation | undefined): Revision {
  if (!location) throw new AwsError('RevisionRequiredException', 'RevisionLocation must be specified');
  if (location.revisionType !== 'AppSpecContent') {
    const received = JSON.stringify(location.revisionType ?? null);
    throw new AwsError('InvalidRevisionException', `The sandbox reads AppSpecContent revisions only, not ${received}.`);
  }
  const { content, sha256 } = location.appSpecContent ?? {};
  if (!content) throw new AwsError('InvalidRevisionException', 'The content of the AppSpec must not be empty');
  if (appSpecLimitBytes !== null && Buffer.byteLength(content) > appSpecLimitBytes) {
    throw new AwsError('InvalidRevisionException', `The AppSpec is larger than ${appSpecLimitBytes} bytes`);
  }
  const hash = createHash('sha256').update(content).digest('hex');
  if (sha256 !== undefined && sha256.toLowerCase() !== hash) {
    throw new AwsError('InvalidRevisionException', 'The sha256 does not match the content of the AppSpec');
  }
  return { content, sha256: hash };
}
