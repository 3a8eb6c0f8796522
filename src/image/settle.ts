/** After a push: the image gets its content tag, and runs that pushed the same content at once end on one digest. */
import { StepError } from '../errors.ts';
import { type ImageManifest } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Existing } from './existing.ts';
import { type Image } from './image.ts';
import { indexEntries } from './platforms.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { splitUri } from './reference.ts';
import { giveTags, imageOf } from './reuse.ts';

type SettlePorts = Pick<ImagePorts, 'ecr' | 'log' | 'clock' | 'signal'>;

export interface Settled {
  readonly content: Existing['content'];
  /** The tags that the image has beside the content tag. */
  readonly tags: readonly string[];
  /** What was under the content tag before the build: `rebuild` replaces it. */
  readonly before: string | null;
}

/**
 * Puts the content tag on what was pushed. Where another run has put it on its image meanwhile, that image is taken,
 * under this run's tags too. A push that kept another run's image is only good if that one has the same content.
 */
export async function settleImage(image: Image, of: Settled, to: Destination, ports: SettlePorts): Promise<Image> {
  const { content } = of;
  const { digest } = image;
  if ('none' in content || digest === null) return image;
  const { repository } = splitUri(to.repositoryUri);
  try {
    if (image.kind === 'given') return await sameContent(image, digest, content.tag, to, ports);
    const found = await ports.ecr.manifests(repository, [{ digest }, { tag: content.tag }]);
    const own = found.find((one) => one.digest === digest);
    if (own === undefined) return image;
    const entries = indexEntries(own.manifest);
    const other = found.find((one) => one.digest !== digest && one.digest !== of.before);
    if (other !== undefined) return await taken(other, of, to, ports);
    return await tagged({ ...image, entries }, own, content.tag, of, to, ports);
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.kind !== 'denied') throw error;
    ports.log.warning(`The image has no content tag, so the next run cannot reuse it: ${error.message}`);
    return image;
  }
}

async function tagged(
  image: Image,
  own: ImageManifest,
  tag: string,
  of: Settled,
  to: Destination,
  ports: SettlePorts,
): Promise<Image> {
  const { repository } = splitUri(to.repositoryUri);
  if ((await ports.ecr.tagImage(repository, own, tag)) === 'tagged') return image;
  const [other] = await ports.ecr.manifests(repository, [{ tag }]);
  if (other !== undefined && other.digest !== of.before) return await taken(other, of, to, ports);
  ports.log.warning(
    `The tag ${tag} stays on ${of.before ?? 'an earlier image'}: the repository does not let it be moved. ` +
      'Let tags that begin with content- be moved (IMMUTABLE_WITH_EXCLUSION, filter content-*), so that the next run reuses this image.',
  );
  return image;
}

/** Another run was sooner with the same content: both deploy its image. */
async function taken(other: ImageManifest, of: Settled, to: Destination, ports: SettlePorts): Promise<Image> {
  await giveTags(other, of.tags, to, ports);
  const [tag = ''] = of.tags;
  const image = imageOf(other.digest, tag, other.manifest, to);
  ports.log.info(`Another run pushed an image of the same content in the meantime: ${image.reference} is deployed.`);
  return image;
}

/** The other run may still be at work: its content tag comes after its push. */
const LOOKS = 10;
const PAUSE_MS = 1_000;

async function sameContent(
  image: Image,
  digest: string,
  tag: string,
  to: Destination,
  ports: SettlePorts,
): Promise<Image> {
  const { repository } = splitUri(to.repositoryUri);
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await ports.clock.sleep(PAUSE_MS, ports.signal);
    ports.signal?.throwIfAborted();
    const detail = await ports.ecr.describeImage(repository, { digest });
    if (detail?.imageTags?.includes(tag)) return { ...image, kind: 'reused' };
  }
  throw new StepError({
    tried: 'push the image',
    on: `${to.repositoryUri}:${image.tag ?? ''}`,
    why: `another run gave the tag to ${digest} in the meantime, which has other content (or was not built by this step), and the repository does not let it be moved.`,
    repair: `Run the job again: the tag is then seen before the build, with the choices there are. Several images of one commit need a repository each, or a filter that lets the tag be moved.`,
  });
}
