import { StepError } from '../errors.ts';
import { type ImageId } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { ecrOf } from './ecr-of.ts';
import { type Image } from './image.ts';
import { indexEntries, isIndex } from './platforms.ts';
import { type ImagePorts } from './ports.ts';
import { ecrRegistry, parseReference, type Reference } from './reference.ts';
import { resolveDigest, type ResolveDigest } from './registry.ts';

type GivenPorts = Pick<ImagePorts, 'ecr' | 'log' | 'signal'> & {
  /** Asks a registry outside ECR. */
  readonly resolve?: ResolveDigest;
};
type Named = Reference & { readonly repository: string };

/**
 * The image that a reference names, by digest where that can be known: an image in ECR is looked up in its account and
 * region, also by its account-free name (`shop:v1`, `shop@sha256:…`); one of another registry is asked for there. Where
 * that gives no digest, the reference stays as it is, with a warning.
 * Throws a StepError where ECR has no such image.
 */
export async function givenImage(reference: string, ports: GivenPorts): Promise<Image> {
  const named = readReference(reference);
  if (named.digest !== null && named.registry !== null) return written(reference, named);
  const inEcr = named.registry === null || ecrRegistry(named.registry) !== null;
  if (!inEcr) return await elsewhere(reference, named, ports);
  const there = { ...ports, ecr: ecrOf(reference, ports.ecr) };
  const uri = await repositoryUri(named, there);
  if (uri !== null) return await lookUp(named, uri, there);
  if (named.registry === null && named.digest !== null) return written(reference, named);
  return named.registry === null
    ? await elsewhere(reference, named, ports)
    : asWritten(reference, named, `ECR does not let it be looked up (${named.registry})`, ports);
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

/** null where the name is not one of the registry's repositories, or another account does not let it be read. */
async function repositoryUri(named: Named, { ecr }: GivenPorts): Promise<string | null> {
  try {
    const uri = (await ecr.describeRepository(named.repository)).repositoryUri ?? null;
    return named.registry === null ? uri : `${named.registry}/${named.repository}`;
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    if (error.kind === 'missing' || (error.kind === 'denied' && named.registry !== null)) return null;
    throw error;
  }
}

async function lookUp(named: Named, uri: string, { ecr, log }: GivenPorts): Promise<Image> {
  const tag = named.tag ?? (named.digest === null ? 'latest' : null);
  const id: ImageId = named.digest === null ? { tag: tag ?? 'latest' } : { digest: named.digest };
  const detail = await ecr.describeImage(named.repository, id);
  const digest = detail?.imageDigest;
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
  const [index] = isIndex(detail?.imageManifestMediaType) ? await ecr.manifests(named.repository, [{ digest }]) : [];
  const entries = index === undefined ? {} : { entries: indexEntries(index.manifest) };
  return { reference, repository: named.repository, tag, digest, ...entries, kind: 'given' };
}

async function elsewhere(reference: string, named: Named, ports: GivenPorts): Promise<Image> {
  const { registry, repository } = named;
  const tag = named.tag ?? 'latest';
  const resolved = await (ports.resolve ?? resolveDigest)(registry, repository, tag, ports.signal);
  if ('none' in resolved) return asWritten(reference, named, resolved.none, ports);
  const { digest } = resolved;
  const name = registry === null ? repository : `${registry}/${repository}`;
  ports.log.info(`Image: ${name}@${digest} (${tag}, as its registry says now)`);
  return { reference: `${name}@${digest}`, repository, tag, digest, kind: 'given' };
}

function written(reference: string, { repository, tag, digest }: Named): Image {
  return { reference, repository, tag, digest, kind: 'given' };
}

function asWritten(reference: string, named: Named, why: string, { log }: GivenPorts): Image {
  const noRepository =
    named.registry === null ? `No ECR repository of this account and region is named ${named.repository}. ` : '';
  log.warning(
    `${noRepository}The digest of ${reference} is not known (${why}), so it is deployed as it is written. Its tag may ` +
      'move: tasks that start later can run another image. Give a digest (…@sha256:…) to rule that out.',
  );
  return written(reference, named);
}
