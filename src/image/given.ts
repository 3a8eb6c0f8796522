import { StepError } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Image } from './image.ts';
import { type ImagePorts } from './ports.ts';
import { ecrRegistry, parseReference, type Reference } from './reference.ts';

type GivenPorts = Pick<ImagePorts, 'ecr' | 'log'>;
type Named = Reference & { readonly repository: string };

/**
 * The image that a reference names, by digest where that can be known: an image in ECR is looked up, also by its
 * account-free name (`shop:v1`, `shop@sha256:…`); of another registry the reference stays as it is.
 * Throws a StepError where ECR has no such image.
 */
export async function givenImage(reference: string, ports: GivenPorts): Promise<Image> {
  const named = readReference(reference);
  const written = named.digest !== null && named.registry !== null;
  const inEcr = named.registry === null || ecrRegistry(named.registry) !== null;
  if (written || !inEcr) return asGiven(reference, named, ports);
  const uri = await repositoryUri(named, ports);
  if (uri === null) return asGiven(reference, named, ports);
  return await lookUp(named, uri, ports);
}

function readReference(reference: string): Named {
  const read = parseReference(reference);
  if (read !== null && read.repository !== null) return { ...read, repository: read.repository };
  throw new StepError({
    tried: 'read the image reference',
    on: JSON.stringify(reference),
    why: read === null ? 'it is not an image reference.' : 'a digest alone does not tell the repository.',
    repair: 'Write registry/repository:tag or registry/repository@sha256:…; for ECR, repository:tag is enough.',
  });
}

/** null where the name is not one of this account's repositories in this region. */
async function repositoryUri(named: Named, { ecr }: GivenPorts): Promise<string | null> {
  try {
    const uri = (await ecr.describeRepository(named.repository)).repositoryUri ?? null;
    return named.registry === null || uri === `${named.registry}/${named.repository}` ? uri : null;
  } catch (error) {
    if (error instanceof AwsCallError && error.kind === 'missing') return null;
    throw error;
  }
}

async function lookUp(named: Named, uri: string, { ecr, log }: GivenPorts): Promise<Image> {
  const tag = named.tag ?? (named.digest === null ? 'latest' : null);
  const id = named.digest === null ? { tag: tag ?? 'latest' } : { digest: named.digest };
  const digest = (await ecr.describeImage(named.repository, id))?.imageDigest;
  if (digest === undefined) {
    throw new StepError({
      tried: 'find the image',
      on: `${uri}${named.digest === null ? `:${tag ?? 'latest'}` : `@${named.digest}`}`,
      why: 'the repository has no such image.',
      repair: "Push it, or correct 'image'. A lifecycle policy may have removed it.",
    });
  }
  const reference = `${uri}@${digest}`;
  log.info(`Image: ${reference}`);
  return { reference, repository: named.repository, tag, digest, kind: 'given' };
}

function asGiven(reference: string, named: Named, { log }: GivenPorts): Image {
  const { repository, tag, digest } = named;
  if (digest === null) {
    const why =
      named.registry === null ? `No ECR repository of this account and region is named ${repository}, so ` : '';
    log.warning(
      `${why}${reference} is deployed as it is written. Its tag may move: tasks that start later can run another ` +
        'image. Give a digest (…@sha256:…) to rule that out.',
    );
  }
  return { reference, repository, tag, digest, kind: 'given' };
}
