import { createHash } from 'node:crypto';
import { type ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';

export const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A manifest in ECR, as if a build had put it there: nothing can be pulled by it. Gives its digest. */
export async function putManifest(
  ecr: ECRClient,
  repositoryName: string,
  imageTag: string,
  content = imageTag,
): Promise<string> {
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', size: 2, digest: digestOf(content) };
  const imageManifest = JSON.stringify({ schemaVersion: 2, config, layers: [] });
  const imageManifestMediaType = 'application/vnd.oci.image.manifest.v1+json';
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageManifestMediaType, imageTag }));
  return digestOf(imageManifest);
}
