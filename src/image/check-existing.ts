import { type Fault } from '../errors.ts';
import { type BuildInputs } from '../inputs/types.ts';
import { type Existing, type ExistingImage, type TakenTag } from './existing.ts';

/** What speaks against a build whose image, or whose tags, are in the repository already. */
export function existingFaults(source: BuildInputs, existing: Existing, repositoryUri: string): readonly Fault[] {
  const { content, image, taken } = existing;
  if (source.existingImage === 'fail' && image !== null && 'tag' in content) {
    return [existsFault(`${repositoryUri}:${content.tag}`, image)];
  }
  return taken.map((tag) => takenFault(tag, existing, repositoryUri));
}

function existsFault(on: string, image: ExistingImage): Fault {
  return {
    tried: 'build an image that is not there yet',
    on,
    why: `an image of the same content is there: ${image.digest}${since(image)} (existing-image: fail).`,
    repair: "Set 'existing-image' to 'reuse' to deploy it, or to 'rebuild' to build it again.",
  };
}

function takenFault({ tag, digest, use }: TakenTag, { image }: Existing, repositoryUri: string): Fault {
  const on = `${repositoryUri}:${tag}`;
  const filter = `let this tag be moved (IMMUTABLE_WITH_EXCLUSION with a filter that it matches)`;
  if (use === 'cache') {
    const why = `the repository does not let the tag be moved, and ${digest} has it: the cache could not be written.`;
    return { tried: 'write the build cache', on, why, repair: `Either ${filter}, or give 'cache-to' another place.` };
  }
  const other = image !== null && image.digest === digest ? 'the image that would be built again' : 'another image';
  return {
    tried: 'tag the image',
    on,
    why: `the repository does not let its tags be moved, and ${other} has it: ${digest}.`,
    repair:
      `Deploy what is there ('image' set to ${on}, without 'repository'); or build into another repository; ` +
      `or ${filter}; or, if it comes from 'tags', give one that is new.`,
  };
}

/** `, pushed 2026-11-22T10:00:00Z`; nothing where ECR does not tell it. */
export function since({ pushedAt }: Pick<ExistingImage, 'pushedAt'>): string {
  return pushedAt === null ? '' : `, pushed ${new Date(pushedAt).toISOString().replace(/\.\d+Z$/, 'Z')}`;
}
