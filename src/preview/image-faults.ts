/** What speaks against an image that is there: what a deployment would find when it has the image. */
import { type Fault } from '../errors.ts';
import { ecrOf } from '../image/ecr-of.ts';
import { type Image } from '../image/image.ts';
import { imageDigest, imagePlatformFault } from '../image/platforms.ts';
import { isScanned, scanGate } from '../image/scan.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { type JsonObject } from '../json.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { faultOf } from '../target/faults.ts';
import { type Place } from '../target/place.ts';
import { type World } from '../world.ts';

export interface ImageJudgement {
  readonly faults: readonly Fault[];
  readonly notKnown: readonly string[];
}

const NOTHING: ImageJudgement = { faults: [], notKnown: [] };

/** `definition`: what runs the image. A scan that goes on is not waited for. */
export async function judgeForeseen(
  image: Image,
  definition: JsonObject,
  { inputs, aws, place }: { readonly inputs: DeployInputs; readonly aws: Aws; readonly place: Place },
  world: World,
): Promise<ImageJudgement> {
  const platform = imagePlatformFault(image, definition);
  if (platform !== null) return { ...NOTHING, faults: [platform] };
  const least = inputs.failOnSeverity;
  if (least === null) return NOTHING;
  const digest = imageDigest(image, definition);
  const ecr = ecrOf(image.reference, aws.ecr);
  try {
    if (digest !== null && !(await isScanned(ecr, image.repository, digest))) {
      return {
        ...NOTHING,
        notKnown: ["What ECR's scan finds in the image: it has not ended, and would be waited for."],
      };
    }
    await scanGate(least, image, digest, { ...world, ecr });
    return NOTHING;
  } catch (error) {
    return { ...NOTHING, faults: [faultOf(error, place)] };
  }
}
