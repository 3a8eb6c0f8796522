import { StepError } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { splitUri } from './reference.ts';
import { type SessionEnv } from './session.ts';

/** The repository's digest of an image in the engine; null where the engine knows none. */
export async function engineDigest(
  reference: string,
  { repositoryUri }: Destination,
  ports: ImagePorts,
  env: SessionEnv,
): Promise<string | null> {
  const args = ['image', 'inspect', '--format', '{{json .RepoDigests}}', reference];
  const { code, stdout } = await ports.docker.run(args, { env, signal: ports.signal });
  ports.signal?.throwIfAborted();
  if (code !== 0) return null;
  const found = stdout.split('"').find((text) => text.startsWith(`${repositoryUri}@sha256:`));
  return found === undefined ? null : found.slice(repositoryUri.length + 1);
}

/**
 * The digest to deploy: the one that Docker told, if ECR has it. If not, the one that the tag leads to in ECR.
 * Where ECR may not be asked, Docker's word is taken, with a warning.
 */
export async function confirmDigest(
  told: string | null,
  tag: string,
  { repositoryUri }: Destination,
  { ecr, log }: Pick<ImagePorts, 'ecr' | 'log'>,
): Promise<string> {
  const { repository } = splitUri(repositoryUri);
  try {
    if (told !== null && (await ecr.describeImage(repository, { digest: told })) !== null) return told;
    const tagged = await ecr.describeImage(repository, { tag });
    if (tagged?.imageDigest !== undefined) {
      const before = told === null ? 'Docker told no digest' : `ECR does not know the digest ${told} that Docker told`;
      log.info(`${before}; the tag ${tag} leads to ${tagged.imageDigest}, which is deployed.`);
      return tagged.imageDigest;
    }
  } catch (error) {
    const cannotAsk = error instanceof AwsCallError && (error.kind === 'denied' || error.kind === 'missing');
    if (!cannotAsk || told === null) throw error;
    log.warning(`The digest was not confirmed with ECR (${error.message}); Docker told ${told}.`);
    return told;
  }
  throw new StepError({
    tried: 'find the image that was pushed',
    on: `${repositoryUri}:${tag}`,
    why: `ECR has neither the tag nor ${told ?? 'a digest that Docker told'}, although the push ended well.`,
    repair: 'A lifecycle policy of the repository may remove images at once. Check it, then run the job again.',
  });
}
