/** The images of a task definition, as references: whether they are still there, and which of them is meant. */
import { type Fault } from '../errors.ts';
import { ecrOf } from '../image/ecr-of.ts';
import { ecrRegistry, parseReference, type Reference } from '../image/reference.ts';
import { type JsonObject, textOf } from '../json.ts';
import { type EcrPort, type ImageId } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { containersOf } from '../task-definition/containers.ts';
import { permissionFor } from '../report/permission.ts';

/** Container name and image, in the definition's order. */
export function imagesOf(body: JsonObject): readonly (readonly [container: string, image: string])[] {
  return containersOf(body).map(({ name, image }) => [textOf(name), textOf(image)]);
}

/** The image of the container, else of the first one. */
export function imageOf(body: JsonObject, container: string): string {
  const images = imagesOf(body);
  const [, image = ''] = images.find(([name]) => name === container) ?? images[0] ?? [];
  return image;
}

interface Checked {
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
}

/** Whether ECR still has each image. Other registries are not asked, and what may not be read is no reason to refuse. */
export async function checkImages(body: JsonObject, revision: string, ecr: EcrPort): Promise<Checked> {
  const checks = imagesOf(body).map(([container, image]) => checkImage(container, image, { revision, ecr }));
  const all = await Promise.all(checks);
  return {
    faults: all.flatMap(({ faults }) => faults),
    warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
  };
}

const FINE: Checked = { faults: [], warnings: [] };

async function checkImage(
  container: string,
  image: string,
  { revision, ecr }: { readonly revision: string; readonly ecr: EcrPort },
): Promise<Checked> {
  const reference = parseReference(image);
  const repository = reference?.repository ?? null;
  if (reference === null || repository === null || ecrRegistry(reference.registry) === null) return FINE;
  try {
    const found = await ecrOf(image, ecr).describeImage(repository, idOf(reference));
    return found === null ? gone(container, image, revision) : FINE;
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    if (error.kind === 'missing') return gone(container, image, revision);
    if (error.kind !== 'denied') throw error;
    return { faults: [], warnings: [`Whether ECR still has ${image} could not be asked. ${permissionFor(error)}`] };
  }
}

/** With both, the digest is what runs; with neither, `latest` (Docker's rule). */
function idOf({ digest, tag }: Reference): ImageId {
  return digest === null ? { tag: tag ?? 'latest' } : { digest };
}

function gone(container: string, image: string, revision: string): Checked {
  const fault: Fault = {
    tried: 'find the image of the revision to roll back to',
    on: `${revision}, container '${container}'`,
    why: `ECR does not have ${image} any more: no task of this revision could start`,
    repair: 'Push it again, or roll back to a revision whose image is there.',
  };
  return { faults: [fault], warnings: [] };
}
