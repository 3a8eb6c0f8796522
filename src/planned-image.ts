/** The image of a plan: built or found, judged, and told to the containers that take it. */
import { StepError } from './errors.ts';
import { ecrOf } from './image/ecr-of.ts';
import { type Image } from './image/image.ts';
import { imageDigest, imagePlatformFault } from './image/platforms.ts';
import { provideImage } from './image/provide.ts';
import { scanGate } from './image/scan.ts';
import { type DeployInputs } from './inputs/types.ts';
import { type Plan } from './plan.ts';
import { type Aws } from './ports/aws/aws.ts';
import { createDocker } from './ports/docker.ts';
import { unlessAborted } from './ports/signals.ts';
import { reportImage } from './report/steps.ts';
import { type World } from './world.ts';

/** `given`: what the look has found; null where it is to be built, or the definition is deployed as written. */
export async function plannedImage(
  given: Image | null,
  inputs: DeployInputs,
  plan: Plan,
  run: World & { readonly aws: Aws },
): Promise<Image | null> {
  const image = given ?? (await build(inputs, plan, run));
  reportImage(image, run);
  await unlessAborted(run.signal, judgeImage(image, inputs, plan, run));
  return image;
}

/** What is built goes to the registry that the repository names. */
async function build({ source }: DeployInputs, plan: Plan, run: World & { readonly aws: Aws }): Promise<Image | null> {
  if (source.kind !== 'build') return null;
  const ports = { ...run, ecr: ecrOf(source.repository, run.aws.ecr), docker: createDocker() };
  return run.log.group('Image', () => provideImage(source, plan.destination, plan.existing, ports));
}

/** What can be told of the image only when it is there, and speaks against deploying it. */
async function judgeImage(
  image: Image | null,
  { failOnSeverity: least }: DeployInputs,
  plan: Plan,
  run: World & { readonly aws: Aws },
): Promise<void> {
  if (image === null) return;
  const { body } = plan.draft.loaded;
  const fault = imagePlatformFault(image, body);
  if (fault !== null) throw new StepError(fault);
  if (least === null) return;
  const ecr = ecrOf(image.reference, run.aws.ecr);
  await run.log.group('Scan', () => scanGate(least, image, imageDigest(image, body), { ...run, ecr }));
}

/** Container name to image reference, as far as this run decides it. */
export function imagesOf(
  plan: Pick<Plan, 'draft' | 'builtFor'>,
  image: Pick<Image, 'reference'> | null,
): ReadonlyMap<string, string> {
  const images = new Map(plan.draft.images);
  // Also where the push kept what an earlier run had left under the tag: the build was for these containers.
  const takers = plan.builtFor.length > 0 ? plan.builtFor : [plan.draft.container];
  if (image !== null) for (const container of takers) images.set(container, image.reference);
  return images;
}
